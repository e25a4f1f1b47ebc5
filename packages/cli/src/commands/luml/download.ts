/**
 * `trilum luml artifacts download`: artifacts out of the registry.
 *
 * @since 0.1.0
 */
import type { Command } from "../../Command.js"
import { overwriteSpec } from "../../confirm.js"
import { inCollection, lookups } from "./place.js"

/**
 * @since 0.1.0
 * @category commands
 */
export const download: Command = {
  _tag: "Command",
  path: ["luml", "artifacts", "download"],
  summary: "Bring artifacts out of the registry, verified.",
  description:
    "A file appears when all of it is there and has the SHA-256 of its record. Prints the path of each as it is there, with --json one object a line. A download that was interrupted or killed goes on where it stopped when it is run again.",
  arguments: [
    { name: "artifact", summary: "Its id, name or file name; several may be given", required: true, repeated: true }
  ],
  options: [
    {
      name: "out",
      short: "o",
      type: "string",
      placeholder: "PATH",
      summary: "A folder, or for a single artifact a file, or - for stdout. Default: the file's own name, here."
    },
    {
      name: "member",
      type: "string",
      placeholder: "NAME",
      summary: "Only this file of the archive; to stdout without -o"
    },
    {
      name: "skip-existing",
      type: "boolean",
      summary: "Leave out artifacts whose file is here already, by SHA-256; a file with other content needs --overwrite"
    },
    { name: "concurrency", type: "string", placeholder: "N", summary: "Artifacts under way at a time. Default: 2." },
    { name: "parts", type: "string", placeholder: "N", summary: "Parts of a file under way at a time. Default: 4." },
    overwriteSpec,
    { name: "verify", type: "boolean", negatable: true, summary: "Compare the SHA-256 with the record's (default)" },
    { name: "resume", type: "boolean", negatable: true, summary: "Keep what came, to go on from there (default)" },
    {
      name: "progress",
      type: "boolean",
      negatable: true,
      summary: "Bars on a terminal (default); with --json lines of progress"
    },
    ...inCollection
  ],
  examples: [
    "luml artifacts download model.luml",
    "luml artifacts download churn-v1 churn-v2 --orbit research --collection churn -o models/",
    "luml artifacts download churn-v1 --member manifest.json"
  ],
  notes: [
    "Exit code: that of a single artifact's failure, or of all if all failed alike; 1 when some of several failed."
  ],
  lookups: lookups,
  run: async (invocation) => (await import("./downloading.js")).runDownload(invocation)
}
