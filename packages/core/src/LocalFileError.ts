/**
 * The error of files on this machine.
 *
 * @since 0.1.0
 */
import * as ApiError from "./ApiError.js"

/**
 * Why a local file cannot be used. `changed`: its contents changed while it was read.
 *
 * @since 0.1.0
 * @category models
 */
export type LocalFileReason =
  | "not_found"
  | "is_a_directory"
  | "permission"
  | "read_only"
  | "no_space"
  | "exists"
  | "changed"
  | "locked"
  | "invalid_name"
  | "invalid_content"
  | "input_output"
  | "unavailable"

/**
 * A local file cannot be used. `file` is its name as the caller gave it; `code` is the code of the operating system
 * (`ENOSPC`), where there is one.
 *
 * @since 0.1.0
 * @category errors
 */
export class LocalFileError extends ApiError.TrilumError<"LocalFileError"> {
  declare readonly reason: LocalFileReason
  declare readonly file: string
  constructor(details: ApiError.Details & { readonly reason: LocalFileReason; readonly file: string }) {
    super("LocalFileError", { code: details.reason.toUpperCase(), ...details }, "local")
  }
}
