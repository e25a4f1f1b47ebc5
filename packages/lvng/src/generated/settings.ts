/**
 * The resource `settings` of LVNG platform API (reconstruction).
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
 * success + settings.
 *
 * @since 0.1.0
 * @category models
 */
export interface SettingsEnvelope {
  readonly settings: UserSettings
  readonly success?: boolean | null
}

/**
 * success + settings.
 *
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface SettingsEnvelopePartial {
  readonly settings?: UserSettingsPartial | null
  readonly success?: boolean | null
}

/**
 * Seven groups; unset values come back as platform defaults.
 *
 * @since 0.1.0
 * @category models
 */
export interface UserSettings {
  readonly accessibility?: UserSettingsAccessibility | null
  readonly appearance?: UserSettingsAppearance | null
  readonly chat?: UserSettingsChat | null
  readonly integrations?: UserSettingsIntegrations | null
  readonly notifications?: UserSettingsNotifications | null
  readonly privacy?: UserSettingsPrivacy | null
  readonly voice?: UserSettingsVoice | null
}

/**
 * Seven groups; unset values come back as platform defaults.
 *
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface UserSettingsPartial {
  readonly accessibility?: UserSettingsAccessibilityPartial | null
  readonly appearance?: UserSettingsAppearancePartial | null
  readonly chat?: UserSettingsChatPartial | null
  readonly integrations?: UserSettingsIntegrationsPartial | null
  readonly notifications?: UserSettingsNotificationsPartial | null
  readonly privacy?: UserSettingsPrivacyPartial | null
  readonly voice?: UserSettingsVoicePartial | null
}

/**
 * Seven groups; unset values come back as platform defaults.
 *
 * @since 0.1.0
 * @category models
 */
export interface UserSettingsInput {
  readonly accessibility?: UserSettingsAccessibilityInput | undefined
  readonly appearance?: UserSettingsAppearanceInput | undefined
  readonly chat?: UserSettingsChatInput | undefined
  readonly integrations?: UserSettingsIntegrationsInput | undefined
  readonly notifications?: UserSettingsNotificationsInput | undefined
  readonly privacy?: UserSettingsPrivacyInput | undefined
  readonly voice?: UserSettingsVoiceInput | undefined
  readonly [key: string]: unknown
}

/**
 * @since 0.1.0
 * @category models
 */
export interface UserSettingsAccessibility {
  readonly highContrast?: boolean | null
  readonly keyboardShortcuts?: boolean | null
  readonly reduceMotion?: boolean | null
  readonly screenReaderOptimized?: boolean | null
}

