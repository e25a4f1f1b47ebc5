/**
 * The resource `onboarding` of LVNG platform API (reconstruction).
 *
 * Generated from the contract by `pnpm codegen`; changes belong there.
 *
 * @since 0.1.0
 */
import type { ApiError } from "@trilum/core/ApiError"
import type { Operation } from "@trilum/core/Operation"
import * as Resource from "@trilum/core/Resource"
import * as R from "@trilum/core/ResponseSchema"
import type * as Effect from "effect/Effect"
import type { ApiClient, PreparedError, RequestOptions } from "../client.js"
import type { UnknownJson } from "./shared.js"
import { UnknownJsonSchema } from "./shared.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface OnboardingStatusReply {
  readonly status: OnboardingStatusReplyStatus
  readonly success?: boolean | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface OnboardingStatusReplyStatus {
  readonly needsOnboarding: boolean
  readonly currentStep?: string | null
  readonly onboardingCompleted?: boolean | null
  readonly profile?: OnboardingStatusReplyStatusProfile | null
  readonly steps?: OnboardingStatusReplyStatusSteps | null
  readonly workspaces?: OnboardingStatusReplyStatusWorkspaces | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface OnboardingStatusReplyStatusProfile {
  readonly avatarUrl?: string | null
  readonly displayName?: string | null
  readonly hasAvatar?: boolean | null
  readonly hasDisplayName?: boolean | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface OnboardingStatusReplyStatusSteps {
  readonly invitations?: OnboardingStep | null
  readonly profile?: OnboardingStep | null
  readonly welcome?: OnboardingStep | null
  readonly workspace?: OnboardingStep | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface OnboardingStatusReplyStatusWorkspaces {
  readonly count?: number | null
  readonly isInWorkspace?: boolean | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface OnboardingStep {
  readonly completed: boolean
  readonly required: boolean
}

/**
 * Parameters of {@link saveOnboardingProfile}.
 *
 * @since 0.1.0
 * @category models
 */
export interface OnboardingSaveProfileParams {
  readonly [key: string]: unknown
}

/**
 * Parameters of {@link createOnboardingWorkspace}.
 *
 * @since 0.1.0
 * @category models
 */
export interface OnboardingCreateWorkspaceParams {
  readonly [key: string]: unknown
}

/**
 * Schema of {@link OnboardingStatusReply}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const OnboardingStatusReplySchema: R.ResponseSchema<OnboardingStatusReply> =
  /*#__PURE__*/ R.struct<OnboardingStatusReply>(() => ({
    status: OnboardingStatusReplyStatusSchema,
    success: R.optional(R.boolean)
  }))

/**
 * Schema of {@link OnboardingStatusReplyStatus}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const OnboardingStatusReplyStatusSchema: R.ResponseSchema<OnboardingStatusReplyStatus> =
  /*#__PURE__*/ R.struct<OnboardingStatusReplyStatus>(() => ({
    needsOnboarding: R.boolean,
    currentStep: R.optional(R.string),
    onboardingCompleted: R.optional(R.boolean),
    profile: R.optional(OnboardingStatusReplyStatusProfileSchema),
    steps: R.optional(OnboardingStatusReplyStatusStepsSchema),
    workspaces: R.optional(OnboardingStatusReplyStatusWorkspacesSchema)
  }))

/**
 * Schema of {@link OnboardingStatusReplyStatusProfile}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const OnboardingStatusReplyStatusProfileSchema: R.ResponseSchema<OnboardingStatusReplyStatusProfile> =
  /*#__PURE__*/ R.struct<OnboardingStatusReplyStatusProfile>(() => ({
    avatarUrl: R.optional(R.string),
    displayName: R.optional(R.string),
    hasAvatar: R.optional(R.boolean),
    hasDisplayName: R.optional(R.boolean)
  }))

/**
 * Schema of {@link OnboardingStatusReplyStatusSteps}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const OnboardingStatusReplyStatusStepsSchema: R.ResponseSchema<OnboardingStatusReplyStatusSteps> =
  /*#__PURE__*/ R.struct<OnboardingStatusReplyStatusSteps>(() => ({
    invitations: R.optional(OnboardingStepSchema),
    profile: R.optional(OnboardingStepSchema),
    welcome: R.optional(OnboardingStepSchema),
    workspace: R.optional(OnboardingStepSchema)
  }))

/**
 * Schema of {@link OnboardingStatusReplyStatusWorkspaces}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const OnboardingStatusReplyStatusWorkspacesSchema: R.ResponseSchema<OnboardingStatusReplyStatusWorkspaces> =
  /*#__PURE__*/ R.struct<OnboardingStatusReplyStatusWorkspaces>(() => ({
    count: R.optional(R.number),
    isInWorkspace: R.optional(R.boolean)
  }))

/**
 * Schema of {@link OnboardingStep}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const OnboardingStepSchema: R.ResponseSchema<OnboardingStep> = /*#__PURE__*/ R.struct<OnboardingStep>(() => ({
  completed: R.boolean,
  required: R.boolean
}))

/**
 * POST `/api/v2/onboarding/complete`
 *
 * @since 0.1.0
 * @category operations
 */
export const completeOnboarding: Operation<UnknownJson, true> = {
  id: "completeOnboarding",
  platform: "lvng",
  resource: "onboarding",
  name: "complete",
  method: "POST",
  path: "/api/v2/onboarding/complete",
  response: "json",
  success: UnknownJsonSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "write" }
}

/**
 * POST `/api/v2/onboarding/profile`
 *
 * @since 0.1.0
 * @category operations
 */
export const saveOnboardingProfile: Operation<UnknownJson, true> = {
  id: "saveOnboardingProfile",
  platform: "lvng",
  resource: "onboarding",
  name: "saveProfile",
  method: "POST",
  path: "/api/v2/onboarding/profile",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: UnknownJsonSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "write" }
}

/**
 * POST `/api/v2/onboarding/start`
 *
 * @since 0.1.0
 * @category operations
 */
export const startOnboarding: Operation<UnknownJson, true> = {
  id: "startOnboarding",
  platform: "lvng",
  resource: "onboarding",
  name: "start",
  method: "POST",
  path: "/api/v2/onboarding/start",
  response: "json",
  success: UnknownJsonSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "write" }
}

/**
 * GET `/api/v2/onboarding/status`
 *
 * @since 0.1.0
 * @category operations
 */
export const getOnboardingStatus: Operation<OnboardingStatusReply, false> = {
  id: "getOnboardingStatus",
  platform: "lvng",
  resource: "onboarding",
  name: "getStatus",
  method: "GET",
  path: "/api/v2/onboarding/status",
  response: "json",
  success: OnboardingStatusReplySchema,
  prepare: false,
  platformData: { auth: "both", evidence: "documented", scope: "read" }
}

/**
 * POST `/api/v2/onboarding/workspace`
 *
 * @since 0.1.0
 * @category operations
 */
export const createOnboardingWorkspace: Operation<UnknownJson, true> = {
  id: "createOnboardingWorkspace",
  platform: "lvng",
  resource: "onboarding",
  name: "createWorkspace",
  method: "POST",
  path: "/api/v2/onboarding/workspace",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: UnknownJsonSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "write" }
}

