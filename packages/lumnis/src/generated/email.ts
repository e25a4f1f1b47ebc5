/**
 * The resource `email` of Lumnis AI REST API (wire contract).
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
import type { ApiClient, PreparedError, RequestOptions } from "../client.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface AddOrgMemberRequest {
  /** Email address. */
  readonly email: string
  /** Role of the member: admin or member. */
  readonly role?: string | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface AddOrgMemberResponse {
  readonly message: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface AddPersonaRequest {
  /** First name. */
  readonly first_name: string
  /** Last name. */
  readonly last_name: string
  /** 0 creates a persona without provisioning mailboxes. */
  readonly daily_volume_cap?: number | null | undefined
  /** Job title. */
  readonly title?: string | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface AddPersonaResponse {
  readonly message: string
  readonly persona_id: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ConnectInboxResponse {
  readonly redirect_url?: string | null
  readonly status?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ContactDetailsInput {
  readonly address_line1: string
  readonly city: string
  readonly country: string
  readonly email: string
  readonly first_name: string
  readonly last_name: string
  readonly organization: string
  readonly phone: string
  readonly postal_code: string
  readonly state: string
}

/**
 * A mailbox the user can send from.
 *
 * @since 0.1.0
 * @category models
 */
export interface EmailInboxItem {
  readonly daily_send_cap: number
  readonly display_name: string
  readonly email_address: string
  readonly mailbox_id: string
  readonly organization_id: string
  readonly organization_name: string
  readonly persona: EmailInboxPersona
  readonly sends_today: number
  readonly source: OpenEnum<"inboxkit" | "unipile" | "smtp">
  readonly status: OpenEnum<"provisioning" | "warming" | "ready" | "paused" | "retired">
  readonly created_at?: Date | null
  readonly provider?: OpenEnum<"GOOGLE" | "OUTLOOK" | "MAIL"> | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface EmailInboxListResponse {
  readonly inboxes: ReadonlyArray<EmailInboxItem>
  readonly total: number
}

/**
 * @since 0.1.0
 * @category models
 */
export interface EmailInboxPersona {
  readonly id: string
  readonly first_name: string
  readonly last_name: string
  readonly title?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface EmailOnboardResponse {
  readonly message: string
  readonly organization_id: string
  readonly status: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface EmailOnboardStatusResponse {
  readonly domains: { readonly [key: string]: number }
  readonly mailboxes: { readonly [key: string]: number }
  readonly organization_id: string
  readonly organization_name: string
  readonly phase: string
  readonly estimated_ready_at?: Date | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface EmailOrgHealthResponse {
  readonly daily_capacity: number
  readonly domains: { readonly [key: string]: number }
  readonly mailboxes: { readonly [key: string]: number }
  readonly organization_id: string
  readonly sends_today: number
}

/**
 * @since 0.1.0
 * @category models
 */
export interface EmailOrgListResponse {
  readonly organizations: ReadonlyArray<EmailOrgSummary>
}

/**
 * @since 0.1.0
 * @category models
 */
export interface EmailOrgSettingsResponse {
  readonly daily_volume: number
  readonly domains_active: number
  readonly mailboxes_ready: number
  readonly organization_id: string
  readonly organization_name: string
  readonly sender_personas: ReadonlyArray<EmailSenderPersona>
  readonly volume_mode: string
  readonly physical_address?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface EmailOrgSettingsUpdate {
  /** Emails a day. */
  readonly daily_volume?: number | undefined
  /** Postal address shown in emails. */
  readonly physical_address?: string | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface EmailOrgSummary {
  readonly id: string
  readonly domains_active: number
  readonly mailboxes_ready: number
  readonly name: string
  readonly phase: string
  readonly role: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface EmailSenderPersona {
  readonly id: string
  readonly daily_volume_cap: number | null
  readonly first_name: string
  readonly last_name: string
  readonly mailbox_count: number
  readonly mailboxes_ready: number
  readonly title?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export type InboxKind = "byo" | "managed" | "all"

/**
 * @since 0.1.0
 * @category models
 */
export interface MailboxUpdateRequest {
  /** Most messages a day. */
  readonly daily_send_cap?: number | undefined
  /** true pauses the mailbox. */
  readonly paused?: boolean | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface MailboxUpdateResponse {
  readonly daily_send_cap: number
  readonly email_address: string
  readonly mailbox_id: string
  readonly sends_today: number
  readonly source: OpenEnum<"inboxkit" | "unipile" | "smtp">
  readonly status: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface RemoveOrgMemberResponse {
  readonly message?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SenderPersonaInput {
  readonly first_name: string
  readonly last_name: string
  readonly daily_volume_cap?: number | null | undefined
  readonly title?: string | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface TeardownOrgResponse {
  readonly message: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface UpdatePersonaRequest {
  /**
   * Absent: no change (read). null: back to the organisation formula. Number: explicit cap. The three cases must stay
   * distinguishable.
   */
  readonly daily_volume_cap?: number | null | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface UpdatePersonaResponse {
  readonly daily_volume_cap: number | null
  readonly mailbox_count: number
  readonly mailboxes_provisioned: number
  readonly partial: boolean
  readonly persona_id: string
  readonly requested_target_mailboxes: number
  readonly shortfall: number
}

/**
 * Parameters of {@link listEmailInboxes}.
 *
 * @since 0.1.0
 * @category models
 */
export interface EmailListInboxesParams {
  /** User UUID or email. */
  readonly user_id?: string | undefined
  /** Only inboxes of this kind. Default: `"byo"`. */
  readonly kind?: InboxKind | undefined
  /** Id of the email organisation. */
  readonly organization_id?: string | undefined
}

/**
 * Parameters of {@link connectEmailInbox}.
 *
 * @since 0.1.0
 * @category models
 */
export interface EmailConnectInboxParams {
  /** URL that the browser returns to. */
  readonly redirect_url: string
  /** User the call acts for: UUID or email. */
  readonly user_id?: string | undefined
  /** GOOGLE, OUTLOOK or MAIL. Default: `"GOOGLE"`. */
  readonly app_name?: OpenEnum<"GOOGLE" | "OUTLOOK" | "MAIL"> | undefined
  /** Most messages a day. Default: `40`. */
  readonly daily_send_cap?: number | undefined
  /** Id of the organisation. */
  readonly organization_id?: string | undefined
  /** Persona id. */
  readonly persona_id?: string | undefined
}

/**
 * Parameters of {@link onboardEmailOrganization}.
 *
 * @since 0.1.0
 * @category models
 */
export interface EmailOnboardParams {
  readonly contact_details: ContactDetailsInput
  /** Emails a day. */
  readonly daily_volume: number
  /** Name of the organisation. */
  readonly organization_name: string
  /** Postal address shown in emails. */
  readonly physical_address: string
  /** Website of the organisation. */
  readonly primary_website_url: string
  /** Senders, one object each. */
  readonly sender_personas: ReadonlyArray<SenderPersonaInput>
  /** User the call acts for: UUID or email. */
  readonly user_id?: string | undefined
  /** What the company does. */
  readonly company_description?: string | undefined
  /** How fast the volume grows. */
  readonly volume_mode?: string | undefined
}

/**
 * Parameters of {@link listEmailOrganizations}.
 *
 * @since 0.1.0
 * @category models
 */
export interface EmailListOrganizationsParams {
  /** User UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link getEmailHealth}.
 *
 * @since 0.1.0
 * @category models
 */
export interface EmailGetHealthParams {
  /** User UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link updateEmailMailbox}.
 *
 * @since 0.1.0
 * @category models
 */
export interface EmailUpdateMailboxParams extends MailboxUpdateRequest {
  /** User UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link addEmailMember}.
 *
 * @since 0.1.0
 * @category models
 */
export interface EmailAddMemberParams extends AddOrgMemberRequest {
  /** User UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link removeEmailMember}.
 *
 * @since 0.1.0
 * @category models
 */
export interface EmailRemoveMemberParams {
  /** User UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link addEmailPersona}.
 *
 * @since 0.1.0
 * @category models
 */
export interface EmailAddPersonaParams extends AddPersonaRequest {
  /** User UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link updateEmailPersona}.
 *
 * @since 0.1.0
 * @category models
 */
export interface EmailUpdatePersonaParams extends UpdatePersonaRequest {
  /** User UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link getEmailSettings}.
 *
 * @since 0.1.0
 * @category models
 */
export interface EmailGetSettingsParams {
  /** User UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link updateEmailSettings}.
 *
 * @since 0.1.0
 * @category models
 */
export interface EmailUpdateSettingsParams extends EmailOrgSettingsUpdate {
  /** User UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link getEmailOnboardingStatus}.
 *
 * @since 0.1.0
 * @category models
 */
export interface EmailGetOnboardingStatusParams {
  /** User UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link teardownEmailOrganization}.
 *
 * @since 0.1.0
 * @category models
 */
export interface EmailTeardownParams {
  /** User UUID or email. */
  readonly user_id?: string | undefined
  readonly [key: string]: unknown
}

/**
 * Schema of {@link AddOrgMemberResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const AddOrgMemberResponseSchema: R.ResponseSchema<AddOrgMemberResponse> =
  /*#__PURE__*/ R.struct<AddOrgMemberResponse>(() => ({
    message: R.string
  }))

/**
 * Schema of {@link AddPersonaResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const AddPersonaResponseSchema: R.ResponseSchema<AddPersonaResponse> =
  /*#__PURE__*/ R.struct<AddPersonaResponse>(() => ({
    message: R.string,
    persona_id: R.string
  }))

/**
 * Schema of {@link ConnectInboxResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ConnectInboxResponseSchema: R.ResponseSchema<ConnectInboxResponse> =
  /*#__PURE__*/ R.struct<ConnectInboxResponse>(() => ({
    redirect_url: R.optional(R.string),
    status: R.optional(R.string)
  }))

/**
 * Schema of {@link EmailInboxItem}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const EmailInboxItemSchema: R.ResponseSchema<EmailInboxItem> = /*#__PURE__*/ R.struct<EmailInboxItem>(() => ({
  daily_send_cap: R.number,
  display_name: R.string,
  email_address: R.string,
  mailbox_id: R.string,
  organization_id: R.string,
  organization_name: R.string,
  persona: EmailInboxPersonaSchema,
  sends_today: R.number,
  source: R.openEnum(["inboxkit", "unipile", "smtp"]),
  status: R.openEnum(["provisioning", "warming", "ready", "paused", "retired"]),
  created_at: R.optional(R.timestamp),
  provider: R.optional(R.openEnum(["GOOGLE", "OUTLOOK", "MAIL"]))
}))

/**
 * Schema of {@link EmailInboxListResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const EmailInboxListResponseSchema: R.ResponseSchema<EmailInboxListResponse> =
  /*#__PURE__*/ R.struct<EmailInboxListResponse>(() => ({
    inboxes: R.array(EmailInboxItemSchema),
    total: R.number
  }))

/**
 * Schema of {@link EmailInboxPersona}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const EmailInboxPersonaSchema: R.ResponseSchema<EmailInboxPersona> = /*#__PURE__*/ R.struct<EmailInboxPersona>(
  () => ({
    id: R.string,
    first_name: R.string,
    last_name: R.string,
    title: R.optional(R.string)
  })
)

/**
 * Schema of {@link EmailOnboardResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const EmailOnboardResponseSchema: R.ResponseSchema<EmailOnboardResponse> =
  /*#__PURE__*/ R.struct<EmailOnboardResponse>(() => ({
    message: R.string,
    organization_id: R.string,
    status: R.string
  }))

/**
 * Schema of {@link EmailOnboardStatusResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const EmailOnboardStatusResponseSchema: R.ResponseSchema<EmailOnboardStatusResponse> =
  /*#__PURE__*/ R.struct<EmailOnboardStatusResponse>(() => ({
    domains: R.record(R.number),
    mailboxes: R.record(R.number),
    organization_id: R.string,
    organization_name: R.string,
    phase: R.string,
    estimated_ready_at: R.optional(R.timestamp)
  }))

/**
 * Schema of {@link EmailOrgHealthResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const EmailOrgHealthResponseSchema: R.ResponseSchema<EmailOrgHealthResponse> =
  /*#__PURE__*/ R.struct<EmailOrgHealthResponse>(() => ({
    daily_capacity: R.number,
    domains: R.record(R.number),
    mailboxes: R.record(R.number),
    organization_id: R.string,
    sends_today: R.number
  }))

/**
 * Schema of {@link EmailOrgListResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const EmailOrgListResponseSchema: R.ResponseSchema<EmailOrgListResponse> =
  /*#__PURE__*/ R.struct<EmailOrgListResponse>(() => ({
    organizations: R.array(EmailOrgSummarySchema)
  }))

/**
 * Schema of {@link EmailOrgSettingsResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const EmailOrgSettingsResponseSchema: R.ResponseSchema<EmailOrgSettingsResponse> =
  /*#__PURE__*/ R.struct<EmailOrgSettingsResponse>(() => ({
    daily_volume: R.number,
    domains_active: R.number,
    mailboxes_ready: R.number,
    organization_id: R.string,
    organization_name: R.string,
    sender_personas: R.array(EmailSenderPersonaSchema),
    volume_mode: R.string,
    physical_address: R.optional(R.string)
  }))

/**
 * Schema of {@link EmailOrgSummary}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const EmailOrgSummarySchema: R.ResponseSchema<EmailOrgSummary> = /*#__PURE__*/ R.struct<EmailOrgSummary>(() => ({
  id: R.string,
  domains_active: R.number,
  mailboxes_ready: R.number,
  name: R.string,
  phase: R.string,
  role: R.string
}))

/**
 * Schema of {@link EmailSenderPersona}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const EmailSenderPersonaSchema: R.ResponseSchema<EmailSenderPersona> =
  /*#__PURE__*/ R.struct<EmailSenderPersona>(() => ({
    id: R.string,
    daily_volume_cap: R.nullable(R.number),
    first_name: R.string,
    last_name: R.string,
    mailbox_count: R.number,
    mailboxes_ready: R.number,
    title: R.optional(R.string)
  }))

/**
 * Schema of {@link MailboxUpdateResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const MailboxUpdateResponseSchema: R.ResponseSchema<MailboxUpdateResponse> =
  /*#__PURE__*/ R.struct<MailboxUpdateResponse>(() => ({
    daily_send_cap: R.number,
    email_address: R.string,
    mailbox_id: R.string,
    sends_today: R.number,
    source: R.openEnum(["inboxkit", "unipile", "smtp"]),
    status: R.string
  }))

/**
 * Schema of {@link RemoveOrgMemberResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const RemoveOrgMemberResponseSchema: R.ResponseSchema<RemoveOrgMemberResponse> =
  /*#__PURE__*/ R.struct<RemoveOrgMemberResponse>(() => ({
    message: R.optional(R.string)
  }))

/**
 * Schema of {@link TeardownOrgResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const TeardownOrgResponseSchema: R.ResponseSchema<TeardownOrgResponse> =
  /*#__PURE__*/ R.struct<TeardownOrgResponse>(() => ({
    message: R.string
  }))

/**
 * Schema of {@link UpdatePersonaResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const UpdatePersonaResponseSchema: R.ResponseSchema<UpdatePersonaResponse> =
  /*#__PURE__*/ R.struct<UpdatePersonaResponse>(() => ({
    daily_volume_cap: R.nullable(R.number),
    mailbox_count: R.number,
    mailboxes_provisioned: R.number,
    partial: R.boolean,
    persona_id: R.string,
    requested_target_mailboxes: R.number,
    shortfall: R.number
  }))

/**
 * GET `/v1/email/inboxes`
 *
 * @since 0.1.0
 * @category operations
 */
export const listEmailInboxes: Operation<EmailInboxListResponse, true> = {
  id: "listEmailInboxes",
  platform: "lumnis",
  resource: "email",
  name: "listInboxes",
  method: "GET",
  path: "/v1/email/inboxes",
  query: ["user_id", "kind", "organization_id"],
  response: "json",
  success: EmailInboxListResponseSchema,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * POST `/v1/email/inboxes/connect`
 *
 * @since 0.1.0
 * @category operations
 */
export const connectEmailInbox: Operation<ConnectInboxResponse, true> = {
  id: "connectEmailInbox",
  platform: "lumnis",
  resource: "email",
  name: "connectInbox",
  method: "POST",
  path: "/v1/email/inboxes/connect",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: ConnectInboxResponseSchema,
  idempotencyKey: true,
  secrets: { answer: ["redirect_url"] },
  prepare: true,
  platformData: { scope: "user", userIdIn: "body" }
}

/**
 * POST `/v1/email/onboard`
 *
 * @since 0.1.0
 * @category operations
 */
export const onboardEmailOrganization: Operation<EmailOnboardResponse, true> = {
  id: "onboardEmailOrganization",
  platform: "lumnis",
  resource: "email",
  name: "onboard",
  method: "POST",
  path: "/v1/email/onboard",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: EmailOnboardResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "body" }
}

/**
 * GET `/v1/email/organizations`
 *
 * @since 0.1.0
 * @category operations
 */
export const listEmailOrganizations: Operation<EmailOrgListResponse, true> = {
  id: "listEmailOrganizations",
  platform: "lumnis",
  resource: "email",
  name: "listOrganizations",
  method: "GET",
  path: "/v1/email/organizations",
  query: ["user_id"],
  response: "json",
  success: EmailOrgListResponseSchema,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * GET `/v1/email/organizations/{org_id}/health`
 *
 * @since 0.1.0
 * @category operations
 */
export const getEmailHealth: Operation<EmailOrgHealthResponse, true> = {
  id: "getEmailHealth",
  platform: "lumnis",
  resource: "email",
  name: "getHealth",
  method: "GET",
  path: "/v1/email/organizations/{org_id}/health",
  query: ["user_id"],
  response: "json",
  success: EmailOrgHealthResponseSchema,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * PATCH `/v1/email/organizations/{org_id}/mailboxes/{mailbox_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const updateEmailMailbox: Operation<MailboxUpdateResponse, true> = {
  id: "updateEmailMailbox",
  platform: "lumnis",
  resource: "email",
  name: "updateMailbox",
  method: "PATCH",
  path: "/v1/email/organizations/{org_id}/mailboxes/{mailbox_id}",
  query: ["user_id"],
  body: "json",
  bodyRequired: true,
  response: "json",
  success: MailboxUpdateResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * POST `/v1/email/organizations/{org_id}/members`
 *
 * @since 0.1.0
 * @category operations
 */
export const addEmailMember: Operation<AddOrgMemberResponse, true> = {
  id: "addEmailMember",
  platform: "lumnis",
  resource: "email",
  name: "addMember",
  method: "POST",
  path: "/v1/email/organizations/{org_id}/members",
  query: ["user_id"],
  body: "json",
  bodyRequired: true,
  response: "json",
  success: AddOrgMemberResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * DELETE `/v1/email/organizations/{org_id}/members/{member_email}`
 *
 * @since 0.1.0
 * @category operations
 */
export const removeEmailMember: Operation<RemoveOrgMemberResponse, true> = {
  id: "removeEmailMember",
  platform: "lumnis",
  resource: "email",
  name: "removeMember",
  method: "DELETE",
  path: "/v1/email/organizations/{org_id}/members/{member_email}",
  query: ["user_id"],
  response: "json",
  success: RemoveOrgMemberResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * POST `/v1/email/organizations/{org_id}/personas`
 *
 * @since 0.1.0
 * @category operations
 */
export const addEmailPersona: Operation<AddPersonaResponse, true> = {
  id: "addEmailPersona",
  platform: "lumnis",
  resource: "email",
  name: "addPersona",
  method: "POST",
  path: "/v1/email/organizations/{org_id}/personas",
  query: ["user_id"],
  body: "json",
  bodyRequired: true,
  response: "json",
  success: AddPersonaResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * PATCH `/v1/email/organizations/{org_id}/personas/{persona_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const updateEmailPersona: Operation<UpdatePersonaResponse, true> = {
  id: "updateEmailPersona",
  platform: "lumnis",
  resource: "email",
  name: "updatePersona",
  method: "PATCH",
  path: "/v1/email/organizations/{org_id}/personas/{persona_id}",
  query: ["user_id"],
  body: "json",
  bodyRequired: true,
  response: "json",
  success: UpdatePersonaResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * GET `/v1/email/organizations/{org_id}/settings`
 *
 * @since 0.1.0
 * @category operations
 */
export const getEmailSettings: Operation<EmailOrgSettingsResponse, true> = {
  id: "getEmailSettings",
  platform: "lumnis",
  resource: "email",
  name: "getSettings",
  method: "GET",
  path: "/v1/email/organizations/{org_id}/settings",
  query: ["user_id"],
  response: "json",
  success: EmailOrgSettingsResponseSchema,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * PUT `/v1/email/organizations/{org_id}/settings`
 *
 * @since 0.1.0
 * @category operations
 */
export const updateEmailSettings: Operation<EmailOrgSettingsResponse, true> = {
  id: "updateEmailSettings",
  platform: "lumnis",
  resource: "email",
  name: "updateSettings",
  method: "PUT",
  path: "/v1/email/organizations/{org_id}/settings",
  query: ["user_id"],
  body: "json",
  bodyRequired: true,
  response: "json",
  success: EmailOrgSettingsResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * GET `/v1/email/organizations/{org_id}/status`
 *
 * @since 0.1.0
 * @category operations
 */
export const getEmailOnboardingStatus: Operation<EmailOnboardStatusResponse, true> = {
  id: "getEmailOnboardingStatus",
  platform: "lumnis",
  resource: "email",
  name: "getOnboardingStatus",
  method: "GET",
  path: "/v1/email/organizations/{org_id}/status",
  query: ["user_id"],
  response: "json",
  success: EmailOnboardStatusResponseSchema,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * POST `/v1/email/organizations/{org_id}/teardown`
 *
 * @since 0.1.0
 * @category operations
 */
export const teardownEmailOrganization: Operation<TeardownOrgResponse, true> = {
  id: "teardownEmailOrganization",
  platform: "lumnis",
  resource: "email",
  name: "teardown",
  method: "POST",
  path: "/v1/email/organizations/{org_id}/teardown",
  query: ["user_id"],
  body: "json",
  response: "json",
  success: TeardownOrgResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * Outbound email infrastructure.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * List sendable mailboxes.
   *
   * `GET /v1/email/inboxes`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX.
   *
   * Scope: needs a user, bound or given.
   */
  readonly listInboxes: (
    params?: EmailListInboxesParams,
    options?: RequestOptions
  ) => Effect.Effect<EmailInboxListResponse, ApiError | PreparedError>
  /**
   * Connect an own inbox.
   *
   * `POST /v1/email/inboxes/connect`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   */
  readonly connectInbox: (
    params: EmailConnectInboxParams,
    options?: RequestOptions
  ) => Effect.Effect<ConnectInboxResponse, ApiError | PreparedError>
  /**
   * Provision email infrastructure.
   *
   * Takes 30 to 60 minutes; poll getEmailOnboardingStatus.
   *
   * `POST /v1/email/onboard`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   */
  readonly onboard: (
    params: EmailOnboardParams,
    options?: RequestOptions
  ) => Effect.Effect<EmailOnboardResponse, ApiError | PreparedError>
  /**
   * List email organisations.
   *
   * `GET /v1/email/organizations`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX.
   *
   * Scope: needs a user, bound or given.
   */
  readonly listOrganizations: (
    params?: EmailListOrganizationsParams,
    options?: RequestOptions
  ) => Effect.Effect<EmailOrgListResponse, ApiError | PreparedError>
  /**
   * Read organisation health.
   *
   * `GET /v1/email/organizations/{org_id}/health`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX.
   *
   * Scope: needs a user, bound or given.
   *
   * @param orgId Id of the email organisation.
   */
  readonly getHealth: (
    orgId: string,
    params?: EmailGetHealthParams,
    options?: RequestOptions
  ) => Effect.Effect<EmailOrgHealthResponse, ApiError | PreparedError>
  /**
   * Change mailbox settings.
   *
   * Needs the admin role. Changes only the given fields.
   *
   * `PATCH /v1/email/organizations/{org_id}/mailboxes/{mailbox_id}`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   *
   * @param orgId Id of the email organisation.
   * @param mailboxId Mailbox id.
   */
  readonly updateMailbox: (
    orgId: string,
    mailboxId: string,
    params?: EmailUpdateMailboxParams,
    options?: RequestOptions
  ) => Effect.Effect<MailboxUpdateResponse, ApiError | PreparedError>
  /**
   * Add a member.
   *
   * Needs the admin role.
   *
   * `POST /v1/email/organizations/{org_id}/members`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   *
   * @param orgId Id of the email organisation.
   */
  readonly addMember: (
    orgId: string,
    params: EmailAddMemberParams,
    options?: RequestOptions
  ) => Effect.Effect<AddOrgMemberResponse, ApiError | PreparedError>
  /**
   * Remove a member.
   *
   * Needs the admin role.
   *
   * `DELETE /v1/email/organizations/{org_id}/members/{member_email}`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   *
   * @param orgId Id of the email organisation.
   * @param memberEmail Email of the member.
   */
  readonly removeMember: (
    orgId: string,
    memberEmail: string,
    params?: EmailRemoveMemberParams,
    options?: RequestOptions
  ) => Effect.Effect<RemoveOrgMemberResponse, ApiError | PreparedError>
  /**
   * Add a sender persona.
   *
   * Needs the admin role.
   *
   * `POST /v1/email/organizations/{org_id}/personas`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   *
   * @param orgId Id of the email organisation.
   */
  readonly addPersona: (
    orgId: string,
    params: EmailAddPersonaParams,
    options?: RequestOptions
  ) => Effect.Effect<AddPersonaResponse, ApiError | PreparedError>
  /**
   * Change a sender persona.
   *
   * Needs the admin role. null resets a field to its default.
   *
   * `PATCH /v1/email/organizations/{org_id}/personas/{persona_id}`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   *
   * @param orgId Id of the email organisation.
   * @param personaId Persona id.
   */
  readonly updatePersona: (
    orgId: string,
    personaId: string,
    params?: EmailUpdatePersonaParams,
    options?: RequestOptions
  ) => Effect.Effect<UpdatePersonaResponse, ApiError | PreparedError>
  /**
   * Read organisation settings.
   *
   * `GET /v1/email/organizations/{org_id}/settings`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX.
   *
   * Scope: needs a user, bound or given.
   *
   * @param orgId Id of the email organisation.
   */
  readonly getSettings: (
    orgId: string,
    params?: EmailGetSettingsParams,
    options?: RequestOptions
  ) => Effect.Effect<EmailOrgSettingsResponse, ApiError | PreparedError>
  /**
   * Change organisation settings.
   *
   * Needs the admin role.
   *
   * `PUT /v1/email/organizations/{org_id}/settings`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   *
   * @param orgId Id of the email organisation.
   */
  readonly updateSettings: (
    orgId: string,
    params?: EmailUpdateSettingsParams,
    options?: RequestOptions
  ) => Effect.Effect<EmailOrgSettingsResponse, ApiError | PreparedError>
  /**
   * Read onboarding progress.
   *
   * `GET /v1/email/organizations/{org_id}/status`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX.
   *
   * Scope: needs a user, bound or given.
   *
   * @param orgId Id of the email organisation.
   */
  readonly getOnboardingStatus: (
    orgId: string,
    params?: EmailGetOnboardingStatusParams,
    options?: RequestOptions
  ) => Effect.Effect<EmailOnboardStatusResponse, ApiError | PreparedError>
  /**
   * Decommission an organisation.
   *
   * Needs the admin role. Cannot be undone.
   *
   * `POST /v1/email/organizations/{org_id}/teardown`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   *
   * @param orgId Id of the email organisation.
   */
  readonly teardown: (
    orgId: string,
    params?: EmailTeardownParams,
    options?: RequestOptions
  ) => Effect.Effect<TeardownOrgResponse, ApiError | PreparedError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "email",
  (client: ApiClient): Service => ({
    listInboxes: (params, options) => client.request(listEmailInboxes, [], params, options),
    connectInbox: (params, options) => client.request(connectEmailInbox, [], params, options),
    onboard: (params, options) => client.request(onboardEmailOrganization, [], params, options),
    listOrganizations: (params, options) => client.request(listEmailOrganizations, [], params, options),
    getHealth: (orgId, params, options) => client.request(getEmailHealth, [orgId], params, options),
    updateMailbox: (orgId, mailboxId, params, options) =>
      client.request(updateEmailMailbox, [orgId, mailboxId], params, options),
    addMember: (orgId, params, options) => client.request(addEmailMember, [orgId], params, options),
    removeMember: (orgId, memberEmail, params, options) =>
      client.request(removeEmailMember, [orgId, memberEmail], params, options),
    addPersona: (orgId, params, options) => client.request(addEmailPersona, [orgId], params, options),
    updatePersona: (orgId, personaId, params, options) =>
      client.request(updateEmailPersona, [orgId, personaId], params, options),
    getSettings: (orgId, params, options) => client.request(getEmailSettings, [orgId], params, options),
    updateSettings: (orgId, params, options) => client.request(updateEmailSettings, [orgId], params, options),
    getOnboardingStatus: (orgId, params, options) => client.request(getEmailOnboardingStatus, [orgId], params, options),
    teardown: (orgId, params, options) => client.request(teardownEmailOrganization, [orgId], params, options)
  })
)