/**
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface UserSettingsAccessibilityPartial {
  readonly highContrast?: boolean | null
  readonly keyboardShortcuts?: boolean | null
  readonly reduceMotion?: boolean | null
  readonly screenReaderOptimized?: boolean | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface UserSettingsAccessibilityInput {
  readonly highContrast?: boolean | undefined
  readonly keyboardShortcuts?: boolean | undefined
  readonly reduceMotion?: boolean | undefined
  readonly screenReaderOptimized?: boolean | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface UserSettingsAppearance {
  readonly accentColor?: string | null
  readonly compactMode?: boolean | null
  readonly fontSize?: string | null
  readonly sidebarCollapsed?: boolean | null
  readonly theme?: string | null
}

/**
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface UserSettingsAppearancePartial {
  readonly accentColor?: string | null
  readonly compactMode?: boolean | null
  readonly fontSize?: string | null
  readonly sidebarCollapsed?: boolean | null
  readonly theme?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface UserSettingsAppearanceInput {
  readonly accentColor?: string | undefined
  readonly compactMode?: boolean | undefined
  readonly fontSize?: string | undefined
  readonly sidebarCollapsed?: boolean | undefined
  readonly theme?: string | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface UserSettingsChat {
  readonly defaultPersonality?: string | null
  readonly enterToSend?: boolean | null
  readonly messageGrouping?: boolean | null
  readonly showAvatars?: boolean | null
  readonly showTimestamps?: boolean | null
  readonly streamResponses?: boolean | null
}

/**
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface UserSettingsChatPartial {
  readonly defaultPersonality?: string | null
  readonly enterToSend?: boolean | null
  readonly messageGrouping?: boolean | null
  readonly showAvatars?: boolean | null
  readonly showTimestamps?: boolean | null
  readonly streamResponses?: boolean | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface UserSettingsChatInput {
  readonly defaultPersonality?: string | undefined
  readonly enterToSend?: boolean | undefined
  readonly messageGrouping?: boolean | undefined
  readonly showAvatars?: boolean | undefined
  readonly showTimestamps?: boolean | undefined
  readonly streamResponses?: boolean | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface UserSettingsIntegrations {
  readonly connectedPlatforms?: ReadonlyArray<string> | null
  readonly defaultExportFormat?: string | null
}

/**
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface UserSettingsIntegrationsPartial {
  readonly connectedPlatforms?: ReadonlyArray<string> | null
  readonly defaultExportFormat?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface UserSettingsIntegrationsInput {
  readonly connectedPlatforms?: ReadonlyArray<string> | undefined
  readonly defaultExportFormat?: string | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface UserSettingsNotifications {
  readonly desktop?: boolean | null
  readonly directMessages?: boolean | null
  readonly email?: boolean | null
  readonly enabled?: boolean | null
  readonly mentions?: boolean | null
  readonly quietHoursEnabled?: boolean | null
  readonly quietHoursEnd?: string | null
  readonly quietHoursStart?: string | null
  readonly soundEnabled?: boolean | null
  readonly workflowUpdates?: boolean | null
}

/**
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface UserSettingsNotificationsPartial {
  readonly desktop?: boolean | null
  readonly directMessages?: boolean | null
  readonly email?: boolean | null
  readonly enabled?: boolean | null
  readonly mentions?: boolean | null
  readonly quietHoursEnabled?: boolean | null
  readonly quietHoursEnd?: string | null
  readonly quietHoursStart?: string | null
  readonly soundEnabled?: boolean | null
  readonly workflowUpdates?: boolean | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface UserSettingsNotificationsInput {
  readonly desktop?: boolean | undefined
  readonly directMessages?: boolean | undefined
  readonly email?: boolean | undefined
  readonly enabled?: boolean | undefined
  readonly mentions?: boolean | undefined
  readonly quietHoursEnabled?: boolean | undefined
  readonly quietHoursEnd?: string | undefined
  readonly quietHoursStart?: string | undefined
  readonly soundEnabled?: boolean | undefined
  readonly workflowUpdates?: boolean | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface UserSettingsPrivacy {
  readonly activityStatus?: string | null
  readonly readReceipts?: boolean | null
  readonly shareAnalytics?: boolean | null
}

/**
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface UserSettingsPrivacyPartial {
  readonly activityStatus?: string | null
  readonly readReceipts?: boolean | null
  readonly shareAnalytics?: boolean | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface UserSettingsPrivacyInput {
  readonly activityStatus?: string | undefined
  readonly readReceipts?: boolean | undefined
  readonly shareAnalytics?: boolean | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface UserSettingsVoice {
  readonly autoTranscribe?: boolean | null
  readonly language?: string | null
  readonly saveRecordings?: boolean | null
}

/**
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface UserSettingsVoicePartial {
  readonly autoTranscribe?: boolean | null
  readonly language?: string | null
  readonly saveRecordings?: boolean | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface UserSettingsVoiceInput {
  readonly autoTranscribe?: boolean | undefined
  readonly language?: string | undefined
  readonly saveRecordings?: boolean | undefined
}

/**
 * Parameters of {@link updateSettings}.
 *
 * @since 0.1.0
 * @category models
 */
export type SettingsUpdateParams = UserSettingsInput

/**
 * Schema of {@link SettingsEnvelope}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SettingsEnvelopeSchema: R.ResponseSchema<SettingsEnvelope> = /*#__PURE__*/ R.struct<SettingsEnvelope>(
  () => ({
    settings: UserSettingsSchema,
    success: R.optional(R.boolean)
  })
)

/**
 * Schema of {@link SettingsEnvelopePartial}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SettingsEnvelopePartialSchema: R.ResponseSchema<SettingsEnvelopePartial> =
  /*#__PURE__*/ R.struct<SettingsEnvelopePartial>(() => ({
    settings: R.optional(UserSettingsPartialSchema),
    success: R.optional(R.boolean)
  }))

/**
 * Schema of {@link UserSettings}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const UserSettingsSchema: R.ResponseSchema<UserSettings> = /*#__PURE__*/ R.struct<UserSettings>(() => ({
  accessibility: R.optional(UserSettingsAccessibilitySchema),
  appearance: R.optional(UserSettingsAppearanceSchema),
  chat: R.optional(UserSettingsChatSchema),
  integrations: R.optional(UserSettingsIntegrationsSchema),
  notifications: R.optional(UserSettingsNotificationsSchema),
  privacy: R.optional(UserSettingsPrivacySchema),
  voice: R.optional(UserSettingsVoiceSchema)
}))

