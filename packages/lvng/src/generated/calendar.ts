/**
 * The resource `calendar` of LVNG platform API (reconstruction).
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
import type { ApiClient, RequestOptions } from "../client.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface CalendarAttendee {
  readonly email: string
  readonly name?: string | null
  readonly status?: string | null
}

/**
 * Event normalised over providers.
 *
 * @since 0.1.0
 * @category models
 */
export interface CalendarEvent {
  readonly id: string
  readonly endTime: Date
  readonly provider: string
  readonly startTime: Date
  readonly title: string
  readonly allDay?: boolean | null
  readonly attendees?: ReadonlyArray<CalendarAttendee> | null
  readonly description?: string | null
  readonly location?: string | null
  readonly meetingUrl?: string | null
  readonly organizerEmail?: string | null
  readonly organizerName?: string | null
}

/**
 * success + events, sorted by start.
 *
 * @since 0.1.0
 * @category models
 */
export interface CalendarEventList {
  readonly events: ReadonlyArray<CalendarEvent>
  readonly success?: boolean | null
}

/**
 * Parameters of {@link listCalendarEvents}.
 *
 * @since 0.1.0
 * @category models
 */
export interface CalendarListParams {
  /** From; now by default. */
  readonly start?: Date | string | undefined
  /** To; thirty days ahead by default. */
  readonly end?: Date | string | undefined
  /** Per provider. Default: `50`. */
  readonly maxResults?: number | undefined
}

/**
 * Schema of {@link CalendarAttendee}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const CalendarAttendeeSchema: R.ResponseSchema<CalendarAttendee> = /*#__PURE__*/ R.struct<CalendarAttendee>(
  () => ({
    email: R.string,
    name: R.optional(R.string),
    status: R.optional(R.string)
  })
)

/**
 * Schema of {@link CalendarEvent}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const CalendarEventSchema: R.ResponseSchema<CalendarEvent> = /*#__PURE__*/ R.struct<CalendarEvent>(() => ({
  id: R.string,
  endTime: R.timestamp,
  provider: R.string,
  startTime: R.timestamp,
  title: R.string,
  allDay: R.optional(R.boolean),
  attendees: R.optional(R.array(CalendarAttendeeSchema)),
  description: R.optional(R.string),
  location: R.optional(R.string),
  meetingUrl: R.optional(R.string),
  organizerEmail: R.optional(R.string),
  organizerName: R.optional(R.string)
}))

/**
 * Schema of {@link CalendarEventList}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const CalendarEventListSchema: R.ResponseSchema<CalendarEventList> = /*#__PURE__*/ R.struct<CalendarEventList>(
  () => ({
    events: R.array(CalendarEventSchema),
    success: R.optional(R.boolean)
  })
)

/**
 * GET `/api/v2/calendar/events`
 *
 * @since 0.1.0
 * @category operations
 */
export const listCalendarEvents: Operation<CalendarEventList, false> = {
  id: "listCalendarEvents",
  platform: "lvng",
  resource: "calendar",
  name: "list",
  method: "GET",
  path: "/api/v2/calendar/events",
  query: ["start", "end", "maxResults"],
  response: "json",
  success: CalendarEventListSchema,
  prepare: false,
  platformData: { auth: "both", evidence: "documented", scope: "read" }
}

/**
 * Google and Microsoft calendars, merged.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * Events of all connected calendars.
   *
   * Needs at least one connected provider. maxResults counts per provider.
   *
   * `GET /api/v2/calendar/events`
   *
   * Errors: 400, 401, 403, 429, 500, 503.
   *
   * Evidence: documented.
   * Rate limit: 100/60s per user.
   */
  readonly list: (params?: CalendarListParams, options?: RequestOptions) => Effect.Effect<CalendarEventList, ApiError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "calendar",
  (client: ApiClient): Service => ({
    list: (params, options) => client.request(listCalendarEvents, [], params, options)
  })
)
