/**
 * Settings that people keep: defaults of options, by profile, in `config.json` beside the credentials.
 *
 * A value comes from the option, else from an environment variable, else from the profile, else from the command's own
 * default. Keys and tokens are no settings: `credentials` keeps those.
 *
 * @since 0.1.0
 */
import { readFile } from "node:fs/promises"
import { fileReason, LocalError, UsageError } from "./CliError.js"
import type { Active, OptionSpec, Profile, Values } from "./Command.js"
import * as Credentials from "./credentials.js"
import type { Io } from "./Io.js"
import { kebab, nearest } from "./names.js"
import { duration, integer } from "./parse.js"
import { platforms } from "./platforms/Platform.js"
import * as PrivateFile from "./privateFile.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface Setting {
  /** Such as `luml.orbit`. */
  readonly key: string
  readonly summary: string
  /** The environment variable that precedes it. */
  readonly variable: string
  readonly kind: "text" | "url" | "duration" | "integer"
  /** Smallest value of an `integer`. */
  readonly minimum?: number | undefined
  readonly default?: string | undefined
}

const own = (key: string, summary: string, kind: Setting["kind"], minimum?: number): Setting => ({
  key,
  summary,
  kind,
  minimum,
  variable: `TRILUM_${key.replaceAll(/[.-]/g, "_").toUpperCase()}`
})

/**
 * Every setting, in the order of `trilum config list`.
 *
 * @since 0.1.0
 * @category constants
 */
export const settings: ReadonlyArray<Setting> = [
  own("lumnis.user", "The user to act for, by id or e-mail", "text"),
  own("luml.organization", "Organization, by id or name", "text"),
  own("luml.orbit", "Orbit, by id or name", "text"),
  own("luml.collection", "Collection, by id or name", "text"),
  ...platforms.map(
    (platform): Setting => ({
      key: `${platform.name}.base-url`,
      summary: `Server of ${platform.title}`,
      variable: platform.baseUrlVariable,
      kind: "url",
      default: platform.defaultBaseUrl
    })
  ),
  own("timeout", "Limit of each request", "duration"),
  own("retries", "Attempts after the first", "integer", 0),
  own("max-response-bytes", "Largest answer that is read into memory", "integer", 1),
  own("max-connections", "Calls at once to one server", "integer", 1),
  own("pool-timeout", "Longest wait for a free connection", "duration"),
  own("connect-timeout", "Longest time to connect", "duration")
]

/** Places from the outside in. A value below another belongs to it. */
const nested = ["luml.organization", "luml.orbit", "luml.collection"]

/**
 * By profile.
 *
 * @since 0.1.0
 * @category models
 */
export type Store = Readonly<Record<string, Profile>>

/**
 * @since 0.1.0
 * @category constants
 */
export const defaultProfile = "default"

/**
 * Where settings are stored.
 *
 * @since 0.1.0
 * @category accessors
 */
export const path = (io: Io): string => PrivateFile.pathOf(io, "config.json")

const isProfile = (value: unknown): value is Profile =>
  typeof value === "object" &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every((each) => typeof each === "string")

/**
 * What is stored; empty without a file. Rejects with a `LocalError` for a file that cannot be used.
 *
 * @since 0.1.0
 * @category accessors
 */
