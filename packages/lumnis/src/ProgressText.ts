/**
 * Formats progress as text, like the official SDKs. These functions only return text.
 *
 * @since 0.1.0
 */

/**
 * The displayed fields of a tool call. Arguments are displayed as JSON.
 *
 * @since 0.1.0
 * @category models
 */
export interface ToolCallLike {
  readonly name?: string | null | undefined
  readonly args?: Readonly<Record<string, unknown>> | null | undefined
}

/**
 * The displayed fields of a progress entry.
 *
 * @since 0.1.0
 * @category models
 */
export interface EntryLike {
  readonly state: string
  readonly message?: string | null | undefined
  readonly tool_calls?: ReadonlyArray<ToolCallLike> | null | undefined
}

const json = (value: unknown): string => {
  try {
    return JSON.stringify(value) ?? String(value)
  } catch {
    return String(value)
  }
}

/**
 * `→ name(k=v, k2=v2)`. Without arguments there are no parentheses. A missing name is `unknown`.
 *
 * @since 0.1.0
 * @category formatting
 */
export const formatToolCall = (call: ToolCallLike): string => {
  const args = Object.entries(call.args ?? {}).map(([name, value]) => `${name}=${json(value)}`)
  return `→ ${call.name ?? "unknown"}${args.length === 0 ? "" : `(${args.join(", ")})`}`
}

const toolLines = (calls: ReadonlyArray<ToolCallLike> | null | undefined, indent: string): ReadonlyArray<string> =>
  (calls ?? []).map((call) => `${indent}${formatToolCall(call)}`)

const tab = "\t"

const titled = (state: unknown, separator: string, message: string | null | undefined): string =>
  `${String(state ?? "").toUpperCase()}${message === undefined || message === null ? "" : separator + message}`

/**
 * `STATE: message`, then one line for each tool call, indented by a tab.
 *
 * @since 0.1.0
 * @category formatting
 */
export const formatProgressEntry = (
  state: string,
  message: string | null | undefined,
  toolCalls?: ReadonlyArray<ToolCallLike> | null | undefined
): string => [titled(state, ": ", message), ...toolLines(toolCalls, tab)].join("\n")

/**
 * `STATE - message`, then one line for each tool call. An entry with state `tool_update` is displayed as its tool calls
 * only.
 *
 * @since 0.1.0
 * @category formatting
 */
export const displayProgress = (entry: EntryLike, options?: { readonly indent?: string | undefined }): string => {
  const lines = toolLines(entry.tool_calls, options?.indent ?? tab)
  return (entry.state === "tool_update" ? lines : [titled(entry.state, " - ", entry.message), ...lines]).join("\n")
}

/**
 * Remembers the displayed entries, so that each poll of the same log displays only what is new. Entries with the same
 * state and message count as one, and so do identical tool calls of an entry.
 *
 * @since 0.1.0
 * @category models
 */
export interface Tracker {
  /** The lines to display for an entry. `undefined`: the entry has nothing new. */
  readonly next: (entry: EntryLike) => string | undefined
  readonly reset: () => void
}

/**
 * @since 0.1.0
 * @category constructors
 */
export const makeTracker = (): Tracker => {
  const shown = new Map<string, Set<string>>()
  return {
    next: (entry) => {
      const key = `${entry.state}:${entry.message}`
      const known = shown.get(key)
      const calls = known ?? new Set<string>()
      if (known === undefined) shown.set(key, calls)
      const fresh: Array<ToolCallLike> = []
      for (const call of entry.tool_calls ?? []) {
        const id = json([call.name ?? null, call.args ?? null])
        if (calls.has(id)) continue
        calls.add(id)
        fresh.push(call)
      }
      if (known === undefined) return formatProgressEntry(entry.state, entry.message, fresh)
      return fresh.length === 0 ? undefined : toolLines(fresh, tab).join("\n")
    },
    reset: () => shown.clear()
  }
}
