import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { dirname, join, relative } from "node:path"
import { buildModel, NamingError } from "./build.js"
import { casesOf } from "./cases.js"
import { differences, differenceTable, keptNotice } from "./difference.js"
import { DocumentError, readDocument } from "./document.js"
import { filesOf } from "./files.js"
import { keepHandTuned } from "./keep.js"
import { format } from "./layout.js"
import type { ApiModel } from "./model.js"
import { type Options, parseOptions, UsageError, usage } from "./options.js"
import { withContractExtensions } from "./overlay.js"
import { Problems, problemTable } from "./problems.js"
import { mergeSecrets } from "./secrets.js"

/** Runs the generator; gives the exit code. @since 0.1.0 @category constructors */
export const run = (args: ReadonlyArray<string>, root: string, io: Io): number => {
  try {
    const options = parseOptions(args)
    if (options === "help") {
      io.out(usage)
      return 0
    }
    const changed = options.packages.flatMap((name) => generate(name, options, root, io))
    if (options.check && changed.length > 0) {
      io.err(
        `These files are not what the contracts say; run pnpm codegen:\n${changed.map((file) => `  ${file}\n`).join("")}`
      )
      return 1
    }
    return 0
  } catch (cause) {
    if (cause instanceof UsageError) {
      io.err(`${cause.message}\n\n${usage}`)
      return 2
    }
    if (cause instanceof DocumentError || cause instanceof NamingError) {
      io.err(`${cause.message}\n`)
      return 1
    }
    throw cause
  }
}

/** Where messages go. @since 0.1.0 @category models */
export interface Io {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
}

/** Writes the files of a package, or with `check` none; gives the paths that differ. */
const generate = (name: string, options: Options, root: string, io: Io): ReadonlyArray<string> => {
  const contract = join(root, "contracts", `${name}.openapi.json`)
  const spec = options.spec ?? contract
  const problems = new Problems()
  const base = options.spec !== undefined && existsSync(contract) ? readDocument(contract) : undefined
  const read = readDocument(spec)
  const overlay = base === undefined ? undefined : withContractExtensions(read, base)
  const kept = base === undefined || overlay === undefined ? undefined : keepHandTuned(overlay.document, base, name)
  const document = kept?.document ?? read
  const contractModel = base && buildModel(base, name, new Problems())
  const model = withContract(buildModel(document, name, problems, kept?.homes), contractModel)
  const out = options.out ?? join(root, "packages", name, "src", "generated")
  const wanted = new Map(format(filesOf(model)).map((file) => [join(out, file.name), file.text]))
  if (options.spec === undefined && options.out === undefined) {
    const cases = join(root, "contracts", "cases", `${name}.generated.json`)
    wanted.set(cases, `${JSON.stringify(casesOf(model, document), undefined, 1)}\n`)
    if (!options.check) ensureClient(join(root, "packages", name, "src", "client.ts"))
  }
  if (model.unmarkedSecrets.length > 0) {
    const fields = model.unmarkedSecrets.map((pointer) => `  ${pointer}\n`).join("")
    if (options.spec === undefined) {
      throw new DocumentError(
        `${relative(root, spec)} does not say of these fields whether they are secrets. ` +
          `Mark each with "x-secret": true, or with "x-secret": "no: why".\n${fields}`
      )
    }
    io.err(`These fields are treated as secrets because of their names:\n${fields}`)
  }
  const count = model.resources.reduce((sum, resource) => sum + resource.operations.length, 0)
  io.out(`${name}: ${count} operations, ${model.resources.length} resources, ${wanted.size} files\n`)
  const found = problems.list()
  if (found.length > 0)
    io.err(`${found.length} constructs of ${relative(root, spec)} are not fully expressed:\n${problemTable(found)}`)
  if (contractModel !== undefined && overlay !== undefined && kept !== undefined) {
    const file = relative(root, spec)
    if (overlay.prefix !== "") io.out(`${overlay.prefix}, from the server of ${file}, stands before every path.\n`)
    io.out(`${overlay.known} operations have their names and extensions from the contract.\n`)
    const theirs = buildModel(overlay.document, name, new Problems())
    const changes = differences(contractModel, theirs)
    io.out(
      changes.length === 0 ? "No operation differs from the contract.\n" : differenceTable(changes, kept.operations)
    )
    io.err(keptNotice(changes, kept.operations, { file, name }))
  }
  return synchronise(wanted, out, options.check).map((file) => relative(root, file))
}

/** What another document rarely has is taken from the contract: marks of secrets, and constants. */
const withContract = (model: ApiModel, contract: ApiModel | undefined): ApiModel => {
  if (contract === undefined) return model
  const known = new Map(
    contract.resources.flatMap(({ operations }) => operations.map(({ id, secrets }) => [id, secrets] as const))
  )
  return {
    ...model,
    constants: contract.constants,
    resources: model.resources.map((resource) => ({
      ...resource,
      operations: resource.operations.map((operation) => {
        const secrets = known.get(operation.id)
        return secrets === undefined ? operation : { ...operation, secrets: mergeSecrets(operation.secrets, secrets) }
      })
    }))
  }
}

const synchronise = (wanted: ReadonlyMap<string, string>, out: string, check: boolean): ReadonlyArray<string> => {
  const stale = existsSync(out)
    ? readdirSync(out)
        .filter((file) => file.endsWith(".ts"))
        .map((file) => join(out, file))
        .filter((file) => !wanted.has(file))
    : []
  const changed = [...wanted].filter(([file, text]) => !existsSync(file) || readFileSync(file, "utf8") !== text)
  if (!check) {
    for (const file of stale) rmSync(file)
    for (const [file, text] of changed) {
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, text)
    }
  }
  return [...changed.map(([file]) => file), ...stale].sort()
}

/** What a package starts with; from then on it owns this file. */
const clientModule = `/**
 * What the generated resources know of this package's client.
 *
 * @since 0.1.0
 */
import type * as Core from "@trilum/core/ApiClient"

/**
 * Errors of operations whose input the client completes or checks before it is sent.
 *
 * @since 0.1.0
 * @category models
 */
export type PreparedError = never

/**
 * @since 0.1.0
 * @category models
 */
export type RequestOptions = Core.RequestOptions

/**
 * @since 0.1.0
 * @category models
 */
export type ApiClient = Core.ApiClient<PreparedError, RequestOptions>
`

const ensureClient = (file: string): void => {
  if (existsSync(file)) return
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, clientModule)
}
