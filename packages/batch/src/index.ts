/**
 * Durable batches: submit items once, work them off with any number of workers, read exactly one result an item.
 *
 * `Batch` submits and reads, `Worker` runs jobs, `Database` is where both meet.
 *
 * @since 0.1.0
 */
export { Batch } from "./Batch.js"
export * from "./BatchError.js"
export { Database } from "./Database.js"
export { Encryption } from "./Encryption.js"
export * as ItemsFile from "./ItemsFile.js"
export * as Job from "./Job.js"
export * as LumlJobs from "./LumlJobs.js"
export * as LumnisJobs from "./LumnisJobs.js"
export * as LvngJobs from "./LvngJobs.js"
export * as Meter from "./Meter.js"
export * as Monitor from "./Monitor.js"
export { Queue } from "./Queue.js"
export { RateLimiter } from "./RateLimiter.js"
export type { Result, ResultsOptions } from "./Results.js"
export type { Item, SubmitOptions } from "./Submission.js"
export { Worker } from "./Worker.js"
