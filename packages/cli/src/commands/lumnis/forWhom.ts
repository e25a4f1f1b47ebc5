/**
 * For whom commands of Lumnis AI act.
 *
 * @since 0.1.0
 */
import { UsageError } from "../../CliError.js"
import type { Values } from "../../Command.js"
import { choice } from "../../parse.js"
import { harmless } from "../../render/width.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface ForWhom {
  readonly scope: "user" | "tenant"
  /** Absent in tenant scope. */
  readonly user: string | undefined
}

/**
 * Reads `--user` and `--scope`. Throws a `UsageError` unless there is exactly one of a user and the tenant.
 *
 * @since 0.1.0
 * @category accessors
 */
export const forWhom = (values: Values): ForWhom => {
  const scope = choice(values, "scope", ["user", "tenant"]) ?? "user"
  const given = values.text("user")
  const user = given === "" ? undefined : given
  if (scope === "user" && user === undefined) {
    throw new UsageError(
      "this acts for a user, and none is given",
      "add --user ID (an id or an e-mail), or --scope tenant for the whole tenant"
    )
  }
  if (scope === "tenant" && user !== undefined) {
    throw new UsageError("a user must not be given in tenant scope", "leave out either --user or --scope tenant")
  }
  return { scope, user }
}

/**
 * A text as one word of a shell.
 *
 * @since 0.1.0
 * @category formatting
 */
export const quoted = (text: string): string =>
  /^[\w.@+:/-]+$/.test(text) ? text : `'${harmless(text).replaceAll("'", "'\\''")}'`

/**
 * The words that name the same user or the tenant again, for a command line to go on with.
 *
 * @since 0.1.0
 * @category formatting
 */
export const withUser = ({ user }: ForWhom): string =>
  user === undefined ? "--scope tenant" : `--user ${quoted(user)}`
