/** Runs the MCP server until its client leaves, or a signal stops it. */
import { resolve } from "node:path"
import { Readable, Writable } from "node:stream"
import * as Http from "@trilum/mcp/Http"
import * as Platforms from "@trilum/mcp/Platforms"
import * as Server from "@trilum/mcp/Server"
import * as Effect from "effect/Effect"
import { Interrupted, MissingKeyError, UsageError } from "../../CliError.js"
import type { Invocation } from "../../Command.js"
import * as Credentials from "../../credentials.js"
import { exitCode } from "../../exitCode.js"
import type { Io } from "../../Io.js"
import { settings, withEnvironment } from "../../layers.js"
import { choice, integer } from "../../parse.js"
import * as Luml from "../../platforms/luml.js"
import * as Lumnis from "../../platforms/lumnis.js"
import * as Lvng from "../../platforms/lvng.js"
import { byName, type ConnectSettings, type PlatformName, platforms } from "../../platforms/Platform.js"
import * as Json from "../../render/json.js"
import { print, run } from "../../run.js"

const names = platforms.map(({ name }) => name)

/** The settings of the platforms that are wanted and have a credential. */
const connections = async (invocation: Invocation): Promise<ReadonlyMap<PlatformName, ConnectSettings>> => {
  const { values } = invocation
  choice(values, "platform", names)
  const asked = names.filter((name) => !values.has("platform") || values.texts("platform").includes(name))
  const out = new Map<PlatformName, ConnectSettings>()
  for (const name of asked) {
    const platform = byName(name)
    const credentials = await Credentials.of(invocation, platform)
    // One that was asked for by name fails without a key, with what to do about it.
    if (Credentials.isGiven(credentials) || values.has("platform"))
      out.set(name, await settings(invocation, platform, { credentials }))
  }
  if (out.size > 0) return out
  throw new MissingKeyError({
    platform: "lumnis",
    message: "there is no key of any platform, so there is nothing to serve",
    hint: "set LUMNISAI_API_KEY, LVNG_API_KEY or LUML_API_KEY, or store a key: trilum auth login"
  })
}

const outputOf = (io: Io): Writable =>
  new Writable({
    write: (chunk: Uint8Array, _, done) => {
      io.stdout.write(chunk).then(() => done(), done)
    }
  })

const main = (invocation: Invocation) =>
  Effect.gen(function* () {
    const { io, json, values } = invocation
    const allowWrites = values.flag("allow-writes") === true
    const server = yield* Server.make({
      allowWrites,
      directory: resolve(io.cwd, values.text("directory") ?? "."),
      version: io.version
    })
    const port = integer(values, "http", 0)
    if (port === undefined) {
      if (io.stdin.isTTY) {
        yield* print(io.stderr, "waiting for a client on stdin; hosts start this command. Ctrl-C stops it\n")
      }
      return yield* server.stdio(Readable.from(io.stdin.read()), outputOf(io))
    }
    const { url } = yield* Http.serve(server, { port })
    yield* json
      ? print(io.stdout, `${Json.compact({ url })}\n`)
      : print(io.stderr, `listening on ${url} (${allowWrites ? "writes are allowed" : "read-only"}); Ctrl-C stops it\n`)
    return yield* Effect.never
  })

/**
 * @since 0.1.0
 * @category constructors
 */
export const serve = async (invocation: Invocation): Promise<number> => {
  const { io, values } = invocation
  const port = integer(values, "http", 0)
  if (port !== undefined && port > 65_535) throw new UsageError(`--http ${port} is not a port`)
  const found = await connections(invocation)
  const [lumnis, lvng, luml] = [found.get("lumnis"), found.get("lvng"), found.get("luml")]
  const clients = Platforms.layer({
    lumnis: lumnis && Lumnis.optionsOf(lumnis),
    lvng: lvng && Lvng.optionsOf(lvng),
    luml: luml && Luml.optionsOf(luml),
    userId: values.text("user")
  })
  const served = main(invocation).pipe(Effect.provide(clients), withEnvironment(io))
  await run(invocation, served).catch((error: unknown) => {
    // Hosts stop their servers this way.
    if (error instanceof Interrupted && error.signal === "SIGTERM") return
    throw error
  })
  return exitCode.ok
}
