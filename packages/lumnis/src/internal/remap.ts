import type { Details, TrilumError } from "@trilum/core/ApiError"

/** The details of an error, for one that takes its place. */
export const detailsOf = (error: TrilumError): Details => ({ ...error, message: error.message, cause: error.cause })
