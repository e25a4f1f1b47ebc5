/**
 * The resource `outreach` of Lumnis AI REST API (wire contract).
 *
 * Generated from the contract by `pnpm codegen`; changes belong there.
 *
 * @since 0.1.0
 */
import type { ApiError } from "@trilum/core/ApiError"
import type { OpenEnum } from "@trilum/core/OpenEnum"
import type { Operation } from "@trilum/core/Operation"
import * as Pagination from "@trilum/core/Pagination"
import * as Resource from "@trilum/core/Resource"
import * as R from "@trilum/core/ResponseSchema"
import type * as Effect from "effect/Effect"
import type * as Stream from "effect/Stream"
import type { ApiClient, PreparedError, RequestOptions } from "../client.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface ChannelFunnel {
  readonly connected: number
  readonly connection_requests_sent: number
  readonly meeting_booked: number
  readonly ratios: ChannelRatios
  readonly replied: number
  readonly sent: number
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ChannelRatios {
  readonly connect_rate?: number | null
  readonly meeting_rate?: number | null
  readonly message_rate?: number | null
  readonly reply_rate?: number | null
}

/**
 * @since 0.1.0
 * @category models
 */
export type OutreachChannel = OpenEnum<"all" | "linkedin" | "email" | "inmail">

/**
 * @since 0.1.0
 * @category models
 */
export type OutreachChannelInput = "all" | "linkedin" | "email" | "inmail"

/**
 * @since 0.1.0
 * @category models
 */
