/** An emulator, a server over it, and the official clients of both lines of the SDK. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { PassThrough } from "node:stream"
import { Client as ModernClient, StreamableHTTPClientTransport as ModernHttp } from "@modelcontextprotocol/client"
import { Client as LegacyClient } from "@modelcontextprotocol/sdk/client/index.js"
import { StreamableHTTPClientTransport as LegacyHttp } from "@modelcontextprotocol/sdk/client/streamableHttp.js"
import { ElicitRequestSchema } from "@modelcontextprotocol/sdk/types.js"
import { StdioServerTransport } from "@modelcontextprotocol/server/stdio"
import * as DefaultFiles from "@trilum/core/DefaultFiles"
import { NodeTransport } from "@trilum/core/node"
import { type EmulatorOptions, type RunningEmulator, startEmulator } from "@trilum/emulator/promise"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import * as Scope from "effect/Scope"
import * as Http from "../../src/Http.js"
import * as Platforms from "../../src/Platforms.js"
import * as Server from "../../src/Server.js"

export const keys = {
  lumnis: "lmn_test_key_0123456789",
  lvng: "lvng_sk_test_0123456789abcdef0123456789abcdef",
  luml: "dfs_test_key_0123456789"
}

export interface Called {
  readonly isError: boolean
  readonly text: string
  /** The text as JSON. */
  readonly value: Record<string, unknown>
  readonly content: ReadonlyArray<Record<string, unknown>>
}

export interface CallOptions {
  readonly onprogress?: (progress: { readonly progress: number; readonly message?: string | undefined }) => void
  readonly signal?: AbortSignal
}

/** What the tests do with a client of either line. */
export interface TestClient {
  readonly tools: () => Promise<ReadonlyArray<Record<string, unknown>>>
  readonly call: (name: string, input?: Record<string, unknown>, options?: CallOptions) => Promise<Called>
  readonly resources: () => Promise<ReadonlyArray<Record<string, unknown>>>
  readonly read: (uri: string) => Promise<string>
  readonly close: () => Promise<void>
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null

export const list = (value: unknown): ReadonlyArray<Record<string, unknown>> =>
  Array.isArray(value) ? value.filter(isRecord) : []

const parse = (text: string): Record<string, unknown> => {
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : { value }
  } catch {
    return {}
  }
}

const called = (result: object): Called => {
  const content = list(Reflect.get(result, "content"))
  const text = String(content[0]?.["text"] ?? "")
  return { isError: Reflect.get(result, "isError") === true, text, value: parse(text), content }
}

const wrap = (client: ModernClient | LegacyClient): TestClient => ({
  tools: async () => list((await client.listTools()).tools),
  call: async (name, input = {}, options = {}) => {
    const params = { name, arguments: input }
    return called(
      client instanceof ModernClient
        ? await client.callTool(params, options)
        : await client.callTool(params, undefined, options)
    )
  },
  resources: async () => list((await client.listResources()).resources),
  read: async (uri) => String(list((await client.readResource({ uri })).contents)[0]?.["text"]),
  close: () => client.close()
})

const info = { name: "test", version: "1" }

export interface World {
  readonly emulator: RunningEmulator
  readonly directory: string
  readonly server: Server.Server
  readonly url: string
  /** `agrees`: what the user answers when the client asks. Absent, the client cannot ask. */
  readonly client: (kind?: Kind, agrees?: (question: string) => boolean) => Promise<TestClient>
  /** Resolves when the server has logged a line with this text. */
  readonly logged: (part: string) => Promise<void>
  readonly close: () => Promise<void>
}

/** The two lines of the SDK, over both transports. */
export const kinds = ["2026 over HTTP", "2025 over HTTP", "2026 over stdio", "2025 over stdio"] as const
export type Kind = (typeof kinds)[number]

export const open = async (
  options: Partial<Server.Options> & {
    readonly emulator?: EmulatorOptions
    readonly platforms?: Platforms.Options
    readonly baseUrls?: Partial<Record<"lumnis" | "lvng" | "luml", string>>
  } = {}
): Promise<World> => {
  const emulator = await startEmulator({ pace: 0, ...options.emulator })
  const directory = mkdtempSync(join(tmpdir(), "trilum-mcp-"))
  const scope = Effect.runSync(Scope.make())
  const urls = { ...emulator.urls, ...options.baseUrls }
  const platforms = options.platforms ?? {
    lumnis: { apiKey: keys.lumnis, baseUrl: urls.lumnis, pollInterval: 10, retry: false },
    lvng: { apiKey: keys.lvng, baseUrl: urls.lvng, retry: false },
    luml: { apiKey: keys.luml, baseUrl: urls.luml, retry: false }
  }
  const logs: Array<string> = []
  const waiting = new Set<() => void>()
  const logger = Logger.make<unknown, void>(({ message }) => {
    logs.push(Array.isArray(message) ? message.join(" ") : String(message))
    for (const wake of waiting) wake()
  })
  const logged = (part: string): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (!logs.some((line) => line.includes(part))) return
        waiting.delete(look)
        resolve()
      }
      waiting.add(look)
      look()
    })
  const environment = Layer.mergeAll(
    Layer.provideMerge(Platforms.layer(platforms), NodeTransport.layer()),
    DefaultFiles.layer,
    Logger.replace(Logger.defaultLogger, logger)
  )
  const { server, url } = await Effect.gen(function* () {
    const context = yield* Layer.build(environment)
    const server = yield* Effect.provide(Server.make({ directory, ...options }), context)
    return { server, ...(yield* Http.serve(server, { port: 0 })) }
  }).pipe(Scope.extend(scope), Effect.runPromise)

  const clients: Array<TestClient> = []
  const overStdio = (client: ModernClient | LegacyClient) => {
    const [input, output] = [new PassThrough(), new PassThrough()]
    Effect.runFork(server.stdio(input, output))
    // The framing is the same in both directions.
    return client.connect(new StdioServerTransport(output, input))
  }
  const client = async (kind: Kind = "2026 over HTTP", agrees?: (question: string) => boolean): Promise<TestClient> => {
    const isModern = kind.startsWith("2026")
    const capabilities = agrees === undefined ? {} : { elicitation: {} }
    const made = isModern
      ? new ModernClient(info, { versionNegotiation: { mode: "auto" }, capabilities })
      : new LegacyClient(info, { capabilities })
    if (agrees !== undefined) {
      const reply = (question: string) =>
        agrees(question)
          ? ({ action: "accept", content: { confirm: true } } as const)
          : ({ action: "decline" } as const)
      if (made instanceof ModernClient) {
        made.setRequestHandler("elicitation/create", ({ params }) => reply(params.message))
      } else made.setRequestHandler(ElicitRequestSchema, ({ params }) => reply(params.message))
    }
    if (kind.endsWith("stdio")) await overStdio(made)
    else if (made instanceof ModernClient) await made.connect(new ModernHttp(new URL(url)))
    else await made.connect(new LegacyHttp(new URL(url)))
    const wrapped = wrap(made)
    clients.push(wrapped)
    return wrapped
  }
  return {
    emulator,
    directory,
    server,
    url,
    client,
    logged,
    close: async () => {
      await Promise.allSettled(clients.map((each) => each.close()))
      await Effect.runPromise(Scope.close(scope, Exit.void))
      await emulator.stop()
      rmSync(directory, { recursive: true, force: true })
    }
  }
}
