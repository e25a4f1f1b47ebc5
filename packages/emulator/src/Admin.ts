/**
 * The admin routes below `/__emulator`. All except `GET /health` require the header `X-Emulator-Admin`, so that web
 * pages cannot call them:
 *
 * | route | what it does |
 * |---|---|
 * | `GET /health` | `{"status": "ok", "platforms": [...], "url", "urls", "origins"}` |
 * | `GET /state` | collections, counters, clock, faults, scripts, sockets |
 * | `GET /requests`, `DELETE /requests` | the recorded requests (filters: `?operation=`, `?platform=`); deletes them |
 * | `GET /faults`, `POST /faults`, `DELETE /faults[/{id}]` | fault rules; POST takes one rule or a list |
 * | `GET /scripts`, `POST /scripts`, `DELETE /scripts` | scripts of runs; POST takes `{match?, times?, script}` |
 * | `GET /clock`, `POST /clock` | time; POST `{"advance": milliseconds}` when the clock is manual |
 * | `/{platform}/...` | routes of one platform |
 * | `GET /storage`, `DELETE /storage/counts` | objects, uploads and counters of the object storage; resets the counters |
 * | `POST /stop` | asks the process of the emulator to stop it (`stopRequested`) |
 * | `POST /reset` | deletes state, requests, faults and scripts; ids start from the beginning |
 *
 * @since 0.1.0
 */
import type { IncomingMessage, ServerResponse } from "node:http"
import { isObject, type JsonObject, type PlatformName, platformNames } from "./Contract.js"
import * as FaultSyntax from "./FaultSyntax.js"
import type { FaultRule } from "./Faults.js"
import { readRequest } from "./internal/request.js"
import * as Scripts from "./Scripts.js"

interface Answer {
  readonly status: number
  readonly value?: unknown
}

/**
 * The functions behind the admin routes.
 *
 * @since 0.1.0
 * @category models
 */
export interface Controls {
  /** Base URLs, for `/health`. */
  readonly where: () => JsonObject
  readonly requestStop: () => void
  readonly state: () => unknown
  readonly requests: () => ReadonlyArray<{ readonly operation: string | undefined; readonly platform: string }>
  readonly clearRequests: () => void
  readonly fault: (rule: FaultRule) => string
  readonly faults: () => unknown
  readonly clearFaults: (id?: string) => boolean
  readonly script: (rule: Scripts.ScriptRule) => void
  readonly scripts: () => unknown
  readonly clearScripts: () => void
  readonly clock: () => { readonly now: string; readonly manual: boolean; readonly waiting: number }
  /** `undefined`: the clock is real. */
  readonly advance: ((ms: number) => Promise<void>) | undefined
  readonly reset: () => void
  readonly storage: () => Promise<unknown>
  readonly clearStorageCounts: () => void
  readonly platform: (
    name: PlatformName,
    method: string,
    path: ReadonlyArray<string>,
    body: unknown
  ) => Promise<Answer | undefined>
}

const ok = (value: unknown): Answer => ({ status: 200, value })
const bad = (message: string): Answer => ({ status: 400, value: { error: { code: "BAD_REQUEST", message } } })

const addFaults = (controls: Controls, body: unknown): Answer => {
  const rules = (Array.isArray(body) ? body : [body]).map(FaultSyntax.fromJson)
  const good: Array<FaultRule> = []
  for (const rule of rules) {
    if ("problem" in rule) return bad(rule.problem)
    good.push(rule)
  }
  return { status: 201, value: { ids: good.map(controls.fault) } }
}

const addScript = (controls: Controls, body: unknown): Answer => {
  if (!isObject(body)) return bad("send {match?, times?, script}")
  const script = Scripts.parse(body["script"])
  if ("problem" in script) return bad(script.problem)
  const match = isObject(body["match"]) ? body["match"] : {}
  const text = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined)
  controls.script({
    script,
    match: { prompt: text(match["prompt"]), user_id: text(match["user_id"]) },
    times: typeof body["times"] === "number" ? body["times"] : undefined
  })
  return { status: 201, value: {} }
}

const moveClock = async (controls: Controls, body: unknown): Promise<Answer> => {
  const ms = isObject(body) ? body["advance"] : undefined
  if (typeof ms !== "number" || !(ms >= 0)) return bad('send {"advance": milliseconds}')
  if (controls.advance === undefined)
    return { ...bad("the clock is real; start the emulator with a manual clock"), status: 409 }
  await controls.advance(ms)
  return ok(controls.clock())
}

const listRequests = (controls: Controls, query: URLSearchParams): Answer => {
  const platform = query.get("platform")
  const operation = query.get("operation")
  const requests = controls
    .requests()
    .filter(
      (request) =>
        (platform === null || request.platform === platform) && (operation === null || request.operation === operation)
    )
  return ok({ requests })
}

const route = async (
  controls: Controls,
  method: string,
  path: string,
  query: URLSearchParams,
  body: unknown
): Promise<Answer | undefined> => {
  const [noun = "", id, ...rest] = path.split("/").slice(1)
  const platform = platformNames.find((name) => name === noun)
  if (platform !== undefined) {
    return controls.platform(platform, method, id === undefined ? [] : [id, ...rest], body)
  }
  switch (`${method} ${noun}`) {
    case "GET health":
      return ok({ status: "ok", platforms: platformNames, ...controls.where() })
    case "GET state":
      return ok(controls.state())
    case "GET requests":
      return listRequests(controls, query)
    case "DELETE requests":
      controls.clearRequests()
      return { status: 204 }
    case "GET faults":
      return ok({ faults: controls.faults() })
    case "POST faults":
      return addFaults(controls, body)
    case "DELETE faults":
      return controls.clearFaults(id)
        ? { status: 204 }
        : { status: 404, value: { error: { message: "no such fault" } } }
    case "GET scripts":
      return ok({ scripts: controls.scripts() })
    case "POST scripts":
      return addScript(controls, body)
    case "DELETE scripts":
      controls.clearScripts()
      return { status: 204 }
    case "GET clock":
      return ok(controls.clock())
    case "POST clock":
      return moveClock(controls, body)
    case "GET storage":
      return ok(await controls.storage())
    case "DELETE storage":
      if (id !== "counts") return undefined
      controls.clearStorageCounts()
      return { status: 204 }
    case "POST stop":
      controls.requestStop()
      return { status: 202, value: {} }
    case "POST reset":
      controls.reset()
      return { status: 204 }
    default:
      return undefined
  }
}

const largest = 16 * 1024 * 1024

/**
 * @since 0.1.0
 * @category constructors
 */
export const make =
  (controls: Controls) =>
  async (request: IncomingMessage, response: ServerResponse, path: string): Promise<void> => {
    const incoming = await readRequest(request, largest)
    if (incoming.kind === "gone") return
    const query = new URL(request.url ?? "/", "http://localhost").searchParams
    const method = request.method === "HEAD" ? "GET" : (request.method ?? "GET")
    const answer =
      incoming.kind === "malformed" || incoming.kind === "large"
        ? bad("the body must be JSON")
        : await route(
            controls,
            method,
            path.replace(/\/+$/, ""),
            query,
            incoming.kind === "json" ? incoming.value : undefined
          )
    const { status, value } = answer ?? {
      status: 404,
      value: { error: { message: `no admin route ${method} ${path}` } }
    }
    const body = value === undefined ? "" : JSON.stringify(value)
    response.writeHead(status, {
      ...(value === undefined ? {} : { "content-type": "application/json", "content-length": Buffer.byteLength(body) })
    })
    response.end(request.method === "HEAD" ? undefined : body)
  }
