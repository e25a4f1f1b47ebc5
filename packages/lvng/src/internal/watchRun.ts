import { type ApiError, ValidationError } from "@trilum/core/ApiError"
import * as Polling from "@trilum/core/Polling"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import type { ApiClient, PreparedError, RequestOptions } from "../client.js"
import * as Envelope from "../Envelope.js"
import * as Generated from "../generated/workflows.js"
import { RunCancelledError, RunFailedError, RunTimeoutError } from "../LvngError.js"
import * as WorkflowRun from "../WorkflowRun.js"

/** A wait in numbers. */
interface Waiting {
  /** Milliseconds. */
  readonly interval: number
  readonly deadline: Duration.Duration | undefined
  readonly failedRuns: "fail" | "return"
  readonly outcomeOf: (run: Generated.WorkflowRun) => WorkflowRun.Outcome
  readonly request: RequestOptions
}

const refusal = (name: string): ValidationError =>
  new ValidationError({
    platform: "lvng",
    code: "INVALID_INPUT",
    attempts: 0,
    message: `workflows: ${name} is not a duration; write it like "10 seconds", or in milliseconds`
  })

const waitingOf = (options: WorkflowRun.WaitOptions): Effect.Effect<Waiting, ValidationError> => {
  const { deadline, failedRuns = "fail", outcomeOf = WorkflowRun.outcome, pollInterval, ...request } = options
  const interval = Duration.decodeUnknown(pollInterval ?? Duration.seconds(2))
  const limit = Duration.decodeUnknown(deadline ?? Duration.infinity)
  if (Option.isNone(interval) || !Duration.isFinite(interval.value)) return Effect.fail(refusal("pollInterval"))
  if (Option.isNone(limit)) return Effect.fail(refusal("deadline"))
  return Effect.succeed({
    interval: Duration.toMillis(interval.value),
    deadline: Duration.isFinite(limit.value) ? limit.value : undefined,
    failedRuns,
    outcomeOf,
    request
  })
}

/** What is left of the options when a request may not be sent twice under one key. */
const withoutKey = (options: RequestOptions): RequestOptions => ({ ...options, idempotencyKey: undefined })

/** Fails with what {@link Generated.getWorkflowRun} is refused with, before a run is started that nobody could watch. */
const checked = (
  client: ApiClient,
  workflowId: string,
  options: RequestOptions
): Effect.Effect<void, ApiError | PreparedError> =>
  Effect.asVoid(client.preview(Generated.getWorkflowRun, [workflowId, "run"], undefined, withoutKey(options)))

const isChange = (before: Generated.WorkflowRun, after: Generated.WorkflowRun): boolean =>
  before.status !== after.status || JSON.stringify(before) !== JSON.stringify(after)

/** The states of a run after `known`, as they change, the last one last. */
const states = (
  client: ApiClient,
  workflowId: string,
  known: Generated.WorkflowRun,
  waiting: Waiting
): Stream.Stream<Generated.WorkflowRun, ApiError | PreparedError> =>
  Stream.suspend(() => {
    let latest = known
    const look = Effect.map(
      client.request(Generated.getWorkflowRun, [workflowId, known.id], undefined, withoutKey(waiting.request)),
      (body) => {
        latest = { ...latest, ...Envelope.run(body), id: known.id }
        return latest
      }
    )
    return Polling.states({
      poll: look,
      isTerminal: (run) => waiting.outcomeOf(run) !== "running",
      interval: waiting.interval,
      isChange
    })
  })

const update =
  (workflowId: string, waiting: Waiting) =>
  (run: Generated.WorkflowRun): Effect.Effect<WorkflowRun.RunUpdate, RunFailedError | RunCancelledError> => {
    const outcome = waiting.outcomeOf(run)
    if (outcome === "running") return Effect.succeed({ _tag: "Progress", run })
    if (outcome === "succeeded" || waiting.failedRuns === "return") return Effect.succeed({ _tag: "Completed", run })
    return Effect.fail(
      outcome === "failed" ? new RunFailedError({ workflowId, run }) : new RunCancelledError({ workflowId, run })
    )
  }

const bounded = (
  self: Stream.Stream<WorkflowRun.RunUpdate, WorkflowRun.WaitError>,
  workflowId: string,
  runId: string,
  deadline: Duration.Duration | undefined
): Stream.Stream<WorkflowRun.RunUpdate, WorkflowRun.WaitError> =>
  deadline === undefined
    ? self
    : Stream.interruptWhen(
        self,
        Effect.zipRight(
          Effect.sleep(deadline),
          Effect.fail(new RunTimeoutError({ workflowId, runId, deadline: Duration.format(deadline) }))
        )
      )

/** Starts a run when the stream is run and tells of it until its end. */
export const execute = (
  client: ApiClient,
  workflowId: string,
  params: Generated.WorkflowsExecuteParams | undefined,
  options: WorkflowRun.WaitOptions
): Stream.Stream<WorkflowRun.RunUpdate, WorkflowRun.WaitError> =>
  Stream.unwrap(
    Effect.gen(function* () {
      const waiting = yield* waitingOf(options)
      yield* checked(client, workflowId, waiting.request)
      const { data: run } = yield* client.request(Generated.executeWorkflow, [workflowId], params, waiting.request)
      const started = Stream.succeed<WorkflowRun.RunUpdate>({ _tag: "Started", run })
      const rest = waiting.outcomeOf(run) === "running" ? states(client, workflowId, run, waiting) : Stream.succeed(run)
      return bounded(
        Stream.concat(started, Stream.mapEffect(rest, update(workflowId, waiting))),
        workflowId,
        run.id,
        waiting.deadline
      )
    })
  )

/** Tells of a run that was started before, until its end. */
export const attach = (
  client: ApiClient,
  workflowId: string,
  runId: string,
  options: WorkflowRun.WaitOptions
): Stream.Stream<WorkflowRun.RunUpdate, WorkflowRun.WaitError> =>
  Stream.unwrap(
    Effect.map(waitingOf(options), (waiting) =>
      bounded(
        Stream.mapEffect(states(client, workflowId, { id: runId }, waiting), update(workflowId, waiting)),
        workflowId,
        runId,
        waiting.deadline
      )
    )
  )

/** The last state. */
export const last = <E>(updates: Stream.Stream<WorkflowRun.RunUpdate, E>): Effect.Effect<Generated.WorkflowRun, E> =>
  // A wait that ends without an error has told of an end.
  Effect.map(Effect.flatMap(Stream.runLast(updates), Effect.orDie), (final) => final.run)
