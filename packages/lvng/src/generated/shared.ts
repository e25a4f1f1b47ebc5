/**
 * Types and response schemas that more than one resource of LVNG platform API (reconstruction) uses, or that it only
 * names.
 *
 * Generated from the contract by `pnpm codegen`; changes belong there.
 *
 * @since 0.1.0
 */
import type { OpenEnum } from "@trilum/core/OpenEnum"
import * as R from "@trilum/core/ResponseSchema"

/**
 * A page with a cursor.
 *
 * @since 0.1.0
 * @category models
 */
export interface CursorPage {
  /** Rows of this page. */
  readonly data: ReadonlyArray<unknown>
  /** Feed into cursor for the next page; null or absent at the end. */
  readonly nextCursor?: string | null
}

/**
 * A page with a cursor.
 *
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface CursorPagePartial {
  /** Rows of this page. */
  readonly data?: ReadonlyArray<unknown> | null
  /** Feed into cursor for the next page; null or absent at the end. */
  readonly nextCursor?: string | null
}

/**
 * Any of the three error bodies; decode in this order: structured, flag, simple.
 *
 * @since 0.1.0
 * @category models
 */
export type ErrorBody = StructuredError | FlagError | SimpleError

/**
 * @since 0.1.0
 * @category models
 */
export interface ErrorDetail {
  /** Offending field. */
  readonly field: string
  /** What is wrong with it. */
  readonly message: string
}

/**
 * Third shape, shown only on the API index page.
 *
 * @since 0.1.0
 * @category models
 */
export interface FlagError {
  /** Sentence for humans. */
  readonly error: string
  readonly success: false
}

/**
 * Health reply without an envelope.
 *
 * @since 0.1.0
 * @category models
 */
export interface ServiceHealth {
  readonly status: string
  readonly service?: string | null
  readonly timestamp?: Date | null
  readonly version?: string | null
}

/**
 * The common error body.
 *
 * @since 0.1.0
 * @category models
 */
export interface SimpleError {
  /** Short error name or sentence. */
  readonly error: string
  /** Optional advice. */
  readonly hint?: string | null
  /** Longer explanation. */
  readonly message?: string | null
}

/**
 * Error body of endpoints that validate field by field.
 *
 * @since 0.1.0
 * @category models
 */
export interface StructuredError {
  readonly error: StructuredErrorError
  readonly success: false
}

/**
 * @since 0.1.0
 * @category models
 */
export interface StructuredErrorError {
  /** Machine-readable code, e.g. VALIDATION_ERROR, ALREADY_EXISTS, DATABASE_ERROR, INTEGRATION_ERROR. */
  readonly code: string
  readonly message: string
  readonly details?: ReadonlyArray<ErrorDetail> | null
}

/**
 * Bare success flag; used when nothing else is known of the reply.
 *
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface Success {
  /** True on success. */
  readonly success?: boolean | null
}

/**
 * JSON of unknown shape.
 *
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export type UnknownJson = unknown

/**
 * Body POSTed to a subscriber.
 *
 * @since 0.1.0
 * @category models
 */
export interface WebhookDelivery {
  /** Free-form JSON object. */
  readonly data: { readonly [key: string]: unknown }
  readonly event: WebhookEventType
  readonly timestamp: Date
}

/**
 * Union of the two published lists; the developer reference names the first six, the webhook guide the rest plus
 * agent.completed, workflow.completed and message.created.
 *
 * @since 0.1.0
 * @category models
 */
export type WebhookEventType = OpenEnum<
  | "agent.completed"
  | "workflow.completed"
  | "message.created"
  | "credit.low"
  | "swarm.spawn"
  | "knowledge.indexed"
  | "message.updated"
  | "message.deleted"
  | "agent.started"
  | "agent.error"
  | "workflow.started"
  | "workflow.failed"
  | "member.joined"
  | "member.left"
>

/**
 * Union of the two published lists; the developer reference names the first six, the webhook guide the rest plus
 * agent.completed, workflow.completed and message.created.
 *
 * @since 0.1.0
 * @category models
 */
