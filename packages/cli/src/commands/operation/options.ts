/**
 * The options of an operation, derived from its catalog entry.
 *
 * @since 0.1.0
 */
import type { CatalogEntry, CatalogParameter, ParameterType } from "@trilum/core/OperationCatalog"
import { globalOptions, type OptionSpec } from "../../Command.js"
import { overwriteSpec, yesSpec } from "../../confirm.js"
import { kebab } from "../../names.js"
import type { Platform } from "../../platforms/Platform.js"
import { callSpecs } from "../callOptions.js"
import { collection, places } from "../luml/place.js"
import { userSpec } from "../lumnis/actingFor.js"
import { isSecret, isSecretPath } from "./secrets.js"

/**
 * A parameter and how it is given: by an option of its name, by a file because it is secret, or by `--set` because the
 * command has an option of that name itself.
 *
 * @since 0.1.0
 * @category models
 */
export interface Given {
  readonly parameter: CatalogParameter
  readonly by: "option" | "secret" | "set"
  /** Of the option; with `set`, of the parameter. */
  readonly name: string
}

const own = new Set([
  ...globalOptions.map(({ name }) => name),
  "all",
  "body",
  "idempotency-key",
  "limit-pages",
  "out",
  "overwrite",
  "set",
  "skeleton",
  "test",
  "user",
  "yes",
  ...callSpecs.map(({ name }) => name)
])

/**
 * How each parameter of an operation is given.
 *
 * @since 0.1.0
 * @category accessors
 */
export const givenBy = (entry: CatalogEntry): ReadonlyArray<Given> => {
  const parameters = entry.parameters.filter(({ name }) => !(entry.wholeBody === true && name === "body"))
  // Two parameters that differ in their spelling only (`systemPrompt`, `system_prompt`) are one option: the first.
  const first = parameters.filter(
    ({ name }, index) => !parameters.slice(0, index).some((other) => kebab(other.name) === kebab(name))
  )
  return first.map((parameter): Given => {
    const name = kebab(parameter.name)
    if (isSecret(entry, parameter.name)) return { parameter, by: "secret", name: `${name}-file` }
    return { parameter, by: own.has(name) ? "set" : "option", name }
  })
}

/**
 * The secrets in the path of an operation, which are no arguments.
 *
 * @since 0.1.0
 * @category accessors
 */
export const secretPath = (entry: CatalogEntry): ReadonlyArray<Given> =>
  entry.pathParameters
    .filter(({ name }) => isSecretPath(entry, name))
    .map(({ name, description }) => ({
      parameter: {
        name,
        in: "query",
        required: true,
        type: "string",
        ...(description === undefined ? {} : { description })
      },
      by: "secret",
      name: `${kebab(name)}-file`
    }))

/**
 * How many of the first path parameters may be left out: the place of an operation of LUML, and the user of an operation
 * of Lumnis AI whose path begins with one. Options and settings give them, too.
 *
 * @since 0.1.0
 * @category accessors
 */
export const leadingOf = (platform: Platform, entry: CatalogEntry): number => {
  const isOwn = (name: string): boolean => entry.resource === ownOf[name]
  const given = (name: string): boolean =>
    platform.name === "luml" ? name in ownOf : platform.name === "lumnis" && name === "user_id"
  const first = entry.pathParameters.findIndex(({ name }) => !given(name) || isOwn(name))
  return first < 0 ? entry.pathParameters.length : first
}

/**
 * Whether a parameter has to be given. One that repeats a path parameter has its value.
 *
 * @since 0.1.0
 * @category predicates
 */
export const isRequired = (entry: CatalogEntry, { name, required }: CatalogParameter): boolean =>
  required && !(entry.platform === "luml" && entry.pathParameters.some((each) => each.name === name))

/** The resource whose records a path parameter identifies. */
const ownOf: Readonly<Record<string, string>> = {
  organization_id: "organizations",
  orbit_id: "orbits",
  collection_id: "collections",
  user_id: "users"
}

/** The options of {@link leadingOf}, by path parameter. */
const leadingOptions: Readonly<Record<string, OptionSpec>> = {
  ...Object.fromEntries(places.map((place) => [`${place.name}_id`, place])),
  user_id: userSpec
}

/**
 * The option that gives a path parameter of {@link leadingOf}.
 *
 * @since 0.1.0
 * @category accessors
 */
export const leadingOption = (parameter: string): OptionSpec | undefined => leadingOptions[parameter]

/** Other spellings of an option: the parameter's own, and `--limit` for whatever a list calls the size of its page. */
const aliasesOf = (entry: CatalogEntry, { name, parameter }: Given): ReadonlyArray<string> => {
  const plan = entry.pagination
  const size = plan === undefined ? undefined : plan.style === "page" ? plan.size : plan.limit
  const isSize = parameter.name === size && !entry.parameters.some((other) => other.name === "limit")
  const same = entry.parameters
    .filter((other) => kebab(other.name) === kebab(parameter.name))
    .map((other) => other.name)
  return [...same, ...(isSize ? ["limit"] : [])].filter((alias) => alias !== name)
}

const placeholders: Readonly<Record<ParameterType, string>> = {
  string: "TEXT",
  integer: "N",
  number: "NUMBER",
  boolean: "true|false",
  array: "JSON",
  object: "JSON",
  file: "FILE",
  json: "JSON"
}

