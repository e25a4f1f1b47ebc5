/**
 * Ids and names for completion, as the server lists them. They are cached for a short time; whatever fails gives none.
 *
 * @since 0.1.0
 */
import { createHash } from "node:crypto"
import { mkdir, readFile, rename, writeFile } from "node:fs/promises"
import { homedir } from "node:os"
import { dirname, isAbsolute, join } from "node:path"
import * as Predicate from "effect/Predicate"
import type { Command, Group, Invocation } from "../../Command.js"
import type { Io } from "../../Io.js"
import { kebab } from "../../names.js"
import { type PlatformName, platforms } from "../../platforms/Platform.js"
import { harmless } from "../../render/width.js"

/** A word and what it is for. */
export type Candidate = readonly [word: string, summary: string]

/** What a line says before its last word. */
export interface Line {
  readonly command: Command
  readonly options: ReadonlyMap<string, string>
  readonly arguments: ReadonlyMap<string, string>
}

/** Options whose value is an id or a name, though neither their name nor their placeholder says so. */
const named = new Set(["user", "agent", "channel", "workflow", "organization", "orbit", "collection"])

/** Options that decide which records there are. */
const context = ["profile", "user", "scope", "organization", "orbit", "collection"]

const plural = (noun: string): string => (noun.endsWith("s") ? noun : `${noun}s`)

/** The resource that a name is of: `thread_id` of threads, `id` of the command's own resource. */
const resourceOf = ({ path }: Command, name: string): string | undefined => {
  const noun = kebab(name).replace(/-?(?:id|identifier|email)$/, "")
  return noun === "" ? path[1] : plural(noun)
}

const isPlatform = (word: string | undefined): word is PlatformName => platforms.some(({ name }) => name === word)

/** The words that list a resource, if a command does that and needs no more to know. */
const listOf = async (root: Group, platform: string, resource: string): Promise<ReadonlyArray<string> | undefined> => {
  let node: Command | Group = root
  for (const word of [platform, resource, "list"]) {
    if (node._tag === "Command") return undefined
    const entry: Group["entries"][number] | undefined = node.entries.find(({ name }) => name === word)
    if (entry === undefined) return undefined
    node = await entry.load()
  }
  if (node._tag === "Group" || node.arguments.some(({ leading, required }) => required && leading !== true))
    return undefined
  const limit = node.options.some(({ aliases, name }) => name === "limit" || aliases?.includes("limit") === true)
  return [platform, resource, "list", ...(limit ? ["--limit", "100"] : [])]
}

/** The options of the line that the list takes as well. */
const contextOf = async (root: Group, words: ReadonlyArray<string>, line: Line): Promise<ReadonlyArray<string>> => {
  let node: Command | Group = root
  for (const word of words.slice(0, 3)) {
    if (node._tag === "Command") break
    const entry: Group["entries"][number] | undefined = node.entries.find(({ name }) => name === word)
    if (entry !== undefined) node = await entry.load()
  }
  const known = node._tag === "Command" ? node.options.map(({ name }) => name) : []
  return context.flatMap((name) => {
    const value = line.options.get(name) ?? line.arguments.get(`${name}_id`)
    return value === undefined || !(known.includes(name) || name === "profile") ? [] : [`--${name}=${value}`]
  })
}

const textOf = (value: unknown): string => (typeof value === "string" || typeof value === "number" ? `${value}` : "")

const clean = (text: string): string => harmless(text).replaceAll(/\s+/g, " ").trim()

interface Listed {
  readonly id: string
  readonly name: string
}

const listedOf = (line: string, name: string): ReadonlyArray<Listed> => {
  const record: unknown = line.trim() === "" ? undefined : JSON.parse(line)
  if (!Predicate.isReadonlyRecord(record)) return []
  const id = textOf(
    record[name] ?? record["id"] ?? Object.entries(record).find(([key]) => /(?:_id|Id)$/.test(key))?.[1]
  )
  const label = ["name", "title", "email", "file_name", "display_name"].map((key) => textOf(record[key]))
  return [{ id: clean(id), name: clean(label.find((text) => text !== "") ?? "") }]
}

