/**
 * How the server divides an upload into parts.
 */
const mib = 1024 ** 2
const gib = 1024 ** 3

/** Uploads of more bytes than this go in parts. */
export const threshold = 500 * mib

/** Largest total size and the size of its parts. */
const partSizes: ReadonlyArray<readonly [number, number]> = [
  [gib, 32 * mib],
  [5 * gib, 64 * mib],
  [10 * gib, 128 * mib],
  [100 * gib, 512 * mib]
]

export const partSizeOf = (size: number): number => partSizes.find(([most]) => size <= most)?.[1] ?? gib

export interface PlannedPart {
  readonly number: number
  readonly start: number
  /** Inclusive. */
  readonly end: number
}

export const planOf = (size: number, partSize = partSizeOf(size)): ReadonlyArray<PlannedPart> =>
  Array.from({ length: Math.max(0, Math.ceil(size / partSize)) }, (_, index) => ({
    number: index + 1,
    start: index * partSize,
    end: Math.min((index + 1) * partSize, size) - 1
  }))
