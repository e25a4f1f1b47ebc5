/**
 * What the commands of the knowledge base do.
 *
 * @since 0.1.0
 */
import { constants, openAsBlob } from "node:fs"
import { access, readFile, stat } from "node:fs/promises"
import { basename, join, resolve } from "node:path"
import type { KnowledgeHit } from "@trilum/lvng/generated/knowledge"
import type { TextFile } from "@trilum/lvng/KnowledgeDocument"
import { textOf, titleOf } from "@trilum/lvng/KnowledgeDocument"
import { Lvng } from "@trilum/lvng/Lvng"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { fileReason, UsageError } from "../../CliError.js"
import type { Invocation } from "../../Command.js"
import { exitCode } from "../../exitCode.js"
import { readText } from "../../Io.js"
import * as Layers from "../../layers.js"
import { integer } from "../../parse.js"
import { paint } from "../../render/colour.js"
import * as Json from "../../render/json.js"
import * as Outcomes from "../../render/outcomes.js"
import { harmless, wrap } from "../../render/width.js"
import { requestOptions } from "../operation/input.js"

const callOptions = ({ values }: Invocation) => {
  const { headers, retry, timeout } = requestOptions(values)
  return { headers, retry, timeout }
}

const shownLines = 3

const hitText = (hit: KnowledgeHit, { io }: Invocation): string => {
  const { bold, dim } = paint(io.stdout.colour)
  const room = Math.max(40, Math.min(io.stdout.columns, 100)) - 2
  const score = typeof hit.score === "number" ? dim(` (${hit.score.toFixed(2)})`) : ""
  const text = wrap(harmless(textOf(hit)).replaceAll(/\s+/g, " "), room)
  const cut = text.length > shownLines ? [...text.slice(0, shownLines - 1), `${text[shownLines - 1]} …`] : text
  return [
    `${bold(harmless(titleOf(hit)).replaceAll(/\s+/g, " ") || "untitled")}${score}`,
    ...cut.map((line) => `  ${line}`),
    ""
  ].join("\n")
}

/**
 * @since 0.1.0
 * @category constructors
 */
export const runSearch = async (invocation: Invocation): Promise<number> => {
  const { io, json, values } = invocation
  const [typed = ""] = values.arguments
  const limit = integer(values, "limit", 1)
  const options = callOptions(invocation)
  const query = (typed === "-" ? await readText(io.stdin) : typed).trim()
  if (query === "") throw new UsageError("the query is empty")
  const hits = await Layers.runLvng(
    invocation,
    Effect.flatMap(Lvng, (client) => client.knowledge.find(limit === undefined ? query : { query, limit }, options))
  )
  const isText = io.stdout.isTTY && !json
  if (isText) await io.stdout.write(hits.map((hit) => `${hitText(hit, invocation)}\n`).join(""))
  else await io.stdout.write(`${Json.compact(hits)}\n`)
  if (hits.length === 0 && isText) await io.stderr.write("nothing found\n")
  return exitCode.ok
}

const fileOf = async ({ io }: Invocation, file: string): Promise<TextFile> => {
  const path = resolve(io.cwd, file)
  const unreadable = (reason: string) => new UsageError(`cannot read ${file}: ${reason}`)
  try {
    const found = await stat(path)
    if (found.isDirectory()) throw unreadable(`it is a directory; name its files, as in ${join(file, "*.md")}`)
    await access(path, constants.R_OK)
    // What a pipe brings, as that of `<(command)`, is there only once.
    return { name: basename(file), content: found.isFile() ? await openAsBlob(path) : await readFile(path) }
  } catch (cause) {
    throw cause instanceof UsageError ? cause : unreadable(fileReason(cause))
  }
}

/**
 * @since 0.1.0
 * @category constructors
 */
export const runIngest = async (invocation: Invocation): Promise<number> => {
  const { values } = invocation
  const files = [...new Set(values.arguments)]
  const concurrency = integer(values, "concurrency", 1) ?? 4
  const options = callOptions(invocation)
  const documents = await Promise.all(files.map(async (file) => ({ file, document: await fileOf(invocation, file) })))
  const outcomes = Outcomes.make(invocation, { done: "ingested", noun: "file", total: files.length })
  await Layers.runLvng(
    invocation,
    Effect.gen(function* () {
      const client = yield* Lvng
      yield* Stream.fromIterable(documents).pipe(
        Stream.mapEffect(
          ({ document, file }) =>
            Effect.matchEffect(client.knowledge.ingestFile(document, options), {
              onFailure: (error) => outcomes.failed({ file }, file, error),
              onSuccess: (reply) => outcomes.succeeded({ file, reply }, file)
            }),
          { concurrency, unordered: true }
        ),
        Stream.runDrain
      )
      yield* outcomes.end
    })
  )
  return exitCode.ok
}
