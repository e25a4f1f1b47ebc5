/**
 * A specialised agent as a command.
 *
 * @since 0.1.0
 */
import type { Agents, LumnisResponse } from "@trilum/lumnis"
import * as Update from "@trilum/lumnis/InvokeUpdate"
import type { Lumnis } from "@trilum/lumnis/Lumnis"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import type { Command, Invocation } from "../../Command.js"
import { integer } from "../../parse.js"
import { paint } from "../../render/colour.js"
import * as Json from "../../render/json.js"
import * as Table from "../../render/table.js"
import { jsonObject, settingOf } from "../operation/json.js"
import { userSpec } from "./actingFor.js"
import type { AgentKind } from "./agentKinds.js"
import { follow, waitOptions, waitSpecs } from "./watch.js"

/** What was typed is checked by the client, which knows each agent's parameters. */
const start = (
  agents: Lumnis.Service["agents"],
  method: AgentKind["method"],
  query: string,
  params: object,
  options: Agents.AgentStartOptions
) => {
  switch (method) {
    case "quickPeopleSearch":
      return agents.startQuickPeopleSearch(query, params as Agents.QuickPeopleSearchParams, options)
    case "deepPeopleSearch":
      return agents.startDeepPeopleSearch(query, params as Agents.DeepPeopleSearchParams, options)
    case "peopleScoring":
      return agents.startPeopleScoring(query, params as Agents.PeopleScoringParams, options)
    case "competitorPostEngagement":
      return agents.startCompetitorPostEngagement(query, params as Agents.CompetitorPostEngagementParams, options)
    case "competitorRepEngagement":
      return agents.startCompetitorRepEngagement(query, params as Agents.CompetitorRepEngagementParams, options)
    case "contentIntelligence":
      return agents.startContentIntelligence(query, params as Agents.ContentIntelligenceParams, options)
    default:
      return agents.startEngagementExpansion(query, params as Agents.EngagementExpansionParams, options)
  }
}

const paramsOf = async ({ io, values }: Invocation): Promise<object> => {
  const limit = integer(values, "limit", 1)
  return {
    ...(await jsonObject(io, values, "params")),
    ...Object.fromEntries(values.texts("set").map((setting) => settingOf("--set", setting))),
    ...(limit === undefined ? undefined : { limit })
  }
}

/** What a person looks for in people first. */
const columns = ["name", "current_title", "current_company", "overall_score", "location", "linkedin_url", "email"]

const isRow = (value: unknown): value is Table.Row => typeof value === "object" && value !== null

/** A table of people for people, the result as it came for programs. */
const textOf = ({ structured_response: result }: LumnisResponse, { io }: Invocation): string | undefined => {
  if (result === undefined || result === null) return undefined
  const found: unknown = Reflect.get(result, "candidates")
  const rows = Array.isArray(found) ? found.filter(isRow) : []
  if (io.stdout.isTTY && rows.length > 0) {
    const names = columns.filter((name) => rows.some((row) => row[name] !== undefined && row[name] !== null))
    return Table.lines(rows, { columns: io.stdout.columns, paint: paint(io.stdout.colour), names }).join("\n")
  }
  return Json.text(result, io.stdout, false)
}

/**
 * @since 0.1.0
 * @category constructors
 */
export const agentCommand = ({ example, method, name, summary }: AgentKind): Command => ({
  _tag: "Command",
  path: ["lumnis", "agents", name],
  summary: `${summary}.`,
  description:
    "The result goes to stdout as JSON, people as a table on a terminal; with --json the whole response. Progress goes to stderr.",
  arguments: [{ name: "query", summary: "What to look for", required: true }],
  options: [
    userSpec,
    { name: "limit", short: "n", type: "string", placeholder: "N", summary: "At most so many" },
    {
      name: "set",
      type: "string",
      multiple: true,
      placeholder: "NAME=VALUE",
      summary: "A parameter of the agent; the value is JSON if it reads as JSON, else text"
    },
    { name: "params", type: "string", placeholder: "JSON|@FILE|-", summary: "Parameters of the agent as an object" },
    ...waitSpecs
  ],
  examples: [example],
  notes: ["POST /v1/responses, then GET /v1/responses/{response_id} until the run ends."],
  run: async (invocation) => {
    const { values } = invocation
    const [query = ""] = values.arguments
    const waiting = waitOptions(invocation)
    const { headers, retry, scope, timeout } = waiting
    const params = await paramsOf(invocation)
    return follow(
      invocation,
      (client) =>
        Stream.unwrap(
          Effect.map(
            start(client.agents, method, query, params, {
              userId: values.text("user"),
              headers,
              retry,
              scope,
              timeout
            }),
            ({ response_id, thread_id }) => {
              const started = Update.started(response_id, thread_id)
              return Stream.concat(Stream.succeed(started), client.attachStream(response_id, waiting))
            }
          )
        ),
      { show: (response) => textOf(response, invocation) }
    )
  }
})
