/** `trilum batch`: batches that outgrow one process. */
import type { Group } from "../../Command.js"

/**
 * @since 0.1.0
 * @category commands
 */
export const batch: Group = {
  _tag: "Group",
  path: ["batch"],
  summary: "Batches in a database, for any number of workers.",
  entries: [
    {
      name: "run",
      summary: "Submit a file and work it off in this process",
      load: async () => (await import("./run.js")).run
    },
    {
      name: "submit",
      summary: "Store the lines of a file as a batch",
      load: async () => (await import("./submit.js")).submit
    },
    { name: "list", summary: "List batches", load: async () => (await import("./list.js")).list },
    { name: "status", summary: "Show how far a batch is", load: async () => (await import("./status.js")).status },
    { name: "watch", summary: "Follow a batch until it is over", load: async () => (await import("./watch.js")).watch },
    {
      name: "results",
      summary: "Print results as JSON lines",
      load: async () => (await import("./results.js")).results
    },
    { name: "pause", summary: "Start no more items", load: async () => (await import("./status.js")).pause },
    {
      name: "resume",
      summary: "Continue a batch that is paused or stopped",
      load: async () => (await import("./status.js")).resume
    },
    { name: "cancel", summary: "End a batch", load: async () => (await import("./status.js")).cancel },
    { name: "retry", summary: "Run failed items again", load: async () => (await import("./status.js")).retry }
  ],
  examples: [
    "batch run prompts.jsonl --user ada@example.com > results.jsonl",
    "batch submit prompts.jsonl --user ada@example.com --id nightly",
    "worker --concurrency 32",
    "batch watch nightly"
  ],
  notes: [
    "The database comes from --database or TRILUM_DATABASE_URL: postgres://user@host/name, or a SQLite file.",
    "Keys are never stored with a batch: workers have them. Payloads are encrypted when TRILUM_BATCH_KEY is set."
  ]
}
