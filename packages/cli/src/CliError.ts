/**
 * Errors of the command itself, beside those of the clients. They never hold a credential.
 *
 * @since 0.1.0
 */
import { exitCode } from "./exitCode.js"

/**
 * The command line is invalid. Nothing was sent. `hint` says what to type instead.
 *
 * @since 0.1.0
 * @category errors
 */
export class UsageError extends Error {
  readonly _tag = "UsageError"
  readonly exitCode = exitCode.usage
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
  readonly exitCode = exitCode.auth
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
  readonly exitCode = exitCode.error
  readonly hint: string | undefined
  constructor(message: string, hint?: string | undefined) {
    super(message)
    this.name = "LocalError"
    this.hint = hint
  }
}

/**
 * A person answered no to the confirmation of a destructive command. Nothing was changed.
 *
 * @since 0.1.0
 * @category errors
 */
export class Declined extends Error {
  readonly _tag = "Declined"
  readonly exitCode = exitCode.error
  constructor() {
    super("not confirmed; nothing was changed")
    this.name = "Declined"
  }
}

/**
 * The reader closed stdout, as `head` does after its last line. The command ends without a message.
 *
 * @since 0.1.0
 * @category errors
 */
export class BrokenPipe extends Error {
  readonly _tag = "BrokenPipe"
  readonly exitCode = exitCode.ok
  constructor() {
    super("the reader of stdout is gone")
    this.name = "BrokenPipe"
  }
}

/**
 * A dry run has shown what would be sent. The command ends without a message.
 *
 * @since 0.1.0
 * @category errors
 */
export class NothingSent extends Error {
  readonly _tag = "NothingSent"
  readonly exitCode = exitCode.ok
  constructor() {
    super("nothing was sent")
    this.name = "NothingSent"
  }
}

/**
 * @since 0.1.0
 * @category models
 */
export type Signal = "SIGINT" | "SIGTERM" | "SIGHUP"

const signalNumbers: Readonly<Record<Signal, number>> = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 }

/**
 * A signal ended the command.
 *
 * @since 0.1.0
 * @category errors
 */
export class Interrupted extends Error {
  readonly _tag = "Interrupted"
  readonly exitCode: number
  readonly signal: Signal
  constructor(signal: Signal) {
    super(`interrupted by ${signal}`)
    this.name = "Interrupted"
    this.signal = signal
    this.exitCode = 128 + signalNumbers[signal]
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
 * The reason of a failed file operation of Node, as text.
 *
 * @since 0.1.0
 * @category accessors
 */
export const fileReason = (cause: unknown): string => {
  const code = typeof cause === "object" && cause !== null && "code" in cause ? String(cause.code) : ""
  return reasons[code] ?? (cause instanceof Error ? cause.message : String(cause))
}
