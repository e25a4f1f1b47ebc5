/** Limits of connections and plain http, from the command line and from the environment. */
import * as Http from "node:http"
import { connect } from "node:net"
import { afterEach, assert, describe, it, vi } from "@effect/vitest"
import { createLumnis } from "@trilum/lumnis/promise"
import * as FaultServer from "@trilum/testing/FaultServer"
import * as Effect from "effect/Effect"
import { kebab } from "../src/names.js"
import * as TestIo from "./support/TestIo.js"

afterEach(() => vi.unstubAllEnvs())

/** A proxy that takes every name for the server's. Plain http goes through it with the whole URL in the request line. */
const proxyTo = (url: string) =>
  Effect.acquireRelease(
    Effect.async<Http.Server>((resume) => {
      const proxy = Http.createServer((request, response) => {
        const { headers, method } = request
        const { pathname, search } = new URL(request.url ?? "", url)
        const upstream = Http.request(new URL(pathname + search, url), { headers, method, agent: false }, (answer) => {
          response.writeHead(answer.statusCode ?? 502, answer.headers)
          answer.pipe(response)
        })
        request.pipe(upstream)
      })
      proxy.on("connect", (_, socket) => {
        const upstream = connect(Number(new URL(url).port), "127.0.0.1", () => {
          socket.write("HTTP/1.1 200 OK\r\n\r\n")
          upstream.pipe(socket).pipe(upstream)
        })
        socket.on("error", () => upstream.destroy()).on("close", () => upstream.destroy())
        upstream.on("error", () => socket.destroy()).on("close", () => socket.destroy())
      })
      proxy.listen(0, "127.0.0.1", () => resume(Effect.succeed(proxy)))
    }),
    (proxy) =>
      Effect.sync(() => {
        proxy.close()
        proxy.closeAllConnections()
      })
  )

const users = FaultServer.json({ users: [], pagination: { page: 1 } })

/** A server behind plain http under a name that is not loopback. */
const backend = Effect.gen(function* () {
  const server = yield* FaultServer.make(() => users)
  const proxy = yield* proxyTo(server.url)
  const address = proxy.address()
  vi.stubEnv("HTTP_PROXY", `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`)
  vi.stubEnv("NO_PROXY", "")
  return { server, baseUrl: "http://lumnis-backend:8000" }
})

const list = ["lumnis", "users", "list", "--retries", "0"]

describe("plain http to a host that is not loopback", () => {
  it.scoped("is refused without an opt-in, before anything is sent", () =>
    Effect.gen(function* () {
      const { baseUrl, server } = yield* backend
      const result = yield* Effect.promise(() => TestIo.run({ env: TestIo.lumnisAt(baseUrl) }, ...list))
      assert.strictEqual(result.code, 2)
      assert.include(result.stderr, "TRILUM_ALLOW_INSECURE_HTTP")
      const client = yield* Effect.either(Effect.try(() => createLumnis({ apiKey: "k", baseUrl })))
      assert.strictEqual(client._tag, "Left")
      assert.lengthOf(server.requests, 0)
    })
  )

  it.scoped("works with the flag, each environment variable, and the option of the library", () =>
    Effect.gen(function* () {
      const { baseUrl, server } = yield* backend
      const run = (env: Record<string, string>, ...more: ReadonlyArray<string>) =>
        Effect.promise(() => TestIo.run({ env: { ...TestIo.lumnisAt(baseUrl), ...env } }, ...list, ...more))
      for (const { code, stderr } of [
        yield* run({}, "--allow-insecure-http"),
        yield* run({ TRILUM_ALLOW_INSECURE_HTTP: "1" }),
        yield* run({ LUMNISAI_ALLOW_INSECURE_HTTP: "true" })
      ]) {
        assert.deepStrictEqual({ code, stderr }, { code: 0, stderr: "" })
      }
      const client = createLumnis({ apiKey: "k", baseUrl, allowInsecureHttp: true })
      yield* Effect.promise(() => client.users.list({}))
      yield* Effect.promise(() => client.close())
      assert.deepStrictEqual(
        server.requests.map(({ headers }) => headers["host"]),
        Array.from({ length: 4 }, () => "lumnis-backend:8000")
      )
    })
  )

  it.scoped("the flag works for commands made by hand", () =>
    Effect.gen(function* () {
      const { baseUrl, server } = yield* backend
      const words = ["lumnis", "files", "search", "q", "--user", "ada", "--retries", "0"]
      const env = TestIo.lumnisAt(baseUrl)
      const rejected = yield* Effect.promise(() => TestIo.run({ env }, ...words))
      assert.strictEqual(rejected.code, 2)
      yield* Effect.promise(() => TestIo.run({ env }, ...words, "--allow-insecure-http"))
      assert.lengthOf(server.requests, 1)
    })
  )
})

describe("limits", () => {
  const big = FaultServer.json({ users: [{ id: "x".repeat(4096) }], pagination: { page: 1 } })

  it.scoped("an answer larger than --max-response-bytes fails, also by its variable", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => big)
      const env = TestIo.lumnisAt(server.url)
      const flag = yield* Effect.promise(() => TestIo.run({ env }, ...list, "--max-response-bytes", "1000"))
      const variable = yield* Effect.promise(() =>
        TestIo.run({ env: { ...env, TRILUM_MAX_RESPONSE_BYTES: "1000" } }, ...list)
      )
      const over = yield* Effect.promise(() =>
        TestIo.run({ env: { ...env, TRILUM_MAX_RESPONSE_BYTES: "1000" } }, ...list, "--max-response-bytes", "100000")
      )
      assert.deepStrictEqual([flag.code, variable.code, over.code], [1, 1, 0])
      assert.include(flag.stderr, "larger than 1000 bytes")
    })
  )

  it.scoped("calls wait for one of --max-connections, and no longer than --pool-timeout", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.never)
      const env = TestIo.lumnisAt(server.url)
      const words = ["lumnis", "files", "wait", "f1", "f2", "--user", "ada", "--retries", "0", "--timeout", "20s"]
      const limits = ["--max-connections", "1", "--pool-timeout", "100ms", "--deadline", "1s"]
      const { code, stderr } = yield* Effect.promise(() => TestIo.run({ env }, ...words, ...limits))
      assert.strictEqual(code, 7)
      assert.include(stderr, "no connection became free")
      assert.lengthOf(server.requests, 1)
    })
  )

  it("the help of every command that sends lists them", async () => {
    for (const words of [
      ["lumnis", "users", "list"],
      ["lumnis", "invoke"],
      ["lvng", "chat"],
      ["luml", "artifacts", "upload"]
    ]) {
      const { stdout } = await TestIo.run({}, ...words, "--help")
      for (const name of ["allowInsecureHttp", "maxResponseBytes", "maxConnections", "poolTimeout"]) {
        assert.include(stdout, `--${kebab(name)}`, words.join(" "))
      }
    }
  })
})
