import * as HttpBody from "@effect/platform/HttpBody"
import * as HttpClient from "@effect/platform/HttpClient"
import type * as HttpClientError from "@effect/platform/HttpClientError"
import { describe, expect, it } from "@effect/vitest"
import { NodeTransport } from "@trilum/core/node"
import { selfSigned } from "@trilum/testing/certificate"
import * as FaultServer from "@trilum/testing/FaultServer"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Stream from "effect/Stream"
import { nextHop } from "../src/internal/redirect.js"
import * as SameOriginRedirects from "../src/internal/sameOriginRedirects.js"

const secrets = {
  authorization: "Bearer canary",
  "x-api-key": "canary",
  cookie: "session=canary",
  "x-tenant": "acme",
  range: "bytes=0-9"
}

/** The transport as `ApiClient` uses it. */
const transport = (options: NodeTransport.Options) =>
  Effect.map(NodeTransport.make(options), (client) => {
    const execute = SameOriginRedirects.make(client)
    return HttpClient.makeWith<never, never, HttpClientError.HttpClientError, never>(
      Effect.flatMap((request) => execute(request)),
      Effect.succeed
    )
  })

const setUp = (script: FaultServer.Script) =>
  Effect.all({ server: FaultServer.make(script), client: transport({ proxy: false }) })

const download = (client: HttpClient.HttpClient, url: string) =>
  NodeTransport.withCrossOriginDownload(client.get(url, { headers: secrets }))

describe("redirects to the same origin", () => {
  it.scoped("are followed with their headers, on the same socket", () =>
    Effect.gen(function* () {
      const { client, server } = yield* setUp([
        FaultServer.redirect("/b?x=1#part", 301, { body: "moved" }),
        FaultServer.redirect("c", 307),
        FaultServer.text("here")
      ])
      const response = yield* client.get(`${server.url}/a`, { headers: secrets })
      expect(yield* response.text).toBe("here")
      expect(server.requests.map((request) => request.url)).toEqual(["/a", "/b?x=1", "/c"])
      expect(server.requests[2]?.headers).toMatchObject(secrets)
      expect(server.totalSockets).toBe(1)
    })
  )

  it.scoped("end after five, with the sixth handed up", () =>
    Effect.gen(function* () {
      const { client, server } = yield* setUp((_, index) => FaultServer.redirect(`/${index + 1}`))
      const response = yield* client.get(server.url)
      expect(response.status).toBe(302)
      expect(response.headers["location"]).toBe("/6")
      expect(server.requests).toHaveLength(6)
    })
  )

  it.scoped("a long body of the redirect costs its socket, not the call", () =>
    Effect.gen(function* () {
      const { client, server } = yield* setUp([
        FaultServer.redirect("/b", 302, { body: "x".repeat(1_000_000) }),
        FaultServer.text("here")
      ])
      expect(yield* Effect.flatMap(client.get(server.url), (_) => _.text)).toBe("here")
      yield* server.awaitClosedSockets(1)
    })
  )

  it.scoped("a redirect whose body stalls is followed all the same", () =>
    Effect.gen(function* () {
      const { client, server } = yield* setUp([
        FaultServer.stallAfter(1, { status: 302, headers: { location: "/b" }, body: "moved" }),
        FaultServer.text("here")
      ])
      expect(yield* Effect.flatMap(client.get(server.url), (_) => _.text)).toBe("here")
      yield* server.awaitClosedSockets(1)
    })
  )

  it.scoped("307 and 308 send a body again, byte for byte", () =>
    Effect.gen(function* () {
      const { client, server } = yield* setUp([
        FaultServer.redirect("/b", 307),
        FaultServer.redirect("/c", 308),
        FaultServer.json(1)
      ])
      yield* client.post(server.url, { body: HttpBody.text("payload", "text/plain") })
      expect(server.requests.map((request) => [request.method, request.text])).toEqual([
        ["POST", "payload"],
        ["POST", "payload"],
        ["POST", "payload"]
      ])
    })
  )

  for (const status of [301, 302, 303]) {
    it.scoped(`${status} of a POST becomes a GET without the body and its headers`, () =>
      Effect.gen(function* () {
        const { client, server } = yield* setUp([FaultServer.redirect("/done", status), FaultServer.json(1)])
        yield* client.post(server.url, { headers: secrets, body: HttpBody.text("payload", "text/plain") })
        const [, second] = server.requests
        expect(second).toMatchObject({ method: "GET", url: "/done", text: "" })
        expect(second?.headers).toMatchObject(secrets)
        expect(second?.headers["content-type"]).toBeUndefined()
        expect(second?.headers["content-length"]).toBeUndefined()
      })
    )
  }

  it.scoped("a streamed body is not sent twice: 307 is handed up", () =>
    Effect.gen(function* () {
      const { client, server } = yield* setUp([FaultServer.redirect("/b", 307), FaultServer.json(1)])
      const body = HttpBody.stream(Stream.make(Buffer.from("once")))
      const response = yield* client.post(server.url, { body })
      expect(response.status).toBe(307)
      expect(server.requests).toHaveLength(1)
    })
  )

  it.scoped("304, 300 and a redirect without location are plain answers", () =>
    Effect.gen(function* () {
      const { client, server } = yield* setUp([
        FaultServer.respond(304, { headers: { location: "/b" } }),
        FaultServer.respond(300, { headers: { location: "/b" } }),
        FaultServer.respond(302),
        FaultServer.redirect("http://[not a url")
      ])
      for (const status of [304, 300, 302, 302]) expect((yield* client.get(server.url)).status).toBe(status)
    })
  )

  it.scoped("interruption while a redirect is followed destroys the socket", () =>
    Effect.gen(function* () {
      const { client, server } = yield* setUp([FaultServer.redirect("/b"), FaultServer.never])
      const call = yield* Effect.fork(client.get(server.url))
      yield* server.awaitRequests(2)
      yield* Fiber.interrupt(call)
      yield* server.awaitClosedSockets(1)
    })
  )
})

