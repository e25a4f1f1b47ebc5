/** A report described in words becomes a workflow, is run once with its progress shown, and then every week. Effect style. */
import { Envelope, Lvng } from "@trilum/lvng"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"

export const automatedReports = (description: string) =>
  Effect.gen(function* () {
    const { workflows } = yield* Lvng
    const definition = Envelope.parsedWorkflow(yield* workflows.parse(description))
    const created = Envelope.workflow(yield* workflows.create({ ...definition }))
    const id = yield* Effect.fromNullable(created?.id)
    const last = yield* workflows.executeStream(id, { inputs: { region: "EU" } }, { pollInterval: "1 second" }).pipe(
      Stream.tap(({ _tag, run }) => Console.log(`${_tag}: ${run.status}`)),
      Stream.runLast
    )
    yield* workflows.schedule(id, { cron: "0 7 * * 1", timezone: "Europe/Berlin" })
    return { id, result: Option.map(last, ({ run }) => run.result) }
  })
