/**
 * Responses before they are sent.
 *
 * @since 0.1.0
 */

/**
 * `events` yields strings, e.g. whole server-sent events, or bytes when a chunk ends within a character. `stream`
 * yields exactly `length` bytes.
 *
 * @since 0.1.0
 * @category models
 */
export type Body =
  | { readonly kind: "empty" }
  | { readonly kind: "json"; readonly value: unknown }
  | { readonly kind: "bytes"; readonly bytes: Uint8Array; readonly contentType: string }
  | {
      readonly kind: "stream"
      readonly chunks: AsyncIterable<Uint8Array>
      readonly length: number
      readonly contentType: string
    }
  | { readonly kind: "events"; readonly events: AsyncIterable<string | Uint8Array> }

/**
 * @since 0.1.0
 * @category models
 */
export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Body
}

/**
 * @since 0.1.0
 * @category constructors
 */
export const json = (status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Reply => ({
  status,
  headers,
  body: { kind: "json", value }
})

/**
 * @since 0.1.0
 * @category constructors
 */
export const empty = (status: number, headers: Readonly<Record<string, string>> = {}): Reply => ({
  status,
  headers,
  body: { kind: "empty" }
})

/**
 * @since 0.1.0
 * @category constructors
 */
export const bytes = (
  status: number,
  content: Uint8Array,
  contentType: string,
  headers: Readonly<Record<string, string>> = {}
): Reply => ({ status, headers, body: { kind: "bytes", bytes: content, contentType } })

/**
 * @since 0.1.0
 * @category constructors
 */
export const events = (stream: AsyncIterable<string | Uint8Array>): Reply => ({
  status: 200,
  headers: { "cache-control": "no-cache" },
  body: { kind: "events", events: stream }
})

/**
 * Formats a server-sent event. `data` is JSON on one line.
 *
 * @since 0.1.0
 * @category constructors
 */
export const event = (data: unknown, name?: string): string =>
  `${name === undefined ? "" : `event: ${name}\n`}data: ${JSON.stringify(data)}\n\n`
