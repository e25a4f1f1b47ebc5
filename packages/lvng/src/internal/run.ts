import type { ApiError, ValidationError } from "@trilum/core/ApiError"
import * as Polling from "@trilum/core/Polling"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import type { ApiClient, PreparedError, RequestOptions } from "../client.js"
import * as Envelope from "../Envelope.js"
import * as Generated from "../generated/workflows.js"
import * as WorkflowRun from "../WorkflowRun.js"

/** The checked options of a wait. */
interface Waiting extends Polling.Limits {
  readonly since: number
  readonly failedRuns: "fail" | "return"
  readonly outcomeOf: (run: Generated.WorkflowRun) => WorkflowRun.Outcome
  readonly request: RequestOptions
}

const waitingOf = (options: WorkflowRun.WaitOptions): Effect.Effect<Waiting, ValidationError> =>
  Effect.gen(function* () {
    const { deadline, failedRuns = "fail", outcomeOf = WorkflowRun.outcome, pollInterval, ...request } = options
    const wait = { deadline, pollInterval }
    const limits = yield* Polling.limits(Generated.getWorkflowRun, wait, { interval: "2 seconds" })
    return { ...limits, since: yield* Clock.currentTimeMillis, failedRuns, outcomeOf, request }
  })

/** A request that follows the first one must not be sent under its key. */
const withoutKey = (options: RequestOptions): RequestOptions => ({ ...options, idempotencyKey: undefined })

/** Fails as {@link Generated.getWorkflowRun} would before sending, so that no run starts that cannot be waited for. */
const checked = (
  client: ApiClient,
  workflowId: string,
  options: RequestOptions
): Effect.Effect<void, ApiError | PreparedError> =>
  Effect.asVoid(client.preview(Generated.getWorkflowRun, [workflowId, "run"], undefined, withoutKey(options)))

const isChange = (after: Generated.WorkflowRun, before: Generated.WorkflowRun | undefined): boolean =>
  before === undefined || before.status !== after.status || JSON.stringify(before) !== JSON.stringify(after)

/** The states of a run after `known`, as they change, the last one last. */
const states = (client: ApiClient, workflowId: string, known: Generated.WorkflowRun, waiting: Waiting) =>
  Stream.suspend(() => {
    const { id: runId } = known
    let latest = known
    return Polling.states({
      poll: Effect.map(
        client.request(Generated.getWorkflowRun, [workflowId, runId], undefined, withoutKey(waiting.request)),
        (body) => {
          latest = { ...latest, ...Envelope.run(body), id: runId }
          return latest
        }
      ),
      isTerminal: (run) => waiting.outcomeOf(run) !== "running",
      isChange,
      interval: waiting.interval,
      deadline: waiting.deadline,
      since: waiting.since,
      operation: Generated.getWorkflowRun,
      subject: `run ${runId}`,
      statusOf: ({ status }) => status ?? undefined,
      details: {
        runId,
        workflowId,
        hint: `Run ${runId} may continue on the server. Wait for it with workflows.awaitRun(workflowId, runId).`
      }
    })
  })

const update =
  (workflowId: string, waiting: Waiting) =>
  (run: Generated.WorkflowRun): Effect.Effect<WorkflowRun.RunUpdate, WorkflowRun.WaitError> => {
    if (waiting.outcomeOf(run) === "running") return Effect.succeed({ _tag: "Progress", run })
    const failure =
      waiting.failedRuns === "return" ? undefined : WorkflowRun.failure(workflowId, run, waiting.outcomeOf)
    return failure === undefined ? Effect.succeed({ _tag: "Completed", run }) : Effect.fail(failure)
  }

/** Starts a run when the stream is run and emits its updates. */
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
      return Stream.concat(started, Stream.mapEffect(rest, update(workflowId, waiting)))
    })
  )

/** The updates of an existing run. */
export const attach = (
  client: ApiClient,
  workflowId: string,
  runId: string,
  options: WorkflowRun.WaitOptions
): Stream.Stream<WorkflowRun.RunUpdate, WorkflowRun.WaitError> =>
  Stream.unwrap(
    Effect.map(waitingOf(options), (waiting) =>
      Stream.mapEffect(states(client, workflowId, { id: runId }, waiting), update(workflowId, waiting))
    )
  )

/** The last state. */
export const last = <E>(updates: Stream.Stream<WorkflowRun.RunUpdate, E>): Effect.Effect<Generated.WorkflowRun, E> =>
  // A wait that ends without an error has emitted a terminal state.
  Effect.map(Effect.flatMap(Stream.runLast(updates), Effect.orDie), (final) => final.run)
