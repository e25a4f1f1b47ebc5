/**
 * Keys and base URLs: from the environment, else from a file that only its owner can read.
 *
 * The file is `$XDG_CONFIG_HOME/trilum/credentials.json` (`~/.config` by default), mode 0600 in a directory of mode 0700:
 * the keys of the default profile by platform, and those of the others under `profiles`. A stored key goes to the server
 * it was stored for and to no other.
 *
 * @since 0.1.0
 */
import { randomBytes } from "node:crypto"
import { open, rename } from "node:fs/promises"
import { fileReason, LocalError, MissingKeyError } from "./CliError.js"
import type { Active } from "./Command.js"
import type { Io } from "./Io.js"
import type { Platform, Token } from "./platforms/Platform.js"
import * as PrivateFile from "./privateFile.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface Stored {
  readonly apiKey: string
  /** The server the key is for; absent for the platform's own. */
  readonly baseUrl?: string | undefined
}

/**
 * The keys of a profile, by platform.
 *
 * @since 0.1.0
 * @category models
 */
export type Keys = Readonly<Record<string, Stored>>

/**
 * By profile.
 *
 * @since 0.1.0
 * @category models
 */
export type Store = Readonly<Record<string, Keys>>

/**
 * Where keys are stored.
 *
 * @since 0.1.0
 * @category accessors
 */
export const path = (io: Io): string => PrivateFile.pathOf(io, "credentials.json")

const isStored = (value: unknown): value is Stored =>
  typeof value === "object" &&
  value !== null &&
  "apiKey" in value &&
  typeof value.apiKey === "string" &&
  (!("baseUrl" in value) || typeof value.baseUrl === "string")

/** As `Predicate.isReadonlyRecord`: this module is loaded before Effect. */
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const isKeys = (value: unknown): value is Keys => isRecord(value) && Object.values(value).every(isStored)

const parse = (text: string, file: string): Store => {
  const wrong = (): LocalError =>
    new LocalError(
      `${file} cannot be read: it is not what trilum writes`,
      "repair it: trilum auth login, or trilum auth logout"
    )
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw wrong()
  }
  if (!isRecord(value)) throw wrong()
  const { profiles = {}, ...keys } = value
  if (!isKeys(keys) || !isRecord(profiles)) throw wrong()
  const out: Record<string, Keys> = { default: keys }
  for (const [name, each] of Object.entries(profiles)) {
    if (!isKeys(each)) throw wrong()
    Object.defineProperty(out, name, { value: each, enumerable: true })
  }
  return out
}

/**
 * What is stored; empty without a file. A file that others can read is made private, with a warning on stderr. Rejects with a
 * `LocalError` for a file that cannot be used.
 *
 * @since 0.1.0
 * @category accessors
 */
export const load = async (io: Io): Promise<Store> => {
  const file = path(io)
  const unusable = (cause: unknown): LocalError =>
    cause instanceof LocalError
      ? cause
      : new LocalError(
          `${file} cannot be read: ${fileReason(cause)}`,
          "repair it: trilum auth login, or trilum auth logout"
        )
  const handle = await open(file, "r").catch((cause: unknown) => {
    if (fileReason(cause) === "no such file") return undefined
    throw unusable(cause)
  })
  if (handle === undefined) return {}
  try {
    const stats = await handle.stat()
    const { mode } = stats
    if (stats.isFile() && process.platform !== "win32" && (mode & 0o077) !== 0) {
      const isPrivate = await handle.chmod(0o600).then(
        () => true,
        () => false
      )
      const now = isPrivate ? "it is private now" : "it is not yours to make private"
      await io.stderr.write(`warning: ${file} could be read by others; ${now}. Consider a new key.\n`)
    }
    return parse(await handle.readFile("utf8"), file)
  } catch (cause) {
    throw unusable(cause)
  } finally {
    await handle.close()
  }
}

/**
 * What a call to a platform uses. A file that cannot be used is ignored, with a warning, when the environment has a
 * credential; otherwise it is an error.
 *
 * @since 0.1.0
 * @category accessors
 */
export const of = async (
  { config, io }: { readonly io: Io; readonly config: () => Promise<Active> },
  platform: Platform
): Promise<Resolved> => {
  const active = await config()
  const fromEnvironment = resolve(io, platform, {}, active)
  try {
    const keys = (await load(io))[active.profile] ?? {}
    const resolved = resolve(io, platform, keys, active)
    // A profile is chosen on purpose; the key that is sent is another one than its own.
    if (active.profile !== "default" && resolved.keySource === "environment" && keys[platform.name] !== undefined) {
      await io.stderr.write(`note: ${platform.keyVariable} is set and precedes the key of profile ${active.profile}\n`)
    }
    return resolved
  } catch (cause) {
    if (!isGiven(fromEnvironment) || !(cause instanceof LocalError)) throw cause
    await io.stderr.write(`warning: ${cause.message}; it is ignored, since the environment has a credential\n`)
    return fromEnvironment
  }
}

/**
 * Whether there is a credential of any kind.
 *
 * @since 0.1.0
 * @category predicates
 */
export const isGiven = ({ key, tokens }: Resolved): boolean => key !== undefined || tokens.length > 0

/** What is stored. A file that cannot be used is moved aside, with a warning. */
const repair = async (io: Io): Promise<Store> => {
  try {
    return await load(io)
  } catch (cause) {
    if (!(cause instanceof LocalError)) throw cause
    const file = path(io)
    const aside = `${file}.broken-${randomBytes(4).toString("hex")}`
    await rename(file, aside).catch(() => {
      throw cause
    })
    await io.stderr.write(`warning: ${cause.message}; it is ${aside} now\n`)
    return {}
  }
}