const optionOf = (entry: CatalogEntry, given: Given): OptionSpec => {
  const { by, name, parameter } = given
  const { items, type } = parameter
  const required = isRequired(entry, parameter)
  if (by === "secret") {
    return {
      name,
      type: "string",
      placeholder: "FILE",
      summary: [parameter.description, "Secret: read from a file, or from stdin with -."].filter(Boolean).join(" "),
      required,
      secret: true
    }
  }
  const summary = [
    parameter.description,
    parameter.default === undefined ? undefined : `Default: ${JSON.stringify(parameter.default)}.`
  ]
  return {
    name,
    type: type === "boolean" ? "boolean" : "string",
    negatable: type === "boolean",
    multiple: type === "array",
    placeholder: placeholders[type === "array" ? (items ?? "json") : type],
    summary: summary.filter((part) => part !== undefined).join(" "),
    aliases: aliasesOf(entry, given),
    ...(parameter.enum === undefined ? undefined : { choices: parameter.enum.map(String) }),
    required
  }
}

const request = "Request"

/**
 * Whether the library tests a bucket before the operation.
 *
 * @since 0.1.0
 * @category predicates
 */
export const testsBucket = ({ id }: CatalogEntry): boolean => id === "createBucketSecret" || id === "updateBucketSecret"

/** Whether a parameter is an artifact, whose name is looked up in a collection. */
const namesArtifact = ({ parameters, resource }: CatalogEntry): boolean =>
  resource !== "satelliteWorker" && parameters.some(({ name }) => name === "artifact_id")

/** Whether a call acts for a user, so that one may be named. */
const takesUser = (platform: Platform, entry: CatalogEntry): boolean =>
  platform.name === "lumnis" && (entry.platformData?.["scope"] ?? "tenant") !== "tenant"

/**
 * Whether a call fails without a user, unless it acts for the whole tenant.
 *
 * @since 0.1.0
 * @category predicates
 */
export const needsUser = (platform: Platform, entry: CatalogEntry): boolean => {
  const { userIdIn = "none" } = entry.platformData ?? {}
  const isNamed = userIdIn === "path" ? leadingOf(platform, entry) > 0 : userIdIn !== "none"
  return takesUser(platform, entry) && isNamed
}

/**
 * Every option of an operation but the global ones.
 *
 * @since 0.1.0
 * @category accessors
 */
export const optionsOf = (platform: Platform, entry: CatalogEntry): ReadonlyArray<OptionSpec> => {
  const parameters = givenBy(entry)
  const names = new Set(parameters.map(({ name }) => name))
  const out: Array<OptionSpec> = [...secretPath(entry), ...parameters]
    .filter(({ by }) => by !== "set")
    .map((given) => optionOf(entry, given))
    .sort((a, b) => Number(b.required) - Number(a.required))
  if (entry.body === "json") {
    out.push({
      name: "body",
      type: "string",
      placeholder: "JSON|@FILE|-",
      summary: entry.wholeBody === true ? "The body" : "The body, or the part of it that the other options do not give",
      required: entry.wholeBody === true && entry.bodyRequired === true
    })
  }
  if (entry.body === "json") {
    out.push({
      name: "skeleton",
      type: "boolean",
      alone: true,
      summary: "Print a body to fill in and to give with --body @FILE"
    })
  }
  if (entry.parameters.length > 0 || entry.openBody === true) {
    const taken = parameters.filter(({ by }) => by === "set").map(({ name }) => name)
    out.push({
      name: "set",
      type: "string",
      multiple: true,
      placeholder: "NAME=VALUE",
      summary: `A parameter by its name on the wire; the value is JSON if it reads as JSON, else text${
        taken.length === 0 ? "" : `. The way to give ${taken.join(", ")}`
      }`
    })
  }
  for (const { name } of entry.pathParameters.slice(0, leadingOf(platform, entry))) {
    const option = leadingOption(name)
    if (option !== undefined && option !== userSpec) out.push(option)
  }
  if (platform.name === "luml" && namesArtifact(entry) && !out.includes(collection)) out.push(collection)
  if (takesUser(platform, entry)) {
    const tenant = entry.platformData?.["scope"] === "either" || names.has("scope")
    out.push({
      ...userSpec,
      ...(needsUser(platform, entry)
        ? tenant
          ? { summary: `${userSpec.summary} Required without --scope tenant.` }
          : { required: true }
        : undefined)
    })
    if (!names.has("scope")) {
      out.push({
        name: "scope",
        type: "string",
        choices: ["user", "tenant"],
        placeholder: "SCOPE",
        summary: "Act for one user (default) or the whole tenant",
        heading: request
      })
    }
  }
  if (entry.pagination !== undefined) {
    out.push(
      {
        name: "all",
        type: "boolean",
        summary: "All pages: a table on a terminal, in a pipe one record a line, with --json one array",
        heading: request
      },
      {
        name: "limit-pages",
        type: "string",
        placeholder: "N",
        summary: "With --all: at most so many pages",
        heading: request
      }
    )
  }
  if (entry.response !== "none") {
    out.push({
      name: "out",
      short: "o",
      type: "string",
      placeholder: "FILE",
      summary: "Write the answer to a file, which appears when it is complete",
      heading: request
    })
  }
  if (entry.response === "bytes") out.push({ ...overwriteSpec, heading: request })
  if (entry.idempotencyKey === true) {
    out.push({
      name: "idempotency-key",
      type: "string",
      placeholder: "KEY",
      summary: "The same key twice is the same call",
      heading: request
    })
  }
  if (testsBucket(entry)) {
    out.push(
      {
        name: "test",
        type: "boolean",
        negatable: true,
        summary: "Write, read and delete the object test_file of the bucket before its secret is stored (default)",
        heading: request
      },
      {
        name: "overwrite-test-file",
        type: "boolean",
        summary: "Test with an object test_file that is in the bucket already, and delete it",
        heading: request
      }
    )
  }
  if (entry.destructive === true) out.push({ ...yesSpec, heading: request })
  return [...out, ...callSpecs]
}