/** Runs a command line of its own: nothing is asked, nothing is said. */
const list = async (invocation: Invocation, words: ReadonlyArray<string>): Promise<string> => {
  const { io, main } = invocation
  const chunks: Array<Buffer> = []
  const silent = { isTTY: false, columns: 80, colour: false }
  const code = await main(
    [...words, "--output", "ndjson", "--no-input", "--timeout", "2s", "--retries", "0", "--connect-timeout", "1s"],
    {
      ...io,
      stdin: { ...io.stdin, isTTY: false, read: () => nothing() },
      stdout: { ...silent, write: async (chunk) => void chunks.push(Buffer.from(chunk)) },
      stderr: { ...silent, write: () => Promise.resolve() }
    }
  )
  return code === 0 ? Buffer.concat(chunks).toString("utf8") : ""
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

/** Milliseconds for which a list is kept; one that failed or is empty, a shorter time. */
const lifetime = { found: 120_000, none: 15_000 }

/** A file of `$XDG_CACHE_HOME/trilum`. */
const cacheFile = (io: Io, key: string): string => {
  const given = io.env["XDG_CACHE_HOME"]
  const cache = given !== undefined && isAbsolute(given) ? given : join(io.env["HOME"] ?? homedir(), ".cache")
  return join(cache, "trilum", "completion", `${key}.json`)
}

/** Everything that decides what a list has. The key itself is in the name of the file as a part of a digest alone. */
const keyOf = (io: Io, platform: PlatformName, words: ReadonlyArray<string>): string => {
  const about = platforms.find(({ name }) => name === platform)
  const variables = [about?.baseUrlVariable, about?.keyVariable, "TRILUM_PROFILE", "XDG_CONFIG_HOME", "HOME"]
  const values = [
    ...variables.map((name) => (name === undefined ? "" : (io.env[name] ?? ""))),
    // Variables of settings, such as the orbit.
    ...Object.entries(io.env).filter(([name]) => name.startsWith("TRILUM_"))
  ]
  return createHash("sha256")
    .update(JSON.stringify([words, values]))
    .digest("hex")
    .slice(0, 32)
}

const isFresh = (value: unknown, now: number): value is { readonly text: string } =>
  Predicate.isReadonlyRecord(value) &&
  typeof value["text"] === "string" &&
  typeof value["at"] === "number" &&
  now - value["at"] >= 0 &&
  now - value["at"] < (value["text"] === "" ? lifetime.none : lifetime.found)

const cached = async (io: Io, key: string, make: () => Promise<string>): Promise<string> => {
  const file = cacheFile(io, key)
  const kept: unknown = await readFile(file, "utf8")
    .then(JSON.parse)
    .catch(() => undefined)
  if (isFresh(kept, io.now())) return kept.text
  const text = await make().catch(() => "")
  // Put in place whole: two shells may complete at the same time. Without a folder for it, nothing is kept.
  const part = `${file}.${process.pid}`
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
    .then(() => writeFile(part, JSON.stringify({ at: io.now(), text }), { mode: 0o600 }))
    .then(() => rename(part, file))
    .catch(() => undefined)
  return text
}

/**
 * The values of an option or an argument by its name. A name of a record comes first where the command takes one; its id
 * is offered when a part of it is typed.
 *
 * @since 0.1.0
 * @category accessors
 */
export const values = async (
  invocation: Invocation,
  root: Group,
  line: Line,
  name: string,
  isOption: boolean,
  current: string
): Promise<ReadonlyArray<Candidate>> => {
  const [platform] = line.command.path
  if (!isPlatform(platform)) return []
  if (isOption && !named.has(name) && !/-id$/.test(name)) return []
  const resource = resourceOf(line.command, name)
  const words = resource === undefined ? undefined : await listOf(root, platform, resource)
  if (words === undefined) return []
  const all = [...words, ...(await contextOf(root, words, line))]
  const { io } = invocation
  const text = await cached(io, keyOf(io, platform, all), () => list(invocation, all))
  const found = text.split("\n").flatMap((record) => listedOf(record, name))
  // A Lumnis user has two names, an id and an e-mail address; records of LUML have ids and names.
  const byName = platform === "luml" || ["user", "user_identifier", "member_email"].includes(name)
  return found.flatMap(({ id, name: label }): ReadonlyArray<Candidate> => {
    if (!byName) return id === "" ? [] : [[id, label]]
    if (label === "") return [[id, ""]]
    return current !== "" && id.startsWith(current)
      ? [
          [label, id],
          [id, label]
        ]
      : [[label, id]]
  })
}