export const load = async (io: Io): Promise<Store> => {
  const file = path(io)
  const unusable = (why: string): LocalError =>
    new LocalError(`${file} cannot be read: ${why}`, "repair it, or remove it: it has defaults only, no keys")
  let text: string
  try {
    text = await readFile(file, "utf8")
  } catch (cause) {
    const why = fileReason(cause)
    if (why === "no such file" || why === "a part of the path is not a directory") return {}
    throw unusable(why)
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw unusable("it is not JSON")
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw unusable("it is not an object")
  const out: Record<string, Profile> = {}
  for (const [name, profile] of Object.entries(value)) {
    if (!isProfile(profile)) throw unusable(`profile ${JSON.stringify(name)} is not an object of texts`)
    Object.defineProperty(out, name, { value: profile, enumerable: true })
  }
  return out
}

/**
 * Changes the values of a profile. `undefined` removes the profile.
 *
 * @since 0.1.0
 * @category combinators
 */
export const change = (io: Io, profile: string, next: (values: Profile) => Profile): Promise<void> =>
  PrivateFile.replace(path(io), async () => {
    const store = await load(io)
    const values = next(store[profile] ?? {})
    const others = Object.entries(store).filter(([name]) => name !== profile)
    const all = Object.keys(values).length === 0 ? others : [...others, [profile, values]]
    return `${JSON.stringify(Object.fromEntries(all), null, 2)}\n`
  })

/**
 * The name of the profile that `--profile` or `TRILUM_PROFILE` selects. Throws a `UsageError` for what is no name.
 *
 * @since 0.1.0
 * @category accessors
 */
export const profileName = (io: Io, typed: string | undefined): string => {
  const variable = io.env["TRILUM_PROFILE"]?.trim()
  const name = typed ?? (variable === "" ? undefined : variable) ?? defaultProfile
  if (!/^[A-Za-z0-9][\w.-]{0,63}$/.test(name) || name === "__proto__") {
    const source = typed === undefined ? "TRILUM_PROFILE" : "--profile"
    throw new UsageError(
      `${source}: "${name}" is no name of a profile`,
      "a name has letters, digits, dots, dashes and underscores, 64 at most"
    )
  }
  return name
}

/**
 * The profile in use. Rejects with a `UsageError` for one that has neither settings nor keys.
 *
 * @since 0.1.0
 * @category accessors
 */
export const active = async (io: Io, typed: string | undefined): Promise<Active> => {
  const profile = profileName(io, typed)
  const store = await load(io)
  const values = Object.hasOwn(store, profile) ? store[profile] : undefined
  if (values !== undefined) return { profile, values }
  if (profile !== defaultProfile) {
    const keys = await Credentials.load(io)
    if (!Object.hasOwn(keys, profile)) {
      const meant = nearest(profile, [...new Set([defaultProfile, ...Object.keys(store), ...Object.keys(keys)])])
      const source = typed === undefined ? ", which TRILUM_PROFILE names" : ""
      throw new UsageError(
        `there is no profile "${profile}"${source}${meant === undefined ? "" : `; did you mean "${meant}"?`}`,
        `to make it: trilum config set KEY VALUE --profile ${profile}, or trilum auth login --profile ${profile}`
      )
    }
  }
  return { profile, values: {} }
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Effective {
  readonly value: string
  readonly origin: "option" | "environment" | "profile" | "default"
}

const fromEnvironment = (env: Io["env"], { variable }: Setting): string | undefined => {
  const value = env[variable]?.trim()
  return value === "" ? undefined : value
}

/**
 * The values that hold, by their keys. An orbit or a collection holds only in the organization or orbit it was set for:
 * it is dropped when an origin that precedes its own names another one above it.
 *
 * @since 0.1.0
 * @category accessors
 */
export const effective = (
  env: Io["env"],
  { values }: Active,
  typed: (key: string) => string | undefined = () => undefined
): ReadonlyMap<string, Effective> => {
  const out = new Map<string, Effective>()
  const candidates = (setting: Setting): ReadonlyArray<readonly [Effective["origin"], string | undefined]> => [
    ["option", typed(setting.key)],
    ["environment", fromEnvironment(env, setting)],
    ["profile", values[setting.key]],
    ["default", setting.default]
  ]
  /** Origins that name another place than the one that holds, so that theirs below it are no longer meant. */
  const elsewhere = new Set<Effective["origin"]>()
  for (const setting of settings) {
    const isPlace = nested.includes(setting.key)
    const all = candidates(setting)
    const found = all.find(([origin, value]) => value !== undefined && !(isPlace && elsewhere.has(origin)))
    const [origin, value] = found ?? []
    if (origin === undefined || value === undefined) continue
    out.set(setting.key, { value, origin })
    if (!isPlace) continue
    const rank = all.findIndex(([each]) => each === origin)
    for (const [each, other] of all.slice(rank + 1)) if (other !== value) elsewhere.add(each)
  }
  return out
}

/**
 * Values of a command line, with settings in place of options that are not given.
 *
 * @since 0.1.0
 * @category combinators
 */
export const withSettings = (
  values: Values,
  options: ReadonlyArray<OptionSpec>,
  env: Io["env"],
  active: Active
): Values => {
  const keys = new Map(
    options.flatMap(({ name, setting }) => (setting === undefined ? [] : [[name, setting] as const]))
  )
  const names = new Map([...keys].map(([name, key]) => [key, name]))
  const found = effective(env, active, (key) => {
    const name = names.get(key)
    return name === undefined ? undefined : values.text(name)
  })
  return {
    ...values,
    text: (name) => {
      const typed = values.text(name)
      const key = keys.get(name)
      if (typed !== undefined || key === undefined) return typed
      // The tenant is no user.
      if (key === "lumnis.user" && values.text("scope") === "tenant") return undefined
      const setting = found.get(key)
      return setting === undefined || setting.origin === "default" ? undefined : setting.value
    }
  }
}

/**
 * A setting by its key. Throws a `UsageError` for a key that there is none of, and for names of secrets.
 *
 * @since 0.1.0
 * @category accessors
 */
export const settingOf = (typed: string): Setting => {
  const key = typed.split(".").map(kebab).join(".")
  const found = settings.find((setting) => setting.key === key)
  if (found !== undefined) return found
  if (/(?:key|token|secret|password|credential|jwt)s?$/.test(key)) {
    throw new UsageError(
      `"${key}" is a credential, and a setting never has one`,
      "store a key with: trilum auth login --platform NAME; or set the variable of the platform, such as LUML_API_KEY"
    )
  }
  const meant = nearest(
    key,
    settings.map((setting) => setting.key)
  )
  throw new UsageError(
    `there is no setting "${typed}"${meant === undefined ? "" : `; did you mean "${meant}"?`}`,
    "see: trilum config list"
  )
}

/** How keys and session tokens of the platforms begin. */
const looksSecret = /^(?:lmn_|lvng_|luml_|dfssat_|dfs_|eyJ[\w-]+\.)/

/**
 * Throws a `UsageError` for a value that a setting cannot have.
 *
 * @since 0.1.0
 * @category combinators
 */
export const check = ({ key, kind, minimum = 0 }: Setting, value: string): void => {
  const text = value.trim()
  if (text === "") throw new UsageError(`${key} is empty`, `to remove it: trilum config unset ${key}`)
  if (looksSecret.test(text)) {
    throw new UsageError(
      `the value of ${key} is a key or a token, and a setting never has one`,
      "store it with: trilum auth login --platform NAME"
    )
  }
  const wrong = (what: string, hint?: string): UsageError => new UsageError(`${key} "${value}" is not ${what}`, hint)
  const one = { text: () => text }
  try {
    if (kind === "duration") duration(one, key)
    if (kind === "integer") integer(one, key, minimum)
  } catch {
    throw kind === "duration"
      ? wrong("a duration", "write it like 500ms, 30s, 2m or 1h")
      : wrong(`a whole number from ${minimum} on`)
  }
  if (kind !== "url") return
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new UsageError(
      `${key} "${Credentials.maskUserInfo(value)}" is not a URL`,
      "write it like https://host.example"
    )
  }
  if (url.username !== "" || url.password !== "") {
    throw new UsageError(`${key} has a user or a password, and a setting never has one`)
  }
}
