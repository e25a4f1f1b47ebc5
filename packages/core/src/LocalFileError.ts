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
 * A local file cannot be used. `file` is its name as the caller gave it, `problem` what is wrong with it: the message is
 * `file: problem`. `code` is the code of the operating system (`ENOSPC`), where there is one.
 *
 * @since 0.1.0
 * @category errors
 */
export class LocalFileError extends ApiError.tagged("LocalFileError", {
  platform: "trilum",
  category: "local"
})<Facts> {
  constructor(details: Partial<Omit<ApiError.Details, "message">> & Facts) {
    super({ code: details.reason.toUpperCase(), ...details, message: `${details.file}: ${details.problem}` })
  }
}

interface Facts {
  readonly reason: LocalFileReason
  readonly file: string
  readonly problem: string
}

interface Reason {
  readonly reason: LocalFileReason
  readonly sentence: string
}

const reasons: Readonly<Record<string, Reason>> = {
  ENOENT: { reason: "not_found", sentence: "no such file or folder" },
  ENOTDIR: { reason: "not_found", sentence: "a part of the path is not a folder" },
  ELOOP: { reason: "not_found", sentence: "too many symbolic links" },
  EISDIR: { reason: "is_a_directory", sentence: "it is a folder, not a file" },
  EACCES: { reason: "permission", sentence: "permission denied" },
  EPERM: { reason: "permission", sentence: "permission denied" },
  EROFS: { reason: "read_only", sentence: "the file system is read-only" },
  ENOSPC: { reason: "no_space", sentence: "the disk is full" },
  EDQUOT: { reason: "no_space", sentence: "the disk quota is used up" },
  EFBIG: { reason: "no_space", sentence: "the file would exceed the size limit" },
  EEXIST: { reason: "exists", sentence: "the file exists already" },
  ENAMETOOLONG: { reason: "invalid_name", sentence: "the name is too long" },
  ERR_INVALID_ARG_VALUE: { reason: "invalid_name", sentence: "the name is invalid" }
}

/** Reasons of `FileSystem` for those of its implementations that give no system code. */
const codes: Readonly<Record<string, string>> = {
  NotFound: "ENOENT",
  PermissionDenied: "EACCES",
  AlreadyExists: "EEXIST",
  WriteZero: "ENOSPC"
}

const codeOf = (cause: unknown): string | undefined =>
  typeof cause === "object" && cause !== null && "code" in cause && typeof cause.code === "string"
    ? cause.code
    : undefined

/**
 * The error of a failed operation on a file: of `FileSystem`, or of Node. `file` is the name that the caller gave.
 *
 * @since 0.1.0
 * @category constructors
 */
export const fromCause =
  (file: string) =>
  (cause: unknown): LocalFileError => {
    if (cause instanceof LocalFileError) return cause
    const inner = typeof cause === "object" && cause !== null && "cause" in cause ? cause.cause : undefined
    const named =
      typeof cause === "object" && cause !== null && "reason" in cause ? codes[String(cause.reason)] : undefined
    const code = codeOf(cause) ?? codeOf(inner) ?? named
    const known = code === undefined ? undefined : reasons[code]
    return known === undefined
      ? of(file, "input_output", `reading or writing failed${code === undefined ? "" : ` (${code})`}`, code)
      : of(file, known.reason, known.sentence, code)
  }

/**
 * The error of a check on a file.
 *
 * @since 0.1.0
 * @category constructors
 */
export const of = (file: string, reason: LocalFileReason, problem: string, code?: string | undefined): LocalFileError =>
  new LocalFileError({ reason, file, problem, code: code ?? reason.toUpperCase() })
