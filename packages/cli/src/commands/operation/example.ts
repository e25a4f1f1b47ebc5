/**
 * The example in the help of an operation: a command line with everything it cannot do without. A word in capitals stands
 * for a value of the reader's own.
 *
 * @since 0.1.0
 */
import type { CatalogEntry, CatalogParameter } from "@trilum/core/OperationCatalog"
import { kebab } from "../../names.js"
import type { Platform } from "../../platforms/Platform.js"
import { givenBy, isRequired, leadingOf, needsUser, secretPath } from "./options.js"
import { isSecretPath } from "./secrets.js"

/** Values of texts, by the last part of their names. */
const samples: ReadonlyArray<readonly [RegExp, string]> = [
  [/e?mail(?:-address)?s?$|^user-identifier$|-email-/, "ada@example.com"],
  [/linkedin-urls?$/, "https://www.linkedin.com/in/ada"],
  [/(?:url|uri|website|redirect|endpoint|link)s?$/, "https://example.com"],
  [/(?:^|-)(?:at|date|since|until|start|end|before|after|from|to)$/, "2026-01-31T09:00:00Z"],
  [/(?:^|-)(?:name|title|label)s?$/, "Example"]
]

/** What an operation cannot do without and its contract does not say, by platform, resource and name. */
const more: Readonly<Record<string, string>> = {
  "luml.trackEntries.update": "--stage-id STAGE_ID",
  "lumnis.mcpServers.create": "--command npx",
  "lumnis.mcpServers.testConfig": "--command npx",
  "lumnis.messaging.checkPriorContact": "--email ada@example.com"
}

const word = (name: string): string => kebab(name).replaceAll("-", "_").toUpperCase()

const textOf = (name: string): string => samples.find(([pattern]) => pattern.test(kebab(name)))?.[1] ?? word(name)

/** Objects, by their names. */
const objects: Readonly<Record<string, string>> = {
  preferences: '\'{"smart_model":{"provider":"openai","model_name":"gpt-5"}}\'',
  prospects: '\'{"email":"ada@example.com"}\''
}

/** The value of an option: the first that the contract lists, else one of its kind. */
const valueOf = ({ enum: listed, items, name, type }: CatalogParameter): string => {
  const kind = type === "array" ? (items ?? "json") : type
  if (listed?.[0] !== undefined) return String(listed[0])
  if (kind === "integer" || kind === "number") return "1"
  if (kind === "boolean") return "true"
  if (kind === "file") return "report.pdf"
  return kind === "object" || kind === "json" ? (objects[name] ?? "'{}'") : textOf(name)
}

/**
 * @since 0.1.0
 * @category constructors
 */
export const exampleOf = (platform: Platform, entry: CatalogEntry): string => {
  const options = givenBy(entry)
    .filter(({ by, parameter }) => isRequired(entry, parameter) && by !== "set")
    .map(({ by, name, parameter }) => {
      if (by === "secret") return `--${name} secret.txt`
      return parameter.type === "boolean" ? `--${name}` : `--${name} ${valueOf(parameter)}`
    })
  const set = givenBy(entry)
    .filter(({ by, parameter }) => isRequired(entry, parameter) && by === "set")
    .map(({ parameter }) => `--set ${parameter.name}=${valueOf(parameter)}`)
  const body = entry.wholeBody === true && entry.bodyRequired === true ? ["--body @body.json"] : []
  const named = new Set([...options, ...set].map((option) => option.split(" ")[0]))
  const isTenant = options.includes("--scope tenant")
  const user = needsUser(platform, entry) && !isTenant && !named.has("--user-id") && !named.has("--user")
  const extra = more[`${platform.name}.${entry.resource}.${entry.name}`]
  return [
    platform.name,
    kebab(entry.resource),
    kebab(entry.name),
    ...entry.pathParameters
      .slice(leadingOf(platform, entry))
      .filter(({ name }) => !isSecretPath(entry, name))
      .map(({ name }) => textOf(name)),
    ...secretPath(entry).map(({ name }) => `--${name} secret.txt`),
    ...options,
    ...set,
    ...(extra === undefined ? [] : [extra]),
    ...body,
    ...(user ? ["--user ada@example.com"] : [])
  ].join(" ")
}
