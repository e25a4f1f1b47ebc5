/** Calls of every operation, from the contracts, and the command lines for them. */
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import type { CatalogEntry } from "@trilum/core/OperationCatalog"
import type { Case } from "@trilum/testing/cases"
import * as Cases from "@trilum/testing/cases"
import { givenBy } from "../../src/commands/operation/options.js"
import { kebab } from "../../src/names.js"
import type { Platform, PlatformName } from "../../src/platforms/Platform.js"

export type { Case, Part } from "@trilum/testing/cases"

/** The client sends names of apps in capitals. */
const capitals = (key: string, value: unknown): unknown =>
  /^app_(?:names?|filter)$/.test(key) ? JSON.parse(JSON.stringify(value).toUpperCase()) : value

export const casesOf = (name: PlatformName): ReadonlyArray<Case> => Cases.casesOf(name, capitals)

const write = (cwd: string, name: string, text: string): string => {
  writeFileSync(join(cwd, name), text)
  return name
}

const fileOf = (value: unknown): { readonly filename: string; readonly text: string } => {
  const found = typeof value === "object" && value !== null && "$file" in value ? value.$file : undefined
  if (typeof found === "object" && found !== null && "filename" in found && "text" in found) {
    return { filename: String(found.filename), text: String(found.text) }
  }
  throw new TypeError(`not a file: ${JSON.stringify(value)}`)
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value))

export const boundUser = "bound@example.com"

/** For whom a call of Lumnis acts when its own parameters do not say: the tenant if that may be, else a user. */
export const actingFor = (entry: CatalogEntry, params: Case["input"]["params"]): "tenant" | "user" | undefined => {
  const { scope, userIdIn, userIdName = "user_id" } = entry.platformData ?? {}
  if (entry.platform !== "lumnis" || scope === "tenant" || userIdIn === "none" || userIdIn === "path") return undefined
  if (params?.[userIdName.split(", ")[0]!] !== undefined || params?.["scope"] === "tenant") return undefined
  return scope === "user" || entry.parameters.some(({ name }) => name === "scope") ? "user" : "tenant"
}

/** What {@link actingFor} adds to what is sent. */
export const withUser = (entry: CatalogEntry, { input, request }: Case): Pick<Case["request"], "query" | "body"> => {
  if (actingFor(entry, input.params) !== "user") return request
  const { userIdIn, userIdName = "user_id" } = entry.platformData ?? {}
  return userIdIn === "query"
    ? { query: { ...request.query, [userIdName]: [boundUser] }, body: request.body }
    : { query: request.query, body: { ...Object(request.body), [userIdName]: boundUser } }
}

/** The command line that a person would type for a case. */
export const argvOf = (
  platform: Platform,
  entry: CatalogEntry,
  input: Case["input"],
  cwd: string
): ReadonlyArray<string> => {
  const options: Array<string> = []
  const given = new Map(givenBy(entry).map((each) => [each.parameter.name, each]))
  for (const [name, value] of Object.entries(input.params ?? {})) {
    const found = given.get(name)
    if (entry.wholeBody === true && name === "body") {
      options.push("--body", `@${write(cwd, "body.json", JSON.stringify(value))}`)
    } else if (found === undefined || found.by === "set") {
      options.push("--set", `${name}=${JSON.stringify(value)}`)
    } else if (found.by === "secret") {
      options.push(`--${found.name}`, write(cwd, `${found.name}.txt`, `${textOf(value)}\n`))
    } else if (found.parameter.type === "boolean") {
      options.push(value === true ? `--${found.name}` : `--no-${found.name}`)
    } else {
      for (const item of found.parameter.type === "array" && Array.isArray(value) ? value : [value]) {
        if (found.parameter.type === "file" || found.parameter.items === "file") {
          const { filename, text } = fileOf(item)
          options.push(`--${found.name}`, write(cwd, filename, text))
        } else {
          options.push(`--${found.name}=${textOf(item)}`)
        }
      }
    }
  }
  if (entry.destructive === true) options.push("--yes")
  const who = actingFor(entry, input.params)
  if (who === "tenant") options.push("--scope=tenant")
  if (who === "user") options.push("--user", boundUser)
  const path: Array<string> = []
  for (const [index, { name }] of entry.pathParameters.entries()) {
    const value = String(input.path[index])
    if (entry.secrets?.path?.includes(name) !== true) path.push(value)
    else options.push(`--${kebab(name)}-file`, write(cwd, `${name}.path.txt`, value))
  }
  return [platform.name, kebab(entry.resource), kebab(entry.name), ...options, "--", ...path]
}

/** A session whose claims say nothing; some operations take no key. */
const session = `${Buffer.from("{}").toString("base64url")}.${Buffer.from("{}").toString("base64url")}.c2lnbmF0dXJl`

export const environment = (platform: Platform, url: string): Record<string, string> => ({
  [platform.baseUrlVariable]: url,
  [platform.keyVariable]: "canary_key_4f3e2d1c0b9a",
  ...Object.fromEntries(platform.tokens.map(({ variable }) => [variable, session]))
})
