/**
 * Follows a run of a workflow to its end.
 *
 * @since 0.1.0
 */
import type { WorkflowRun } from "@trilum/lvng/generated/workflows"
import { Lvng } from "@trilum/lvng/Lvng"
import { failure as failureOf, outcome, type RunUpdate } from "@trilum/lvng/WorkflowRun"
import * as Effect from "effect/Effect"
import * as Predicate from "effect/Predicate"
import * as Stream from "effect/Stream"
import { LocalError, UsageError } from "../../CliError.js"
import type { Invocation } from "../../Command.js"
import { exitCode } from "../../exitCode.js"
import * as Layers from "../../layers.js"
import { duration } from "../../parse.js"
import * as Json from "../../render/json.js"
import * as Progress from "../../render/progress.js"
import { harmless } from "../../render/width.js"
import { attempt, print } from "../../run.js"
import { requestOptions } from "../operation/input.js"
import { jsonObject, settingOf } from "../operation/json.js"
import { promptOf } from "../prompt.js"

const waitOptions = ({ values }: Invocation) => {
  const { headers, idempotencyKey, retry, timeout } = requestOptions(values)
  return {
    headers,
    retry,
    timeout,
    idempotencyKey,
    deadline: duration(values, "deadline"),
    pollInterval: duration(values, "interval"),
    failedRuns: "return"
  } as const
}

const inputsOf = async ({ io, values }: Invocation): Promise<Readonly<Record<string, unknown>> | undefined> => {
  const all = await jsonObject(io, values, "inputs")
  const single = values.texts("input").map((text) => settingOf("--input", text))
  return all === undefined && single.length === 0 ? undefined : { ...all, ...Object.fromEntries(single) }
}

/** Steps as `name: status`. A run tells of them in fields that are not documented, so what is missing is left out. */
const stepsOf = (run: WorkflowRun): ReadonlyArray<readonly [name: string, status: string]> => {
  const steps: unknown = Reflect.get(run, "steps")
  if (!Array.isArray(steps)) return []
  return steps.flatMap((step: unknown, index) => {
    if (!Predicate.isReadonlyRecord(step) || typeof step["status"] !== "string") return []
    return [[typeof step["name"] === "string" ? step["name"] : `step ${index + 1}`, step["status"]] as const]
  })
}

/** Lines for what is new in a run since the last look. */
const teller = () => {
  let status: string | undefined
  const steps = new Map<string, string>()
  return (run: WorkflowRun): ReadonlyArray<string> => {
    const lines: Array<string> = []
    const now = run.status ?? undefined
    if (now !== undefined && now !== status && outcome(run) === "running") lines.push(now)
    status = now
    for (const [name, state] of stepsOf(run)) {
      const before = steps.get(name)
      steps.set(name, state)
      if (before === state || (before === undefined && state === "pending")) continue
      lines.push(`\t→ ${name}: ${state}`)
    }
    return lines
  }
}

const reasonOf = (run: WorkflowRun): string | undefined => {
  const error: unknown = Reflect.get(run, "error")
  if (typeof error === "string" && error !== "") return error
  const message = Predicate.isReadonlyRecord(error) ? error["message"] : undefined
  return typeof message === "string" && message !== "" ? message : undefined
}

const resultOf = (run: WorkflowRun, { io, json }: Invocation): string => {
  const value = run.result
  if (json) return `${Json.compact(run)}\n`
  if (typeof value !== "string") return `${Json.text(value ?? run, io.stdout, false)}\n`
  const shown = io.stdout.isTTY ? harmless(value) : value
  return shown === "" || shown.endsWith("\n") ? shown : `${shown}\n`
}

type Follow<E> = (client: Lvng.Service) => Stream.Stream<RunUpdate, E>

const follow = async <E>(
  invocation: Invocation,
  workflowId: string,
  begin: Follow<E>,
  attached: string | undefined
): Promise<number> => {
  const { io, json, values } = invocation
  const streaming = json && values.flag("stream") === true
  const showsProgress = !json && values.flag("quiet") !== true
  let runId = attached

  await Layers.runLvng(
    invocation,
    Effect.gen(function* () {
      const client = yield* Lvng
      const progress = yield* Effect.acquireRelease(
        Effect.sync(() => (showsProgress ? Progress.make(io) : undefined)),
        (made) => Effect.promise(async () => made?.stop())
      )
      const news = teller()
      const tell = ({ _tag, run }: RunUpdate): Effect.Effect<void, Error> =>
        Effect.gen(function* () {
          runId = run.id
          if (streaming) yield* print(io.stdout, `${Json.compact({ type: _tag.toLowerCase(), run })}\n`)
          if (progress === undefined) return
          if (_tag === "Started") yield* attempt(() => progress.line(`run ${run.id} of workflow ${workflowId}`))
          const lines = news(run)
          progress.status(stepsOf(run).find(([, status]) => status === "running")?.[0] ?? run.status ?? "running")
          for (const line of lines) yield* attempt(() => progress.line(line))
        })
      const farewell = Effect.promise(async () => {
        await progress?.stop()
        if (runId === undefined) return
        await io.stderr.write(
          `interrupted: run ${runId} goes on; to wait for it again: trilum lvng workflows attach ${workflowId} ${runId}\n`
        )
      })
      const last = yield* begin(client).pipe(
        Stream.tap(tell),
        Stream.runLast,
        Effect.onInterrupt(() => farewell)
      )
      yield* Effect.promise(async () => progress?.stop())
      if (last._tag === "None") return yield* Effect.fail(new LocalError("the run ended without a word"))
      const { run: final } = last.value
      const failure = failureOf(workflowId, final)
      if (!streaming && (failure === undefined || json)) yield* print(io.stdout, resultOf(final, invocation))
      if (failure === undefined) return
      const reason = reasonOf(final)
      if (!json && reason !== undefined) yield* print(io.stderr, `${harmless(reason)}\n`)
      return yield* Effect.fail(failure)
    })
  )
  return exitCode.ok
}

/**
 * Starts a run and follows it.
 *
 * @since 0.1.0
 * @category constructors
 */
export const start = async (invocation: Invocation): Promise<number> => {
  const [id = ""] = invocation.values.arguments
  const options = waitOptions(invocation)
  const inputs = await inputsOf(invocation)
  const params = inputs === undefined ? undefined : { inputs }
  return follow(invocation, id, (client) => client.workflows.executeStream(id, params, options), undefined)
}

/**
 * Follows a run that was started before.
 *
 * @since 0.1.0
 * @category constructors
 */
export const attach = (invocation: Invocation): Promise<number> => {
  const [id = "", runId = ""] = invocation.values.arguments
  const options = waitOptions(invocation)
  return follow(invocation, id, (client) => client.workflows.watchRun(id, runId, options), runId)
}

/**
 * Turns words into a definition.
 *
 * @since 0.1.0
 * @category constructors
 */
export const parse = async (invocation: Invocation): Promise<number> => {
  const { io, json } = invocation
  const instruction = await promptOf(invocation)
  if (instruction === undefined) {
    throw new UsageError(
      "missing <instruction>",
      "give it as text, or pipe it in; see: trilum lvng workflows parse --help"
    )
  }
  const reply = await Layers.runLvng(
    invocation,
    Effect.flatMap(Lvng, (client) => client.workflows.parse(instruction))
  )
  await io.stdout.write(`${Json.text(reply, io.stdout, json)}\n`)
  return exitCode.ok
}
