/** Prompts on BullMQ. A worker that dies leaves its job locked; another one gets it once the lock has ended. */
import { randomUUID } from "node:crypto"
import { Queue, Worker } from "bullmq"
import { handle } from "./handle.mjs"

/**
 * Adds a prompt. The id must be given: BullMQ counts its own ids from 1, also after Redis was emptied, and "1" would then
 * name a run of long ago.
 */
export const submit = async (connection, { prompt, user }) => {
  const queue = new Queue("prompts", { connection })
  const { id } = await queue.add("prompt", { prompt, user }, { jobId: randomUUID(), attempts: 5, backoff: 1000 })
  await queue.close()
  return id
}

/** Works off prompts. `maxStalledCount` is how many workers a job may take with it; the default of 1 loses it to a deployment. */
export const work = (connection, { lockDuration = 30_000 } = {}) =>
  new Worker("prompts", (job) => handle({ id: job.id, ...job.data }), {
    connection,
    concurrency: 16,
    lockDuration,
    stalledInterval: lockDuration,
    maxStalledCount: 5
  })
