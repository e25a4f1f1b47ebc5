/**
 * `trilum lumnis files upload`, `download`, `search` and `wait`.
 *
 * @since 0.1.0
 */
import type { Command, OptionSpec } from "../../Command.js"
import { overwriteSpec } from "../../confirm.js"
import { actingFor } from "./actingFor.js"
import { duplicates } from "./choices.js"

const deadline: OptionSpec = {
  name: "deadline",
  type: "string",
  placeholder: "DURATION",
  summary: "Stop waiting for the processing after so long; it goes on"
}

const progress: OptionSpec = {
  name: "progress",
  type: "boolean",
  negatable: true,
  summary: "Bars on a terminal (default)"
}

const outcome =
  "Exit code: that of a single file's failure, or of all if all failed alike; 1 when some of several failed."

/**
 * @since 0.1.0
 * @category commands
 */
export const upload: Command = {
  _tag: "Command",
  path: ["lumnis", "files", "upload"],
  summary: "Upload files, and wait until agents can read them.",
  description:
    "Prints the id of each file and its path as it is done, with --json one object a line. An agent can find a file once it is processed.",
  arguments: [
    { name: "file", summary: "What to upload, - for stdin; several may be given", required: true, repeated: true }
  ],
  options: [
    {
      name: "file-name",
      type: "string",
      placeholder: "NAME",
      summary: "The name to upload it under. Default: its own, for stdin: stdin."
    },
    { name: "tag", type: "string", multiple: true, placeholder: "TEXT", summary: "A tag of the files" },
    {
      name: "duplicate-handling",
      type: "string",
      choices: duplicates,
      placeholder: "HOW",
      summary: "For a name that is taken. Default: suffix."
    },
    {
      name: "wait",
      type: "boolean",
      negatable: true,
      summary: "Wait until a file is processed (default); --no-wait ends with the upload"
    },
    deadline,
    { name: "concurrency", type: "string", placeholder: "N", summary: "Files under way at a time. Default: 4." },
    progress,
    ...actingFor
  ],
  examples: [
    "lumnis files upload report.pdf --user ada@example.com",
    "lumnis files upload - --file-name shop.sql --user ada@example.com < shop.sql",
    "lumnis files upload handbook/*.md --scope tenant --tag handbook --duplicate-handling replace"
  ],
  notes: ["POST /v1/files/upload, then GET /v1/files/{file_id}/status until the file is processed.", outcome],
  run: async (invocation) => (await import("./uploading.js")).runUpload(invocation)
}

/**
 * @since 0.1.0
 * @category commands
 */
export const wait: Command = {
  _tag: "Command",
  path: ["lumnis", "files", "wait"],
  summary: "Wait until uploaded files are processed.",
  description: "Prints the id of each file and its status as it is done, with --json one object a line.",
  arguments: [{ name: "file_id", summary: "The file; several may be given", required: true, repeated: true }],
  options: [deadline, ...actingFor],
  examples: ["lumnis files wait file_123 --user ada@example.com --deadline 10m"],
  notes: ["GET /v1/files/{file_id}/status until the file is processed.", outcome],
  run: async (invocation) => (await import("./uploading.js")).runWait(invocation)
}

/**
 * @since 0.1.0
 * @category commands
 */
export const search: Command = {
  _tag: "Command",
  path: ["lumnis", "files", "search"],
  summary: "Find what files say, by meaning.",
  description: "On a terminal the passages, best first; in a pipe and with --json the whole answer.",
  arguments: [{ name: "query", summary: "What to look for", required: true }],
  options: [
    { name: "limit", short: "n", type: "string", placeholder: "N", summary: "At most so many, up to 50. Default: 10." },
    { name: "min-score", type: "string", placeholder: "0-1", summary: "Leave out what fits less" },
    { name: "tag", type: "string", multiple: true, placeholder: "TEXT", summary: "Only files with this tag" },
    {
      name: "type",
      type: "string",
      multiple: true,
      placeholder: "EXT",
      summary: "Only files of this type, such as pdf"
    },
    ...actingFor
  ],
  examples: ['lumnis files search "return policy" --user ada@example.com --limit 3'],
  notes: ["POST /v1/files/search."],
  run: async (invocation) => (await import("./finding.js")).runSearch(invocation)
}

/**
 * @since 0.1.0
 * @category commands
 */
export const download: Command = {
  _tag: "Command",
  path: ["lumnis", "files", "download"],
  summary: "Download files.",
  description:
    "A file appears when all of it is there. Prints the path of each whose name is its own, with --json one object a line. In a pipe, a single file goes to stdout itself.",
  arguments: [{ name: "file_id", summary: "The file; several may be given", required: true, repeated: true }],
  options: [
    {
      name: "out",
      short: "o",
      type: "string",
      placeholder: "PATH",
      summary: "A folder, or for a single file a file, or - for stdout. Default: the file's own name, here."
    },
    overwriteSpec,
    { name: "concurrency", type: "string", placeholder: "N", summary: "Files under way at a time. Default: 4." },
    progress,
    ...actingFor
  ],
  examples: [
    "lumnis files download file_123 --user ada@example.com",
    "lumnis files download file_123 --user ada@example.com -o copy.pdf",
    "lumnis files download file_456 --scope tenant -o handbook/"
  ],
  notes: ["GET /v1/files/{file_id}/download.", outcome],
  lookups: ["getFile"],
  run: async (invocation) => (await import("./downloading.js")).runDownload(invocation)
}
