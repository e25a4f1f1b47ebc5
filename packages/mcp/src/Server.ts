/**
 * The server: tools and resources for any client of the Model Context Protocol, over stdio or HTTP.
 *
 * Serves the protocol of 2026 and those of 2024 and 2025. Read `Tool` next; `Http` listens on a port.
 *
 * @since 0.1.0
 */
import { randomUUID } from "node:crypto"
import type { Readable, Writable } from "node:stream"
import type { FileSystem } from "@effect/platform/FileSystem"
import type * as HttpClient from "@effect/platform/HttpClient"
import type { Path } from "@effect/platform/Path"
import {
  CLIENT_CAPABILITIES_META_KEY,
  createMcpHandler,
  inputRequired,
  inputResponse,
  isLegacyRequest,
  McpServer,
  ResourceTemplate,
  type ServerContext,
  type StandardSchemaWithJSON,
  WebStandardStreamableHTTPServerTransport
} from "@modelcontextprotocol/server"
import { StdioServerTransport, serveStdio } from "@modelcontextprotocol/server/stdio"
import type { JsonSchema } from "@trilum/core/OperationCatalog"
import * as Progress from "@trilum/core/Progress"
import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Option from "effect/Option"
import * as Runtime from "effect/Runtime"
import type * as Scope from "effect/Scope"
import * as ToolError from "./internal/toolError.js"
import * as LumlTools from "./LumlTools.js"
import * as LumnisTools from "./LumnisTools.js"
import * as LvngTools from "./LvngTools.js"
import * as OperationTools from "./OperationTools.js"
import { Platforms } from "./Platforms.js"
import * as Tool from "./Tool.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface Options {
  /** `true`: `call_operation` also calls operations that change data. Default: `false`. */
  readonly allowWrites?: boolean | undefined
  /** The directory of downloads. */
  readonly directory: string
  /** Longest text of a result, in characters. Longer ones are cut. Default: 100 000. */
  readonly maxResultLength?: number | undefined
  /** Version of the server, for clients. */
  readonly version?: string | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Server {
  readonly tools: ReadonlyArray<Tool.Tool>
  /** Answers one HTTP request of a client. Does not check who sent it: `Http` does. */
  readonly fetch: (request: Request) => Promise<Response>
  /** Serves one client over a pair of streams, until the input ends. */
  readonly stdio: (input: Readable, output: Writable) => Effect.Effect<void>
}

const instructions =
  "Tools for Lumnis AI (agents), LVNG (chat, workflows, knowledge) and LUML (registry of ML artifacts). For what no tool does, search with find_operation and call the operation with call_operation."

const defaultMaxLength = 100_000

/** The most sessions of clients of 2025 over HTTP. The oldest ends when there is one more. */
const maxSessions = 100

/** A JSON Schema as the SDK takes it. The tool validates its input itself, with errors that say what to do. */
const unchecked = (schema: JsonSchema): StandardSchemaWithJSON => ({
  "~standard": {
    version: 1,
    vendor: "trilum",
    validate: (value) => ({ value }),
    jsonSchema: { input: () => ({ ...schema }), output: () => ({ ...schema }) }
  }
})

const confirmation = "confirm"

const confirmationSchema = {
  type: "object" as const,
  properties: { confirm: { type: "boolean" as const, title: "Do it", description: "This cannot be undone." } },
  required: ["confirm"]
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined

/**
 * Whether the client can ask its user by a form. Clients of 2026 say so in each request, those of 2025 once. One that
 * names no kind of elicitation has forms.
 */
const canAsk = ({ server }: McpServer, { mcpReq }: ServerContext): boolean => {
  const declared = fieldOf(mcpReq.envelope, CLIENT_CAPABILITIES_META_KEY) ?? server.getClientCapabilities()
  const elicitation = fieldOf(declared, "elicitation")
  if (elicitation === undefined) return false
  return fieldOf(elicitation, "form") !== undefined || fieldOf(elicitation, "url") === undefined
}

type Content =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "resource_link"; readonly uri: string; readonly name: string; readonly mimeType: string }

const single = (text: string | ReadonlyArray<string> | undefined): string =>
  decodeURIComponent(typeof text === "string" ? text : (text?.[0] ?? ""))

/**
 * @since 0.1.0
 * @category constructors
 */
