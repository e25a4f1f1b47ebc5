/**
 * What an artifact file says about itself: everything a record of the registry is made from.
 *
 * The rules are those of section 9 of the contract's semantics (`contracts/luml.md`).
 *
 * @since 0.1.0
 */
import type { LocalFileError } from "@trilum/core/LocalFileError"
import { artifactError } from "../LumlError.js"
import { extraValuesOf } from "./ExtraValues.js"
import * as Manifest from "./Manifest.js"
import type { Hash } from "./Sha256.js"
import * as Sha256 from "./Sha256.js"
import * as Tar from "./Tar.js"

/**
 * The names are the wire's: an inspection is the body of a create request without `name`, `description` and `tags`.
 *
 * @since 0.1.0
 * @category models
 */
export interface Inspection {
  readonly file_name: string
  /** Bytes. */
  readonly size: number
  /** SHA-256 of the whole file, lower-case hexadecimal. */
  readonly file_hash: string
  /** Type the server will give the artifact; `null` when it will refuse it with a 400. */
  readonly artifact_type: Manifest.ArtifactType | null
  /** Metrics, mostly by name. */
  readonly extra_values: Readonly<Record<string, unknown>>
  /** Member to offset of its content in the file and length of its content. The last occurrence of a name counts. */
  readonly file_index: Readonly<Record<string, Tar.Extent>>
  /** `manifest.json` as it stands in the archive. */
  readonly manifest: Readonly<Record<string, unknown>>
}

/**
 * File name extensions of artifacts. The last extension counts.
 *
 * @since 0.1.0
 * @category constants
 */
export const extensions: ReadonlyArray<string> = [".fnnx", ".pyfnx", ".dfs", ".luml", ".tar"]

/**
 * 5 GiB, the documented size limit of an artifact; the server itself stops at 5 TiB.
 *
 * @since 0.1.0
 * @category constants
 */
export const defaultMaxSize: number = 5 * 1024 ** 3

const manifestLimit = 16 * 1024 * 1024

/**
 * Refuses a name whose extension no artifact has; before anything is read.
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
 * Refuses a size above the limit, in bytes.
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
        message: `the file has ${size} bytes, the limit is ${limit}; raise maxSize if the server takes more`
      })

/**
 * Takes the bytes of one artifact in order and then tells what they are. Keeps the index, `manifest.json` and
 * `meta.json`, and nothing else.
 *
 * @since 0.1.0
 * @category models
 */
export interface Inspector {
  readonly push: (bytes: Uint8Array) => void
  /** Known as soon as the bytes cannot become an artifact any more. */
  readonly refused: () => LocalFileError | undefined
  /** Ends it. */
  readonly result: () => Inspection | LocalFileError
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
  const refused = (): LocalFileError | undefined =>
    scanner.problem === undefined
      ? undefined
      : artifactError({ file: fileName, problem: scanner.problem.reason, message: scanner.problem.message })
  const refuse = (problem: "manifest_missing" | "manifest_invalid", message: string): LocalFileError =>
    artifactError({ file: fileName, problem, message })
  return {
    push: (bytes) => {
      size += bytes.length
      hash.update(bytes)
      scanner.push(bytes)
    },
    refused,
    result: () => {
      scanner.end()
      const problem = refused()
      if (problem !== undefined) return problem
      if (scanner.oversized.has("manifest.json")) {
        return refuse("manifest_invalid", `manifest.json has more than ${manifestLimit} bytes`)
      }
      const bytes = scanner.kept.get("manifest.json")
      if (bytes === undefined) {
        return refuse(
          "manifest_missing",
          scanner.index.has("./manifest.json")
            ? "manifest.json is called ./manifest.json; make the archive with names that do not begin with ./"
            : "the archive has no manifest.json at its root"
        )
      }
      const manifest = Manifest.parse(bytes)
      if (manifest === undefined) return refuse("manifest_invalid", "manifest.json is not a JSON object")
      return {
        file_name: fileName,
        size,
        file_hash: Sha256.hex(hash.digest()),
        artifact_type: Manifest.typeOf(manifest, (name) => scanner.index.has(name)) ?? null,
        extra_values: extraValuesOf(manifest, scanner.kept.get("meta.json")),
        file_index: Object.fromEntries(scanner.index),
        manifest
      }
    }
  }
}
