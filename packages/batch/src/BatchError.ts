/**
 * The errors of the batch engine. What an item fails with is no error but a result: see `Batch.Result`.
 *
 * @since 0.1.0
 */
import { TrilumError, ValidationError } from "@trilum/core/ApiError"
import * as Redaction from "@trilum/core/Redaction"

/**
 * The database cannot be reached, or did not execute a statement. `code` is the code of the database or the system, such
 * as `ECONNREFUSED` or `53300`.
 *
 * @since 0.1.0
 * @category errors
 */
export class DatabaseError extends TrilumError<"DatabaseError"> {
  constructor(details: {
    readonly message: string
    readonly code?: string | undefined
    readonly hint?: string | undefined
    readonly cause?: unknown
  }) {
    super("DatabaseError", { ...details, platform: "batch", cause: Redaction.redactor.error(details.cause) }, "local")
  }
}

/**
 * The tables of the database are newer than this version of the package can work with. `version` is the version of the
 * tables, `supported` the newest one that this package knows.
 *
 * @since 0.1.0
 * @category errors
 */
export class SchemaVersionError extends TrilumError<"SchemaVersionError"> {
  readonly version: number
  readonly supported: number
  constructor(details: { readonly version: number; readonly supported: number }) {
    const { supported, version } = details
    super(
      "SchemaVersionError",
      {
        platform: "batch",
        code: "SCHEMA_VERSION",
        message: `the tables of the database have version ${version}, this package supports up to ${supported}`,
        hint: "Update @trilum/batch (or the trilum command) on this machine. Workers of one database need the same version."
      },
      "config"
    )
    this.version = version
    this.supported = supported
  }
}

/**
 * There is no batch with this id. `batch` is the id.
 *
 * @since 0.1.0
 * @category errors
 */
export class BatchNotFoundError extends TrilumError<"BatchNotFoundError"> {
  readonly batch: string
  constructor(details: { readonly batch: string }) {
    super(
      "BatchNotFoundError",
      {
        platform: "batch",
        code: "BATCH_NOT_FOUND",
        message: `there is no batch ${JSON.stringify(details.batch)}`,
        hint: "List the batches of the database and check the tenant."
      },
      "notFound"
    )
    this.batch = details.batch
  }
}

/**
 * A payload cannot be encrypted or decrypted: the key is missing, wrong or another one.
 *
 * @since 0.1.0
 * @category errors
 */
export class EncryptionError extends TrilumError<"EncryptionError"> {
  constructor(details: { readonly message: string }) {
    super(
      "EncryptionError",
      {
        platform: "batch",
        code: "ENCRYPTION",
        hint: "Set TRILUM_BATCH_KEY to the key that the batch was submitted with.",
        ...details
      },
      "config"
    )
  }
}

/**
 * What any method of the engine can fail with.
 *
 * @since 0.1.0
 * @category models
 */
export type BatchError = DatabaseError | SchemaVersionError | BatchNotFoundError | EncryptionError | ValidationError

/**
 * Input that is not stored.
 *
 * @since 0.1.0
 * @category constructors
 */
export const invalid = (message: string, hint?: string): ValidationError =>
  new ValidationError({ platform: "batch", code: "INVALID_INPUT", attempts: 0, message, hint })
