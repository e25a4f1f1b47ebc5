/**
 * Workflow runs. A run stores its timeline; status and result follow from the clock.
 */
import { isObject, type JsonObject } from "../../Contract.js"
import type { Context } from "../../Platform.js"
import type { Collection } from "../../Store.js"
import { iso, type Owner } from "./Table.js"

/** A change of status, `atMs` after the run began. */
interface Moment {
  readonly atMs: number
  readonly status: string
}

interface TimedStep {
  readonly id: string
  readonly name: string
  readonly fromMs: number
  readonly toMs: number
}

export interface RunRecord extends Owner {
  readonly id: string
  readonly workflowId: string
  readonly inputs: JsonObject
  readonly createdMs: number
  readonly cancelledMs: number | null
  readonly moments: ReadonlyArray<Moment>
  readonly steps: ReadonlyArray<TimedStep>
  /** The result, present from the last change of status on. */
  readonly result: unknown
  readonly error: unknown
}

/**
 * A script for `X-Emulator-Run` and `POST /__emulator/lvng/runs`: statuses with the milliseconds since the one before,
 * and the result. Default: the usual timeline.
 */
export interface RunScript {
  readonly timeline?: ReadonlyArray<{ readonly after?: number; readonly status: string }>
  readonly result?: unknown
  readonly error?: unknown
}

export const runs = (context: Context): Collection<RunRecord> => context.store.collection("lvng.runs")

const isMoment = (value: unknown): value is { readonly after?: number; readonly status: string } =>
  isObject(value) &&
  typeof value["status"] === "string" &&
  (value["after"] === undefined || (typeof value["after"] === "number" && value["after"] >= 0))

const isScript = (value: unknown): value is RunScript =>
  isObject(value) &&
  (value["timeline"] === undefined || (Array.isArray(value["timeline"]) && value["timeline"].every(isMoment)))

/** Reads a script, or returns the problem with it. */
export const parseScript = (value: unknown): RunScript | { readonly problem: string } =>
  isScript(value) ? value : { problem: "a run is {timeline?: [{after?, status}], result?, error?}" }

const untilStarted = 100

const stepTime = 400

/** `pending`, `running` through the steps, then what the words in the inputs or the name say, else `completed`. */
const defaultTimeline = (words: string, steps: number): ReadonlyArray<Moment> => {
  const factor = words.includes("[slow]") ? 10 : words.includes("[fast]") ? 0 : 1
  const running = { atMs: untilStarted * factor, status: "running" }
  const begun = [{ atMs: 0, status: "pending" }, running]
  if (words.includes("[hang]")) return begun
  const half = running.atMs + Math.ceil(steps / 2) * stepTime * factor
  if (words.includes("[fail]")) return [...begun, { atMs: half, status: "failed" }]
  if (words.includes("[cancelled]")) return [...begun, { atMs: half, status: "cancelled" }]
  return [...begun, { atMs: running.atMs + steps * stepTime * factor, status: "completed" }]
}

const scripted = (script: NonNullable<RunScript["timeline"]>): ReadonlyArray<Moment> => {
  let atMs = 0
  return script.map(({ after, status }) => {
    atMs += after ?? 0
    return { atMs, status }
  })
}

const stepNames = (workflow: JsonObject): ReadonlyArray<string> => {
  const steps = Array.isArray(workflow["steps"]) ? workflow["steps"] : []
  const names = steps.map((step: unknown, index) => {
    const name = isObject(step) ? (step["name"] ?? step["action"]) : step
    return typeof name === "string" && name !== "" ? name : `Step ${index + 1}`
  })
  return names.length > 0 ? names : ["Prepare", "Work", "Finish"]
}

export const make = (
  workflow: { readonly id: string; readonly value: JsonObject },
  inputs: JsonObject,
  script: RunScript,
  owner: Owner,
  context: Context
): RunRecord => {
  const names = stepNames(workflow.value)
  const name = String(workflow.value["name"])
  const words = `${name} ${JSON.stringify(inputs)}`
  const timeline = script.timeline === undefined ? defaultTimeline(words, names.length) : scripted(script.timeline)
  const moments = timeline.map(({ atMs, status }) => ({ atMs: atMs * context.pace, status }))
  const from = moments.find(({ status }) => status === "running")?.atMs ?? 0
  const end = moments.at(-1)
  const whole = end?.status === "completed" ? end.atMs - from : names.length * stepTime * context.pace
  const id = `run_${context.ids.hex("workflow-run", 24)}`
  return {
    id,
    workflowId: workflow.id,
    tenantId: owner.tenantId,
    userId: owner.userId,
    inputs,
    createdMs: context.clock.now(),
    cancelledMs: null,
    moments,
    steps: names.map((step, index) => ({
      id: `step_${index + 1}`,
      name: step,
      fromMs: from + (whole * index) / names.length,
      toMs: from + (whole * (index + 1)) / names.length
    })),
    result: script.result ?? { output: `${name} finished.`, steps: names.length, inputs },
    error: script.error ?? { code: "STEP_FAILED", message: `${name} failed.` }
  }
}

/** When the run ends by itself, or `undefined` when it never does. */
export const endOf = (run: RunRecord): Moment | undefined => {
  const last = run.moments.at(-1)
  return last !== undefined && last.status !== "pending" && last.status !== "running" ? last : undefined
}

/** The state of a step at `elapsed` milliseconds of its run. It no longer changes when the run has ended. */
const stepView = (step: TimedStep, run: RunRecord, elapsed: number, ended: Moment | undefined): JsonObject => {
  const begun =
    elapsed >= step.fromMs && run.moments.some(({ atMs, status }) => status === "running" && atMs <= elapsed)
  const done = begun && elapsed >= step.toMs
  const stopped = ended !== undefined && begun && !done
  return {
    id: step.id,
    name: step.name,
    status: done ? "completed" : stopped ? ended.status : begun ? "running" : "pending",
    started_at: begun ? iso(run.createdMs + step.fromMs) : null,
    completed_at: done ? iso(run.createdMs + step.toMs) : null
  }
}

/** The run as the platform shows it at `now`. */
export const view = (run: RunRecord, now: number): JsonObject => {
  const at = Math.min(now, run.cancelledMs ?? Number.POSITIVE_INFINITY)
  const past = run.moments.filter(({ atMs }) => run.createdMs + atMs <= at)
  const latest = past.at(-1)
  const end = endOf(run)
  const cancelled = run.cancelledMs !== null && (end === undefined || run.createdMs + end.atMs > run.cancelledMs)
  const ended = cancelled ? { atMs: at - run.createdMs, status: "cancelled" } : latest === end ? end : undefined
  const status = ended?.status ?? latest?.status ?? "pending"
  const steps = run.steps.map((step) => stepView(step, run, ended?.atMs ?? at - run.createdMs, ended))
  const done = steps.filter((step) => step["status"] === "completed").length
  const started = past.find((moment) => moment.status === "running")
  const failed = status === "failed"
  return {
    id: run.id,
    workflow_id: run.workflowId,
    status,
    progress: steps.length === 0 ? 0 : done / steps.length,
    inputs: run.inputs,
    steps,
    ...(ended !== undefined && !failed && status !== "cancelled" ? { result: run.result } : {}),
    ...(failed ? { error: run.error } : {}),
    created_at: iso(run.createdMs),
    started_at: started === undefined ? null : iso(run.createdMs + started.atMs),
    completed_at: ended === undefined ? null : iso(run.createdMs + ended.atMs),
    updated_at: iso(run.createdMs + (ended?.atMs ?? latest?.atMs ?? 0))
  }
}
