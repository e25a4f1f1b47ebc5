/**
 * `trilum luml artifacts upload`: files into the registry.
 *
 * @since 0.1.0
 */
import type { Command } from "../../Command.js"
import { types } from "./choices.js"
import { inCollection, lookups } from "./place.js"

/**
 * @since 0.1.0
 * @category commands
 */
export const upload: Command = {
  _tag: "Command",
  path: ["luml", "artifacts", "upload"],
  summary: "Bring models, datasets and experiments into the registry.",
  description:
    "Each file is checked, hashed, sent and settled. Prints the id of each artifact and its file as it is there, with --json one object a line. An upload in parts (over 500 MiB) that was interrupted or killed goes on with the parts that are missing when it is run again; a smaller one starts anew.",
  arguments: [
    { name: "file", summary: "An artifact, - for stdin; several may be given", required: true, repeated: true }
  ],
  options: [
    { name: "name", type: "string", placeholder: "TEXT", summary: "Name of the artifact. Default: the file name." },
    {
      name: "file-name",
      type: "string",
      placeholder: "NAME",
      summary: "The file name in the registry, such as model.luml. Default: its own; stdin needs one."
    },
    { name: "description", type: "string", placeholder: "TEXT", summary: "What it is" },
    { name: "tag", type: "string", multiple: true, placeholder: "TEXT", summary: "A tag" },
    { name: "type", type: "string", choices: types, placeholder: "TYPE", summary: "Refuse it if it is something else" },
    {
      name: "skip-existing",
      type: "boolean",
      summary: "Leave out files that are in the collection already, by name and SHA-256"
    },
    { name: "concurrency", type: "string", placeholder: "N", summary: "Files under way at a time. Default: 2." },
    { name: "parts", type: "string", placeholder: "N", summary: "Parts of a file under way at a time. Default: 4." },
    {
      name: "resume",
      type: "boolean",
      negatable: true,
      summary: "Note beside the file which parts are sent, to go on from there (default)"
    },
    {
      name: "progress",
      type: "boolean",
      negatable: true,
      summary: "Bars on a terminal (default); with --json lines of progress"
    },
    ...inCollection
  ],
  examples: [
    "luml artifacts upload model.luml",
    "luml artifacts upload runs/*.luml --orbit research --collection churn --skip-existing"
  ],
  notes: ["Exit code: that of a single file's failure, or of all if all failed alike; 1 when some of several failed."],
  lookups: lookups,
  run: async (invocation) => (await import("./uploading.js")).runUpload(invocation)
}
