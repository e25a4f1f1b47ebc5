/** `trilum batch list`: the batches of a database. */
import { Batch, type State } from "@trilum/batch/Batch"
import * as Effect from "effect/Effect"
import type { Command } from "../../Command.js"
import { exitCode } from "../../exitCode.js"
import { choice, integer } from "../../parse.js"
import * as Json from "../../render/json.js"
import { print } from "../../run.js"
import { databaseOption, runBatches } from "./database.js"
import * as Render from "./render.js"

const states: ReadonlyArray<State> = ["submitting", "running", "paused", "finished", "stopped", "cancelled"]

/**
 * @since 0.1.0
 * @category commands
 */
export const list: Command = {
  _tag: "Command",
  path: ["batch", "list"],
  summary: "List batches, the newest first.",
  description: "With --json, one line for each batch.",
  arguments: [],
  options: [
    { name: "state", type: "string", placeholder: "STATE", choices: states, summary: "Only batches in this state" },
    { name: "tenant", type: "string", placeholder: "NAME", summary: "Only batches of this tenant" },
    { name: "limit", type: "string", placeholder: "N", summary: "Default: 50" },
    databaseOption
  ],
  examples: ["batch list", "batch list --state running --json"],
  run: (invocation) => {
    const { io, json, values } = invocation
    const options = {
      state: choice(values, "state", states),
      tenant: values.text("tenant"),
      limit: integer(values, "limit", 1)
    }
    return runBatches(
      invocation,
      Effect.gen(function* () {
        const found = yield* Effect.flatMap(Batch, (batches) => batches.list(options))
        if (json) for (const status of found) yield* print(io.stdout, `${Json.compact(Render.json(status))}\n`)
        else if (found.length > 0) yield* print(io.stdout, Render.table(found))
        else yield* print(io.stderr, "There are no batches.\n")
        return exitCode.ok
      })
    )
  }
}
