/**
 * Inspects an artifact file and derives the fields of its registry record.
 *
 * The rules are in section 9 of `contracts/luml.md`.
 *
 * @since 0.1.0
 */
import type { LocalFileError } from "@trilum/core/LocalFileError"
import * as Encoding from "effect/Encoding"
import { artifactError } from "../LumlError.js"
import { type ExtraValues, extraValuesOf } from "./ExtraValues.js"
import * as Manifest from "./Manifest.js"
import * as Tar from "./Tar.js"

/**
 * An incremental hash, which the Web Crypto API does not have. `digest` ends the input.
 *
 * @since 0.1.0
 * @category models
 */
export interface Hash {
  readonly update: (bytes: Uint8Array) => void
  readonly digest: () => Uint8Array
}

/**
 * The result of an inspection. Field names are those of the API: together with `name`, `description` and `tags`, they
 * are the body of a create request.
 *
 * @since 0.1.0
 * @category models
 */
export interface Inspection {
  readonly file_name: string
  /** In bytes. */
  readonly size: number
  /** SHA-256 of the whole file, lower-case hexadecimal. */
  readonly file_hash: string
  /** The type that the server derives. `null`: the server rejects the artifact with 400. */
  readonly artifact_type: Manifest.ArtifactType | null
  /** Metrics by name. Finite numbers only: see {@link Inspector.warnings}. */
  readonly extra_values: Readonly<Record<string, unknown>>
  /** Offset and length of each member's content in the file. The last member of a name wins. */
  readonly file_index: Readonly<Record<string, Tar.Extent>>
  /** The content of `manifest.json`. */
  readonly manifest: Readonly<Record<string, unknown>>
}

/**
 * File name extensions of artifacts. Only the last extension of a name is compared.
 *
 * @since 0.1.0
 * @category constants
 */
export const extensions: ReadonlyArray<string> = [".fnnx", ".pyfnx", ".dfs", ".luml", ".tar"]

/**
 * 5 GiB, the documented size limit of an artifact. The server accepts up to 5 TiB.
 *
 * @since 0.1.0
 * @category constants
 */
export const defaultMaxSize: number = 5 * 1024 ** 3

const manifestLimit = 16 * 1024 * 1024

/**
 * Validates the extension of a file name. Reads no content.
 *
 * @since 0.1.0
 * @category predicates
 */
export const checkName = (fileName: string): LocalFileError | undefined => {
  const dot = fileName.lastIndexOf(".")
  const extension = dot === -1 ? "" : fileName.slice(dot).toLowerCase()
  if (extension === "" || extension === ".") {
    return artifactError({
      problem: "extension_missing",
      file: fileName,
      message: `the name has no extension; use one of ${extensions.join(", ")}`
    })
  }
  return extensions.includes(extension)
    ? undefined
    : artifactError({
        problem: "extension_not_allowed",
        file: fileName,
        message: `${extension} is not an artifact; use one of ${extensions.join(", ")}`
      })
}

/**
 * Validates a size in bytes against the limit.
 *
 * @since 0.1.0
 * @category predicates
 */
export const checkSize = (fileName: string, size: number, limit: number): LocalFileError | undefined =>
  size <= limit
    ? undefined
    : artifactError({
        problem: "too_large",
        file: fileName,
        message: `the file has ${size} bytes, the limit is ${limit}; increase maxSize if the server accepts more`
      })

/**
 * Consumes the bytes of one artifact in order and returns its inspection. Only the index, `manifest.json` and
 * `meta.json` are kept in memory.
 *
 * @since 0.1.0
 * @category models
 */
export interface Inspector {
  readonly push: (bytes: Uint8Array) => void
  /** The error, as soon as the bytes so far are not a valid start of an artifact. */
  readonly problem: () => LocalFileError | undefined
  /** Ends the input. */
  readonly result: () => Inspection | LocalFileError
  /** One sentence for each metric that was omitted or rounded. */
  readonly warnings: () => ReadonlyArray<string>
}

/**
 * @since 0.1.0
 * @category constructors
 */
export const inspector = (fileName: string, hash: Hash): Inspector => {
  const scanner = new Tar.Scanner({
    keep: new Set(["manifest.json", "meta.json"]),
    keepLimit: manifestLimit
  })
  let size = 0
  let extra: ExtraValues = { values: {}, warnings: [] }
  const problem = (): LocalFileError | undefined =>
    scanner.problem === undefined
      ? undefined
      : artifactError({ file: fileName, problem: scanner.problem.reason, message: scanner.problem.message })
  const failure = (problem: "manifest_missing" | "manifest_invalid", message: string): LocalFileError =>
    artifactError({ file: fileName, problem, message })
  return {
    push: (bytes) => {
      size += bytes.length
      hash.update(bytes)
      scanner.push(bytes)
    },
    problem,
    warnings: () => extra.warnings,
    result: () => {
      scanner.end()
      const found = problem()
      if (found !== undefined) return found
      if (scanner.oversized.has("manifest.json")) {
        return failure("manifest_invalid", `manifest.json has more than ${manifestLimit} bytes`)
      }
      const bytes = scanner.kept.get("manifest.json")
      if (bytes === undefined) {
        return failure(
          "manifest_missing",
          scanner.index.has("./manifest.json")
            ? "the manifest is ./manifest.json; create the archive with names that do not start with ./"
            : "the archive has no manifest.json at its root"
        )
      }
      const manifest = Manifest.parse(bytes)
      if (manifest === undefined) return failure("manifest_invalid", "manifest.json is not a JSON object")
      extra = extraValuesOf(manifest, scanner.kept.get("meta.json"))
      return {
        file_name: fileName,
        size,
        file_hash: Encoding.encodeHex(hash.digest()),
        artifact_type: Manifest.typeOf(manifest, (name) => scanner.index.has(name)) ?? null,
        extra_values: extra.values,
        file_index: Object.fromEntries(scanner.index),
        manifest
      }
    }
  }
}
