/**
 * Values of a query or body, with defaults.
 */
import type { JsonObject } from "../../Contract.js"

export const text = (values: Readonly<Record<string, unknown>>, name: string): string | undefined => {
  const value = values[name]
  return typeof value === "string" ? value : undefined
}

export const textOrNull = (values: JsonObject, name: string): string | null => text(values, name) ?? null

export const whole = (values: Readonly<Record<string, unknown>>, name: string, fallback: number): number => {
  const value = values[name]
  return typeof value === "number" ? Math.trunc(value) : fallback
}

export interface OffsetWindow {
  readonly limit: number
  readonly offset: number
}

export const offsetWindow = (query: Readonly<Record<string, unknown>>, limit = 50): OffsetWindow => ({
  limit: whole(query, "limit", limit),
  offset: whole(query, "offset", 0)
})

export const slice = <T>(items: ReadonlyArray<T>, window: OffsetWindow): ReadonlyArray<T> =>
  items.slice(window.offset, window.offset + window.limit)

export interface PageWindow {
  readonly page: number
  readonly size: number
}

export const pageWindow = (
  query: Readonly<Record<string, unknown>>,
  size = "page_size",
  fallback = 20
): PageWindow => ({
  page: Math.max(1, whole(query, "page", 1)),
  size: Math.max(1, whole(query, size, fallback))
})

export const page = <T>(items: ReadonlyArray<T>, window: PageWindow): ReadonlyArray<T> =>
  items.slice((window.page - 1) * window.size, window.page * window.size)
