/**
 * Object storage at `/storage/<bucket>/<key>`, the target of LUML's presigned URLs. Supports the S3 and Azure block
 * blob operations that those URLs need. A bucket exists from its first use.
 *
 * @since 0.1.0
 */
import type { IncomingMessage, ServerResponse } from "node:http"
import type { Clock } from "../Clock.js"
import * as FaultSyntax from "../FaultSyntax.js"
import * as Faults from "../Faults.js"
import * as Wire from "../internal/wire.js"
import * as Recorder from "../Recorder.js"
import * as Reply from "../Reply.js"
import * as Answers from "./Answers.js"
import * as Body from "./Body.js"
import type { Objects, Trust } from "./Objects.js"
import * as Reads from "./Reads.js"
import { type Rejected, verifyAzure, verifyS3 } from "./Signature.js"
import type { Spool } from "./Spool.js"
import { header, parameter, parse, type Target } from "./Target.js"
import * as Writes from "./Writes.js"

/**
 * What the store is built from.
 *
 * @since 0.1.0
 * @category models
 */
export interface Parts {
  readonly clock: Clock
  readonly faults: Faults.Faults
  readonly recorder: Recorder.Recorder
  readonly objects: Objects
  readonly spool: Spool
  readonly trust: Trust
  readonly nextRequestId: () => string
  readonly nextUploadId: () => string
  /** Where redirects go: this origin, or a second one that is opened when first needed. */
  readonly origin: (which: "first" | "second") => Promise<string>
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly origin: "first" | "second"
  readonly signal: AbortSignal
  readonly stopping: () => boolean
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Storage {
  readonly handle: (exchange: Exchange) => Promise<void>
}

type Outcome = Reply.Reply | Rejected

const isRejected = (outcome: Outcome): outcome is Rejected => "code" in outcome

const secretParameters = new Set(["x-amz-signature", "x-amz-credential", "x-amz-security-token", "sig", "access_token"])

const recordedQuery = (target: Target | undefined): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (target?.query ?? []).map(([name, value]) => [
      name,
      secretParameters.has(name.toLowerCase()) ? "[redacted]" : value
    ])
  )

/** User and satellite keys of the platform. */
const platformKey = /\bdfs(sat)?_[A-Za-z0-9_-]/

/**
 * The problem recorded when a client sends a credential of the platform to the object storage. A store that receives
 * one could act as its owner.
 *
 * @since 0.1.0
 * @category constants
 */
export const credentialProblem = "a credential of the platform was sent to the object storage"

const problemOf = (request: IncomingMessage): string | undefined => {
  const texts = [request.url ?? "", ...Object.values(request.headers).flatMap((value) => value ?? [])]
  const leaked = request.headers.authorization !== undefined || texts.some((text) => platformKey.test(text))
  return leaked ? credentialProblem : undefined
}

const reject = (status: number, code: string, message: string): Rejected => ({ status, code, message })

/** Azure permissions of which one is needed. */
const permissions: Readonly<Record<string, string>> = {
  putObject: "cw",
  uploadPart: "cw",
  completeUpload: "cw",
  getObject: "r",
  headObject: "r",
  deleteObject: "d"
}

const verify = (target: Target, trust: Trust, now: number): Rejected | undefined => {
  const { bucket, flavor, headers, key, method, operation, path, query } = target
  if (flavor === "azure") {
    if (headers.authorization !== undefined) {
      return reject(400, "InvalidAuthenticationInfo", "Authentication information is not given in the correct format.")
    }
    if (parameter(target, "sig") === undefined) {
      return reject(403, "NoAuthenticationInformation", "The request carries no signature.")
    }
    const wanted = permissions[operation ?? ""] ?? ""
    return verifyAzure({ container: bucket, blob: key, query, wanted, candidates: trust.azure(bucket), now })
  }
  if (headers.authorization !== undefined) {
    const message =
      "Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query string parameter or the Authorization header should be specified"
    return reject(400, "InvalidArgument", message)
  }
  if (parameter(target, "X-Amz-Signature") === undefined) {
    return trust.open(bucket) ? undefined : reject(403, "AccessDenied", "Access Denied")
  }
  const flat = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(",") : value])
  )
  const keysOf = (accessKey: string) => trust.s3(bucket, accessKey)
  return verifyS3({ method, path, query, headers: flat, keysOf, now })
}

