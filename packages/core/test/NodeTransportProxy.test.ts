import * as Http from "node:http"
import * as Net from "node:net"
import { assert, describe, it } from "@effect/vitest"
import { NodeTransport } from "@trilum/core/node"
import { selfSigned } from "@trilum/testing/certificate"
import * as FaultServer from "@trilum/testing/FaultServer"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import { bypassOf, fromEnvironment, InvalidProxy } from "../src/internal/node/proxy.js"

interface ProxyServer {
  readonly url: string
  readonly port: number
  /** Request lines, with the value of `proxy-authorization` when there was one. */
  readonly seen: Array<string>
}

/** Forwards and tunnels everything to `port` on loopback, whatever the host, as if it resolved the names. */
const makeProxy = (port: number, options: { readonly reject?: number } = {}) =>
  Effect.map(
    Effect.acquireRelease(
      Effect.promise(
        () =>
          new Promise<ProxyServer & { readonly close: () => Promise<void> }>((resolve) => {
            const seen: Array<string> = []
            const sockets = new Set<Net.Socket>()
            const note = (request: Http.IncomingMessage): void => {
              const credential = request.headers["proxy-authorization"]
              seen.push(`${request.method} ${request.url}${credential === undefined ? "" : ` ${credential}`}`)
            }
            const server = Http.createServer((request, response) => {
              note(request)
              if (options.reject !== undefined) {
                response.writeHead(options.reject).end()
                return
              }
              const { pathname, search } = new URL(request.url ?? "")
              const target = { host: "127.0.0.1", port, method: request.method, path: pathname + search }
              const onward = Http.request({ ...target, headers: request.headers, agent: false }, (answer) => {
                response.writeHead(answer.statusCode ?? 502, answer.headers)
                answer.pipe(response)
              })
              onward.on("error", () => response.destroy())
              request.pipe(onward)
            })
            server.on("connect", (request, socket, head) => {
              note(request)
              if (options.reject !== undefined) {
                socket.end(`HTTP/1.1 ${options.reject} Refused\r\n\r\n`)
                return
              }
              const onward = Net.connect(port, "127.0.0.1", () => {
                socket.write("HTTP/1.1 200 OK\r\n\r\n")
                onward.write(head)
                onward.pipe(socket).pipe(onward)
              })
              onward.on("error", () => socket.destroy())
              onward.on("close", () => socket.destroy())
              socket.on("error", () => onward.destroy())
              socket.on("close", () => onward.destroy())
            })
            server.on("connection", (socket) => {
              sockets.add(socket)
              socket.on("close", () => sockets.delete(socket))
            })
            server.listen(0, "127.0.0.1", () => {
              const address = server.address()
              const own = typeof address === "object" && address !== null ? address.port : 0
              const close = (): Promise<void> =>
                new Promise((done) => {
                  server.close(() => done())
                  for (const socket of sockets) socket.destroy()
                })
              resolve({ url: `http://127.0.0.1:${own}`, port: own, seen, close })
            })
          })
      ),
      (proxy) => Effect.promise(proxy.close)
    ),
    (proxy): ProxyServer => proxy
  )

