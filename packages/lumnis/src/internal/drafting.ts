import type { ApiError, StreamError } from "@trilum/core/ApiError"
import * as Polling from "@trilum/core/Polling"
import { redactor } from "@trilum/core/Redaction"
import type { SseEvent } from "@trilum/core/Sse"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import type { ApiClient, PreparedError, RequestOptions } from "../client.js"
import type { DraftBatchParams, DraftEvent } from "../DraftEvent.js"
import * as Generated from "../generated/messaging.js"
import { DraftJobLostError, JobFailedError, WaitTimeoutError } from "../ResourceError.js"
import { refuse } from "./check.js"
import * as Ledger from "./draftLedger.js"
import { millis } from "./options.js"

export type DraftFailure =
  | ApiError
  | StreamError
  | PreparedError
  | JobFailedError
  | DraftJobLostError
  | WaitTimeoutError

/** Connections in a row that bring nothing new before the job is polled instead, and the wait before each. */
const fruitless = [500, 1000, 2000]

/** `resume`: the same stream may go on. `poll`: the stream is no use, the job may be. `end`: neither is. */
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

/** A batch of drafts as it is written: streamed, resumed by its job, polled, and only then given up. */
export const make =
  (client: ApiClient) =>
  (
    { deadline, pollInterval, ...params }: DraftBatchParams,
    options?: RequestOptions
  ): Stream.Stream<DraftEvent, DraftFailure> =>
    Stream.suspend((): Stream.Stream<DraftEvent, DraftFailure> => {
      const interval = millis(pollInterval ?? "2 seconds")
      const limit = millis(deadline ?? Duration.infinity)
      const operation = Generated.createBatchDraftsStream
      if (interval === undefined || interval === Infinity) {
        return Stream.fail(refuse(operation, "pollInterval is not a duration; write it in milliseconds"))
      }
      if (limit === undefined) {
        return Stream.fail(refuse(operation, "deadline is not a duration; write it in milliseconds"))
      }
      const ledger = Ledger.make(params.job_id)
      // A key names the call that begins the batch, not those that go on with it.
      const later = { ...options, idempotencyKey: undefined }

      const connect = (barren: number): Stream.Stream<DraftEvent, DraftFailure> =>
        Stream.suspend(() => {
          ledger.connected()
          let fruitful = false
          const known = new WeakMap<SseEvent, DraftEvent>()
          const events = client.events(
            operation,
            [],
            { ...params, job_id: ledger.jobId() },
            {
              ...(ledger.jobId() === params.job_id ? options : later),
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
              const told = read === undefined ? [] : ledger.take(read)
              if (told.length > 0) fruitful = true
              return told
            }),
            Stream.catchAll((failure) => recover(failure, fruitful ? 0 : barren))
          )
        })

      const recover = (failure: DraftFailure, barren: number): Stream.Stream<DraftEvent, DraftFailure> => {
        const jobId = ledger.jobId()
        const remedy = remedyOf(failure)
        if (jobId === undefined || remedy === "end") return Stream.fail(failure)
        const wait = fruitless[barren]
        return remedy === "poll" || wait === undefined
          ? poll(jobId)
          : Stream.concat(Stream.drain(Stream.fromEffect(Effect.sleep(wait))), connect(barren + 1))
      }

      const poll = (jobId: string): Stream.Stream<DraftEvent, DraftFailure> =>
        Polling.states({
          poll: client.request(Generated.getBatchDraftJobStatus, [jobId], { user_id: params.user_id }, later),
          isTerminal: ({ status }) => status === "completed" || status === "failed",
          interval
        }).pipe(
          Stream.mapError((failure) => lost(jobId, ledger.created(), failure)),
          Stream.flatMap((job) => {
            const told = Stream.fromIterable(ledger.takeStatus(job))
            if (job.status !== "failed") return told
            const reason = job.error_message
            return Stream.concat(told, Stream.fail(new JobFailedError({ operation: operation.id, jobId, reason, job })))
          })
        )

      const all = connect(0)
      return limit === Infinity
        ? all
        : Stream.interruptWhen(
            all,
            Effect.zipRight(
              Effect.sleep(limit),
              Effect.suspend(() =>
                Effect.fail(
                  new WaitTimeoutError({
                    operation: operation.id,
                    subject: `draft job ${ledger.jobId() ?? "of the batch"}`,
                    lastStatus: `${ledger.created()} drafts so far`,
                    deadline: limit,
                    advice: "it goes on: messaging.draftBatch with its job_id reads it again"
                  })
                )
              )
            )
          )
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
    cause: redactor.error(cause),
    message:
      `draft job ${jobId} can be neither streamed nor polled after ${created} drafts (${cause._tag}); it may go on: ` +
      "messaging.draftBatch with this job_id reads it again"
  })
