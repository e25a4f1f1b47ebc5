/**
 * The exit codes of the command. Scripts rely on these numbers.
 *
 * @since 0.1.0
 */
import type { Category } from "@trilum/core/ApiError"

/**
 * - `ok`: success, also when the reader of stdout closed it early (`| head`)
 * - `error`: the platform or this machine failed
 * - `usage`: the command line or the configuration is invalid; nothing was sent
 * - `auth`: the credential is missing, wrong, or lacks a permission
 * - `notFound`, `rateLimited`, `timeout`: 404, 429, a time limit
 * - `interrupted`: Ctrl-C (128 + SIGINT)
 *
 * @since 0.1.0
 * @category constants
 */
export const exitCode = {
  ok: 0,
  error: 1,
  usage: 2,
  auth: 4,
  notFound: 5,
  rateLimited: 6,
  timeout: 7,
  interrupted: 130
} as const

/** Every other category is `error`. */
const byCategory: { readonly [C in Category]?: number } = {
  auth: exitCode.auth,
  permission: exitCode.auth,
  notFound: exitCode.notFound,
  rateLimit: exitCode.rateLimited,
  timeout: exitCode.timeout,
  config: exitCode.usage
}

/** Reasons of a `LocalFileError` that a wrong argument causes. */
const invalidFile = new Set<unknown>(["not_found", "is_a_directory", "invalid_name"])

const field = (error: object, name: string): unknown => Reflect.get(error, name)

const isCategory = (value: unknown): value is Category => typeof value === "string"

/**
 * The exit code of a failure. The command's own errors have an `exitCode`, the errors of the clients a `category`.
 * Nothing is loaded to tell them apart.
 *
 * @since 0.1.0
 * @category accessors
 */
export const of = (error: unknown): number => {
  if (typeof error !== "object" || error === null) return exitCode.error
  const own = field(error, "exitCode")
  if (typeof own === "number") return own
  const category = field(error, "category")
  const reason = field(error, "reason")
  // With a status, the server rejected the input. Without one, the command line was invalid.
  if (category === "invalid") return field(error, "status") === undefined ? exitCode.usage : exitCode.error
  if (category === "local") return invalidFile.has(reason) ? exitCode.usage : exitCode.error
  if (category === "stream") return reason === "idle" ? exitCode.timeout : exitCode.error
  return isCategory(category) ? (byCategory[category] ?? exitCode.error) : exitCode.error
}
