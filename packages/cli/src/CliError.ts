/**
 * Failures of the command itself, beside those of the clients. They never hold a credential.
 *
 * @since 0.1.0
 */

/**
 * The command line is wrong. Nothing was sent. `hint` says what to type instead.
 *
 * @since 0.1.0
 * @category errors
 */
export class UsageError extends Error {
  readonly _tag = "UsageError"
  readonly hint: string | undefined
  constructor(message: string, hint?: string | undefined) {
    super(message)
    this.name = "UsageError"
    this.hint = hint
  }
}

/**
 * The platform needs a key and neither the environment nor the store has one.
 *
 * @since 0.1.0
 * @category errors
 */
export class MissingKeyError extends Error {
  readonly _tag = "MissingKeyError"
  readonly platform: string
  readonly hint: string
  constructor(details: { readonly platform: string; readonly message: string; readonly hint: string }) {
    super(details.message)
    this.name = "MissingKeyError"
    this.platform = details.platform
    this.hint = details.hint
  }
}

/**
 * A file or stream of this machine could not be read or written.
 *
 * @since 0.1.0
 * @category errors
 */
export class LocalError extends Error {
  readonly _tag = "LocalError"
  readonly hint: string | undefined
  constructor(message: string, hint?: string | undefined) {
    super(message)
    this.name = "LocalError"
    this.hint = hint
  }
}

/**
 * The reader of stdout is gone, as `head` is after its last line. No failure: the command ends quietly.
 *
 * @since 0.1.0
 * @category errors
 */
export class BrokenPipe extends Error {
  readonly _tag = "BrokenPipe"
  constructor() {
    super("the reader of stdout is gone")
    this.name = "BrokenPipe"
  }
}

/**
 * @since 0.1.0
 * @category models
 */
export type Signal = "SIGINT" | "SIGTERM" | "SIGHUP"

/**
 * A signal ended the command. Whatever there was to say was said on the way.
 *
 * @since 0.1.0
 * @category errors
 */
export class Interrupted extends Error {
  readonly _tag = "Interrupted"
  readonly signal: Signal
  constructor(signal: Signal) {
    super(`interrupted by ${signal}`)
    this.name = "Interrupted"
    this.signal = signal
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "no such file",
  EACCES: "permission denied",
  EPERM: "permission denied",
  EISDIR: "it is a directory",
  ENOTDIR: "a part of the path is not a directory",
  EEXIST: "it exists already",
  ENOSPC: "no space left on the disk",
  EROFS: "the file system is read-only"
}

/**
 * Why Node could not work with a file, in words.
 *
 * @since 0.1.0
 * @category accessors
 */
export const fileReason = (cause: unknown): string => {
  const code = typeof cause === "object" && cause !== null && "code" in cause ? String(cause.code) : ""
  return reasons[code] ?? (cause instanceof Error ? cause.message : String(cause))
}
