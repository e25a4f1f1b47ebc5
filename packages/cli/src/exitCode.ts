/**
 * What the command's exit code says. Scripts rely on these numbers.
 *
 * @since 0.1.0
 */

/**
 * - `ok`: done, also when the reader of stdout left early (`| head`)
 * - `error`: the platform or the machine said no
 * - `usage`: the command line is wrong; nothing was sent
 * - `auth`: no key, a wrong key, or one that may not do this
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

const byTag: Readonly<Record<string, number>> = {
  UsageError: exitCode.usage,
  MissingUserId: exitCode.usage,
  TenantScopeUserIdConflict: exitCode.usage,
  LocalFileNotSupported: exitCode.usage,
  ConfigurationError: exitCode.usage,
  MissingKeyError: exitCode.auth,
  AuthenticationError: exitCode.auth,
  UnverifiedOperation: exitCode.usage,
  JwtRequired: exitCode.auth,
  CredentialKindError: exitCode.auth,
  PermissionDeniedError: exitCode.auth,
  NotFoundError: exitCode.notFound,
  OrganizationResourceNotFoundError: exitCode.notFound,
  OrbitResourceNotFoundError: exitCode.notFound,
  CollectionResourceNotFoundError: exitCode.notFound,
  RateLimitError: exitCode.rateLimited,
  TimeoutError: exitCode.timeout,
  WaitTimeoutError: exitCode.timeout,
  // Their status is the object storage's, which knows no keys of the platform.
  FileUploadError: exitCode.error,
  FileDownloadError: exitCode.error,
  FileDeletionError: exitCode.error
}

/** For errors of a platform that have a name of their own, such as a 404 that is a `FileNotFoundError`. */
const byStatus: ReadonlyMap<unknown, number> = new Map([
  [401, exitCode.auth],
  [403, exitCode.auth],
  [404, exitCode.notFound],
  [429, exitCode.rateLimited]
])

/** Reasons why a file that was named cannot be the one that was meant; nothing was sent. */
const unusable = new Set(["not_found", "is_a_directory", "invalid_name"])

const signals: Readonly<Record<string, number>> = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 }

const field = (error: object, name: string): unknown => Reflect.get(error, name)

/**
 * The exit code of a failure. Errors are told apart by their `_tag`, so that nothing has to be loaded to name them.
 *
 * @since 0.1.0
 * @category accessors
 */
export const of = (error: unknown): number => {
  if (typeof error !== "object" || error === null) return exitCode.error
  const tag = field(error, "_tag")
  if (tag === "BrokenPipe") return exitCode.ok
  if (tag === "Interrupted") return 128 + (signals[String(field(error, "signal"))] ?? 2)
  // A status means that the server refused it; without one, what was typed cannot be sent.
  if (tag === "ValidationError") return field(error, "status") === undefined ? exitCode.usage : exitCode.error
  // Of many things that all failed alike, the code of each.
  if (tag === "PartialFailure") return Number(field(error, "exitCode"))
  if (tag === "FileError" || tag === "LocalFileError")
    return unusable.has(String(field(error, "reason"))) ? exitCode.usage : exitCode.error
  if (tag === "StreamError") return field(error, "reason") === "idle" ? exitCode.timeout : exitCode.error
  return byTag[String(tag)] ?? byStatus.get(field(error, "status")) ?? exitCode.error
}
