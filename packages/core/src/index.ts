/**
 * What the platform clients share: operations, the client that sends them, errors, retries, streams and decoding.
 *
 * Needs no Node module; the transport for Node is `@trilum/core/node`.
 *
 * @since 0.1.0
 */
export * as ApiClient from "./ApiClient.js"
export * as ApiError from "./ApiError.js"
export * as AtomicFile from "./AtomicFile.js"
export * as Credential from "./Credential.js"
export * as Decoder from "./Decoder.js"
export * as Drift from "./Drift.js"
export * as FileLock from "./FileLock.js"
export * as FileName from "./FileName.js"
export * as Journal from "./Journal.js"
export * as LocalFile from "./LocalFile.js"
export * as LocalFileError from "./LocalFileError.js"
export * as Mock from "./Mock.js"
export * as ObjectTransfer from "./ObjectTransfer.js"
export * as OpenEnum from "./OpenEnum.js"
export * as Operation from "./Operation.js"
export * as OperationCatalog from "./OperationCatalog.js"
export * as Options from "./Options.js"
export * as Pagination from "./Pagination.js"
export * as Platform from "./Platform.js"
export * as Polling from "./Polling.js"
export * as Progress from "./Progress.js"
export * as PromiseClient from "./PromiseClient.js"
export * as Redaction from "./Redaction.js"
export * as Resource from "./Resource.js"
export * as ResponseSchema from "./ResponseSchema.js"
export * as Retry from "./Retry.js"
export * as RunError from "./RunError.js"
export * as SharedEffect from "./SharedEffect.js"
export * as Sse from "./Sse.js"
export * as Timestamp from "./Timestamp.js"
export * as Webhook from "./Webhook.js"
