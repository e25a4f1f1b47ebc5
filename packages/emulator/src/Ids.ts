/**
 * Ids and random numbers that depend only on the seed. Two runs with the same seed and requests have the same ids.
 *
 * @since 0.1.0
 */
import { createHash } from "node:crypto"

/**
 * @since 0.1.0
 * @category models
 */
export interface Ids {
  /** The next UUID of a kind, in the form of version 4. */
  readonly uuid: (kind: string) => string
  /** A UUID that depends only on these texts. */
  readonly uuidOf: (...texts: ReadonlyArray<string>) => string
  /** The next `length` hex digits of a kind. */
  readonly hex: (kind: string, length: number) => string
  /** The next number in [0, 1) of a kind. */
  readonly random: (kind: string) => number
}

const digest = (text: string): string => createHash("sha256").update(text).digest("hex")

/**
 * Makes a UUID in the form of version 4 from at least 32 hex digits.
 *
 * @since 0.1.0
 * @category constructors
 */
export const uuidFromHex = (hex: string): string => {
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32)
  ].join("-")
}

/**
 * Makes a generator of numbers in [0, 1) that depends only on `text`.
 *
 * @since 0.1.0
 * @category constructors
 */
export const randomOf = (text: string): (() => number) => {
  let state = Number.parseInt(digest(text).slice(0, 8), 16)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/**
 * Makes ids. `count` returns the next value of a named counter. Counters are in the store, so that a restarted emulator
 * does not repeat ids.
 *
 * @since 0.1.0
 * @category constructors
 */
export const make = (seed: string, count: (name: string) => number): Ids => {
  const next = (kind: string): string => digest(`${seed}\0${kind}\0${count(kind)}`)
  return {
    uuid: (kind) => uuidFromHex(next(kind)),
    uuidOf: (...texts) => uuidFromHex(digest([seed, ...texts].join("\0"))),
    hex: (kind, length) => next(kind).slice(0, length),
    random: (kind) => Number.parseInt(next(kind).slice(0, 12), 16) / 2 ** 48
  }
}
