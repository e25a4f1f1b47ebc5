import * as ApiError from "@trilum/core/ApiError"

/** Input refused before anything was sent. */
export const invalid = (method: string, message: string): ApiError.ValidationError =>
  new ApiError.ValidationError({
    platform: "luml",
    code: "INVALID_INPUT",
    attempts: 0,
    message: `${method}: ${message}`
  })
