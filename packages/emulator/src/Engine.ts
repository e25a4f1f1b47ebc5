/**
 * Handles one request: finds the operation, records the request, applies a fault, validates credential and parameters,
 * and responds.
 *
 * @since 0.1.0
 */
import type { IncomingMessage, ServerResponse } from "node:http"
import type { Clock } from "./Clock.js"
import { type Contract, isObject, loadContract, type Operation, type PlatformName } from "./Contract.js"
import * as FaultSyntax from "./FaultSyntax.js"
import * as Faults from "./Faults.js"
import * as Generic from "./Generic.js"
import * as Idempotency from "./Idempotency.js"
import type { Ids } from "./Ids.js"
import * as Mutations from "./internal/mutations.js"
import { grouped, type Incoming, readRequest } from "./internal/request.js"
import * as Wire from "./internal/wire.js"
import type { ApiKey, Call, Caller, Changes, Context, Part, Platform, Request, Settings } from "./Platform.js"
import * as Recorder from "./Recorder.js"
import * as Reply from "./Reply.js"
import * as Router from "./Router.js"
import type { Scripts } from "./Scripts.js"
import type { Store } from "./Store.js"
import * as Validation from "./Validation.js"

/**
 * The dependencies of the engine.
 *
 * @since 0.1.0
 * @category models
 */
export interface Parts {
  readonly platforms: { readonly [P in PlatformName]: () => Promise<Platform> }
  readonly clock: Clock
  readonly ids: Ids
  readonly seed: string
  readonly pace: number
  readonly settings: Settings
  readonly store: Store
  readonly scripts: Scripts
  readonly faults: Faults.Faults
  readonly recorder: Recorder.Recorder
  readonly changes: Changes
  readonly apiKeys: Readonly<Record<string, ApiKey>> | undefined
  readonly maxBodyBytes: number
  readonly nextRequestId: () => string
  /** Target of redirects: this origin, or a second one that is opened on first use. */
  readonly origin: (which: "first" | "second") => Promise<string>
}

/**
 * A request to a platform. `path` does not include the prefix.
 *
 * @since 0.1.0
 * @category models
 */
export interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly platform: PlatformName
  readonly path: string
  /** The part of the URL before `path`: `/lumnis`, or empty on the platform's own port. */
  readonly prefix: string
  readonly query: URLSearchParams
  readonly origin: "first" | "second"
  readonly signal: AbortSignal
  readonly stopping: () => boolean
}

interface Loaded {
  readonly platform: Platform
  readonly contract: Contract
  readonly router: Router.Router
  readonly context: Context
}

const queryOf = (query: URLSearchParams): ReturnType<typeof grouped> =>
  grouped([...query].filter(([name]) => name !== Faults.redirected))

const header = (request: IncomingMessage, name: string): string | undefined => {
  const value = request.headers[name]
  return Array.isArray(value) ? value[0] : value
}

const bearerOf = (authorization: string | undefined): string | undefined => {
  const match = /^bearer +(\S+)\s*$/i.exec(authorization ?? "")
  return match?.[1]
}

const faultMessages: Readonly<Record<number, string>> = {
  401: "Invalid or missing API key",
  403: "Forbidden - insufficient permissions",
  404: "Resource not found",
  409: "Conflict",
  429: "Rate limit exceeded"
}

const faultCodes: Readonly<Record<number, string>> = {
  400: "INVALID_PARAMETERS",
  401: "INVALID_API_KEY",
  403: "FORBIDDEN",
  404: "NOT_FOUND",
  409: "CONFLICT",
  422: "INVALID_PARAMETERS",
  429: "RATE_LIMITED",
  503: "UNAVAILABLE"
}

const isReply = (value: object): value is Reply.Reply => "status" in value

/**
 * @since 0.1.0
 * @category models
 */
export interface Engine {
  readonly handle: (exchange: Exchange) => Promise<void>
  /** Handles an admin route of a platform. `undefined`: unknown route. */
  readonly admin: (
    platform: PlatformName,
    method: string,
    path: ReadonlyArray<string>,
    body: unknown
  ) => Promise<{ readonly status: number; readonly value?: unknown } | undefined>
}

/**
 * @since 0.1.0
 * @category constructors
 */