/**
 * First-run flow.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * Finish onboarding.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `POST /api/v2/onboarding/complete`
   *
   * Errors: 400, 401, 403, 422, 429, 500, 503. Takes an idempotency key.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 30/60s per user.
   */
  readonly complete: (options?: RequestOptions) => Effect.Effect<UnknownJson, ApiError | PreparedError>
  /**
   * Store the profile step.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `POST /api/v2/onboarding/profile`
   *
   * Errors: 400, 401, 403, 422, 429, 500, 503. Takes an idempotency key.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 30/60s per user.
   */
  readonly saveProfile: (
    params?: OnboardingSaveProfileParams,
    options?: RequestOptions
  ) => Effect.Effect<UnknownJson, ApiError | PreparedError>
  /**
   * Start the first-run flow.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `POST /api/v2/onboarding/start`
   *
   * Errors: 400, 401, 403, 422, 429, 500, 503. Takes an idempotency key.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 30/60s per user.
   */
  readonly start: (options?: RequestOptions) => Effect.Effect<UnknownJson, ApiError | PreparedError>
  /**
   * What is left to do.
   *
   * `GET /api/v2/onboarding/status`
   *
   * Errors: 401, 403, 429, 500, 503.
   *
   * Evidence: documented.
   * Rate limit: 30/60s per user.
   */
  readonly getStatus: (options?: RequestOptions) => Effect.Effect<OnboardingStatusReply, ApiError>
  /**
   * Create the first workspace.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `POST /api/v2/onboarding/workspace`
   *
   * Errors: 400, 401, 403, 422, 429, 500, 503. Takes an idempotency key.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 30/60s per user.
   */
  readonly createWorkspace: (
    params?: OnboardingCreateWorkspaceParams,
    options?: RequestOptions
  ) => Effect.Effect<UnknownJson, ApiError | PreparedError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "onboarding",
  (client: ApiClient): Service => ({
    complete: (options) => client.request(completeOnboarding, [], undefined, options),
    saveProfile: (params, options) => client.request(saveOnboardingProfile, [], params, options),
    start: (options) => client.request(startOnboarding, [], undefined, options),
    getStatus: (options) => client.request(getOnboardingStatus, [], undefined, options),
    createWorkspace: (params, options) => client.request(createOnboardingWorkspace, [], params, options)
  })
)