const names = ["http_proxy", "https_proxy", "no_proxy", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY"]

/** Exactly these proxy variables for the life of the scope. */
const environment = (variables: Readonly<Record<string, string>>) =>
  Effect.acquireRelease(
    Effect.sync(() => {
      const before = names.map((name) => [name, process.env[name]] as const)
      for (const name of names) delete process.env[name]
      Object.assign(process.env, variables)
      return before
    }),
    (before) =>
      Effect.sync(() => {
        for (const [name, value] of before) {
          if (value === undefined) delete process.env[name]
          else process.env[name] = value
        }
      })
  )

const read = (client: Effect.Effect.Success<ReturnType<typeof NodeTransport.make>>, url: string) =>
  Effect.flatMap(client.get(url), (response) => response.text)

describe("proxy option", () => {
  it.scoped("http is forwarded, with the credential for the proxy only", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.text("through"))
      const proxy = yield* makeProxy(server.port)
      const client = yield* NodeTransport.make({ proxy: `http://user:p%40ss@127.0.0.1:${proxy.port}` })
      assert.strictEqual(yield* read(client, "http://api.example.test/v1/users?x=1"), "through")
      const basic = Buffer.from("user:p@ss").toString("base64")
      assert.deepStrictEqual<unknown>(proxy.seen, [`GET http://api.example.test/v1/users?x=1 Basic ${basic}`])
      assert.strictEqual(server.requests[0]?.headers["host"], "api.example.test")
    })
  )

  it.scoped("https is tunnelled and verified against `ca`, with bodies and keep-alive", () =>
    Effect.gen(function* () {
      const tls = selfSigned()
      const server = yield* FaultServer.make((request) => FaultServer.text(`got ${request.text}`), { tls })
      const proxy = yield* makeProxy(server.port)
      const client = yield* NodeTransport.make({ proxy: new URL(proxy.url), ca: tls.cert })
      for (let i = 0; i < 3; i++) assert.strictEqual(yield* read(client, "https://localhost/v1"), "got ")
      assert.deepStrictEqual<unknown>(proxy.seen, ["CONNECT localhost:443"])
      assert.strictEqual(server.totalSockets, 1)
      const untrusting = yield* NodeTransport.make({ proxy: proxy.url })
      assert.include((yield* Effect.flip(untrusting.get("https://localhost/v1"))).message, "SELF_SIGNED")
    })
  )

  it.scoped("the headers of the caller are not written into", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.text("through"))
      const proxy = yield* makeProxy(server.port)
      const client = yield* NodeTransport.make({ proxy: proxy.url })
      const response = yield* client.get("http://api.example.test/", { headers: { accept: "text/plain" } })
      assert.deepStrictEqual<unknown>({ ...response.request.headers }, { accept: "text/plain" })
    })
  )

  for (const [scheme, status] of [
    ["http", 407],
    ["https", 407],
    ["https", 502]
  ] as const) {
    it.scoped(`a proxy that refuses ${scheme} with ${status} is a transport error`, () =>
      Effect.gen(function* () {
        const proxy = yield* makeProxy(9, { reject: status })
        const client = yield* NodeTransport.make({ proxy: proxy.url })
        const error = yield* Effect.flip(client.get(`${scheme}://api.example.test/`))
        assert.deepInclude(error, { _tag: "RequestError" })
        assert.include(error.message, String(status))
        const code = status === 407 ? "TRILUM_PROXY_AUTHENTICATION" : "TRILUM_PROXY_REFUSED"
        assert.deepInclude(error.cause, { code, status })
        assert.lengthOf(proxy.seen, 1)
      })
    )
  }

  it.scoped("interruption destroys the way through the proxy", () =>
    Effect.gen(function* () {
      const tls = selfSigned()
      const server = yield* FaultServer.make(() => FaultServer.never, { tls })
      const proxy = yield* makeProxy(server.port)
      const client = yield* NodeTransport.make({ proxy: proxy.url, ca: tls.cert })
      const call = yield* Effect.fork(client.get("https://localhost/"))
      yield* server.awaitRequests(1)
      yield* Fiber.interrupt(call)
      yield* server.awaitClosedSockets(1)
    })
  )

  it.scoped("closing the scope closes the way through the proxy", () =>
    Effect.gen(function* () {
      const tls = selfSigned()
      const server = yield* FaultServer.make(() => FaultServer.json(1), { tls })
      const proxy = yield* makeProxy(server.port)
      yield* Effect.scoped(
        Effect.flatMap(NodeTransport.make({ proxy: proxy.url, ca: tls.cert }), (client) =>
          read(client, "https://localhost/")
        )
      )
      yield* server.awaitOpenSockets(0)
    })
  )
})

