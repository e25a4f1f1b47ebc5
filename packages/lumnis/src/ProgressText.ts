/**
 * Progress as text, in the form the official SDKs print. Nothing here prints.
 *
 * @since 0.1.0
 */

/**
 * What is shown of a tool call. Argument values are shown as JSON.
 *
 * @since 0.1.0
 * @category models
 */
export interface ToolCallLike {
  readonly name?: string | null | undefined
  readonly args?: Readonly<Record<string, unknown>> | null | undefined
}

/**
 * What is shown of a progress entry.
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
 * `→ name(k=v, k2=v2)`, without parentheses when there are no arguments, and `unknown` when there is no name.
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
 * `STATE: message`, then a line for each tool call, indented by a tab.
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
 * `STATE - message`, then a line for each tool call. An entry of state `tool_update` is its tool calls alone.
 *
 * @since 0.1.0
 * @category formatting
 */
export const displayProgress = (entry: EntryLike, options?: { readonly indent?: string | undefined }): string => {
  const lines = toolLines(entry.tool_calls, options?.indent ?? tab)
  return (entry.state === "tool_update" ? lines : [titled(entry.state, " - ", entry.message), ...lines]).join("\n")
}

/**
 * Remembers what was shown, so that polling the same log again shows only what is new. Entries with the same state and
 * message are one, and so are identical tool calls under it.
 *
 * @since 0.1.0
 * @category models
 */
export interface Tracker {
  /** The lines to show for an entry, `undefined` when none of it is new. */
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
