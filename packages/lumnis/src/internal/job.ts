import * as Polling from "@trilum/core/Polling"
import * as Effect from "effect/Effect"
import { JobFailedError } from "../ResourceError.js"

/** How to wait for a background job of the platform. */
interface Options<J, E, R>
  extends Pick<Parameters<typeof Polling.until<J, E, R>>[0], "operation" | "wait" | "interval" | "poll" | "statusOf"> {
  readonly jobId: string
  readonly reasonOf: (job: J) => string | null | undefined
  readonly subject: string
  /** The method that waits. */
  readonly method: string
}

/** Waits until a job is completed. Fails with `JobFailedError` when it failed. */
export const wait = <J extends { readonly status: string }, E, R>({
  jobId,
  method,
  reasonOf,
  ...options
}: Options<J, E, R>) =>
  Effect.flatMap(
    Polling.until({
      ...options,
      isTerminal: ({ status }) => status === "completed" || status === "failed",
      details: { jobId, hint: `The job continues. Wait for it with ${method}.` }
    }),
    (job) =>
      job.status === "failed"
        ? Effect.fail(new JobFailedError({ operation: options.operation.id, jobId, reason: reasonOf(job), job }))
        : Effect.succeed(job)
  )