const expired = (target: Target): Rejected =>
  target.flavor === "azure"
    ? {
        ...reject(403, "AuthenticationFailed", "Server failed to authenticate the request."),
        details: { AuthenticationErrorDetail: "Signature not valid in the specified time frame." }
      }
    : reject(403, "AccessDenied", "Request has expired")

/** No object has this tag: it is the digest of nothing the store was sent. */
const wrongTag = '"00000000000000000000000000000000"'

const disturb = (reply: Reply.Reply, fault: Faults.Fault, now: number): Reply.Reply => {
  const bytes = typeof fault.body === "string" ? fault.body : JSON.stringify(fault.body)
  const body: Reply.Reply =
    fault.body === undefined
      ? reply
      : Reply.bytes(reply.status, Buffer.from(bytes), fault.contentType ?? "application/xml", reply.headers)
  const tag = fault.wrongEtag === true && reply.status < 300 ? { etag: wrongTag } : {}
  const type = fault.contentType === undefined ? {} : { "content-type": fault.contentType }
  const headers = { ...body.headers, ...tag, ...Faults.retryHeaders(fault, now), ...type, ...fault.headers }
  return { ...body, headers }
}

/**
 * @since 0.1.0
 * @category constructors
 */
export const make = (parts: Parts): Storage => {
  const { clock, faults, objects, recorder, spool, trust } = parts

  const perform = (target: Target, exchange: Exchange, fault: Faults.Fault): Outcome | Promise<Outcome> => {
    const { bucket, flavor, key } = target
    const { request, response, signal } = exchange
    const body = () => Body.bodyOf({ request, response, fault: fault.upload ?? {}, clock, signal })
    const write: Writes.Write = { target, body, objects, spool, now: clock.now(), uploadId: parts.nextUploadId }
    switch (target.operation) {
      case "putObject":
        return Writes.putObject(write)
      case "createUpload":
        return Writes.createUpload(write)
      case "uploadPart":
        return Writes.uploadPart(write)
      case "completeUpload":
        return Writes.completeUpload(write)
      case "getObject":
      case "headObject": {
        objects.count(bucket, key, "gets")
        const object = objects.get(bucket, key)
        if (object === undefined) return Answers.rejectionOf(flavor, 404)
        return Reads.read(target, object, spool, { ignoreRange: fault.ignoreRange === true })
      }
      case "deleteObject": {
        objects.count(bucket, key, "deletes")
        const existed = objects.delete(bucket, key)
        if (flavor === "s3") return Reply.empty(204)
        return existed ? Reply.empty(202) : Answers.rejectionOf(flavor, 404)
      }
      case undefined:
        return reject(405, "MethodNotAllowed", "The specified method is not allowed against this resource.")
    }
  }

  const redirect = async (exchange: Exchange, fault: Faults.Fault, to: string): Promise<Reply.Reply> => {
    const url = exchange.request.url ?? "/"
    const local = `${url}${url.includes("?") ? "&" : "?"}${Faults.redirected}=1`
    const location = to === "same" ? local : to === "other" ? `${await parts.origin("second")}${local}` : to
    return Reply.empty(fault.redirectStatus ?? 307, { location })
  }

  const serve = async (target: Target, exchange: Exchange, fault: Faults.Fault): Promise<Outcome> => {
    if (fault.redirect !== undefined) return redirect(exchange, fault, fault.redirect)
    if (fault.status !== undefined && fault.status >= 300) return Answers.rejectionOf(target.flavor, fault.status)
    if (fault.expired === true) return expired(target)
    const rejected = verify(target, trust, clock.now())
    if (rejected !== undefined) return rejected
    if (fault.errorIn200 === true) {
      await Body.textOf(Body.bodyOf({ ...exchange, fault: fault.upload ?? {}, clock }), 0)
      return { ...Answers.rejectionOf(target.flavor, 500), status: 200 }
    }
    return perform(target, exchange, fault)
  }

  const faultOf = (
    request: IncomingMessage,
    target: Target | undefined,
    path: string
  ): { readonly taken: Faults.Fault | undefined; readonly problem: string | undefined } => {
    const own = target === undefined ? undefined : header(target, "x-emulator-fault")
    const rule = own === undefined ? undefined : FaultSyntax.fromHeader(own)
    if (rule !== undefined && "problem" in rule) return { taken: undefined, problem: rule.problem }
    if ((request.url ?? "").includes(`${Faults.redirected}=1`)) return { taken: undefined, problem: undefined }
    const subject: Faults.Subject = {
      platform: "storage",
      operation: target?.operation,
      template: undefined,
      method: request.method ?? "GET",
      path
    }
    const given = own === undefined || rule === undefined ? undefined : { rule, text: own }
    return { taken: faults.take(subject, given), problem: undefined }
  }

  const handle = async (exchange: Exchange): Promise<void> => {
    const { request, response, signal } = exchange
    const method = request.method ?? "GET"
    const target = parse(method, request.url ?? "/", request.headers)
    const path = (request.url ?? "/").split("?")[0]?.slice("/storage".length) ?? ""
    const requestId = parts.nextRequestId()
    const { problem: badRule, taken } = faultOf(request, target, path)
    const fault = taken ?? {}
    const problem = problemOf(request)
    const size = Number(request.headers["content-length"] ?? 0)
    const note = recorder.add({
      at: new Date(clock.now()).toISOString(),
      requestId,
      origin: exchange.origin,
      platform: "storage",
      operation: target?.operation,
      method,
      path,
      pathParameters: target === undefined ? {} : { bucket: target.bucket, key: target.key },
      query: recordedQuery(target),
      headers: Recorder.redactHeaders(request.headers),
      body: size === 0 ? { kind: "none" } : { kind: "other", size, contentType: request.headers["content-type"] },
      status: undefined,
      faulted: taken !== undefined,
      ...(problem === undefined ? {} : { problem })
    })
    const flavor = target?.flavor ?? "s3"
    if (fault.latency !== undefined) await clock.sleep(fault.latency, signal)
    if (response.destroyed) return
    if (fault.reset === "request") return Wire.reset(response)
    const outcome = async (): Promise<Outcome> => {
      if (badRule !== undefined) return reject(400, "BadEmulatorFault", `X-Emulator-Fault: ${badRule}`)
      if (target === undefined) return reject(404, "NoSuchBucket", "Object URLs are /storage/<bucket>/<key>.")
      return serve(target, exchange, fault)
    }
    const served = await outcome().catch((error: unknown) => {
      if (error instanceof Body.Gone) return undefined
      // A disk that is full or read-only is the store's failure, not the emulator's.
      if (error instanceof Error && "syscall" in error) return reject(500, "InternalError", error.message)
      throw error
    })
    if (served === undefined || response.destroyed) return
    const answered = isRejected(served) ? Answers.failure(flavor, path, requestId, served) : served
    const reply = disturb(answered, fault, clock.now())
    if (fault.reset === "response") return Wire.reset(response)
    if (fault.stall === "headers") return Wire.stall(response, signal)
    note({ status: reply.status })
    const id = flavor === "azure" ? { "x-ms-request-id": requestId } : { "x-amz-request-id": requestId }
    const closing = exchange.stopping() ? { connection: "close" } : {}
    const bodiless = method === "HEAD"
    await Wire.send(response, reply, { headers: { ...id, ...closing }, fault, clock, signal, bodiless })
  }

  return { handle }
}
