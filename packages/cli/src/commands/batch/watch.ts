/** `trilum batch watch`: how far batches are, until they are over. */
import { Batch, type Status } from "@trilum/batch/Batch"
import * as Meter from "@trilum/batch/Meter"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import type { Command, Invocation } from "../../Command.js"
import { exitCode } from "../../exitCode.js"
import { isLively } from "../../Io.js"
import { duration } from "../../parse.js"
import * as Json from "../../render/json.js"
import { print } from "../../run.js"
import { databaseOption, runBatches } from "./database.js"
import * as Render from "./render.js"
import { idArgument } from "./status.js"

/** Draws over what was drawn before. */
const up = (lines: number): string => (lines === 0 ? "" : `\u001b[${lines}A\u001b[J`)

/** Shows statuses as they come: drawn in place on a terminal, else a line for each change. */
export const shower = ({ io, json }: Invocation): ((status: Status) => string) => {
  const meter = Meter.make()
  const draws = !json && io.stdout.isTTY && isLively(io)
  let drawn = 0
  return (status) => {
    if (json) return `${Json.compact(Render.json(status))}\n`
    const lines = [Render.line(status, meter.read(status, io.now())), ...Render.failures(status)]
    const text = `${draws ? up(drawn) : ""}${lines.join("\n")}\n`
    drawn = lines.length
    return text
  }
}

/**
 * @since 0.1.0
 * @category commands
 */
export const watch: Command = {
  _tag: "Command",
  path: ["batch", "watch"],
  summary: "Follow a batch until it is over: rate, time left, failures by kind.",
  description: "On a terminal the lines are drawn in place. Exit code 1 when items failed.",
  arguments: [idArgument],
  options: [{ name: "interval", type: "string", placeholder: "TIME", summary: "Default: 1s" }, databaseOption],
  examples: ["batch watch nightly", "batch watch nightly --json --interval 10s"],
  run: (invocation) => {
    const { io, values } = invocation
    const interval = duration(values, "interval") ?? 1000
    const text = shower(invocation)
    return runBatches(
      invocation,
      Effect.gen(function* () {
        const batches = yield* Batch
        let failed = 0
        yield* Stream.runForEach(batches.watch(values.arguments[0] ?? "", { interval }), (status) => {
          failed = status.counts.failed
          return print(io.stdout, text(status))
        })
        return failed > 0 ? exitCode.error : exitCode.ok
      })
    )
  }
}
