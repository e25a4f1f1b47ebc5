/**
 * The resource `session` of LUML platform API.
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
import type * as Redacted from "effect/Redacted"
import type { ApiClient, PreparedError, RequestOptions } from "../client.js"
import type { User } from "./shared.js"
import { UserSchema } from "./shared.js"

/**
 * @since 0.1.0
 * @category models
 */
export type AuthMethod = "EMAIL" | "GOOGLE" | "MICROSOFT"

/**
 * @since 0.1.0
 * @category models
 */
export interface DetailMessage {
  readonly detail: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ForgotPassword {
  /** Format: email. */
  readonly email: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ResetPassword {
  readonly new_password: string | Redacted.Redacted
  readonly reset_token: string | Redacted.Redacted
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SignIn {
  /** Format: email. */
  readonly email: string
  readonly password: string | Redacted.Redacted
}

/**
 * Tokens come as HttpOnly Secure cookies access_token (3 h) and refresh_token (7 d).
 *
 * @since 0.1.0
 * @category models
 */
export interface SignInResult {
  readonly detail: string
  /** Format: uuid. */
  readonly user_id: string
}

/**
 * Users without full_name cannot create artifacts (500).
 *
 * @since 0.1.0
 * @category models
 */
export interface SignUp {
  /** Format: email. */
  readonly email: string
  readonly password: string | Redacted.Redacted
  readonly full_name?: string | null | undefined
  readonly photo?: string | null | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface UserUpdate {
  readonly auth_method?: AuthMethod | null | undefined
  readonly disabled?: boolean | null | undefined
  readonly full_name?: string | null | undefined
  readonly password?: string | Redacted.Redacted | null | undefined
  readonly photo?: string | null | undefined
}

/**
 * Parameters of {@link confirmEmail}.
 *
 * @since 0.1.0
 * @category models
 */
export interface SessionConfirmEmailParams {
  readonly confirmation_token: string
}

/**
 * Parameters of {@link forgotPassword}.
 *
 * @since 0.1.0
 * @category models
 */
export type SessionForgotPasswordParams = ForgotPassword

/**
 * Parameters of {@link googleCallback}.
 *
 * @since 0.1.0
 * @category models
 */
export interface SessionGoogleCallbackParams {
  readonly code: string | null
}

/**
 * Parameters of {@link microsoftCallback}.
 *
 * @since 0.1.0
 * @category models
 */
export interface SessionMicrosoftCallbackParams {
  readonly code: string | null
}

/**
 * Parameters of {@link resetPassword}.
 *
 * @since 0.1.0
 * @category models
 */
export type SessionResetPasswordParams = ResetPassword

/**
 * Parameters of {@link signIn}.
 *
 * @since 0.1.0
 * @category models
 */
export type SessionSignInParams = SignIn

/**
 * Parameters of {@link signUp}.
 *
 * @since 0.1.0
 * @category models
 */
export type SessionSignUpParams = SignUp

/**
 * Parameters of {@link updateMe}.
 *
 * @since 0.1.0
 * @category models
 */
export type SessionUpdateMeParams = UserUpdate

/**
 * Schema of {@link DetailMessage}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const DetailMessageSchema: R.ResponseSchema<DetailMessage> = /*#__PURE__*/ R.struct<DetailMessage>(() => ({
  detail: R.string
}))

/**
 * Schema of {@link SignInResult}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SignInResultSchema: R.ResponseSchema<SignInResult> = /*#__PURE__*/ R.struct<SignInResult>(() => ({
  detail: R.string,
  user_id: R.string
}))

/**
 * GET `/v1/auth/confirm-email`
 *
 * @since 0.1.0
 * @category operations
 */
export const confirmEmail: Operation<void, false> = {
  id: "confirmEmail",
  platform: "luml",
  resource: "session",
  name: "confirmEmail",
  method: "GET",
  path: "/v1/auth/confirm-email",
  query: ["confirmation_token"],
  response: "none",
  success: R.none,
  auth: false,
  secrets: { params: ["confirmation_token"] },
  prepare: false
}

/**
 * POST `/v1/auth/forgot-password`
 *
 * @since 0.1.0
 * @category operations
 */
export const forgotPassword: Operation<DetailMessage, false> = {
  id: "forgotPassword",
  platform: "luml",
  resource: "session",
  name: "forgotPassword",
  method: "POST",
  path: "/v1/auth/forgot-password",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: DetailMessageSchema,
  auth: false,
  prepare: false
}

/**
 * GET `/v1/auth/google/callback`
 *
 * @since 0.1.0
 * @category operations
 */
export const googleCallback: Operation<SignInResult, false> = {
  id: "googleCallback",
  platform: "luml",
  resource: "session",
  name: "googleCallback",
  method: "GET",
  path: "/v1/auth/google/callback",
  query: ["code"],
  response: "json",
  success: SignInResultSchema,
  auth: false,
  secrets: { params: ["code"] },
  prepare: false
}

/**
 * GET `/v1/auth/google/login`
 *
 * @since 0.1.0
 * @category operations
 */
export const googleLogin: Operation<void, false> = {
  id: "googleLogin",
  platform: "luml",
  resource: "session",
  name: "googleLogin",
  method: "GET",
  path: "/v1/auth/google/login",
  response: "none",
  success: R.none,
  auth: false,
  prepare: false
}

/**
 * POST `/v1/auth/logout`
 *
 * @since 0.1.0
 * @category operations
 */
export const signOut: Operation<DetailMessage, false> = {
  id: "signOut",
  platform: "luml",
  resource: "session",
  name: "signOut",
  method: "POST",
  path: "/v1/auth/logout",
  response: "json",
  success: DetailMessageSchema,
  auth: false,
  prepare: false
}

/**
 * GET `/v1/auth/microsoft/callback`
 *
 * @since 0.1.0
 * @category operations
 */
export const microsoftCallback: Operation<SignInResult, false> = {
  id: "microsoftCallback",
  platform: "luml",
  resource: "session",
  name: "microsoftCallback",
  method: "GET",
  path: "/v1/auth/microsoft/callback",
  query: ["code"],
  response: "json",
  success: SignInResultSchema,
  auth: false,
  secrets: { params: ["code"] },
  prepare: false
}

/**
 * GET `/v1/auth/microsoft/login`
 *
 * @since 0.1.0
 * @category operations
 */
export const microsoftLogin: Operation<void, false> = {
  id: "microsoftLogin",
  platform: "luml",
  resource: "session",
  name: "microsoftLogin",
  method: "GET",
  path: "/v1/auth/microsoft/login",
  response: "none",
  success: R.none,
  auth: false,
  prepare: false
}

/**
 * POST `/v1/auth/refresh`
 *
 * @since 0.1.0
 * @category operations
 */
export const refreshSession: Operation<DetailMessage, false> = {
  id: "refreshSession",
  platform: "luml",
  resource: "session",
  name: "refresh",
  method: "POST",
  path: "/v1/auth/refresh",
  response: "json",
  success: DetailMessageSchema,
  auth: false,
  prepare: false
}

/**
 * POST `/v1/auth/reset-password`
 *
 * @since 0.1.0
 * @category operations
 */
export const resetPassword: Operation<DetailMessage, false> = {
  id: "resetPassword",
  platform: "luml",
  resource: "session",
  name: "resetPassword",
  method: "POST",
  path: "/v1/auth/reset-password",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: DetailMessageSchema,
  auth: false,
  secrets: { params: ["new_password", "reset_token"] },
  prepare: false
}

/**
 * POST `/v1/auth/signin`
 *
 * @since 0.1.0
 * @category operations
 */
export const signIn: Operation<SignInResult, false> = {
  id: "signIn",
  platform: "luml",
  resource: "session",
  name: "signIn",
  method: "POST",
  path: "/v1/auth/signin",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: SignInResultSchema,
  auth: false,
  secrets: { params: ["password"] },
  prepare: false
}

/**
 * POST `/v1/auth/signup`
 *
 * @since 0.1.0
 * @category operations
 */
export const signUp: Operation<DetailMessage, false> = {
  id: "signUp",
  platform: "luml",
  resource: "session",
  name: "signUp",
  method: "POST",
  path: "/v1/auth/signup",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: DetailMessageSchema,
  auth: false,
  secrets: { params: ["password"] },
  prepare: false
}

/**
 * GET `/v1/auth/users/me`
 *
 * @since 0.1.0
 * @category operations
 */
export const getMe: Operation<User, true> = {
  id: "getMe",
  platform: "luml",
  resource: "session",
  name: "getMe",
  method: "GET",
  path: "/v1/auth/users/me",
  response: "json",
  success: UserSchema,
  prepare: true,
  platformData: { auth: "jwt" }
}

/**
 * PATCH `/v1/auth/users/me`
 *
 * @since 0.1.0
 * @category operations
 */
export const updateMe: Operation<DetailMessage, true> = {
  id: "updateMe",
  platform: "luml",
  resource: "session",
  name: "updateMe",
  method: "PATCH",
  path: "/v1/auth/users/me",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: DetailMessageSchema,
  secrets: { params: ["password"] },
  prepare: true,
  platformData: { auth: "jwt" }
}

/**
 * DELETE `/v1/auth/users/me`
 *
 * @since 0.1.0
 * @category operations
 */
export const deleteMe: Operation<DetailMessage, true> = {
  id: "deleteMe",
  platform: "luml",
  resource: "session",
  name: "deleteMe",
  method: "DELETE",
  path: "/v1/auth/users/me",
  response: "json",
  success: DetailMessageSchema,
  prepare: true,
  platformData: { auth: "jwt" }
}

/**
 * Cookie session of the web app. Out of scope for an API-key client, listed for emulators.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * Confirm an address, redirects to the web app.
   *
   * `GET /v1/auth/confirm-email`
   *
   * Errors: 400, 422, 500. Redirects: 307. Needs no credential.
   */
  readonly confirmEmail: (params: SessionConfirmEmailParams, options?: RequestOptions) => Effect.Effect<void, ApiError>
  /**
   * Ask for a reset e-mail.
   *
   * Same answer for unknown addresses.
   *
   * `POST /v1/auth/forgot-password`
   *
   * Errors: 422, 500, 503. Needs no credential.
   */
  readonly forgotPassword: (
    params: SessionForgotPasswordParams,
    options?: RequestOptions
  ) => Effect.Effect<DetailMessage, ApiError>
  /**
   * Google OAuth return address, sets cookies.
   *
   * `GET /v1/auth/google/callback`
   *
   * Errors: 400, 422, 500. Needs no credential.
   */
  readonly googleCallback: (
    params: SessionGoogleCallbackParams,
    options?: RequestOptions
  ) => Effect.Effect<SignInResult, ApiError>
  /**
   * Redirect to Google sign-in.
   *
   * `GET /v1/auth/google/login`
   *
   * Errors: 500. Redirects: 307. Needs no credential.
   */
  readonly googleLogin: (options?: RequestOptions) => Effect.Effect<void, ApiError>
  /**
   * Revoke both tokens and clear cookies.
   *
   * `POST /v1/auth/logout`
   *
   * Errors: 400, 401, 500. Needs no credential.
   */
  readonly signOut: (options?: RequestOptions) => Effect.Effect<DetailMessage, ApiError>
  /**
   * Microsoft OAuth return address, sets cookies.
   *
   * `GET /v1/auth/microsoft/callback`
   *
   * Errors: 400, 422, 500. Needs no credential.
   */
  readonly microsoftCallback: (
    params: SessionMicrosoftCallbackParams,
    options?: RequestOptions
  ) => Effect.Effect<SignInResult, ApiError>
  /**
   * Redirect to Microsoft sign-in.
   *
   * `GET /v1/auth/microsoft/login`
   *
   * Errors: 500. Redirects: 307. Needs no credential.
   */
  readonly microsoftLogin: (options?: RequestOptions) => Effect.Effect<void, ApiError>
  /**
   * New cookies from the refresh cookie.
   *
   * `POST /v1/auth/refresh`
   *
   * Errors: 400, 401, 500. Needs no credential.
   */
  readonly refresh: (options?: RequestOptions) => Effect.Effect<DetailMessage, ApiError>
  /**
   * Set a new password with a reset token.
   *
   * `POST /v1/auth/reset-password`
   *
   * Errors: 400, 404, 422, 500. Needs no credential.
   */
  readonly resetPassword: (
    params: SessionResetPasswordParams,
    options?: RequestOptions
  ) => Effect.Effect<DetailMessage, ApiError>
  /**
   * Sign in, sets cookies.
   *
   * `POST /v1/auth/signin`
   *
   * Errors: 400, 422, 500. Needs no credential.
   */
  readonly signIn: (params: SessionSignInParams, options?: RequestOptions) => Effect.Effect<SignInResult, ApiError>
  /**
   * Register with e-mail and password.
   *
   * `POST /v1/auth/signup`
   *
   * Errors: 400, 422, 500, 503. Needs no credential.
   */
  readonly signUp: (params: SessionSignUpParams, options?: RequestOptions) => Effect.Effect<DetailMessage, ApiError>
  /**
   * Current user.
   *
   * `GET /v1/auth/users/me`
   *
   * Errors: 401, 403, 500.
   *
   * Credential: a user session (JWT); API keys are refused.
   */
  readonly getMe: (options?: RequestOptions) => Effect.Effect<User, ApiError | PreparedError>
  /**
   * Change the current user.
   *
   * `PATCH /v1/auth/users/me`
   *
   * Errors: 401, 403, 422, 500.
   *
   * Credential: a user session (JWT); API keys are refused.
   */
  readonly updateMe: (
    params?: SessionUpdateMeParams,
    options?: RequestOptions
  ) => Effect.Effect<DetailMessage, ApiError | PreparedError>
  /**
   * Delete the current user.
   *
   * `DELETE /v1/auth/users/me`
   *
   * Errors: 401, 403, 500.
   *
   * Credential: a user session (JWT); API keys are refused.
   */
  readonly deleteMe: (options?: RequestOptions) => Effect.Effect<DetailMessage, ApiError | PreparedError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "session",
  (client: ApiClient): Service => ({
    confirmEmail: (params, options) => client.request(confirmEmail, [], params, options),
    forgotPassword: (params, options) => client.request(forgotPassword, [], params, options),
    googleCallback: (params, options) => client.request(googleCallback, [], params, options),
    googleLogin: (options) => client.request(googleLogin, [], undefined, options),
    signOut: (options) => client.request(signOut, [], undefined, options),
    microsoftCallback: (params, options) => client.request(microsoftCallback, [], params, options),
    microsoftLogin: (options) => client.request(microsoftLogin, [], undefined, options),
    refresh: (options) => client.request(refreshSession, [], undefined, options),
    resetPassword: (params, options) => client.request(resetPassword, [], params, options),
    signIn: (params, options) => client.request(signIn, [], params, options),
    signUp: (params, options) => client.request(signUp, [], params, options),
    getMe: (options) => client.request(getMe, [], undefined, options),
    updateMe: (params, options) => client.request(updateMe, [], params, options),
    deleteMe: (options) => client.request(deleteMe, [], undefined, options)
  })
)