export const make = (parts: Parts): Engine => {
  const { clock, faults, ids, recorder, store } = parts
  const loaded = new Map<PlatformName, Promise<Loaded>>()
  const idempotency = Idempotency.make(store, clock)
  const defaultTenant = ids.uuidOf("tenant")

  const load = (name: PlatformName): Promise<Loaded> => {
    const known = loaded.get(name)
    if (known !== undefined) return known
    const created = Promise.all([parts.platforms[name](), loadContract(name)]).then(([platform, contract]) => {
      const { changes, pace, scripts, seed, settings } = parts
      const validator = Validation.make(contract)
      const context: Context = { contract, validator, clock, ids, seed, store, pace, settings, scripts, changes }
      return { platform, contract, router: Router.make(contract.operations), context }
    })
    loaded.set(name, created)
    return created
  }

  const aboutOf = ({ request }: Exchange): Request => ({
    headers: request.headers,
    address: request.socket.remoteAddress ?? "",
    configured: (key) => (Object.hasOwn(parts.apiKeys ?? {}, key) ? parts.apiKeys?.[key] : undefined)
  })

  const authenticate = (
    { request }: Exchange,
    about: Request,
    operation: Operation,
    { context, platform }: Loaded
  ): Caller | Reply.Reply => {
    const credential = {
      bearer: bearerOf(header(request, "authorization")),
      apiKey: header(request, "x-api-key")?.trim()
    }
    const known = (key: string): boolean => parts.apiKeys === undefined || Object.hasOwn(parts.apiKeys, key)
    const result = platform.authenticate(credential, operation, known, about, context)
    if (isReply(result)) return result
    const tenantId = result.tenantId ?? about.configured(result.key)?.tenantId ?? defaultTenant
    return { key: result.key, tenantId, userId: result.userId }
  }

  /** Validates path, query, headers and body. Returns the call or the issues. */
  const check = async (
    exchange: Exchange,
    operation: Operation,
    path: Readonly<Record<string, string>>,
    incoming: Incoming,
    context: Context
  ): Promise<Omit<Call, "caller"> | ReadonlyArray<Validation.Issue>> => {
    const { validator } = context
    const query = await validator.parameters(operation, "query", queryOf(exchange.query))
    const checkedPath = await validator.parameters(operation, "path", path)
    const headers = await validator.parameters(operation, "header", exchange.request.headers)
    const issues = [...checkedPath.issues, ...query.issues, ...headers.issues]
    let json: unknown
    let body: unknown
    let parts: ReadonlyArray<Part> = []
    const missing: Validation.Issue = { in: "body", path: [], type: "missing", message: "Field required", input: null }
    const forms = operation.body?.content["multipart/form-data"] !== undefined
    if (forms) {
      if (incoming.kind === "multipart") {
        parts = incoming.parts
        const form = await validator.form(operation, incoming.fields)
        body = form.value
        issues.push(...form.issues)
      } else issues.push(missing)
    } else if (operation.body !== undefined) {
      if (incoming.kind === "malformed") issues.push(malformed(incoming))
      else if (incoming.kind === "json") {
        json = incoming.value
        body = json
        issues.push(...(await validator.json(operation, json)))
      } else if (operation.body.required) issues.push(missing)
    }
    if (issues.length > 0) return issues
    return {
      operation,
      path,
      query: query.value,
      headers: exchange.request.headers,
      body: isObject(body) ? body : {},
      json,
      parts,
      signal: exchange.signal
    }
  }

  const answer = async (call: Call, { contract: _contract, context, platform }: Loaded): Promise<Reply.Reply> => {
    const own = call.headers["x-emulator-answer"] === "contract" ? undefined : platform.handlers[call.operation.id]
    const handler = own ?? Generic.answer
    const respond = async (): Promise<Reply.Reply> => handler(call, context)
    const key = call.headers["idempotency-key"]
    if (!call.operation.idempotent || typeof key !== "string" || key === "") return respond()
    const reply = await idempotency.run(key, call, respond)
    return reply === "conflict"
      ? Reply.json(
          409,
          platform.errors.error(
            409,
            "IDEMPOTENCY_CONFLICT",
            "This Idempotency-Key was used with a different request body."
          )
        )
      : reply
  }

  const redirect = async (exchange: Exchange, fault: Faults.Fault, target: string): Promise<Reply.Reply> => {
    const query = new URLSearchParams(exchange.query)
    query.set(Faults.redirected, "1")
    const rest = `${exchange.path}?${query}`
    const second = async (): Promise<string> => `${await parts.origin("second")}/${exchange.platform}${rest}`
    const location = target === "same" ? exchange.prefix + rest : target === "other" ? await second() : target
    return Reply.empty(fault.redirectStatus ?? 307, { location })
  }

  /** The response of a fault. `undefined`: the request is served normally. */
  const faultReply = async (
    exchange: Exchange,
    fault: Faults.Fault,
    platform: Platform
  ): Promise<Reply.Reply | undefined> => {
    if (fault.redirect !== undefined) return redirect(exchange, fault, fault.redirect)
    if (fault.status === undefined) return undefined
    const { status } = fault
    const message = faultMessages[status] ?? (status >= 500 ? "The service is unavailable" : "Bad request")
    return Reply.json(status, platform.errors.error(status, faultCodes[status] ?? "INTERNAL_ERROR", message))
  }

  const replaced = (reply: Reply.Reply, fault: Faults.Fault): Reply.Reply => {
    if (fault.garbage === true) {
      return Reply.bytes(reply.status, Buffer.from('{"broken": [1, 2, "unfinished'), "application/json", reply.headers)
    }
    if (fault.body === undefined) return reply
    return typeof fault.body === "string"
      ? Reply.bytes(reply.status, Buffer.from(fault.body), "text/plain; charset=utf-8", reply.headers)
      : Reply.json(reply.status, fault.body, reply.headers)
  }

  const disturb = (
    reply: Reply.Reply,
    fault: Faults.Fault,
    operation: Operation | undefined,
    contract: Contract
  ): Reply.Reply => {
    const media = operation?.success[String(reply.status)]?.["application/json"]
    const mutated =
      reply.body.kind === "json"
        ? Reply.json(reply.status, Mutations.mutate(contract, media?.schema, reply.body.value, fault), reply.headers)
        : reply
    const result = replaced(mutated, fault)
    const type = fault.contentType === undefined ? {} : { "content-type": fault.contentType }
    return {
      ...result,
      headers: { ...result.headers, ...fault.headers, ...Faults.retryHeaders(fault, clock.now()), ...type }
    }
  }

  const handle = async (exchange: Exchange): Promise<void> => {
    const { query, request, response } = exchange
    const place = await load(exchange.platform)
    const { contract, context, platform } = place
    const method = request.method ?? "GET"
    const match = place.router.match(method, exchange.path)
    const operation = match.kind === "found" ? match.operation : undefined
    const requestId = parts.nextRequestId()

    const own = header(request, "x-emulator-fault")
    const rule = own === undefined ? undefined : FaultSyntax.fromHeader(own)
    const badRule = rule !== undefined && "problem" in rule ? rule.problem : undefined
    const subject: Faults.Subject = {
      platform: exchange.platform,
      operation: operation?.id,
      template: operation?.path,
      method,
      path: exchange.path
    }
    const taken = query.has(Faults.redirected)
      ? undefined
      : faults.take(
          subject,
          own !== undefined && rule !== undefined && !("problem" in rule) ? { rule, text: own } : undefined
        )
    const fault = taken ?? {}

    const recorded: Omit<Recorder.RecordedRequest, "index"> = {
      at: new Date(clock.now()).toISOString(),
      requestId,
      origin: exchange.origin,
      platform: exchange.platform,
      operation: operation?.id,
      method,
      path: exchange.path,
      pathParameters: match.kind === "found" ? match.path : {},
      query: queryOf(query),
      headers: Recorder.redactHeaders(request.headers),
      body: { kind: "none" },
      status: undefined,
      faulted: taken !== undefined
    }
    const note = recorder.add(
      recorded,
      request.rawHeaders.reduce((sum, text) => sum + text.length, (request.url ?? "").length)
    )

    const incoming = await readRequest(request, parts.maxBodyBytes)
    if (incoming.kind === "gone") return
    note({ body: recordedBody(place, operation, incoming) }, recordedBytes(incoming))

    const about = aboutOf(exchange)
    let caller: Caller | undefined
    const serve = async (): Promise<Reply.Reply> => {
      const failure = (status: number, code: string, message: string, headers = {}): Reply.Reply =>
        Reply.json(status, platform.errors.error(status, code, message), headers)
      if (badRule !== undefined) return failure(400, "BAD_EMULATOR_FAULT", `X-Emulator-Fault: ${badRule}`)
      if (incoming.kind === "large") {
        return failure(413, "PAYLOAD_TOO_LARGE", `The body exceeds ${parts.maxBodyBytes} bytes.`, {
          connection: "close"
        })
      }
      if (match.kind === "none") return failure(404, "ROUTE_NOT_FOUND", "Not Found")
      if (match.kind === "method") {
        return failure(405, "METHOD_NOT_ALLOWED", "Method Not Allowed", { allow: match.allow.join(", ") })
      }
      const injected = await faultReply(exchange, fault, platform)
      if (injected !== undefined) return injected
      const unreadable =
        incoming.kind === "malformed" && match.operation.body !== undefined ? malformed(incoming) : undefined
      const early = platform.early?.(match.operation, { url: request.url ?? "/", malformed: unreadable })
      if (early !== undefined) return early
      const known = authenticate(exchange, about, match.operation, place)
      if (isReply(known)) return known
      caller = known
      const overrun = platform.admit?.(match.operation, caller, about, context)
      if (overrun !== undefined) return overrun
      const checked = await check(exchange, match.operation, match.path, incoming, context)
      if (!("operation" in checked)) return platform.errors.invalid(match.operation, checked)
      const reply = await answer({ ...checked, caller }, place)
      return { ...reply, headers: { ...platform.headers(match.operation, context), ...reply.headers } }
    }

    if (fault.latency !== undefined) await clock.sleep(fault.latency, exchange.signal)
    if (response.destroyed) return
    if (fault.reset === "request") return Wire.reset(response)
    const served = await serve()
    const finished = platform.finish?.(served, operation, caller, about, context) ?? served
    const reply = disturb(finished, fault, operation, contract)
    if (response.destroyed) return
    if (fault.reset === "response") return Wire.reset(response)
    if (fault.stall === "headers") return Wire.stall(response, exchange.signal)
    note({ status: reply.status })
    const closing = exchange.stopping() ? { connection: "close" } : {}
    await Wire.send(response, reply, {
      headers: { ...(platform.requestIdHeader === false ? {} : { "x-request-id": requestId }), ...closing },
      fault,
      clock,
      signal: exchange.signal,
      bodiless: method === "HEAD"
    })
  }

  const admin: Engine["admin"] = async (name, method, path, body) => {
    const { context, platform } = await load(name)
    return platform.admin?.(method, path, body, context)
  }

  return { handle, admin }
}

