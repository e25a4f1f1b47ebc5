/**
 * Prompts on pg-boss 10. It has no heartbeat: the job of a dead worker is back once `expireInSeconds` has passed, and so is
 * the job of a worker that still waits for its run. With the key both attach to the same run.
 */
import PgBoss from "pg-boss"
import { handle } from "./handle.mjs"

const queue = "prompts"

const start = async (connectionString) => {
  const boss = new PgBoss({ connectionString, maintenanceIntervalSeconds: 1 })
  boss.on("error", console.error)
  await boss.start()
  await boss.createQueue(queue)
  return boss
}

/** Adds a prompt. `expireInSeconds` is a little more than the longest run. */
export const submit = async (connectionString, { prompt, user }, expireInSeconds = 900) => {
  const boss = await start(connectionString)
  const id = await boss.send(queue, { prompt, user }, { expireInSeconds, retryLimit: 5, retryDelay: 1 })
  await boss.stop({ graceful: false })
  return id
}

/** Works off prompts. The id of a job is a UUID and stays the same over all its deliveries. */
export const work = async (connectionString) => {
  const boss = await start(connectionString)
  await boss.work(queue, { pollingIntervalSeconds: 0.5 }, ([job]) => handle({ id: job.id, ...job.data }))
  return boss
}
