/**
 * An operation as a command.
 *
 * @since 0.1.0
 */
import type { CatalogEntry } from "@trilum/core/OperationCatalog"
import type { Command, Invocation } from "../../Command.js"
import { warning } from "../../confirm.js"
import { exitCode } from "../../exitCode.js"
import { kebab } from "../../names.js"
import type { Platform } from "../../platforms/Platform.js"
import * as Json from "../../render/json.js"
import { lookups } from "../luml/place.js"
import { exampleOf } from "./example.js"
import { leadingOf, leadingOption, optionsOf } from "./options.js"
import { isSecretPath } from "./secrets.js"

/** The client encodes; a person types a value as it is. */
const aboutEncoding = /,? percent[- ]encoded[^.]*?(?:\([^)]*\))?(?=\.|$)/i

const codes: Readonly<Record<string, string>> = {
  "401": "exit 4",
  "403": "exit 4",
  "404": "exit 5",
  "429": "exit 6"
}

const answers: Readonly<Record<CatalogEntry["response"], string>> = {
  json: "JSON",
  none: "nothing",
  text: "text",
  bytes: "the bytes of a file",
  events: "events, one JSON object a line"
}

const notesOf = (entry: CatalogEntry): ReadonlyArray<string> => {
  const errors = entry.statuses
    .filter((status) => !/^[23]/.test(status))
    .map((status) => `${status} (${codes[status] ?? "exit 1"})`)
  return [
    `${entry.method} ${entry.path}`,
    `Answers with ${answers[entry.response]}.`,
    ...(errors.length === 0 ? [] : [`Errors: ${errors.join(", ")}.`]),
    ...(entry.deprecated === true ? ["Deprecated by the platform."] : [])
  ]
}

/** Whether the record of a path parameter can be given by its name. */
const hasName = ({ resource }: CatalogEntry, name: string): boolean =>
  resource !== "satelliteWorker" && name !== "invite_id" && name !== "entry_id" && name !== "member_id"

const printSkeleton = async ({ io, json }: Invocation, platform: Platform, entry: CatalogEntry): Promise<number> => {
  const Schemas = await import("../schema/schemas.js")
  const schema = Schemas.ofBody(await platform.inputs(), entry)
  const body = schema === undefined ? {} : Schemas.skeleton(schema)
  await io.stdout.write(`${json ? Json.compact(body) : JSON.stringify(body, undefined, 2)}\n`)
  return exitCode.ok
}

/**
 * @since 0.1.0
 * @category constructors
 */
export const commandOf = (platform: Platform, entry: CatalogEntry): Command => ({
  _tag: "Command",
  path: [platform.name, kebab(entry.resource), kebab(entry.name)],
  summary: entry.summary ?? `${entry.method} ${entry.path}`,
  description: entry.destructive === true ? warning : undefined,
  arguments: entry.pathParameters
    .filter(({ name }) => !isSecretPath(entry, name))
    .map(({ description = "", name }, index) => {
      const leading = index < leadingOf(platform, entry)
      const about = description.replace(aboutEncoding, "")
      const how = leading
        ? `left out: --${leadingOption(name)?.name ?? ""}`
        : platform.name === "luml" && hasName(entry, name)
          ? "id or exact name"
          : ""
      const summary = about === "" || how === "" ? `${about}${how}` : `${about.replace(/[.\s]+$/, "")}; ${how}`
      return { name, summary, required: true, leading }
    }),
  options: optionsOf(platform, entry),
  examples: [exampleOf(platform, entry)],
  notes: notesOf(entry),
  lookups: platform.name === "luml" ? lookups : undefined,
  run: async (invocation) =>
    invocation.values.flag("skeleton") === true
      ? printSkeleton(invocation, platform, entry)
      : (await import("./execute.js")).execute(invocation, platform, entry)
})