export type WebhookEventTypeInput =
  | "agent.completed"
  | "workflow.completed"
  | "message.created"
  | "credit.low"
  | "swarm.spawn"
  | "knowledge.indexed"
  | "message.updated"
  | "message.deleted"
  | "agent.started"
  | "agent.error"
  | "workflow.started"
  | "workflow.failed"
  | "member.joined"
  | "member.left"

/**
 * Schema of {@link CursorPage}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const CursorPageSchema: R.ResponseSchema<CursorPage> = /*#__PURE__*/ R.struct<CursorPage>(() => ({
  data: R.array(R.unknown),
  nextCursor: R.optional(R.string)
}))

/**
 * Schema of {@link CursorPagePartial}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const CursorPagePartialSchema: R.ResponseSchema<CursorPagePartial> = /*#__PURE__*/ R.struct<CursorPagePartial>(
  () => ({
    data: R.optional(R.array(R.unknown)),
    nextCursor: R.optional(R.string)
  })
)

/**
 * Schema of {@link ErrorBody}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ErrorBodySchema: R.ResponseSchema<ErrorBody> = /*#__PURE__*/ R.lazy(() =>
  R.union<StructuredError | FlagError | SimpleError>([StructuredErrorSchema, FlagErrorSchema, SimpleErrorSchema])
)

/**
 * Schema of {@link ErrorDetail}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ErrorDetailSchema: R.ResponseSchema<ErrorDetail> = /*#__PURE__*/ R.struct<ErrorDetail>(() => ({
  field: R.string,
  message: R.string
}))

/**
 * Schema of {@link FlagError}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const FlagErrorSchema: R.ResponseSchema<FlagError> = /*#__PURE__*/ R.struct<FlagError>(() => ({
  error: R.string,
  success: R.literal(false)
}))

/**
 * Schema of {@link ServiceHealth}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ServiceHealthSchema: R.ResponseSchema<ServiceHealth> = /*#__PURE__*/ R.struct<ServiceHealth>(() => ({
  status: R.string,
  service: R.optional(R.string),
  timestamp: R.optional(R.timestamp),
  version: R.optional(R.string)
}))

/**
 * Schema of {@link SimpleError}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SimpleErrorSchema: R.ResponseSchema<SimpleError> = /*#__PURE__*/ R.struct<SimpleError>(() => ({
  error: R.string,
  hint: R.optional(R.string),
  message: R.optional(R.string)
}))

/**
 * Schema of {@link StructuredError}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const StructuredErrorSchema: R.ResponseSchema<StructuredError> = /*#__PURE__*/ R.struct<StructuredError>(() => ({
  error: StructuredErrorErrorSchema,
  success: R.literal(false)
}))

/**
 * Schema of {@link StructuredErrorError}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const StructuredErrorErrorSchema: R.ResponseSchema<StructuredErrorError> =
  /*#__PURE__*/ R.struct<StructuredErrorError>(() => ({
    code: R.string,
    message: R.string,
    details: R.optional(R.array(ErrorDetailSchema))
  }))

/**
 * Schema of {@link Success}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SuccessSchema: R.ResponseSchema<Success> = /*#__PURE__*/ R.struct<Success>(() => ({
  success: R.optional(R.boolean)
}))

/**
 * Schema of {@link UnknownJson}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const UnknownJsonSchema: R.ResponseSchema<UnknownJson> = R.unknown

/**
 * Schema of {@link WebhookDelivery}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const WebhookDeliverySchema: R.ResponseSchema<WebhookDelivery> = /*#__PURE__*/ R.struct<WebhookDelivery>(() => ({
  data: R.object,
  event: WebhookEventTypeSchema,
  timestamp: R.timestamp
}))

/**
 * Schema of {@link WebhookEventType}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const WebhookEventTypeSchema: R.ResponseSchema<WebhookEventType> = /*#__PURE__*/ R.openEnum([
  "agent.completed",
  "workflow.completed",
  "message.created",
  "credit.low",
  "swarm.spawn",
  "knowledge.indexed",
  "message.updated",
  "message.deleted",
  "agent.started",
  "agent.error",
  "workflow.started",
  "workflow.failed",
  "member.joined",
  "member.left"
])
