import { createHash } from "node:crypto"

/**
 * Small numbers by id, for millions of ids: 17 bytes a place, at most half of the places taken, whatever the ids' length. Ids
 * are told apart by 128 bits of their SHA-256.
 */
export interface IdMap {
  readonly get: (id: string) => number | undefined
  /** `value` is 0 to 254. */
  readonly set: (id: string, value: number) => void
  readonly size: () => number
  /** How many ids have this value. */
  readonly count: (value: number) => number
}

const words = 4
const empty = 0

export const make = (): IdMap => {
  let capacity = 1024
  let keys = new Uint32Array(capacity * words)
  // One more than the value, so that 0 is a free place.
  let values = new Uint8Array(capacity)
  let size = 0
  const counts = new Map<number, number>()

  const slotOf = (table: Uint32Array, taken: Uint8Array, key: Uint32Array, from: number): number => {
    const mask = taken.length - 1
    let slot = (key[from] ?? 0) & mask
    while (taken[slot] !== empty) {
      const at = slot * words
      let same = true
      for (let word = 0; word < words && same; word++) same = table[at + word] === key[from + word]
      if (same) return slot
      slot = (slot + 1) & mask
    }
    return slot
  }
  const keyOf = (id: string): Uint32Array => {
    const bytes = createHash("sha256").update(id).digest()
    return Uint32Array.from({ length: words }, (_, word) => bytes.readUInt32LE(word * 4))
  }
  const grow = (): void => {
    const larger = new Uint32Array(capacity * 2 * words)
    const taken = new Uint8Array(capacity * 2)
    for (let slot = 0; slot < capacity; slot++) {
      const value = values[slot] ?? empty
      if (value === empty) continue
      const to = slotOf(larger, taken, keys, slot * words)
      larger.set(keys.subarray(slot * words, (slot + 1) * words), to * words)
      taken[to] = value
    }
    capacity *= 2
    keys = larger
    values = taken
  }
  const tally = (value: number, change: number): void => {
    counts.set(value, (counts.get(value) ?? 0) + change)
  }

  return {
    get: (id) => {
      const value = values[slotOf(keys, values, keyOf(id), 0)] ?? empty
      return value === empty ? undefined : value - 1
    },
    set: (id, value) => {
      if ((size + 1) * 2 > capacity) grow()
      const key = keyOf(id)
      const slot = slotOf(keys, values, key, 0)
      const before = values[slot] ?? empty
      if (before === empty) {
        size += 1
        keys.set(key, slot * words)
      } else {
        tally(before - 1, -1)
      }
      values[slot] = value + 1
      tally(value, 1)
    },
    size: () => size,
    count: (value) => counts.get(value) ?? 0
  }
}
