import * as Net from "node:net"
import { inspect } from "node:util"
import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import * as HttpBody from "@effect/platform/HttpBody"
import * as HttpClient from "@effect/platform/HttpClient"
import { describe, expect, it } from "@effect/vitest"
import * as DefaultTransport from "@trilum/core/DefaultTransport"
import { NodeTransport } from "@trilum/core/node"
import { selfSigned } from "@trilum/testing/certificate"
import * as FaultServer from "@trilum/testing/FaultServer"
import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { discardBody } from "../src/internal/discardBody.js"

const canary = "canary-5f1c"

const allTexts = (u: unknown): string =>
  [
    String(u),
    inspect(u, { depth: 20, showHidden: true }),
    JSON.stringify(u),
    u instanceof Error
      ? `${u.stack} ${inspect(u.cause)} ${Cause.pretty(Cause.fail(u), { renderErrorCause: true })}`
      : ""
  ].join("\n")

const post = (client: HttpClient.HttpClient, url: string) =>
  client.post(`${url}/v1/keys?api_key=${canary}`, {
    headers: { authorization: `Bearer ${canary}`, "x-api-key": canary, cookie: `session=${canary}` },
    urlParams: { token: canary },
    body: HttpBody.text(canary)
  })

describe("secrets", () => {
  it.scoped("a response shows neither headers, cookies, query nor bodies", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() =>
        FaultServer.json(
          { secret: canary },
          {
            status: 201,
            headers: {
              "set-cookie": [`session=${canary}`],
              location: `https://bucket.test/?sig=${canary}`,
              "x-api-key": canary,
              "x-request-id": "r-1"
            }
          }
        )
      )
      const client = yield* NodeTransport.make({ proxy: false })
      const response = yield* post(client, server.url)
      yield* response.json
      // What inspect shows of an object with its own toJSON; `showHidden` would list private state of any object.
      const texts = [String(response), inspect(response), JSON.stringify(response)].join("\n")
      expect(texts).not.toContain(canary)
      expect(texts).toContain("r-1")
      expect(texts).toContain("/v1/keys")
    })
  )

  const failures: ReadonlyArray<readonly [string, FaultServer.Script]> = [
    ["before the headers", [FaultServer.close]],
    ["for garbage", [FaultServer.garbage(`${canary}\r\n\r\n`)]],
    ["in the body", [FaultServer.closeAfter(20, { body: canary.repeat(9), headers: { "set-cookie": canary } })]],
    ["for a body that is not JSON", [FaultServer.text(canary, { headers: { "set-cookie": canary } })]],
    ["for a broken encoding", [FaultServer.text(canary, { headers: { "content-encoding": "gzip" } })]]
  ]
  for (const [name, script] of failures) {
    it.scoped(`an error ${name} shows none of them either`, () =>
      Effect.gen(function* () {
        const server = yield* FaultServer.make(script)
        const client = yield* NodeTransport.make({ proxy: false })
        const error = yield* Effect.flip(Effect.flatMap(post(client, server.url), (response) => response.json))
        expect(allTexts(error)).not.toContain(canary)
        expect(String(error)).toContain("/v1/keys")
      })
    )
  }

  it.scoped("user and password of a URL are not shown", () =>
    Effect.gen(function* () {
      const port = yield* FaultServer.refusedPort
      const client = yield* NodeTransport.make({ proxy: false })
      const error = yield* Effect.flip(client.get(`http://user:${canary}@127.0.0.1:${port}/`))
      expect(allTexts(error)).not.toContain(canary)
    })
  )
})

describe("TLS", () => {
  it.scoped("a certificate of `ca` is trusted, any other is not", () =>
    Effect.gen(function* () {
      const tls = selfSigned()
      const server = yield* FaultServer.make(() => FaultServer.text("secure"), { tls })
      for (const ca of [tls.cert, [Buffer.from(tls.cert)]]) {
        const client = yield* NodeTransport.make({ proxy: false, ca })
        expect(yield* Effect.flatMap(client.get(server.url), (_) => _.text)).toBe("secure")
      }
      const other = yield* NodeTransport.make({ proxy: false, ca: selfSigned().cert })
      expect((yield* Effect.flip(other.get(server.url))).reason).toBe("Transport")
    })
  )

  it.scoped("a handshake that never ends runs into connectTimeout", () =>
    Effect.gen(function* () {
      const port = yield* Effect.acquireRelease(
        Effect.promise(
          () =>
            new Promise<{ readonly port: number; readonly close: () => void }>((resolve) => {
              const sockets = new Set<Net.Socket>()
              const server = Net.createServer((socket) => {
                sockets.add(socket)
                socket.on("error", () => {})
              })
              server.listen(0, "127.0.0.1", () => {
                const address = server.address()
                resolve({
                  port: typeof address === "object" && address !== null ? address.port : 0,
                  close: () => {
                    for (const socket of sockets) socket.destroy()
                    server.close()
                  }
                })
              })
            })
        ),
        (silent) => Effect.sync(silent.close)
      )
      const client = yield* NodeTransport.make({ proxy: false, connectTimeout: "10 millis" })
      const error = yield* Effect.flip(client.get(`https://127.0.0.1:${port.port}/`))
      expect(error).toMatchObject({ reason: "Transport", cause: { code: "UND_ERR_CONNECT_TIMEOUT" } })
    })
  )
})

describe("default transport", () => {
  it.scoped("on Node it is the pool", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.json(1))
      const response = yield* Effect.flatMap(HttpClient.HttpClient, (client) => client.get(server.url)).pipe(
        Effect.provide(DefaultTransport.layer)
      )
      expect(server.requests[0]?.headers["user-agent"]).toBeUndefined()
      expect(response.status).toBe(200)
    })
  )
})

describe("discardBody of a fetch client", () => {
  const fetchClient = HttpClient.HttpClient.pipe(Effect.provide(FetchHttpClient.layer))

  it.scoped("reads a short body so that the socket is used again", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.respond(503, { body: "x".repeat(1_000) }))
      const client = yield* fetchClient
      for (let i = 0; i < 20; i++) yield* Effect.flatMap(client.get(server.url), (response) => discardBody(response))
      expect(server.totalSockets).toBeLessThanOrEqual(2)
    })
  )

  it.scoped("cancels what is long, slow or endless", () =>
    Effect.gen(function* () {
      const answers = [
        FaultServer.respond(503, { body: "x".repeat(8_000_000) }),
        FaultServer.stallAfter(1, { body: "0123456789" }),
        FaultServer.controlledSse(FaultServer.channel())
      ]
      const server = yield* FaultServer.make(answers)
      const client = yield* fetchClient
      for (const [index] of answers.entries()) {
        yield* Effect.flatMap(client.get(server.url), (response) => discardBody(response, 100_000, 5))
        yield* server.awaitClosedSockets(index + 1)
      }
    })
  )

  it.scoped("is harmless after the body was read", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.text("read"))
      const client = yield* fetchClient
      const whole = yield* client.get(server.url)
      yield* whole.text
      yield* discardBody(whole)
      const streamed = yield* client.get(server.url)
      yield* Stream.runDrain(streamed.stream)
      yield* discardBody(streamed)
    })
  )
})
