/**
 * Workflows and their runs. The contract has no operation that stops a run. Deleting the workflow does, and
 * `POST /__emulator/lvng/runs/{id}/cancel`.
 */
import type { JsonObject } from "../../Contract.js"
import type { Call, Context, Handler, Handlers } from "../../Platform.js"
import * as Reply from "../../Reply.js"
import { notFound, structured } from "./Errors.js"
import { byOffset } from "./Paging.js"
import * as Rules from "./Rules.js"
import * as Table from "./Table.js"
import { emit, hasSubscribers } from "./Webhooks.js"
import * as WorkflowRun from "./WorkflowRun.js"

export const workflows: Table.Table = {
  name: "workflows",
  noun: "Workflow",
  newId: (context) => `wf_${context.ids.hex("workflow", 24)}`,
  stamps: ["created_at", "updated_at"],
  make: (input) => ({ name: "Untitled workflow", description: null, status: "active", steps: [], ...input })
}

const data: Table.Wrap = (value) => ({ success: true, data: value })

const conjunctions = /\s*(?:;|\.(?=\s|$)|,?\s+(?:and\s+then|then|after\s+that|and)\s+|,\s+)\s*/i

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** A definition from words: a step for each of their clauses. */
const parsed = (instruction: string): JsonObject => {
  const clauses = instruction
    .split(conjunctions)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== "")
  const trigger = /\b(every|each|daily|weekly|monthly|hourly)\b/i.test(instruction) ? "schedule" : "manual"
  return {
    type: "generated",
    name: sentence((clauses[0] ?? "Workflow").slice(0, 60).trim()),
    description: instruction,
    confidence: Math.min(0.95, 0.5 + clauses.length * 0.1),
    trigger: { type: trigger },
    steps: clauses.slice(0, 10).map((clause, index) => ({
      id: `step_${index + 1}`,
      name: sentence(clause),
      ...(index === 0 ? {} : { depends_on: [`step_${index}`] })
    }))
  }
}

const scriptOf = (
  call: Call,
  workflow: Table.Row,
  context: Context
): WorkflowRun.RunScript | { readonly problem: string } => {
  const header = call.headers["x-emulator-run"]
  if (typeof header === "string") {
    try {
      return WorkflowRun.parseScript(JSON.parse(header))
    } catch {
      return { problem: "the header is not JSON" }
    }
  }
  const words = `${workflow.id} ${String(workflow.value["name"])} ${JSON.stringify(call.body["inputs"] ?? {})}`
  return Rules.runs(context).take(words) ?? {}
}

/** Emits the end of a run to webhooks when it is due. Without subscribers no timer is started. */
const announce = async (run: WorkflowRun.RunRecord, context: Context): Promise<void> => {
  const end = WorkflowRun.endOf(run)
  const event = end?.status === "completed" ? "workflow.completed" : "workflow.failed"
  if (end === undefined || !hasSubscribers(event, run, context)) return
  await context.clock.sleep(end.atMs)
  const held = WorkflowRun.runs(context).get(run.id)
  if (held === undefined || held.cancelledMs !== null) return
  const { id, result, status, workflow_id } = WorkflowRun.view(held, run.createdMs + end.atMs)
  emit(event, { workflow_id, run_id: id, status, ...(result === undefined ? {} : { result }) }, run, context)
}

/** Stops a run that has not ended. */
export const cancel = (run: WorkflowRun.RunRecord, context: Context): WorkflowRun.RunRecord => {
  if (run.cancelledMs !== null) return run
  const cancelled = { ...run, cancelledMs: context.clock.now() }
  WorkflowRun.runs(context).set(run.id, cancelled)
  return cancelled
}

const execute: Handler = Table.withRow(workflows, (row, call, context) => {
  const script = scriptOf(call, row, context)
  if ("problem" in script) return structured(400, "BAD_EMULATOR_SCRIPT", `X-Emulator-Run: ${script.problem}.`)
  const inputs = Table.objectOr(call.body["inputs"], {})
  const run = WorkflowRun.make(row, inputs, script, Table.ownerOf(call, context), context)
  WorkflowRun.runs(context).set(run.id, run)
  emit("workflow.started", { workflow_id: row.id, run_id: run.id, status: "pending" }, run, context)
  void announce(run, context)
  return Reply.json(200, { success: true, data: WorkflowRun.view(run, run.createdMs) })
})

const runsOf = (row: Table.Row, context: Context): ReadonlyArray<WorkflowRun.RunRecord> =>
  WorkflowRun.runs(context)
    .values()
    .filter((run) => run.workflowId === row.id)

export const handlers: Handlers = {
  createWorkflow: Table.creating(workflows, data),
  listWorkflows: (call, context) => {
    const { info, items } = byOffset(call, Table.mine(workflows, call, context))
    const values = items.map(({ value }) => value)
    return Reply.json(200, { success: true, data: values, workflows: values, pagination: info })
  },
  getWorkflow: Table.getting(workflows, data),
  updateWorkflow: Table.updating(workflows, data),
  deleteWorkflow: Table.deleting(workflows, (row, context) => {
    for (const run of runsOf(row, context)) cancel(run, context)
  }),
  parseWorkflow: (call) => {
    const definition = parsed(Table.text(call.body, "instruction") ?? Table.text(call.body, "description") ?? "")
    return Reply.json(200, { success: true, workflow: definition })
  },
  executeWorkflow: execute,
  listWorkflowRuns: Table.withRow(workflows, (row, call, context) => {
    const { info, items } = byOffset(call, runsOf(row, context).toReversed())
    const now = context.clock.now()
    return Reply.json(200, { success: true, data: items.map((run) => WorkflowRun.view(run, now)), pagination: info })
  }),
  getWorkflowRun: (call, context) => {
    const run = WorkflowRun.runs(context).get(call.path["runId"] ?? "")
    const mine = run?.tenantId === call.caller.tenantId && run.workflowId === call.path["id"]
    return mine
      ? Reply.json(200, { success: true, data: WorkflowRun.view(run, context.clock.now()) })
      : notFound("Workflow run")
  },
  scheduleWorkflow: Table.withRow(workflows, (row, call, context) => {
    const next = Table.replace(workflows, row, { schedule: call.body }, context)
    return Reply.json(200, { success: true, data: { workflow_id: row.id, schedule: next.value["schedule"] } })
  })
}
