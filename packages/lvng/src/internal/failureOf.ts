/** Statuses of the known codes, and of codes whose name implies one. */
const statuses: ReadonlyArray<readonly [RegExp, number]> = [
  [/UNAUTHORIZED|UNAUTHENTICATED|(?:EXPIRED|INVALID)_TOKEN|TOKEN_(?:EXPIRED|INVALID)/, 401],
  [/FORBIDDEN|PERMISSION|SCOPE/, 403],
  [/NOT_FOUND/, 404],
  [/ALREADY_EXISTS|CONFLICT/, 409],
  [/RATE_LIMIT/, 429],
  [/VALIDATION|INVALID|BAD_REQUEST|MISSING/, 400]
]

/**
 * The status that a 2xx body with `success: false` stands for: the one of its code (`{success: false, error: {code}}`),
 * else 500.
 */
export const failureOf = (body: unknown): number | undefined => {
  if (typeof body !== "object" || body === null || !("success" in body) || body.success !== false) return undefined
  const error = "error" in body ? body.error : undefined
  const code =
    typeof error === "object" && error !== null && "code" in error && typeof error.code === "string"
      ? error.code.toUpperCase()
      : ""
  return statuses.find(([pattern]) => pattern.test(code))?.[1] ?? 500
}
