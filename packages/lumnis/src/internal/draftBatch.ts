import { type ApiError, annotate, type StreamError } from "@trilum/core/ApiError"
import * as Polling from "@trilum/core/Polling"
import { redactor } from "@trilum/core/Redaction"
import type { WaitTimeoutError } from "@trilum/core/RunError"
import type { SseEvent } from "@trilum/core/Sse"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import type { ApiClient, PreparedError, RequestOptions } from "../client.js"
import type { DraftBatchParams, DraftEvent } from "../DraftEvent.js"
import * as Generated from "../generated/messaging.js"
import { DraftJobLostError, JobFailedError } from "../ResourceError.js"
import * as Ledger from "./draftLedger.js"

export type DraftFailure =
  | ApiError
  | StreamError
  | PreparedError
  | JobFailedError
  | DraftJobLostError
  | WaitTimeoutError

/** Waits before connections that follow one without news. After the last one the job is polled instead. */
const pauses = [500, 1000, 2000]

/** `resume`: the same stream may continue. `poll`: the stream is of no use, the job may be. `end`: neither is. */
const remedyOf = (failure: DraftFailure): "resume" | "poll" | "end" => {
  switch (failure._tag) {
    case "StreamError":
    case "TransportError":
    case "TimeoutError":
    case "RateLimitError":
    case "ServerError":
      return "resume"
    case "NotFoundError":
    case "ConflictError":
      return "poll"
    case "ValidationError":
      return failure.status === undefined ? "end" : "poll"
    default:
      return "end"
  }
}

const operation = Generated.createBatchDraftsStream

const hint = "The job may continue. Read it with messaging.draftBatch and its job_id."

/** The events of a batch of drafts: streamed, resumed by the job id, then polled. */
export const batch = (
  client: ApiClient,
  { deadline, pollInterval, ...params }: DraftBatchParams,
  options?: RequestOptions
): Stream.Stream<DraftEvent, DraftFailure> =>
  Stream.unwrap(
    Effect.map(Polling.limits(operation, { deadline, pollInterval }, { interval: "2 seconds" }), (limits) =>
      limited(client, params, limits, options)
    )
  )

const limited = (
  client: ApiClient,
  params: Generated.MessagingCreateBatchDraftsStreamParams,
  { deadline, interval }: Polling.Limits,
  options: RequestOptions | undefined
): Stream.Stream<DraftEvent, DraftFailure> =>
  Stream.suspend(() => {
    const ledger = Ledger.make(params.job_id)
    // A key names the call that starts the batch, not those that continue it.
    const later = { ...options, idempotencyKey: undefined }

    const connect = (idle: number): Stream.Stream<DraftEvent, DraftFailure> =>
      Stream.suspend(() => {
        ledger.connected()
        let hasNews = false
        const known = new WeakMap<SseEvent, DraftEvent>()
        const events = client.events(
          operation,
          [],
          { ...params, job_id: ledger.jobId() },
          {
            ...(ledger.jobId() === params.job_id ? options : later),
            // The event that the end of the connection cuts may be the one with the job id.
            incomplete: "emit",
            terminal: (event) => {
              const read = Ledger.read(event)
              if (read !== undefined) known.set(event, read)
              return read?._tag === "Completed"
            }
          }
        )
        return events.pipe(
          Stream.mapConcat((event) => {
            const read = known.get(event)
            const fresh = read === undefined ? [] : ledger.take(read)
            if (fresh.length > 0) hasNews = true
            return fresh
          }),
          Stream.catchAll((failure) => recover(failure, hasNews ? 0 : idle))
        )
      })

    const recover = (failure: DraftFailure, idle: number): Stream.Stream<DraftEvent, DraftFailure> => {
      const jobId = ledger.jobId()
      const remedy = remedyOf(failure)
      if (jobId === undefined) return Stream.fail(failure)
      if (remedy === "end") return Stream.fail(annotate(failure, { jobId, hint }))
      const pause = pauses[idle]
      return remedy === "poll" || pause === undefined
        ? poll(jobId)
        : Stream.concat(Stream.drain(Stream.fromEffect(Effect.sleep(pause))), connect(idle + 1))
    }

    const poll = (jobId: string): Stream.Stream<DraftEvent, DraftFailure> =>
      Polling.states({
        poll: client.request(Generated.getBatchDraftJobStatus, [jobId], { user_id: params.user_id }, later),
        isTerminal: ({ status }) => status === "completed" || status === "failed",
        interval,
        // The deadline of the whole stream covers this, too.
        deadline: undefined,
        operation: Generated.getBatchDraftJobStatus,
        subject: `draft job ${jobId}`,
        statusOf: ({ status }) => status,
        details: { jobId, hint }
      }).pipe(
        Stream.mapError((failure) =>
          failure._tag === "WaitTimeoutError" ? failure : lost(jobId, ledger.created(), failure)
        ),
        Stream.flatMap((job) => {
          const fresh = Stream.fromIterable(ledger.takeStatus(job))
          if (job.status !== "failed") return fresh
          const reason = job.error_message
          return Stream.concat(fresh, Stream.fail(new JobFailedError({ operation: operation.id, jobId, reason, job })))
        })
      )

    const all = connect(0)
    if (deadline === undefined) return all
    const late = Effect.suspend(() => {
      const jobId = ledger.jobId()
      return Effect.fail(
        Polling.expired(
          { operation, subject: `draft job ${jobId ?? "of the batch"}`, details: { jobId, hint } },
          { deadline, elapsed: deadline, lastStatus: `${ledger.created()} drafts so far` }
        )
      )
    })
    return Stream.interruptWhen(all, Effect.zipRight(Effect.sleep(deadline), late))
  })

const lost = (jobId: string, created: number, cause: ApiError | PreparedError): DraftJobLostError =>
  new DraftJobLostError({
    platform: "lumnis",
    operation: Generated.getBatchDraftJobStatus.id,
    method: Generated.getBatchDraftJobStatus.method,
    path: Generated.getBatchDraftJobStatus.path,
    status: cause.status,
    requestId: cause.requestId,
    attempts: cause.attempts,
    jobId,
    created,
    hint,
    cause: redactor.error(cause),
    message: `draft job ${jobId} can be neither streamed nor polled after ${created} drafts (${cause._tag})`
  })
