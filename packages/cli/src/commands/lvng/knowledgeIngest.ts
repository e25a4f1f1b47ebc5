/**
 * `trilum lvng knowledge ingest`: files of text for the knowledge base.
 *
 * @since 0.1.0
 */
import type { Command } from "../../Command.js"
import { callSpecs } from "../callOptions.js"

/**
 * @since 0.1.0
 * @category commands
 */
export const ingest: Command = {
  _tag: "Command",
  path: ["lvng", "knowledge", "ingest"],
  summary: "Take files of text (UTF-8) into the knowledge base.",
  description:
    "Each under its file name. A file that fails does not keep the others from it: exit code 1 when some failed. With --json one object a line for each file, as it ends.",
  arguments: [{ name: "file", summary: "A file; several may be given", required: true, repeated: true }],
  options: [
    { name: "concurrency", type: "string", placeholder: "N", summary: "Files under way at a time. Default: 4." },
    ...callSpecs
  ],
  examples: ["lvng knowledge ingest handbook.md", "lvng knowledge ingest docs/*.md --concurrency 8 --json"],
  notes: ["POST /api/knowledge/upload, once for each file."],
  run: async (invocation) => (await import("./knowledge.js")).runIngest(invocation)
}