/**
 * Schema of {@link UserSettingsPartial}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const UserSettingsPartialSchema: R.ResponseSchema<UserSettingsPartial> =
  /*#__PURE__*/ R.struct<UserSettingsPartial>(() => ({
    accessibility: R.optional(UserSettingsAccessibilityPartialSchema),
    appearance: R.optional(UserSettingsAppearancePartialSchema),
    chat: R.optional(UserSettingsChatPartialSchema),
    integrations: R.optional(UserSettingsIntegrationsPartialSchema),
    notifications: R.optional(UserSettingsNotificationsPartialSchema),
    privacy: R.optional(UserSettingsPrivacyPartialSchema),
    voice: R.optional(UserSettingsVoicePartialSchema)
  }))

/**
 * Schema of {@link UserSettingsAccessibility}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const UserSettingsAccessibilitySchema: R.ResponseSchema<UserSettingsAccessibility> =
  /*#__PURE__*/ R.struct<UserSettingsAccessibility>(() => ({
    highContrast: R.optional(R.boolean),
    keyboardShortcuts: R.optional(R.boolean),
    reduceMotion: R.optional(R.boolean),
    screenReaderOptimized: R.optional(R.boolean)
  }))

/**
 * Schema of {@link UserSettingsAccessibilityPartial}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const UserSettingsAccessibilityPartialSchema: R.ResponseSchema<UserSettingsAccessibilityPartial> =
  /*#__PURE__*/ R.struct<UserSettingsAccessibilityPartial>(() => ({
    highContrast: R.optional(R.boolean),
    keyboardShortcuts: R.optional(R.boolean),
    reduceMotion: R.optional(R.boolean),
    screenReaderOptimized: R.optional(R.boolean)
  }))

/**
 * Schema of {@link UserSettingsAppearance}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const UserSettingsAppearanceSchema: R.ResponseSchema<UserSettingsAppearance> =
  /*#__PURE__*/ R.struct<UserSettingsAppearance>(() => ({
    accentColor: R.optional(R.string),
    compactMode: R.optional(R.boolean),
    fontSize: R.optional(R.string),
    sidebarCollapsed: R.optional(R.boolean),
    theme: R.optional(R.string)
  }))

/**
 * Schema of {@link UserSettingsAppearancePartial}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const UserSettingsAppearancePartialSchema: R.ResponseSchema<UserSettingsAppearancePartial> =
  /*#__PURE__*/ R.struct<UserSettingsAppearancePartial>(() => ({
    accentColor: R.optional(R.string),
    compactMode: R.optional(R.boolean),
    fontSize: R.optional(R.string),
    sidebarCollapsed: R.optional(R.boolean),
    theme: R.optional(R.string)
  }))

/**
 * Schema of {@link UserSettingsChat}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const UserSettingsChatSchema: R.ResponseSchema<UserSettingsChat> = /*#__PURE__*/ R.struct<UserSettingsChat>(
  () => ({
    defaultPersonality: R.optional(R.string),
    enterToSend: R.optional(R.boolean),
    messageGrouping: R.optional(R.boolean),
    showAvatars: R.optional(R.boolean),
    showTimestamps: R.optional(R.boolean),
    streamResponses: R.optional(R.boolean)
  })
)

/**
 * Schema of {@link UserSettingsChatPartial}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const UserSettingsChatPartialSchema: R.ResponseSchema<UserSettingsChatPartial> =
  /*#__PURE__*/ R.struct<UserSettingsChatPartial>(() => ({
    defaultPersonality: R.optional(R.string),
    enterToSend: R.optional(R.boolean),
    messageGrouping: R.optional(R.boolean),
    showAvatars: R.optional(R.boolean),
    showTimestamps: R.optional(R.boolean),
    streamResponses: R.optional(R.boolean)
  }))

/**
 * Schema of {@link UserSettingsIntegrations}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const UserSettingsIntegrationsSchema: R.ResponseSchema<UserSettingsIntegrations> =
  /*#__PURE__*/ R.struct<UserSettingsIntegrations>(() => ({
    connectedPlatforms: R.optional(R.array(R.string)),
    defaultExportFormat: R.optional(R.string)
  }))

/**
 * Schema of {@link UserSettingsIntegrationsPartial}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const UserSettingsIntegrationsPartialSchema: R.ResponseSchema<UserSettingsIntegrationsPartial> =
  /*#__PURE__*/ R.struct<UserSettingsIntegrationsPartial>(() => ({
    connectedPlatforms: R.optional(R.array(R.string)),
    defaultExportFormat: R.optional(R.string)
  }))

/**
 * Schema of {@link UserSettingsNotifications}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const UserSettingsNotificationsSchema: R.ResponseSchema<UserSettingsNotifications> =
  /*#__PURE__*/ R.struct<UserSettingsNotifications>(() => ({
    desktop: R.optional(R.boolean),
    directMessages: R.optional(R.boolean),
    email: R.optional(R.boolean),
    enabled: R.optional(R.boolean),
    mentions: R.optional(R.boolean),
    quietHoursEnabled: R.optional(R.boolean),
    quietHoursEnd: R.optional(R.string),
    quietHoursStart: R.optional(R.string),
    soundEnabled: R.optional(R.boolean),
    workflowUpdates: R.optional(R.boolean)
  }))

