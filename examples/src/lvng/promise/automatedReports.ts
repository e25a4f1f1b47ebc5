/** A report described in words becomes a workflow, is run once with its progress shown, and then every week. Promise style. */
import { Envelope, type LvngPromise } from "@trilum/lvng/promise"

export const automatedReports = async ({ workflows }: LvngPromise, description: string) => {
  const definition = Envelope.parsedWorkflow(await workflows.parse(description))
  const id = Envelope.workflow(await workflows.create({ ...definition }))?.id
  if (typeof id !== "string") throw new Error("the workflow has no id")
  let result: unknown
  for await (const { _tag, run } of workflows.executeStream(
    id,
    { inputs: { region: "EU" } },
    { pollInterval: "1 second" }
  )) {
    console.log(`${_tag}: ${run.status}`)
    result = run.result
  }
  await workflows.schedule(id, { cron: "0 7 * * 1", timezone: "Europe/Berlin" })
  return { id, result }
}
