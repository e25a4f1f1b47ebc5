/**
 * What `trilum lumnis files search` does.
 *
 * @since 0.1.0
 */
import type { FileSearchResult } from "@trilum/lumnis/generated/files"
import { Lumnis } from "@trilum/lumnis/Lumnis"
import * as Effect from "effect/Effect"
import { UsageError } from "../../CliError.js"
import type { Invocation } from "../../Command.js"
import { exitCode } from "../../exitCode.js"
import * as Layers from "../../layers.js"
import { integer } from "../../parse.js"
import { paint } from "../../render/colour.js"
import * as Json from "../../render/json.js"
import { harmless, wrap } from "../../render/width.js"
import { forWhom } from "./forWhom.js"

const scoreOf = ({ values }: Invocation): number | undefined => {
  const text = values.text("min-score")
  if (text === undefined) return undefined
  const score = Number(text)
  if (text.trim() === "" || !(score >= 0 && score <= 1)) {
    throw new UsageError(`--min-score "${text}" is not a number from 0 to 1`)
  }
  return score
}

const orNone = (texts: ReadonlyArray<string>): ReadonlyArray<string> | undefined =>
  texts.length === 0 ? undefined : texts

const textOf = ({ chunks, file, overall_score }: FileSearchResult, { io }: Invocation): string => {
  const { bold, dim } = paint(io.stdout.colour)
  const width = Math.max(40, Math.min(io.stdout.columns, 100)) - 2
  return chunks
    .map((chunk) => {
      const at = chunk.start_line === undefined || chunk.start_line === null ? "" : `:${chunk.start_line}`
      const head = `${bold(harmless(`${file.file_name}${at}`))} ${dim(`${(chunk.similarity_score ?? overall_score).toFixed(2)}  ${file.id}`)}`
      return `${head}\n${wrap(harmless(chunk.chunk_text), width)
        .map((line) => `  ${line}\n`)
        .join("")}`
    })
    .join("")
}

/**
 * @since 0.1.0
 * @category constructors
 */
export const runSearch = async (invocation: Invocation): Promise<number> => {
  const { formatting, io, json, values } = invocation
  const [query = ""] = values.arguments
  const who = forWhom(values)
  const params = {
    query,
    user_id: who.user,
    limit: integer(values, "limit", 1),
    min_score: scoreOf(invocation),
    tags: orNone(values.texts("tag")),
    file_types: orNone(values.texts("type"))
  }
  const found = await Layers.runLumnis(
    invocation,
    Effect.flatMap(Lumnis, (client) => client.files.search(params))
  )
  const isText = io.stdout.isTTY && !json
  if (isText) await io.stdout.write(found.results.map((each) => textOf(each, invocation)).join("\n"))
  else await io.stdout.write(`${Json.compact(formatting?.byRecord === true ? found.results : found)}\n`)
  if (found.results.length === 0 && isText) await io.stderr.write("nothing found\n")
  return exitCode.ok
}