export interface OutreachConnection {
  readonly row_id: string
  readonly source: OpenEnum<"sequence" | "campaign">
  readonly source_id: string
  readonly stage: OutreachStage
  readonly company?: string | null
  readonly full_name?: string | null
  readonly linkedin_url?: string | null
  readonly provider_id?: string | null
  readonly sender_account_id?: string | null
  readonly source_name?: string | null
  readonly stage_at?: Date | null
  readonly title?: string | null
  readonly user_id?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface OutreachConnectionList {
  readonly channel: OutreachChannel
  readonly computed_at: Date
  readonly items: ReadonlyArray<OutreachConnection>
  readonly limit: number
  readonly offset: number
  readonly stage: OutreachStageFilter
  readonly total: number
  readonly stats?: OutreachStats | null
}

/**
 * @since 0.1.0
 * @category models
 */
export type OutreachSource = "all" | "sequence" | "campaign"

/**
 * @since 0.1.0
 * @category models
 */
export type OutreachStage = OpenEnum<"connected" | "messaged" | "replied" | "meeting_booked">

/**
 * @since 0.1.0
 * @category models
 */
export type OutreachStageFilter = OpenEnum<"all" | "connected" | "messaged" | "replied" | "meeting_booked">

/**
 * @since 0.1.0
 * @category models
 */
export type OutreachStageFilterInput = "all" | "connected" | "messaged" | "replied" | "meeting_booked"

/**
 * Per channel funnels keyed linkedin, inmail and email.
 *
 * @since 0.1.0
 * @category models
 */
export interface OutreachStats {
  readonly by_channel: { readonly [key: string]: ChannelFunnel }
}

/**
 * Parameters of {@link listOutreachConnections}.
 *
 * @since 0.1.0
 * @category models
 */
export interface OutreachListConnectionsParams {
  /** User UUID or email. */
  readonly user_id?: string | undefined
  /** Only connections in this stage. Default: `"connected"`. */
  readonly stage?: OutreachStageFilterInput | undefined
  /** Channel, e.g. email or linkedin. Default: `"all"`. */
  readonly channel?: OutreachChannelInput | undefined
  /** Only rows of this source. Default: `"all"`. */
  readonly source?: OutreachSource | undefined
  /** Repeat the parameter per id; excludes sequences. */
  readonly campaign_id?: ReadonlyArray<string> | undefined
  /** Only rows from this time on (ISO 8601). Format: date. */
  readonly since?: string | undefined
  /** Also counts by stage. Default: `false`. */
  readonly stats?: boolean | undefined
  /** Rows a page. */
  readonly limit?: number | undefined
  /** Rows to skip. Default: `0`. */
  readonly offset?: number | undefined
}

/**
 * Parameters of {@link listAcceptedOutreachConnections}.
 *
 * @since 0.1.0
 * @category models
 */
export interface OutreachListAcceptedConnectionsParams {
  /** User UUID or email. */
  readonly user_id?: string | undefined
  /** Only rows of this source. Default: `"all"`. */
  readonly source?: OutreachSource | undefined
  /** Repeat the parameter per id; excludes sequences. */
  readonly campaign_id?: ReadonlyArray<string> | undefined
  /** Only rows from this time on (ISO 8601). Format: date. */
  readonly since?: string | undefined
  /** Rows a page. */
  readonly limit?: number | undefined
  /** Rows to skip. Default: `0`. */
  readonly offset?: number | undefined
}

/**
 * Schema of {@link ChannelFunnel}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ChannelFunnelSchema: R.ResponseSchema<ChannelFunnel> = /*#__PURE__*/ R.struct<ChannelFunnel>(() => ({
  connected: R.number,
  connection_requests_sent: R.number,
  meeting_booked: R.number,
  ratios: ChannelRatiosSchema,
  replied: R.number,
  sent: R.number
}))

/**
 * Schema of {@link ChannelRatios}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ChannelRatiosSchema: R.ResponseSchema<ChannelRatios> = /*#__PURE__*/ R.struct<ChannelRatios>(() => ({
  connect_rate: R.optional(R.number),
  meeting_rate: R.optional(R.number),
  message_rate: R.optional(R.number),
  reply_rate: R.optional(R.number)
}))

/**
 * Schema of {@link OutreachChannel}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const OutreachChannelSchema: R.ResponseSchema<OutreachChannel> = /*#__PURE__*/ R.openEnum([
  "all",
  "linkedin",
  "email",
  "inmail"
])

/**
 * Schema of {@link OutreachConnection}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const OutreachConnectionSchema: R.ResponseSchema<OutreachConnection> =
  /*#__PURE__*/ R.struct<OutreachConnection>(() => ({
    row_id: R.string,
    source: R.openEnum(["sequence", "campaign"]),
    source_id: R.string,
    stage: OutreachStageSchema,
    company: R.optional(R.string),
    full_name: R.optional(R.string),
    linkedin_url: R.optional(R.string),
    provider_id: R.optional(R.string),
    sender_account_id: R.optional(R.string),
    source_name: R.optional(R.string),
    stage_at: R.optional(R.timestamp),
    title: R.optional(R.string),
    user_id: R.optional(R.string)
  }))

/**
 * Schema of {@link OutreachConnectionList}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const OutreachConnectionListSchema: R.ResponseSchema<OutreachConnectionList> =
  /*#__PURE__*/ R.struct<OutreachConnectionList>(() => ({
    channel: OutreachChannelSchema,
    computed_at: R.timestamp,
    items: R.array(OutreachConnectionSchema),
    limit: R.number,
    offset: R.number,
    stage: OutreachStageFilterSchema,
    total: R.number,
    stats: R.optional(OutreachStatsSchema)
  }))

/**
 * Schema of {@link OutreachStage}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const OutreachStageSchema: R.ResponseSchema<OutreachStage> = /*#__PURE__*/ R.openEnum([
  "connected",
  "messaged",
  "replied",
  "meeting_booked"
])

/**
 * Schema of {@link OutreachStageFilter}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const OutreachStageFilterSchema: R.ResponseSchema<OutreachStageFilter> = /*#__PURE__*/ R.openEnum([
  "all",
  "connected",
  "messaged",
  "replied",
  "meeting_booked"
])

/**
 * Schema of {@link OutreachStats}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const OutreachStatsSchema: R.ResponseSchema<OutreachStats> = /*#__PURE__*/ R.struct<OutreachStats>(() => ({
  by_channel: R.record(ChannelFunnelSchema)
}))

/**
 * GET `/v1/outreach`
 *
 * @since 0.1.0
 * @category operations
 */
export const listOutreachConnections: Operation<OutreachConnectionList, true> = {
  id: "listOutreachConnections",
  platform: "lumnis",
  resource: "outreach",
  name: "listConnections",
  method: "GET",
  path: "/v1/outreach",
  query: ["user_id", "stage", "channel", "source", "campaign_id", "since", "stats", "limit", "offset"],
  response: "json",
  success: OutreachConnectionListSchema,
  pagination: { style: "offset", offset: "offset", limit: "limit", items: "items", total: "total" },
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * GET `/v1/outreach/accepted`
 *
 * @since 0.1.0
 * @category operations
 */
export const listAcceptedOutreachConnections: Operation<OutreachConnectionList, true> = {
  id: "listAcceptedOutreachConnections",
  platform: "lumnis",
  resource: "outreach",
  name: "listAcceptedConnections",
  method: "GET",
  path: "/v1/outreach/accepted",
  query: ["user_id", "source", "campaign_id", "since", "limit", "offset"],
  response: "json",
  success: OutreachConnectionListSchema,
  pagination: { style: "offset", offset: "offset", limit: "limit", items: "items", total: "total" },
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * Funnel people across systems.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * List people at a funnel stage.
   *
   * `GET /v1/outreach`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Pages by offset.
   *
   * Scope: needs a user, bound or given.
   */
  readonly listConnections: (
    params?: OutreachListConnectionsParams,
    options?: RequestOptions
  ) => Effect.Effect<OutreachConnectionList, ApiError | PreparedError>
  /**
   * Every page of `listConnections`, asked for one at a time.
   *
   * Scope: needs a user, bound or given.
   */
  readonly listConnectionsPages: (
    params?: OutreachListConnectionsParams,
    options?: RequestOptions
  ) => Stream.Stream<OutreachConnectionList, ApiError | PreparedError>
  /**
   * Every item of `listConnections`, page after page.
   *
   * Scope: needs a user, bound or given.
   */
  readonly listConnectionsAll: (
    params?: OutreachListConnectionsParams,
    options?: RequestOptions
  ) => Stream.Stream<OutreachConnection, ApiError | PreparedError>
  /**
   * List people who accepted a request.
   *
   * `GET /v1/outreach/accepted`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Pages by offset.
   *
   * Scope: needs a user, bound or given.
   */
  readonly listAcceptedConnections: (
    params?: OutreachListAcceptedConnectionsParams,
    options?: RequestOptions
  ) => Effect.Effect<OutreachConnectionList, ApiError | PreparedError>
  /**
   * Every page of `listAcceptedConnections`, asked for one at a time.
   *
   * Scope: needs a user, bound or given.
   */
  readonly listAcceptedConnectionsPages: (
    params?: OutreachListAcceptedConnectionsParams,
    options?: RequestOptions
  ) => Stream.Stream<OutreachConnectionList, ApiError | PreparedError>
  /**
   * Every item of `listAcceptedConnections`, page after page.
   *
   * Scope: needs a user, bound or given.
   */
  readonly listAcceptedConnectionsAll: (
    params?: OutreachListAcceptedConnectionsParams,
    options?: RequestOptions
  ) => Stream.Stream<OutreachConnection, ApiError | PreparedError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "outreach",
  (client: ApiClient): Service => ({
    listConnections: (params, options) => client.request(listOutreachConnections, [], params, options),
    listConnectionsPages: (params, options) => Pagination.pages(client, listOutreachConnections, [], params, options),
    listConnectionsAll: (params, options) =>
      Pagination.items(client, listOutreachConnections, [], params, options, (page) => page.items),
    listAcceptedConnections: (params, options) => client.request(listAcceptedOutreachConnections, [], params, options),
    listAcceptedConnectionsPages: (params, options) =>
      Pagination.pages(client, listAcceptedOutreachConnections, [], params, options),
    listAcceptedConnectionsAll: (params, options) =>
      Pagination.items(client, listAcceptedOutreachConnections, [], params, options, (page) => page.items)
  })
)
