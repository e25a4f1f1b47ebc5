/** `trilum batch submit`: stores the items of a file for workers. */
import { Batch, type SubmitOptions } from "@trilum/batch/Batch"
import * as Effect from "effect/Effect"
import type { Command, Invocation, OptionSpec } from "../../Command.js"
import { exitCode } from "../../exitCode.js"
import { duration, integer } from "../../parse.js"
import * as Json from "../../render/json.js"
import { print } from "../../run.js"
import { databaseOption, runBatches } from "./database.js"
import { jobOptions, work } from "./jobs.js"
import * as Render from "./render.js"

const heading = "Items"

export const submitOptions: ReadonlyArray<OptionSpec> = [
  { name: "id", type: "string", placeholder: "ID", summary: "The id of the batch. Submitting it twice stores it once" },
  { name: "tenant", type: "string", placeholder: "NAME", summary: "Whose workers run it. Default: default" },
  { name: "priority", type: "string", placeholder: "N", summary: "Higher comes first. Default: 0" },
  {
    name: "attempts",
    type: "string",
    placeholder: "N",
    summary: "Most runs of an item whose run fails. Default: 1",
    heading
  },
  { name: "retries", type: "string", placeholder: "N", summary: "Tries after failures that pass. Default: 8", heading },
  {
    name: "deadline",
    type: "string",
    placeholder: "TIME",
    summary: "Limit of an item, e.g. 30m. Default: none",
    heading
  },
  { name: "cancel-on-deadline", type: "boolean", summary: "Cancel the run when its deadline passes", heading },
  { name: "stop-after", type: "string", placeholder: "N", summary: "Start no more after N failures", heading }
]

export const settingsOf = ({ values }: Invocation): SubmitOptions => ({
  id: values.text("id"),
  tenant: values.text("tenant"),
  priority: integer(values, "priority", -1_000_000),
  attempts: integer(values, "attempts", 1),
  retries: integer(values, "retries", 0),
  deadline: duration(values, "deadline"),
  cancelOnDeadline: values.flag("cancel-on-deadline"),
  stopAfter: integer(values, "stop-after", 1)
})

/**
 * @since 0.1.0
 * @category commands
 */
export const submit: Command = {
  _tag: "Command",
  path: ["batch", "submit"],
  summary: "Store the lines of a file as a batch and print its id.",
  description:
    "The file is read as a stream and checked; nothing is stored if a line is invalid. Workers begin once all lines are stored.",
  arguments: [
    { name: "file", summary: "JSON lines: the fields of the job's input, and optionally an id", required: true }
  ],
  options: [...jobOptions, ...submitOptions, databaseOption],
  examples: [
    "batch submit prompts.jsonl --user ada@example.com",
    "batch submit prompts.jsonl --user ada@example.com --id nightly --attempts 2 --stop-after 100",
    "batch submit files.jsonl --job luml.upload"
  ],
  run: (invocation) => {
    const { io, json, values } = invocation
    const settings = settingsOf(invocation)
    return runBatches(
      invocation,
      Effect.gen(function* () {
        const batches = yield* Batch
        const { items, job } = yield* work(invocation, values.arguments[0] ?? "")
        const status = yield* batches.submit(job, items, settings)
        if (json) yield* print(io.stdout, `${Json.compact(Render.json(status))}\n`)
        else {
          yield* print(io.stdout, `${status.id}\n`)
          yield* print(
            io.stderr,
            `${status.total} items. Run them: trilum worker. Watch them: trilum batch watch ${status.id}\n`
          )
        }
        return exitCode.ok
      })
    )
  }
}