/**
 * Schema of {@link UserSettingsNotificationsPartial}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const UserSettingsNotificationsPartialSchema: R.ResponseSchema<UserSettingsNotificationsPartial> =
  /*#__PURE__*/ R.struct<UserSettingsNotificationsPartial>(() => ({
    desktop: R.optional(R.boolean),
    directMessages: R.optional(R.boolean),
    email: R.optional(R.boolean),
    enabled: R.optional(R.boolean),
    mentions: R.optional(R.boolean),
    quietHoursEnabled: R.optional(R.boolean),
    quietHoursEnd: R.optional(R.string),
    quietHoursStart: R.optional(R.string),
    soundEnabled: R.optional(R.boolean),
    workflowUpdates: R.optional(R.boolean)
  }))

/**
 * Schema of {@link UserSettingsPrivacy}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const UserSettingsPrivacySchema: R.ResponseSchema<UserSettingsPrivacy> =
  /*#__PURE__*/ R.struct<UserSettingsPrivacy>(() => ({
    activityStatus: R.optional(R.string),
    readReceipts: R.optional(R.boolean),
    shareAnalytics: R.optional(R.boolean)
  }))

/**
 * Schema of {@link UserSettingsPrivacyPartial}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const UserSettingsPrivacyPartialSchema: R.ResponseSchema<UserSettingsPrivacyPartial> =
  /*#__PURE__*/ R.struct<UserSettingsPrivacyPartial>(() => ({
    activityStatus: R.optional(R.string),
    readReceipts: R.optional(R.boolean),
    shareAnalytics: R.optional(R.boolean)
  }))

/**
 * Schema of {@link UserSettingsVoice}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const UserSettingsVoiceSchema: R.ResponseSchema<UserSettingsVoice> = /*#__PURE__*/ R.struct<UserSettingsVoice>(
  () => ({
    autoTranscribe: R.optional(R.boolean),
    language: R.optional(R.string),
    saveRecordings: R.optional(R.boolean)
  })
)

/**
 * Schema of {@link UserSettingsVoicePartial}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const UserSettingsVoicePartialSchema: R.ResponseSchema<UserSettingsVoicePartial> =
  /*#__PURE__*/ R.struct<UserSettingsVoicePartial>(() => ({
    autoTranscribe: R.optional(R.boolean),
    language: R.optional(R.string),
    saveRecordings: R.optional(R.boolean)
  }))

/**
 * GET `/api/v2/settings`
 *
 * @since 0.1.0
 * @category operations
 */
export const getSettings: Operation<SettingsEnvelope, false> = {
  id: "getSettings",
  platform: "lvng",
  resource: "settings",
  name: "get",
  method: "GET",
  path: "/api/v2/settings",
  response: "json",
  success: SettingsEnvelopeSchema,
  prepare: false,
  platformData: { auth: "both", evidence: "documented", scope: "read" }
}

/**
 * PUT `/api/v2/settings`
 *
 * @since 0.1.0
 * @category operations
 */
export const updateSettings: Operation<SettingsEnvelopePartial, false> = {
  id: "updateSettings",
  platform: "lvng",
  resource: "settings",
  name: "update",
  method: "PUT",
  path: "/api/v2/settings",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: SettingsEnvelopePartialSchema,
  prepare: false,
  platformData: { auth: "both", evidence: "documented", scope: "write" }
}

/**
 * User settings in seven groups.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * Read all settings.
   *
   * `GET /api/v2/settings`
   *
   * Errors: 401, 403, 429, 500, 503.
   *
   * Evidence: documented.
   * Rate limit: 100/60s per user.
   */
  readonly get: (options?: RequestOptions) => Effect.Effect<SettingsEnvelope, ApiError>
  /**
   * Merge settings.
   *
   * Deep merge: keys left out stay as they are.
   *
   * `PUT /api/v2/settings`
   *
   * Errors: 400, 401, 403, 422, 429, 500, 503.
   *
   * Evidence: documented.
   * The response is inferred: any field may be absent.
   * Rate limit: 100/60s per user.
   */
  readonly update: (
    params?: SettingsUpdateParams,
    options?: RequestOptions
  ) => Effect.Effect<SettingsEnvelopePartial, ApiError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "settings",
  (client: ApiClient): Service => ({
    get: (options) => client.request(getSettings, [], undefined, options),
    update: (params, options) => client.request(updateSettings, [], params, options)
  })
)
