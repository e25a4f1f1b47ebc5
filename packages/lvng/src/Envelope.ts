/**
 * Functions that extract records from response bodies.
 *
 * The platform has no common envelope, and some fields have two documented names. Methods return the body as received.
 * These functions find the record under both names. A `null` counts as missing.
 * sent it. These functions find the records under either name, and treat null and missing fields alike.
 *
 * @since 0.1.0
 */
import type { Agent, AgentPartial, AgentsListResponse } from "./generated/agents.js"
import type {
  ParsedWorkflow,
  Workflow,
  WorkflowPartial,
  WorkflowRun,
  WorkflowRunPartial
} from "./generated/workflows.js"

type Maybe<T> = T | null | undefined

/** The first value that is not `null` or `undefined`. */
const first = <T>(...values: ReadonlyArray<Maybe<T>>): T | undefined =>
  values.find((value): value is T => value !== undefined && value !== null)

/**
 * The field `agent` (reference) or `data` (cookbook).
 *
 * @since 0.1.0
 * @category accessors
 */
export const agent = <A extends Agent | AgentPartial>(
  body:
    | { readonly agent: A }
    | { readonly data: A }
    | { readonly agent?: Maybe<A>; readonly data?: Maybe<A>; readonly success?: Maybe<boolean> }
): A | undefined => first("agent" in body ? body.agent : undefined, "data" in body ? body.data : undefined)

/**
 * The field `agents` (reference) or `data`.
 *
 * @since 0.1.0
 * @category accessors
 */
export const agents = (body: AgentsListResponse): ReadonlyArray<AgentPartial> => first(body.agents, body.data) ?? []

/**
 * The field `data` (SDKs) or `workflows` (older sample).
 *
 * @since 0.1.0
 * @category accessors
 */
export const workflows = (
  body: { readonly data: ReadonlyArray<Workflow> } | { readonly workflows: ReadonlyArray<Workflow> }
): ReadonlyArray<Workflow> =>
  first("data" in body ? body.data : undefined, "workflows" in body ? body.workflows : undefined) ?? []

/**
 * The definition in a response of `workflows.parse`: the field `workflow` (reference) or `data` (cookbook).
 *
 * @since 0.1.0
 * @category accessors
 */
export const parsedWorkflow = (
  body: { readonly workflow: ParsedWorkflow } | { readonly data: ParsedWorkflow }
): ParsedWorkflow => ("workflow" in body ? body.workflow : body.data)

/**
 * The workflow in a response of `create`, `get` or `update`.
 *
 * @since 0.1.0
 * @category accessors
 */
export const workflow = (body: { readonly data?: Maybe<WorkflowPartial> }): WorkflowPartial | undefined =>
  first(body.data)

/**
 * The run in a response of `execute` or `getRun`.
 *
 * @since 0.1.0
 * @category accessors
 */
export const run = <R extends WorkflowRun | WorkflowRunPartial>(body: { readonly data?: Maybe<R> }): R | undefined =>
  first(body.data)
