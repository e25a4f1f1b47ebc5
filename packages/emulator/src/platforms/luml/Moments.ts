/**
 * Times and ids in the server's format: ISO 8601 with microseconds and `Z`, UUIDs of version 7 that sort by creation.
 */
import type { Context } from "../../Platform.js"
import type { Tables } from "./Records.js"

const million = 1_000_000

/** `2025-01-01T00:00:00.000001Z`; the fraction is left out when it is zero. */
export const isoOf = (micros: number): string => {
  const seconds = Math.floor(micros / million)
  const fraction = micros - seconds * million
  const base = new Date(seconds * 1000).toISOString().slice(0, 19)
  return fraction === 0 ? `${base}Z` : `${base}.${String(fraction).padStart(6, "0")}Z`
}

export const microsOf = (iso: string): number => {
  const fraction = /\.(\d{1,6})/.exec(iso)?.[1] ?? ""
  return Math.floor(Date.parse(iso) / 1000) * million + Number(fraction.padEnd(6, "0"))
}

/** A moment no other record has: the clock's, or a microsecond after the last. */
export const nextMoment = (context: Context, tables: Tables): number => {
  const micros = Math.max(Math.floor(context.clock.now() * 1000), (tables.moments.get("last") ?? 0) + 1)
  tables.moments.set("last", micros)
  return micros
}

/** A UUID of version 7: milliseconds, microseconds within them, then random digits (`hex`, 16 or more). */
export const uuidAt = (micros: number, hex: string): string => {
  const time = Math.floor(micros / 1000)
    .toString(16)
    .padStart(12, "0")
  const within = (Math.floor(micros % 1000) * 4).toString(16).padStart(3, "0")
  const variant = ((Number.parseInt(hex.slice(0, 1), 16) & 3) | 8).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${within}-${variant}${hex.slice(1, 4)}-${hex.slice(4, 16)}`
}

export const hexOf = (uuid: string): string => uuid.replaceAll("-", "")
