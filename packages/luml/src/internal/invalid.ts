import * as ApiError from "@trilum/core/ApiError"
import * as Effect from "effect/Effect"

/** The error of invalid input. Nothing has been sent. */
export const invalid = (method: string, message: string): ApiError.ValidationError =>
  new ApiError.ValidationError({
    platform: "luml",
    code: "INVALID_INPUT",
    attempts: 0,
    message: `${method}: ${message}`
  })

/**
 * Fails when an identifier is missing or empty, before any request. An empty identifier must never select the default of
 * the client: a delete would hit the wrong record.
 */
export const requireIds = (
  resource: string,
  ids: Readonly<Record<string, unknown>>
): Effect.Effect<void, ApiError.ValidationError> =>
  Effect.suspend(() => {
    for (const [name, value] of Object.entries(ids)) {
      if (typeof value !== "string")
        return Effect.fail(invalid(resource, `${name} is missing; pass an id or exact name`))
      if (value.trim() === "") return Effect.fail(invalid(resource, `${name} is empty; pass an id or exact name`))
    }
    return Effect.void
  })
