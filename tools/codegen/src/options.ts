import { parseArgs } from "node:util"
import { platformNames } from "./platforms.js"

/** What the command line asks for. @since 0.1.0 @category models */
export interface Options {
  readonly packages: ReadonlyArray<string>
  /** Another document than the package's contract. */
  readonly spec: string | undefined
  /** Another folder than the package's `src/generated`. */
  readonly out: string | undefined
  readonly check: boolean
}

/** @since 0.1.0 @category errors */
export class UsageError extends Error {
  override readonly name = "UsageError"
}

/** @since 0.1.0 @category models */
export const usage = `pnpm codegen [--check]
pnpm codegen --package NAME [--spec FILE] [--out DIR] [--check]

Writes packages/NAME/src/generated from contracts/NAME.openapi.json, for ${platformNames.join(", ")} or the one named.

  --package NAME  one package
  --spec FILE     an OpenAPI 3.0 or 3.1 document (JSON or YAML) in place of the package's contract;
                  prints what it adds, removes and changes. Operations that code of the package is written
                  against stay as the contract has them, and the notice says what to do about each
  --out DIR       write there instead
  --check         write nothing; exit 1 when a file would change
`

/** @since 0.1.0 @category constructors */
export const parseOptions = (args: ReadonlyArray<string>): Options | "help" => {
  let values: { package?: string; spec?: string; out?: string; check?: boolean; help?: boolean }
  try {
    values = parseArgs({
      args: [...args],
      options: {
        package: { type: "string" },
        spec: { type: "string" },
        out: { type: "string" },
        check: { type: "boolean" },
        help: { type: "boolean", short: "h" }
      }
    }).values
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause))
  }
  if (values.help === true) return "help"
  const { package: name, spec, out } = values
  if (name === undefined && (spec !== undefined || out !== undefined)) {
    throw new UsageError("--spec and --out need --package NAME")
  }
  if (name !== undefined && !/^[a-z][a-z0-9-]*$/.test(name)) {
    throw new UsageError(`--package ${JSON.stringify(name)} is not the name of a package`)
  }
  if (name !== undefined && !platformNames.includes(name) && (spec === undefined || out === undefined)) {
    throw new UsageError(`--package ${name} has no contract here: give --spec FILE and --out DIR`)
  }
  return { packages: name === undefined ? platformNames : [name], spec, out, check: values.check === true }
}
