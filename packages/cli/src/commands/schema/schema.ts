/**
 * `trilum schema`: the JSON Schema of what an operation takes and answers.
 *
 * @since 0.1.0
 */
import type { CatalogEntry } from "@trilum/core/OperationCatalog"
import { UsageError } from "../../CliError.js"
import type { Command } from "../../Command.js"
import { exitCode } from "../../exitCode.js"
import { kebab, nearest } from "../../names.js"
import { type Platform, platforms } from "../../platforms/Platform.js"
import * as Json from "../../render/json.js"

const wordsOf = ({ name, platform, resource }: CatalogEntry): string =>
  [platform, kebab(resource), kebab(name)].join(" ")

/** Finds an operation by its words, with spaces or dots between them, or by its id in the contract. */
const find = async (
  typed: ReadonlyArray<string>
): Promise<{ readonly platform: Platform; readonly entry: CatalogEntry }> => {
  const all = await Promise.all(
    platforms.map(async (platform) => (await platform.catalog()).map((entry) => ({ platform, entry })))
  )
  const operations = all.flat()
  const wanted = typed.flatMap((word) => word.split(/[\s.]+/)).filter((word) => word !== "" && word !== "trilum")
  const words = wanted.map(kebab).join(" ")
  const found = operations.filter(({ entry }) => wordsOf(entry) === words || entry.id === wanted.join(" "))
  const [first] = found
  if (first === undefined) {
    const candidates = new Map(
      operations.flatMap(
        ({ entry }) =>
          [
            [wordsOf(entry), entry],
            [entry.id, entry]
          ] as const
      )
    )
    const meant = nearest(words, candidates.keys())
    throw new UsageError(
      `there is no operation "${typed.join(" ")}"${meant === undefined ? "" : `; did you mean "${meant}"?`}`,
      "see: trilum operations --filter TEXT"
    )
  }
  if (found.length > 1) {
    throw new UsageError(
      `"${typed.join(" ")}" is ${found.map(({ entry }) => wordsOf(entry)).join(", and ")}`,
      "give the words of one of them"
    )
  }
  return first
}

/**
 * @since 0.1.0
 * @category commands
 */
export const schema: Command = {
  _tag: "Command",
  path: ["schema"],
  summary: "Print the JSON Schema of what an operation takes or answers.",
  description:
    "Of its parameters as one object, of its JSON body alone with --body, or of its answer with --answer. For an example of a body to fill in, see --skeleton of the operation.",
  arguments: [
    {
      name: "operation",
      summary:
        "Its words, as in lumnis users create or lumnis.users.create, or its id in the contract, as in createUser",
      required: true,
      repeated: true
    }
  ],
  options: [
    { name: "body", type: "boolean", summary: "Only what --body takes" },
    { name: "answer", type: "boolean", summary: "The answer of a success" }
  ],
  examples: [
    "schema lumnis users create",
    "schema luml.collections.create --body",
    "schema lumnis users list --answer"
  ],
  run: async ({ io, json, values }) => {
    const { entry, platform } = await find(values.arguments)
    if (values.flag("body") === true && values.flag("answer") === true) {
      throw new UsageError("--body and --answer exclude each other")
    }
    const Schemas = await import("./schemas.js")
    const found =
      values.flag("answer") === true
        ? await Schemas.ofAnswer(entry)
        : values.flag("body") === true
          ? Schemas.ofBody(await platform.inputs(), entry)
          : Schemas.ofInput(await platform.inputs(), entry)
    if (found === undefined) {
      const what = values.flag("answer") === true ? "answers with no JSON" : "has no JSON body"
      throw new UsageError(`${wordsOf(entry)} ${what}`)
    }
    await io.stdout.write(`${Json.text(found, io.stdout, json)}\n`)
    return exitCode.ok
  }
}
