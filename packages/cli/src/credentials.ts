/**
 * Keys and base URLs: from the environment, else from a file that only its owner can read.
 *
 * The file is `$XDG_CONFIG_HOME/trilum/credentials.json` (`~/.config` by default), mode 0600 in a directory of mode 0700.
 * A stored key goes to the server it was stored for and to no other.
 *
 * @since 0.1.0
 */
import { randomBytes } from "node:crypto"
import { chmod, mkdir, open, rename, stat } from "node:fs/promises"
import { homedir } from "node:os"
import { dirname, isAbsolute, join } from "node:path"
import { fileReason, LocalError, MissingKeyError } from "./CliError.js"
import type { Io } from "./Io.js"
import type { Platform, Token } from "./platforms/Platform.js"

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
 * By platform.
 *
 * @since 0.1.0
 * @category models
 */
export type Store = Readonly<Record<string, Stored>>

/**
 * Where keys are stored.
 *
 * @since 0.1.0
 * @category accessors
 */
export const path = (io: Io): string => {
  const given = io.env["XDG_CONFIG_HOME"]
  const home = io.env["HOME"] ?? homedir()
  // The XDG base directory specification says to ignore a path that is relative.
  const config = given !== undefined && isAbsolute(given) ? given : join(home, ".config")
  return join(config, "trilum", "credentials.json")
}

const isStored = (value: unknown): value is Stored =>
  typeof value === "object" &&
  value !== null &&
  "apiKey" in value &&
  typeof value.apiKey === "string" &&
  (!("baseUrl" in value) || typeof value.baseUrl === "string")

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
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw wrong()
  const out: Record<string, Stored> = {}
  for (const [name, entry] of Object.entries(value)) {
    if (!isStored(entry)) throw wrong()
    out[name] = entry
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
export const of = async (io: Io, platform: Platform): Promise<Resolved> => {
  const fromEnvironment = resolve(io, platform, {})
  const isEnough = fromEnvironment.key !== undefined || fromEnvironment.tokens.length > 0
  try {
    return resolve(io, platform, await load(io))
  } catch (cause) {
    if (!isEnough || !(cause instanceof LocalError)) throw cause
    await io.stderr.write(`warning: ${cause.message}; it is ignored, since the environment has a credential\n`)
    return fromEnvironment
  }
}

/**
 * What is stored. A file that cannot be used is moved aside, with a warning: login and logout repair it.
 *
 * @since 0.1.0
 * @category accessors
 */
export const repair = async (io: Io): Promise<{ readonly store: Store; readonly repaired: boolean }> => {
  try {
    return { store: await load(io), repaired: false }
  } catch (cause) {
    if (!(cause instanceof LocalError)) throw cause
    const file = path(io)
    const aside = `${file}.broken-${randomBytes(4).toString("hex")}`
    await rename(file, aside).catch(() => {
      throw cause
    })
    await io.stderr.write(`warning: ${cause.message}; it is ${aside} now\n`)
    return { store: {}, repaired: true }
  }
}

/**
 * Replaces what is stored, all or nothing.
 *
 * @since 0.1.0
 * @category combinators
 */
export const save = async (io: Io, store: Store): Promise<void> => {
  const file = path(io)
  const directory = dirname(file)
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 })
    if (((await stat(directory)).mode & 0o077) !== 0) await chmod(directory, 0o700)
  } catch (cause) {
    throw new LocalError(`${file} cannot be written: ${fileReason(cause)}`)
  }
  const [AtomicFile, DefaultFiles, Effect] = await Promise.all([
    import("@trilum/core/AtomicFile"),
    import("@trilum/core/DefaultFiles"),
    import("effect/Effect")
  ])
  const failed = await AtomicFile.write(file, `${JSON.stringify(store, null, 2)}\n`, { mode: 0o600 }).pipe(
    Effect.provide(DefaultFiles.layer),
    Effect.as(undefined),
    Effect.catchAll((error) => Effect.succeed(error)),
    Effect.runPromise
  )
  if (failed !== undefined) {
    throw new LocalError(`${file} cannot be written: ${failed.message.slice(failed.file.length + 2)}`)
  }
}

/**
 * @since 0.1.0
 * @category models
 */
export type Source = "environment" | "store" | "none"

/**
 * What a call to a platform would use.
 *
 * @since 0.1.0
 * @category models
 */
export interface Resolved {
  readonly baseUrl: string
  readonly baseUrlSource: Source | "default"
  readonly key: string | undefined
  readonly keySource: Source
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
 * The key and base URL of a platform: the environment wins over the store, the store over the default.
 *
 * @since 0.1.0
 * @category accessors
 */
export const resolve = (io: Io, platform: Platform, store: Store): Resolved => {
  const stored = store[platform.name]
  const fromEnvironment = given(io, platform.baseUrlVariable)
  const baseUrl = fromEnvironment ?? stored?.baseUrl ?? platform.defaultBaseUrl
  const baseUrlSource =
    fromEnvironment !== undefined ? "environment" : stored?.baseUrl !== undefined ? "store" : "default"
  const key = given(io, platform.keyVariable)
  const tokens = platform.tokens.flatMap((token) => {
    const value = given(io, token.variable)
    return value === undefined ? [] : [{ ...token, value }]
  })
  const where = { baseUrl, baseUrlSource, tokens } as const
  if (key !== undefined) return { ...where, key, keySource: "environment", withheld: undefined }
  if (stored === undefined) return { ...where, key: undefined, keySource: "none", withheld: undefined }
  const home = stored.baseUrl ?? platform.defaultBaseUrl
  return originOf(home) === originOf(baseUrl)
    ? { ...where, key: stored.apiKey, keySource: "store", withheld: undefined }
    : {
        ...where,
        key: undefined,
        keySource: "none",
        withheld: `the stored key is for ${maskUserInfo(home)}, and ${platform.baseUrlVariable} is ${maskUserInfo(baseUrl)}`
      }
}

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
    hint: `set ${platform.keyVariable}, or store a key: trilum auth login --platform ${platform.name}`
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