/** The issue of a body that is not JSON. The position is part of the location, as in FastAPI. */
const malformed = ({ position, problem }: Extract<Incoming, { readonly kind: "malformed" }>): Validation.Issue => ({
  in: "body",
  path: [position],
  type: "json_invalid",
  message: "JSON decode error",
  input: {},
  ctx: { error: problem }
})

/** The number of recorded bytes of a body. */
const recordedBytes = (incoming: Incoming): number => {
  if (incoming.kind === "json") return incoming.size > Recorder.largestBody ? 0 : incoming.size
  if (incoming.kind !== "multipart") return 0
  const kept = incoming.parts.filter(
    ({ bytes, filename }) => filename === undefined && bytes.length <= Recorder.largestBody
  )
  return kept.reduce((sum, { bytes, name }) => sum + bytes.length + name.length, 0)
}

const recordedBody = (
  { contract, platform }: Loaded,
  operation: Operation | undefined,
  incoming: Incoming
): Recorder.RecordedBody => {
  switch (incoming.kind) {
    case "json":
      return incoming.size > Recorder.largestBody
        ? { kind: "other", size: incoming.size, contentType: incoming.contentType }
        : {
            kind: "json",
            value: Recorder.redactBody(
              contract,
              operation,
              platform.redact?.(operation, incoming.value) ?? incoming.value
            )
          }
    case "multipart":
      return Recorder.summarize(incoming.parts)
    case "malformed":
    case "large":
      return { kind: "other", size: incoming.size, contentType: incoming.contentType }
    default:
      return { kind: "none" }
  }
}
