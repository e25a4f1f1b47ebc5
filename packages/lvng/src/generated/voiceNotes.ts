/**
 * The resource `voiceNotes` of LVNG platform API (reconstruction).
 *
 * Generated from the contract by `pnpm codegen`; changes belong there.
 *
 * @since 0.1.0
 */
import type { ApiError } from "@trilum/core/ApiError"
import type { Operation } from "@trilum/core/Operation"
import * as Pagination from "@trilum/core/Pagination"
import * as Resource from "@trilum/core/Resource"
import * as R from "@trilum/core/ResponseSchema"
import type * as Effect from "effect/Effect"
import type * as Stream from "effect/Stream"
import type { ApiClient, PreparedError, RequestOptions } from "../client.js"
import type { Success, UnknownJson } from "./shared.js"
import { SuccessSchema, UnknownJsonSchema } from "./shared.js"

/**
 * Only id and user_id were seen in the reply; title and status follow from the text.
 *
 * @since 0.1.0
 * @category models
 */
export interface VoiceNote {
  readonly id: string
  readonly status?: string | null
  readonly title?: string | null
  readonly user_id?: string | null
}

/**
 * Only id and user_id were seen in the reply; title and status follow from the text.
 *
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface VoiceNotePartial {
  readonly id?: string | null
  readonly status?: string | null
  readonly title?: string | null
  readonly user_id?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface VoiceNoteCreate {
  /** Audio that has already been uploaded. Format: uri. */
  readonly audioUrl: string
  /** Seconds. Default: `0`. */
  readonly duration?: number | undefined
  /** Free-form JSON object. */
  readonly metadata?: { readonly [key: string]: unknown } | undefined
  /** Default: `"audio/webm"`. */
  readonly mimeType?: string | undefined
  readonly tags?: ReadonlyArray<string> | undefined
  /** Generated from the date when absent. */
  readonly title?: string | undefined
  /** Format: uuid. */
  readonly workspaceId?: string | undefined
}

/**
 * success + voiceNote.
 *
 * @since 0.1.0
 * @category models
 */
export interface VoiceNoteEnvelope {
  readonly voiceNote: VoiceNote
  readonly success?: boolean | null
}

/**
 * success + voiceNote.
 *
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface VoiceNoteEnvelopePartial {
  readonly voiceNote?: VoiceNotePartial | null
  readonly success?: boolean | null
}

/**
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface VoiceNotesListResponse {
  readonly success?: boolean | null
  readonly voiceNotes?: ReadonlyArray<VoiceNotePartial> | null
}

/**
 * Parameters of {@link listVoiceNotes}.
 *
 * @since 0.1.0
 * @category models
 */
export interface VoiceNotesListParams {
  /** Page size. */
  readonly limit?: number | undefined
  /** Rows to skip. */
  readonly offset?: number | undefined
}

/**
 * Parameters of {@link createVoiceNote}.
 *
 * @since 0.1.0
 * @category models
 */
export type VoiceNotesCreateParams = VoiceNoteCreate

/**
 * Schema of {@link VoiceNote}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const VoiceNoteSchema: R.ResponseSchema<VoiceNote> = /*#__PURE__*/ R.struct<VoiceNote>(() => ({
  id: R.string,
  status: R.optional(R.string),
  title: R.optional(R.string),
  user_id: R.optional(R.string)
}))

/**
 * Schema of {@link VoiceNotePartial}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const VoiceNotePartialSchema: R.ResponseSchema<VoiceNotePartial> = /*#__PURE__*/ R.struct<VoiceNotePartial>(
  () => ({
    id: R.optional(R.string),
    status: R.optional(R.string),
    title: R.optional(R.string),
    user_id: R.optional(R.string)
  })
)

/**
 * Schema of {@link VoiceNoteEnvelope}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const VoiceNoteEnvelopeSchema: R.ResponseSchema<VoiceNoteEnvelope> = /*#__PURE__*/ R.struct<VoiceNoteEnvelope>(
  () => ({
    voiceNote: VoiceNoteSchema,
    success: R.optional(R.boolean)
  })
)

/**
 * Schema of {@link VoiceNoteEnvelopePartial}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const VoiceNoteEnvelopePartialSchema: R.ResponseSchema<VoiceNoteEnvelopePartial> =
  /*#__PURE__*/ R.struct<VoiceNoteEnvelopePartial>(() => ({
    voiceNote: R.optional(VoiceNotePartialSchema),
    success: R.optional(R.boolean)
  }))

/**
 * Schema of {@link VoiceNotesListResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const VoiceNotesListResponseSchema: R.ResponseSchema<VoiceNotesListResponse> =
  /*#__PURE__*/ R.struct<VoiceNotesListResponse>(() => ({
    success: R.optional(R.boolean),
    voiceNotes: R.optional(R.array(VoiceNotePartialSchema))
  }))

/**
 * GET `/api/v2/voice-notes`
 *
 * @since 0.1.0
 * @category operations
 */
export const listVoiceNotes: Operation<VoiceNotesListResponse, true> = {
  id: "listVoiceNotes",
  platform: "lvng",
  resource: "voiceNotes",
  name: "list",
  method: "GET",
  path: "/api/v2/voice-notes",
  query: ["limit", "offset"],
  response: "json",
  success: VoiceNotesListResponseSchema,
  pagination: { style: "offset", offset: "offset", limit: "limit", items: "voiceNotes" },
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "read" }
}

