/** `trilum batch status` and the commands that change the state of a batch and print it. */
import { Batch, type Service, type Status } from "@trilum/batch/Batch"
import type { BatchError } from "@trilum/batch/BatchError"
import * as Effect from "effect/Effect"
import type { Command, Invocation, OptionSpec, Values } from "../../Command.js"
import * as Confirm from "../../confirm.js"
import { exitCode } from "../../exitCode.js"
import * as Json from "../../render/json.js"
import { attempt, print } from "../../run.js"
import { databaseOption, runBatches } from "./database.js"
import * as Render from "./render.js"

export const idArgument = { name: "batch", summary: "The id of the batch", required: true } as const

const show = ({ io, json }: Invocation, status: Status) =>
  print(
    io.stdout,
    json
      ? `${Json.compact(Render.json(status))}\n`
      : `${[Render.line(status), ...Render.failures(status)].join("\n")}\n`
  )

const command = (
  name: string,
  texts: { readonly summary: string; readonly description: string; readonly examples: ReadonlyArray<string> },
  options: ReadonlyArray<OptionSpec>,
  act: (batches: Service, id: string, values: Values) => Effect.Effect<Status, BatchError>,
  /** What the command destroys with these options. */
  destroys: (values: Values) => string | undefined = () => undefined
): Command => ({
  _tag: "Command",
  path: ["batch", name],
  ...texts,
  arguments: [idArgument],
  options: [...options, databaseOption],
  run: async (invocation) => {
    const { values } = invocation
    const [id = ""] = values.arguments
    const action = destroys(values)
    const confirm = action === undefined ? undefined : Confirm.make(invocation, ["batch", name])
    return runBatches(
      invocation,
      Effect.gen(function* () {
        const batches = yield* Batch
        if (confirm !== undefined && action !== undefined) {
          const before = yield* batches.status(id)
          yield* attempt(() => confirm(action, [["batch", Render.line(before)]]))
        }
        yield* show(invocation, yield* act(batches, id, values))
        return exitCode.ok
      })
    )
  }
})

/**
 * @since 0.1.0
 * @category commands
 */
export const status = command(
  "status",
  {
    summary: "Show how far a batch is.",
    description: "Counts by status, and failures by kind.",
    examples: ["batch status nightly", "batch status nightly --json"]
  },
  [],
  (batches, id) => batches.status(id)
)

/**
 * @since 0.1.0
 * @category commands
 */
export const pause = command(
  "pause",
  {
    summary: "Start no more items of a batch.",
    description: "Items that are running continue to their end.",
    examples: ["batch pause nightly"]
  },
  [],
  (batches, id) => batches.pause(id)
)

/**
 * @since 0.1.0
 * @category commands
 */
export const resume = command(
  "resume",
  {
    summary: "Continue a batch that is paused or stopped.",
    description: "A batch is stopped when as many items failed as --stop-after allows.",
    examples: ["batch resume nightly"]
  },
  [],
  (batches, id) => batches.resume(id)
)

/**
 * @since 0.1.0
 * @category commands
 */
export const cancel = command(
  "cancel",
  {
    summary: "End a batch.",
    description:
      "Waiting items are cancelled at once. Items that are running continue to their end, unless --cancel-runs is given: it asks for confirmation on a terminal, and needs --yes elsewhere.",
    examples: ["batch cancel nightly", "batch cancel nightly --cancel-runs --yes"]
  },
  [{ name: "cancel-runs", type: "boolean", summary: "Cancel runs on the platform too" }, Confirm.yesSpec],
  (batches, id, values) => batches.cancel(id, { cancelRuns: values.flag("cancel-runs") }),
  (values) => (values.flag("cancel-runs") === true ? "End a batch, and cancel its runs on the platform" : undefined)
)

/**
 * @since 0.1.0
 * @category commands
 */
export const retry = command(
  "retry",
  {
    summary: "Run the failed items of a batch again.",
    description:
      "A run that ended is followed by a new one. A run that may still continue, such as after a deadline, is waited for.",
    examples: ["batch retry nightly", "batch retry nightly --cancelled"]
  },
  [{ name: "cancelled", type: "boolean", summary: "Cancelled items too" }],
  (batches, id, values) => batches.retry(id, { cancelled: values.flag("cancelled") })
)
