/**
 * The resource `preferences` of LVNG platform API (reconstruction).
 *
 * Generated from the contract by `pnpm codegen`; changes belong there.
 *
 * @since 0.1.0
 */
import type { ApiError } from "@trilum/core/ApiError"
import type { OpenEnum } from "@trilum/core/OpenEnum"
import type { Operation } from "@trilum/core/Operation"
import * as Resource from "@trilum/core/Resource"
import * as R from "@trilum/core/ResponseSchema"
import type * as Effect from "effect/Effect"
import type { ApiClient, RequestOptions } from "../client.js"

/**
 * @since 0.1.0
 * @category models
 */
export type AiModeName = OpenEnum<"economy" | "balanced" | "quality" | "max" | "speed" | "custom">

/**
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export type AiModeNamePartial = OpenEnum<"economy" | "balanced" | "quality" | "max" | "speed" | "custom">

/**
 * @since 0.1.0
 * @category models
 */
export type AiModeNameInput = "economy" | "balanced" | "quality" | "max" | "speed" | "custom"

/**
 * success + mode.
 *
 * @since 0.1.0
 * @category models
 */
export interface AiModeReply {
  readonly mode: AiModeReplyMode
  readonly success?: boolean | null
}

/**
 * success + mode.
 *
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface AiModeReplyPartial {
  readonly mode?: AiModeReplyModePartial | null
  readonly success?: boolean | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface AiModeReplyMode {
  readonly name: AiModeName
  readonly description?: string | null
  readonly maxTokens?: number | null
  readonly model?: string | null
  readonly temperature?: number | null
}

/**
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface AiModeReplyModePartial {
  readonly name?: AiModeNamePartial | null
  readonly description?: string | null
  readonly maxTokens?: number | null
  readonly model?: string | null
  readonly temperature?: number | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface AiModeUpdate {
  readonly mode: AiModeNameInput
  /** Model, temperature and so on when mode is custom. */
  readonly customConfig?: { readonly [key: string]: unknown } | undefined
  /** Leave out for the global setting. */
  readonly workspaceId?: string | undefined
}

/**
 * Parameters of {@link getAiMode}.
 *
 * @since 0.1.0
 * @category models
 */
export interface PreferencesGetParams {
  /** Workspace-specific mode when set. */
  readonly workspaceId?: string | undefined
}

/**
 * Parameters of {@link setAiMode}.
 *
 * @since 0.1.0
 * @category models
 */
export type PreferencesSetAiModeParams = AiModeUpdate

/**
 * Schema of {@link AiModeName}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const AiModeNameSchema: R.ResponseSchema<AiModeName> = /*#__PURE__*/ R.openEnum([
  "economy",
  "balanced",
  "quality",
  "max",
  "speed",
  "custom"
])

/**
 * Schema of {@link AiModeNamePartial}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const AiModeNamePartialSchema: R.ResponseSchema<AiModeNamePartial> = /*#__PURE__*/ R.openEnum([
  "economy",
  "balanced",
  "quality",
  "max",
  "speed",
  "custom"
])

/**
 * Schema of {@link AiModeReply}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const AiModeReplySchema: R.ResponseSchema<AiModeReply> = /*#__PURE__*/ R.struct<AiModeReply>(() => ({
  mode: AiModeReplyModeSchema,
  success: R.optional(R.boolean)
}))

/**
 * Schema of {@link AiModeReplyPartial}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const AiModeReplyPartialSchema: R.ResponseSchema<AiModeReplyPartial> =
  /*#__PURE__*/ R.struct<AiModeReplyPartial>(() => ({
    mode: R.optional(AiModeReplyModePartialSchema),
    success: R.optional(R.boolean)
  }))

/**
 * Schema of {@link AiModeReplyMode}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const AiModeReplyModeSchema: R.ResponseSchema<AiModeReplyMode> = /*#__PURE__*/ R.struct<AiModeReplyMode>(() => ({
  name: AiModeNameSchema,
  description: R.optional(R.string),
  maxTokens: R.optional(R.number),
  model: R.optional(R.string),
  temperature: R.optional(R.number)
}))

/**
 * Schema of {@link AiModeReplyModePartial}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const AiModeReplyModePartialSchema: R.ResponseSchema<AiModeReplyModePartial> =
  /*#__PURE__*/ R.struct<AiModeReplyModePartial>(() => ({
    name: R.optional(AiModeNamePartialSchema),
    description: R.optional(R.string),
    maxTokens: R.optional(R.number),
    model: R.optional(R.string),
    temperature: R.optional(R.number)
  }))

/**
 * GET `/api/v2/preferences/ai-mode`
 *
 * @since 0.1.0
 * @category operations
 */
export const getAiMode: Operation<AiModeReply, false> = {
  id: "getAiMode",
  platform: "lvng",
  resource: "preferences",
  name: "get",
  method: "GET",
  path: "/api/v2/preferences/ai-mode",
  query: ["workspaceId"],
  response: "json",
  success: AiModeReplySchema,
  prepare: false,
  platformData: { auth: "both", evidence: "documented", scope: "read" }
}

/**
 * PATCH `/api/v2/preferences/ai-mode`
 *
 * @since 0.1.0
 * @category operations
 */
export const setAiMode: Operation<AiModeReplyPartial, false> = {
  id: "setAiMode",
  platform: "lvng",
  resource: "preferences",
  name: "setAiMode",
  method: "PATCH",
  path: "/api/v2/preferences/ai-mode",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: AiModeReplyPartialSchema,
  prepare: false,
  platformData: { auth: "both", evidence: "documented", scope: "write" }
}

/**
 * AI mode.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * Current AI mode.
   *
   * `GET /api/v2/preferences/ai-mode`
   *
   * Errors: 400, 401, 403, 429, 500, 503.
   *
   * Evidence: documented.
   * Rate limit: 100/60s per user.
   */
  readonly get: (params?: PreferencesGetParams, options?: RequestOptions) => Effect.Effect<AiModeReply, ApiError>
  /**
   * Set the AI mode.
   *
   * `PATCH /api/v2/preferences/ai-mode`
   *
   * Errors: 400, 401, 403, 422, 429, 500, 503.
   *
   * Evidence: documented.
   * The response is inferred: any field may be absent.
   * Rate limit: 100/60s per user.
   */
  readonly setAiMode: (
    params: PreferencesSetAiModeParams,
    options?: RequestOptions
  ) => Effect.Effect<AiModeReplyPartial, ApiError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "preferences",
  (client: ApiClient): Service => ({
    get: (params, options) => client.request(getAiMode, [], params, options),
    setAiMode: (params, options) => client.request(setAiMode, [], params, options)
  })
)