const isEmpty = (store: Store): boolean => Object.values(store).every((keys) => Object.keys(keys).length === 0)

/**
 * Changes the keys of a profile, all or nothing. A file that cannot be used is moved aside, with a warning: login and
 * logout repair it.
 *
 * @since 0.1.0
 * @category combinators
 */
export const change = (io: Io, profile: string, next: (keys: Keys) => Keys): Promise<void> =>
  PrivateFile.replace(path(io), async () => {
    const store = await repair(io)
    const changed: Store = { ...store, [profile]: next(store[profile] ?? {}) }
    if (isEmpty(store) && isEmpty(changed)) return undefined
    const profiles = Object.entries(changed).filter(
      ([name, keys]) => name !== "default" && Object.keys(keys).length > 0
    )
    const whole = {
      ...changed["default"],
      ...(profiles.length === 0 ? {} : { profiles: Object.fromEntries(profiles) })
    }
    return `${JSON.stringify(whole, null, 2)}\n`
  })

/**
 * @since 0.1.0
 * @category models
 */
export type Source = "environment" | "profile" | "store" | "none"

/**
 * What a call to a platform would use.
 *
 * @since 0.1.0
 * @category models
 */
export interface Resolved {
  readonly profile: string
  readonly baseUrl: string
  readonly baseUrlSource: Source | "default"
  readonly key: string | undefined
  readonly keySource: Exclude<Source, "profile">
  /** Why a stored key is not used. */
  readonly withheld: string | undefined
  /** Credentials beside the key. */
  readonly tokens: ReadonlyArray<Token & { readonly value: string }>
}

const given = (io: Io, name: string): string | undefined => {
  const value = io.env[name]?.trim()
  return value === "" ? undefined : value
}

const originOf = (url: string): string => (URL.canParse(url) ? new URL(url).origin : url)

/**
 * The key and base URL of a platform: the environment wins over the profile's settings, those over the store, the store
 * over the default.
 *
 * @since 0.1.0
 * @category accessors
 */
export const resolve = (
  io: Io,
  platform: Platform,
  keys: Keys,
  { profile, values }: Active = { profile: "default", values: {} }
): Resolved => {
  const stored = keys[platform.name]
  const setting = `${platform.name}.base-url`
  const places = [
    ["environment", given(io, platform.baseUrlVariable)],
    ["profile", values[setting]],
    ["store", stored?.baseUrl],
    ["default", platform.defaultBaseUrl]
  ] as const
  const [baseUrlSource, baseUrl = platform.defaultBaseUrl] = places.find(([, url]) => url !== undefined) ?? ["default"]
  const key = given(io, platform.keyVariable)
  const tokens = platform.tokens.flatMap((token) => {
    const value = given(io, token.variable)
    return value === undefined ? [] : [{ ...token, value }]
  })
  const where = { profile, baseUrl, baseUrlSource, tokens } as const
  if (key !== undefined) return { ...where, key, keySource: "environment", withheld: undefined }
  if (stored === undefined) return { ...where, key: undefined, keySource: "none", withheld: undefined }
  const home = stored.baseUrl ?? platform.defaultBaseUrl
  const name = baseUrlSource === "environment" ? platform.baseUrlVariable : setting
  return originOf(home) === originOf(baseUrl)
    ? { ...where, key: stored.apiKey, keySource: "store", withheld: undefined }
    : {
        ...where,
        key: undefined,
        keySource: "none",
        withheld: `the stored key is for ${maskUserInfo(home)}, and ${name} is ${maskUserInfo(baseUrl)}`
      }
}

/** The option that names a profile other than the default, with a space before it. */
const profileOption = ({ profile }: Resolved): string => (profile === "default" ? "" : ` --profile ${profile}`)

/**
 * The key of a platform, or why there is none.
 *
 * @since 0.1.0
 * @category accessors
 */
export const requireKey = (platform: Platform, resolved: Resolved): string => {
  if (resolved.key !== undefined) return resolved.key
  throw new MissingKeyError({
    platform: platform.name,
    message: `${platform.title} needs an API key${resolved.withheld === undefined ? "" : `: ${resolved.withheld}`}`,
    hint: `set ${platform.keyVariable}, or store a key: trilum auth login --platform ${platform.name}${profileOption(resolved)}`
  })
}

/**
 * The key of a platform, `undefined` where a token stands in for it, or why there is neither.
 *
 * @since 0.1.0
 * @category accessors
 */
export const requireAny = (platform: Platform, resolved: Resolved): string | undefined =>
  resolved.key === undefined && resolved.tokens.length > 0 ? undefined : requireKey(platform, resolved)

/**
 * Stands for a credential in a dry run without one.
 *
 * @since 0.1.0
 * @category constructors
 */
export const placeholder = (variable: string): string => `dry-run-${variable}`

/**
 * The last four characters of a key, none of a short one.
 *
 * @since 0.1.0
 * @category formatting
 */
export const mask = (key: string): string => (key.length >= 12 ? `****${key.slice(-4)}` : "****")

/**
 * Hides the user and the password of a URL.
 *
 * @since 0.1.0
 * @category formatting
 */
export const maskUserInfo = (url: string): string => url.replace(/\/\/[^/?#]*@/, "//[REDACTED]@")
