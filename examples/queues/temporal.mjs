/**
 * Prompts as activities of Temporal. Two of them, so that a retry of the wait does not begin at the start:
 *
 *     const { start, wait } = proxyActivities({ startToCloseTimeout: "1 hour", heartbeatTimeout: "30 seconds" })
 *     return await wait(await start(prompt, user))
 */
import { Context } from "@temporalio/activity"
import { createLumnis } from "@trilum/lumnis/promise"

const lumnis = createLumnis()

/**
 * Starts a run and returns its id. The key names the execution of the workflow and this activity: every attempt has the
 * same. A workflow that is started once more under its id has another run id, and so another key.
 */
export const start = async (prompt, user) => {
  const { activityId, workflowExecution } = Context.current().info
  const idempotencyKey = `${workflowExecution.workflowId}/${workflowExecution.runId}/${activityId}`
  const updates = lumnis.invokeStream(prompt, { userId: user, idempotencyKey, cancelOnInterrupt: false })
  for await (const { responseId } of updates) return responseId
}

/** Waits for a run. The heartbeat tells Temporal of a worker that died, the signal tells the wait of a cancellation. */
export const wait = async (responseId) => {
  const { cancellationSignal, heartbeat } = Context.current()
  const beat = setInterval(() => heartbeat(responseId), 10_000)
  try {
    const { output_text } = await lumnis.attach(responseId, { signal: cancellationSignal, cancelOnInterrupt: false })
    return output_text
  } finally {
    clearInterval(beat)
  }
}
