import { spawn } from "node:child_process"
import { createServer, type Socket } from "node:net"
import { assert, describe, it } from "@effect/vitest"
import { bundled } from "@trilum/testing/child"
import * as Effect from "effect/Effect"

/** A TCP server that accepts and never writes a byte: a TLS handshake with it never ends. */
const silent = Effect.acquireRelease(
  Effect.async<{
    readonly port: number
    readonly sockets: Set<Socket>
    readonly seen: () => number
    readonly close: () => void
  }>((resume) => {
    const sockets = new Set<Socket>()
    let seen = 0
    const server = createServer((socket) => {
      sockets.add(socket)
      seen += 1
      socket
        .on("error", () => {})
        .on("close", () => sockets.delete(socket))
        .resume()
    })
    server.listen(0, "127.0.0.1", () => {
      const address = server.address()
      const port = typeof address === "object" && address !== null ? address.port : 0
      resume(
        Effect.succeed({
          port,
          sockets,
          seen: () => seen,
          close: () => {
            for (const socket of sockets) socket.destroy()
            server.close()
          }
        })
      )
    })
  }),
  ({ close }) => Effect.sync(close)
)

const turn = Effect.async<void>((resume) => {
  setImmediate(() => resume(Effect.void))
})

const until = (done: () => boolean): Effect.Effect<void> =>
  Effect.suspend(() => (done() ? Effect.void : Effect.zipRight(turn, until(done))))

describe("a process whose calls are inside a TLS handshake that never ends", () => {
  for (const event of ["close", "abort", "timeout"] as const) {
    it.scopedLive(`exits at once after ${event}, and the server sees every socket closed`, () =>
      Effect.gen(function* () {
        const { port, seen, sockets } = yield* silent
        const program = yield* Effect.promise(() => bundled(new URL("./support/exitChild.ts", import.meta.url)))
        const child = yield* Effect.acquireRelease(
          Effect.sync(() =>
            spawn(process.execPath, [program, `https://127.0.0.1:${port}`, event], {
              stdio: ["pipe", "pipe", "inherit"]
            })
          ),
          (started) => Effect.sync(() => started.kill("SIGKILL"))
        )
        let output = ""
        child.stdout.on("data", (chunk) => (output += chunk))
        const ended = new Promise<number | null>((resolve) => child.once("close", resolve))
        yield* until(() => seen() === 8)
        if (event !== "timeout") child.stdin.write("now")
        assert.strictEqual(yield* Effect.promise(() => ended), 0)
        assert.isBelow(JSON.parse(output).waited, 1_000)
        yield* until(() => sockets.size === 0)
      })
    )
  }
})
