/** Who may reach the server over HTTP: programs of this machine, and no web page. */
import { request } from "node:http"
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Http from "../src/Http.js"
import { open, type World } from "./support/world.js"

let world: World

beforeAll(async () => {
  world = await open()
})

afterAll(() => world.close())

const initialize = JSON.stringify({
  jsonrpc: "2.0",
  id: 1,
  method: "initialize",
  params: { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "x", version: "1" } }
})

/** A request with any `Host`, which `fetch` does not allow. */
const post = (headers: Record<string, string>, path = "/mcp", method = "POST"): Promise<number> =>
  new Promise((resolve, reject) => {
    const sent = request(
      world.url,
      {
        method,
        path,
        headers: { "content-type": "application/json", accept: "application/json, text/event-stream", ...headers }
      },
      (response) => {
        response.resume()
        resolve(response.statusCode ?? 0)
      }
    )
    sent.on("error", reject)
    sent.end(method === "POST" ? initialize : undefined)
  })

describe("DNS rebinding", () => {
  it.each([
    ["another Host", { host: "evil.example" }, 403],
    ["another Host with the port", { host: "evil.example:80" }, 403],
    ["a Host that only begins like loopback", { host: "127.0.0.1.evil.example" }, 403],
    ["another Origin", { origin: "https://evil.example" }, 403],
    ["an opaque Origin", { origin: "null" }, 403],
    ["a loopback Host", { host: "localhost" }, 200],
    ["a loopback Origin", { origin: "http://localhost:3000" }, 200]
  ])("%s", async (_, headers, status) => {
    assert.strictEqual(await post(headers), status)
  })

  it("needs JSON, which a page of another origin cannot send without a preflight", async () => {
    assert.isAtLeast(await post({ "content-type": "text/plain" }), 400)
    assert.isAtLeast(
      await post({ "access-control-request-method": "POST", origin: "https://evil.example" }, "/mcp", "OPTIONS"),
      400
    )
  })
})

describe("a request that is no request of the web", () => {
  it.each([
    ["an invalid URL", "//[", "GET"],
    ["an invalid URL with a body", "//[", "POST"],
    ["a method that fetch does not allow", "/mcp", "TRACE"]
  ])("%s is answered with 400, and the server continues", async (_, path, method) => {
    assert.strictEqual(await post({}, path, method), 400)
    assert.strictEqual(await post({ host: "evil.example" }, path, method), 400)
    assert.strictEqual(await post({}), 200)
  })
})

describe("the address", () => {
  const serve = (options: Http.Options) =>
    Effect.runPromise(Effect.scoped(Effect.either(Http.serve(world.server, options))))

  it.each(["0.0.0.0", "::", "192.168.0.1", "example.com"])("%s is not a loopback address", async (host) => {
    const result = await serve({ port: 0, host })
    assert.deepInclude(result, { _tag: "Left" })
  })

  it("says that a port is in use", async () => {
    const result = await serve({ port: Number(new URL(world.url).port) })
    assert.include(JSON.stringify(result), "is in use")
  })

  it("has one path, and an unknown session is 404 so that the client starts another", async () => {
    assert.strictEqual(await post({}, "/"), 404)
    assert.strictEqual(await post({ "mcp-session-id": "nobody" }), 404)
  })
})