export const make = (
  options: Options
): Effect.Effect<Server, never, FileSystem | HttpClient.HttpClient | Path | Platforms | Scope.Scope> =>
  Effect.gen(function* () {
    const platforms = yield* Platforms
    const { redactor } = platforms
    const runtime = yield* Effect.runtime<FileSystem | HttpClient.HttpClient | Path>()
    const tools = [
      ...(platforms.lumnis === undefined ? [] : LumnisTools.make(platforms.lumnis)),
      ...(platforms.lvng === undefined ? [] : LvngTools.make(platforms.lvng)),
      ...(platforms.luml === undefined ? [] : LumlTools.make(platforms.luml, options.directory)),
      ...(yield* OperationTools.make(platforms, { allowWrites: options.allowWrites === true }))
    ]

    const write = (value: unknown): string => {
      const text = JSON.stringify(value, null, 1)
      const limit = options.maxResultLength ?? defaultMaxLength
      return text.length <= limit
        ? text
        : `${text.slice(0, limit)}\n[cut: the result has ${text.length} characters. Ask for less, e.g. with a limit or a page.]`
    }

    const answer = (value: Readonly<Record<string, unknown>>, links: ReadonlyArray<Tool.Link>, isError: boolean) => {
      const text = write(value)
      const content: Array<Content> = [
        { type: "text", text },
        ...links.map((link): Content => ({ type: "resource_link", ...link }))
      ]
      return { content, ...(isError ? { isError } : {}) }
    }

    const reporter = ({ mcpReq }: ServerContext, canAsk: boolean): Tool.Call["Type"] => {
      const token = mcpReq._meta?.progressToken
      let count = 0
      const quietly = (send: () => Promise<void>) => Effect.ignore(Effect.tryPromise(send))
      return {
        progress: (message) =>
          token === undefined
            ? Effect.void
            : quietly(() =>
                mcpReq.notify({
                  method: "notifications/progress",
                  params: { progressToken: token, progress: ++count, message: redactor.text(message) }
                })
              ),
        log: (message) =>
          Effect.zipRight(
            Effect.logInfo(message),
            quietly(() => mcpReq.log("info", redactor.text(message)))
          ),
        confirm: (question) => {
          const given = inputResponse(mcpReq.inputResponses, confirmation)
          if (given.kind === "elicit") {
            return Effect.succeed(given.action === "accept" && given.content?.["confirm"] === true)
          }
          return canAsk ? new Tool.ConfirmationNeeded({ question: redactor.text(question) }) : Effect.succeed(undefined)
        }
      }
    }

    const call = async (server: McpServer, tool: Tool.Tool, input: unknown, context: ServerContext) => {
      const reports = reporter(context, canAsk(server, context))
      const run = tool.run(input).pipe(
        Effect.provideService(Tool.Call, reports),
        Progress.withSink(({ message }) => reports.progress(message)),
        Effect.withSpan(`tools/call ${tool.name}`, {
          kind: "server",
          attributes: { "gen_ai.operation.name": "execute_tool", "gen_ai.tool.name": tool.name }
        })
      )
      const exit = await Runtime.runPromiseExit(runtime)(run, { signal: context.mcpReq.signal })
      if (Exit.isSuccess(exit)) return answer(record(redactor.value(exit.value.value)), exit.value.links ?? [], false)
      const failure = Option.getOrElse(Cause.failureOption(exit.cause), () => Cause.squash(exit.cause))
      if (failure instanceof Tool.ConfirmationNeeded) {
        const asked = inputRequired.elicit({ message: failure.question, requestedSchema: confirmationSchema })
        return inputRequired({ inputRequests: { [confirmation]: asked } })
      }
      return answer(ToolError.describe(failure, redactor), [], true)
    }

    const build = (): McpServer => {
      const server = new McpServer(
        { name: "trilum", title: "Trilum", version: options.version ?? "0.0.0" },
        { capabilities: { tools: {}, resources: {}, logging: {} }, instructions }
      )
      for (const tool of tools) {
        const { annotations, description, name, title } = tool
        server.registerTool(
          name,
          { title, description, inputSchema: unchecked(tool.input), annotations: { ...annotations } },
          (input, context) => call(server, tool, input, context)
        )
      }
      const { luml } = platforms
      if (luml !== undefined) {
        server.registerResource(
          "artifact",
          new ResourceTemplate("luml://collections/{collection}/artifacts/{artifact}", {
            list: async () => ({
              resources: (await Runtime.runPromise(runtime)(LumlTools.list(luml))).map((link) => ({ ...link }))
            })
          }),
          { title: "LUML artifact", description: "The record of an artifact: metrics, manifest, files, deployments" },
          async (uri, { artifact, collection }) => {
            const found = await Runtime.runPromise(runtime)(LumlTools.read(luml, single(collection), single(artifact)))
            return {
              contents: [{ uri: uri.href, mimeType: "application/json", text: write(redactor.value(found)) }]
            }
          }
        )
      }
      return server
    }

    const modern = createMcpHandler(build, { legacy: "reject" })
    const sessions = new Map<string, WebStandardStreamableHTTPServerTransport>()

    /** A client of 2025 cancels a call by another request, so both must reach the same server. */
    const legacy = async (request: Request): Promise<Response> => {
      const id = request.headers.get("mcp-session-id")
      const known = id === null ? undefined : sessions.get(id)
      if (known !== undefined) return known.handleRequest(request)
      if (id !== null) {
        const error = { code: -32001, message: "Session not found" }
        return Response.json({ jsonrpc: "2.0", error, id: null }, { status: 404 })
      }
      const transport = new WebStandardStreamableHTTPServerTransport({
        sessionIdGenerator: () => randomUUID(),
        onsessioninitialized: (session) => {
          const [oldest] = sessions.size >= maxSessions ? sessions.values() : []
          sessions.set(session, transport)
          return oldest?.close()
        }
      })
      transport.onclose = () => {
        if (transport.sessionId !== undefined) sessions.delete(transport.sessionId)
      }
      await build().connect(transport)
      const response = await transport.handleRequest(request)
      if (transport.sessionId === undefined) await transport.close()
      return response
    }

    yield* Effect.addFinalizer(() =>
      Effect.promise(() => Promise.allSettled([modern.close(), ...[...sessions.values()].map((each) => each.close())]))
    )

    return {
      tools,
      fetch: async (request) => ((await isLegacyRequest(request)) ? legacy(request) : modern.fetch(request)),
      stdio: (input, output) =>
        Effect.acquireUseRelease(
          Effect.sync(() => {
            const ended = new Promise<void>((resolve) => {
              for (const event of ["end", "close", "error"]) input.once(event, () => resolve())
              // A client that is gone reads no answer.
              output.once("error", () => resolve())
            })
            return { ended, served: serveStdio(build, { transport: new StdioServerTransport(input, output) }) }
          }),
          ({ ended }) => Effect.promise(() => ended),
          ({ served }) => Effect.promise(() => served.close())
        )
    }
  })

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null ? { ...value } : { value }