describe("proxy of the environment", () => {
  for (const variable of ["HTTP_PROXY", "http_proxy"]) {
    it.scoped(`${variable} is obeyed, except for loopback`, () =>
      Effect.gen(function* () {
        const server = yield* FaultServer.make(() => FaultServer.text("hello"))
        const proxy = yield* makeProxy(server.port)
        yield* environment({ [variable]: proxy.url })
        const client = yield* NodeTransport.make()
        yield* read(client, "http://api.example.test/proxied")
        yield* read(client, `${server.url}/direct`)
        assert.deepStrictEqual<unknown>(proxy.seen, ["GET http://api.example.test/proxied"])
        assert.deepStrictEqual<unknown>(
          server.requests.map((request) => request.url),
          ["/proxied", "/direct"]
        )
      })
    )
  }

  it.scoped("HTTPS_PROXY tunnels https and leaves http alone", () =>
    Effect.gen(function* () {
      const tls = selfSigned()
      const server = yield* FaultServer.make(() => FaultServer.text("hello"), { tls })
      const proxy = yield* makeProxy(server.port)
      yield* environment({ HTTPS_PROXY: `127.0.0.1:${proxy.port}` })
      const client = yield* NodeTransport.make({ ca: tls.cert })
      const error = yield* Effect.flip(client.get("https://api.example.test/"))
      assert.include(error.message, "ALTNAME")
      assert.deepStrictEqual<unknown>(proxy.seen, ["CONNECT api.example.test:443"])
      yield* Effect.flip(client.get("http://name.invalid/"))
      assert.lengthOf(proxy.seen, 1)
    })
  )

  it.scoped("NO_PROXY and `proxy: false` go directly", () =>
    Effect.gen(function* () {
      const proxy = yield* makeProxy(9)
      yield* environment({ HTTP_PROXY: proxy.url, NO_PROXY: "other.test, .invalid" })
      const obedient = yield* NodeTransport.make()
      yield* Effect.flip(obedient.get("http://name.invalid/"))
      const direct = yield* NodeTransport.make({ proxy: false })
      yield* Effect.flip(direct.get("http://any.invalid/"))
      assert.deepStrictEqual<unknown>(proxy.seen, [])
    })
  )

  it.scoped("a variable that is no URL fails calls with advice and without its value", () =>
    Effect.gen(function* () {
      yield* environment({ HTTPS_PROXY: "http://user:canary@[bad" })
      const client = yield* NodeTransport.make()
      const error = yield* Effect.flip(client.get("http://127.0.0.1/"))
      assert.include(error.message, "HTTPS_PROXY is not the URL of a proxy")
      assert.notInclude(error.message, "canary")
      assert.deepInclude(error.cause, { code: "TRILUM_INVALID_OPTIONS" })
    })
  )

  it("lower case wins, empty counts as absent", () => {
    const hosts = (env: Record<string, string>) => {
      const proxies = fromEnvironment(env)
      return proxies instanceof InvalidProxy ? proxies.message : [proxies.http?.href, proxies.https?.href]
    }
    const both = { http_proxy: "http://lower", HTTP_PROXY: "http://upper", https_proxy: "" }
    assert.deepStrictEqual(hosts(both), ["http://lower/", undefined])
    assert.deepStrictEqual(hosts({ http_proxy: "", HTTP_PROXY: "upper:3128" }), ["http://upper:3128/", undefined])
  })

  for (const value of ["ftp://proxy", "ftp//::", "ftp://::", "%", "http://user:%@proxy", "http://[bad", "http://"]) {
    it(`${value} is refused without its value`, () => {
      const proxies = fromEnvironment({ HTTPS_PROXY: value })
      assert.instanceOf(proxies, InvalidProxy)
      assert.strictEqual(
        proxies instanceof InvalidProxy ? proxies.message : "",
        "HTTPS_PROXY is not the URL of a proxy; write it as http://proxy.example:8080"
      )
    })
  }

  const cases: ReadonlyArray<readonly [string, string, boolean]> = [
    ["", "http://a.test/", false],
    ["*", "http://a.test/", true],
    ["b.test,*", "http://a.test/", true],
    ["a.test", "http://a.test/", true],
    ["A.TEST", "http://a.test/", true],
    ["a.test", "http://x.a.test/", true],
    ["a.test", "http://ba.test/", false],
    [".a.test", "http://a.test/", true],
    ["*.a.test", "http://x.a.test/", true],
    ["a.test:8080", "http://a.test:8080/", true],
    ["a.test:8080", "http://a.test/", false],
    ["a.test:443", "https://a.test/", true],
    ["b.test a.test", "http://a.test/", true],
    ["10.0.0.1", "http://10.0.0.1/", true],
    ["10.0.0.0/8", "http://10.200.3.4/", true],
    ["10.0.0.0/8", "http://11.0.0.1/", false],
    ["10.0.0.0/8", "http://10.example.test/", false],
    ["10.0.0.0/99", "http://10.0.0.1/", false],
    ["fd00::/8", "http://[fd12:3456::1]/", true],
    ["fd00::/8", "http://[fe80::1]/", false],
    ["[fd00::]/8", "http://[fd12::1]/", true],
    ["fd00::/8", "http://10.0.0.1/", false],
    ["a.test.", "http://a.test/", true],
    [".a.test.", "http://x.a.test/", true],
    ["a.test", "http://a.test./", true],
    [".", "http://a.test/", false],
    ["2001:db8::1", "http://[2001:db8::1]/", true],
    ["[2001:db8::1]:8080", "http://[2001:db8::1]:8080/", true],
    ["[2001:db8::1]:8080", "http://[2001:db8::1]/", false],
    ["", "http://localhost:3000/", true],
    ["", "http://127.0.0.1:3000/", true],
    ["", "http://[::1]:3000/", true]
  ]
  for (const [list, url, direct] of cases) {
    it(`NO_PROXY "${list}" lets ${url} go ${direct ? "directly" : "through the proxy"}`, () => {
      assert.strictEqual(bypassOf(list)(new URL(url)), direct)
    })
  }
})