/**
 * POST `/api/v2/voice-notes`
 *
 * @since 0.1.0
 * @category operations
 */
export const createVoiceNote: Operation<VoiceNoteEnvelope, false> = {
  id: "createVoiceNote",
  platform: "lvng",
  resource: "voiceNotes",
  name: "create",
  method: "POST",
  path: "/api/v2/voice-notes",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: VoiceNoteEnvelopeSchema,
  idempotencyKey: true,
  prepare: false,
  platformData: { auth: "both", evidence: "documented", scope: "write" }
}

/**
 * GET `/api/v2/voice-notes/{id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const getVoiceNote: Operation<VoiceNoteEnvelopePartial, true> = {
  id: "getVoiceNote",
  platform: "lvng",
  resource: "voiceNotes",
  name: "get",
  method: "GET",
  path: "/api/v2/voice-notes/{id}",
  response: "json",
  success: VoiceNoteEnvelopePartialSchema,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "read" }
}

/**
 * DELETE `/api/v2/voice-notes/{id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const deleteVoiceNote: Operation<Success, true> = {
  id: "deleteVoiceNote",
  platform: "lvng",
  resource: "voiceNotes",
  name: "delete",
  method: "DELETE",
  path: "/api/v2/voice-notes/{id}",
  response: "json",
  success: SuccessSchema,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "write" }
}

/**
 * POST `/api/v2/voice-notes/{id}/transcribe`
 *
 * @since 0.1.0
 * @category operations
 */
export const transcribeVoiceNote: Operation<UnknownJson, true> = {
  id: "transcribeVoiceNote",
  platform: "lvng",
  resource: "voiceNotes",
  name: "transcribe",
  method: "POST",
  path: "/api/v2/voice-notes/{id}/transcribe",
  response: "json",
  success: UnknownJsonSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "execute" }
}

/**
 * Audio notes and their transcription.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * List voice notes.
   *
   * Deleted notes never show. Not verified against the real service: method and path follow the conventions of the API
   * and can differ.
   *
   * `GET /api/v2/voice-notes`
   *
   * Errors: 400, 401, 403, 429, 500, 503. Pages by offset.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 100/60s per user.
   */
  readonly list: (
    params?: VoiceNotesListParams,
    options?: RequestOptions
  ) => Effect.Effect<VoiceNotesListResponse, ApiError | PreparedError>
  /** Every page of `list`, asked for one at a time. */
  readonly listPages: (
    params?: VoiceNotesListParams,
    options?: RequestOptions
  ) => Stream.Stream<VoiceNotesListResponse, ApiError | PreparedError>
  /** Every item of `list`, page after page. */
  readonly listAll: (
    params?: VoiceNotesListParams,
    options?: RequestOptions
  ) => Stream.Stream<VoiceNotePartial, ApiError | PreparedError>
  /**
   * Register a voice note.
   *
   * The audio must already be uploaded; transcription is started apart.
   *
   * `POST /api/v2/voice-notes`
   *
   * Errors: 400, 401, 403, 422, 429, 500, 503. Takes an idempotency key.
   *
   * Evidence: documented.
   * Rate limit: 100/60s per user.
   */
  readonly create: (
    params: VoiceNotesCreateParams,
    options?: RequestOptions
  ) => Effect.Effect<VoiceNoteEnvelope, ApiError>
  /**
   * Read a voice note.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `GET /api/v2/voice-notes/{id}`
   *
   * Errors: 401, 403, 404, 429, 500, 503.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 100/60s per user.
   *
   * @param id Identifier of the resource.
   */
  readonly get: (
    id: string,
    options?: RequestOptions
  ) => Effect.Effect<VoiceNoteEnvelopePartial, ApiError | PreparedError>
  /**
   * Delete a voice note.
   *
   * Soft delete. Not verified against the real service: method and path follow the conventions of the API and can
   * differ.
   *
   * `DELETE /api/v2/voice-notes/{id}`
   *
   * Errors: 401, 403, 404, 429, 500, 503.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 100/60s per user.
   *
   * @param id Identifier of the resource.
   */
  readonly delete: (id: string, options?: RequestOptions) => Effect.Effect<Success, ApiError | PreparedError>
  /**
   * Start transcription.
   *
   * Asynchronous; poll the note. Not verified against the real service: method and path follow the conventions of the
   * API and can differ.
   *
   * `POST /api/v2/voice-notes/{id}/transcribe`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 500, 503. Takes an idempotency key.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 100/60s per user.
   *
   * @param id Identifier of the resource.
   */
  readonly transcribe: (id: string, options?: RequestOptions) => Effect.Effect<UnknownJson, ApiError | PreparedError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "voiceNotes",
  (client: ApiClient): Service => ({
    list: (params, options) => client.request(listVoiceNotes, [], params, options),
    listPages: (params, options) => Pagination.pages(client, listVoiceNotes, [], params, options),
    listAll: (params, options) =>
      Pagination.items(client, listVoiceNotes, [], params, options, (page) => page.voiceNotes),
    create: (params, options) => client.request(createVoiceNote, [], params, options),
    get: (id, options) => client.request(getVoiceNote, [id], undefined, options),
    delete: (id, options) => client.request(deleteVoiceNote, [id], undefined, options),
    transcribe: (id, options) => client.request(transcribeVoiceNote, [id], undefined, options)
  })
)