describe("redirects to another origin", () => {
  it.scoped("are handed up, so no credential leaves", () =>
    Effect.gen(function* () {
      const other = yield* FaultServer.make(() => FaultServer.text("stolen"))
      const { client, server } = yield* setUp(() => FaultServer.redirect(`${other.url}/x`))
      const response = yield* client.get(server.url, { headers: secrets })
      expect(response.status).toBe(302)
      expect(response.headers["location"]).toBe(`${other.url}/x`)
      expect(other.totalSockets).toBe(0)
    })
  )

  it.scoped("of a download drop every header of the caller but the range", () =>
    Effect.gen(function* () {
      const storage = yield* FaultServer.make(() => FaultServer.text("bytes"))
      const { client, server } = yield* setUp(() => FaultServer.redirect(`${storage.url}/blob?sig=abc`, 307))
      const response = yield* download(client, server.url)
      expect(yield* response.text).toBe("bytes")
      const [request] = storage.requests
      expect(request?.url).toBe("/blob?sig=abc")
      expect(Object.keys(request?.headers ?? {}).sort()).toEqual(["connection", "host", "range"])
      expect(request?.rawHeaders.join()).not.toContain("canary")
    })
  )

  it.scoped("of a download do not regain the headers on the way back", () =>
    Effect.gen(function* () {
      const back = FaultServer.gate()
      let home = ""
      const storage = yield* FaultServer.make(() => FaultServer.redirect(`${home}/again`))
      const { client, server } = yield* setUp([
        FaultServer.redirect(`${storage.url}/blob`),
        FaultServer.after(back.opened, FaultServer.text("bytes"))
      ])
      home = server.url
      back.open()
      yield* download(client, server.url)
      expect(server.requests[1]?.rawHeaders.join()).not.toContain("canary")
    })
  )

  it.scoped("of a POST are never followed, even by a download", () =>
    Effect.gen(function* () {
      const other = yield* FaultServer.make(() => FaultServer.text("stolen"))
      const { client, server } = yield* setUp((request) =>
        FaultServer.redirect(other.url, Number(request.url.slice(1)))
      )
      for (const status of [301, 302, 303, 307, 308]) {
        const body = HttpBody.text("payload")
        const response = yield* NodeTransport.withCrossOriginDownload(client.post(`${server.url}/${status}`, { body }))
        expect(response.status).toBe(status)
      }
      expect(other.totalSockets).toBe(0)
    })
  )

  it.scoped("from https to http are never followed", () =>
    Effect.gen(function* () {
      const tls = selfSigned()
      const plain = yield* FaultServer.make(() => FaultServer.text("stolen"))
      const server = yield* FaultServer.make(() => FaultServer.redirect(plain.url), { tls })
      const client = yield* transport({ proxy: false, ca: tls.cert })
      expect((yield* download(client, server.url)).status).toBe(302)
      expect(plain.totalSockets).toBe(0)
    })
  )
})

describe("nextHop", () => {
  const from = (url: string, method = "GET") => ({ method, url: new URL(url), headers: secrets, keepsBody: false })
  const allowed = { replayable: true, crossOrigin: true }

  it("scheme, host and port make the origin", () => {
    const strict = { replayable: true, crossOrigin: false }
    expect(nextHop(from("https://a.test/x"), 302, "https://a.test:443/y", strict)?.url.href).toBe("https://a.test/y")
    expect(nextHop(from("https://a.test/x"), 302, "//A.test/y", strict)?.url.href).toBe("https://a.test/y")
    for (const to of ["https://a.test:8443/", "https://b.a.test/", "https://b.test/", "http://a.test/"]) {
      expect(nextHop(from("https://a.test/x"), 302, to, strict)).toBeUndefined()
    }
    expect(nextHop(from("http://a.test/"), 302, "https://a.test/", strict)).toBeUndefined()
  })

  it("only http and https are gone to", () => {
    for (const to of ["file:///etc/passwd", "data:text/plain,x", "ftp://a.test/", "javascript:0"]) {
      expect(nextHop(from("https://a.test/"), 302, to, allowed)).toBeUndefined()
    }
  })

  it("a PUT keeps its method on 301 and 302", () => {
    const put = { ...from("https://a.test/", "PUT"), keepsBody: true }
    expect(nextHop(put, 302, "/b", allowed)).toMatchObject({ method: "PUT", keepsBody: true })
    expect(nextHop(put, 303, "/b", allowed)).toMatchObject({ method: "GET", keepsBody: false })
  })
})
