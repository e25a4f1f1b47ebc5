/** `trilum batch results`: one line of JSON for each result. */
import { Batch, type Result } from "@trilum/batch/Batch"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import type { Command } from "../../Command.js"
import { exitCode } from "../../exitCode.js"
import { choice } from "../../parse.js"
import * as Json from "../../render/json.js"
import { print } from "../../run.js"
import { databaseOption, runBatches } from "./database.js"
import { idArgument } from "./status.js"

/** A result as a line. */
export const line = ({ attempt, error, id, output, run, status }: Result): string =>
  `${Json.compact({ id, status, attempt, run, output, error })}\n`

/**
 * @since 0.1.0
 * @category commands
 */
export const results: Command = {
  _tag: "Command",
  path: ["batch", "results"],
  summary: "Print the results of a batch as JSON lines.",
  description:
    "Each item has one line: id, status, attempt, run, and output or error. Exit code 1 when a printed item failed.",
  arguments: [idArgument],
  options: [
    { name: "follow", type: "boolean", summary: "Wait for results until the batch is over" },
    {
      name: "as-finished",
      type: "boolean",
      summary: "In the order in which items finish. Default: the order of the items"
    },
    {
      name: "status",
      type: "string",
      placeholder: "STATUS",
      choices: ["succeeded", "failed", "cancelled"],
      summary: "Only results of this status"
    },
    databaseOption
  ],
  examples: [
    "batch results nightly > results.jsonl",
    "batch results nightly --status failed",
    "batch results nightly --follow"
  ],
  run: (invocation) => {
    const { io, values } = invocation
    const options = {
      follow: values.flag("follow"),
      order: values.flag("as-finished") === true ? "finished" : "items",
      status: choice(values, "status", ["succeeded", "failed", "cancelled"])
    } as const
    return runBatches(
      invocation,
      Effect.gen(function* () {
        const batches = yield* Batch
        let failed = 0
        yield* Stream.runForEach(batches.results(values.arguments[0] ?? "", options), (result) => {
          if (result.status === "failed") failed += 1
          return print(io.stdout, line(result))
        })
        return failed > 0 ? exitCode.error : exitCode.ok
      })
    )
  }
}
