/**
 * Hashes that take their input piece by piece, which the Web Crypto API cannot.
 *
 * @since 0.1.0
 */

/**
 * A hash under way. `digest` ends it.
 *
 * @since 0.1.0
 * @category models
 */
export interface Hash {
  readonly update: (bytes: Uint8Array) => void
  readonly digest: () => Uint8Array
}

const fractions = (count: number, root: (n: number) => number): Uint32Array<ArrayBuffer> => {
  const out = new Uint32Array(count)
  for (let candidate = 2, found = 0; found < count; candidate++) {
    let prime = true
    for (let divisor = 2; divisor * divisor <= candidate && prime; divisor++) prime = candidate % divisor !== 0
    if (!prime) continue
    const value = root(candidate)
    out[found++] = (value - Math.floor(value)) * 2 ** 32
  }
  return out
}

/** FIPS 180-4, sections 4.2.2 and 5.3.3: the first bits of the roots of the first primes. */
const constants = fractions(64, Math.cbrt)
const initial = fractions(8, Math.sqrt)

const rotate = (word: number, by: number): number => (word >>> by) | (word << (32 - by))

const compress = (state: Uint32Array, words: Uint32Array, bytes: Uint8Array, at: number): void => {
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, 64)
  for (let i = 0; i < 16; i++) words[i] = view.getUint32(i * 4)
  for (let i = 16; i < 64; i++) {
    const early = words[i - 15] ?? 0
    const late = words[i - 2] ?? 0
    const s0 = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3)
    const s1 = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10)
    words[i] = (words[i - 16] ?? 0) + s0 + (words[i - 7] ?? 0) + s1
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let i = 0; i < 64; i++) {
    const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (constants[i] ?? 0) + (words[i] ?? 0)) | 0
    const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + t1) | 0
    d = c
    c = b
    b = a
    a = (t1 + t2) | 0
  }
  const round = [a, b, c, d, e, f, g, h]
  for (let i = 0; i < 8; i++) state[i] = (state[i] ?? 0) + (round[i] ?? 0)
}

/**
 * SHA-256 in plain JavaScript, for runtimes without a streaming hash of their own; Node uses its own.
 *
 * @since 0.1.0
 * @category constructors
 */
export const make = (): Hash => {
  const state = initial.slice()
  const words = new Uint32Array(64)
  const rest = new Uint8Array(64)
  let filled = 0
  let length = 0
  const update = (bytes: Uint8Array): void => {
    length += bytes.length
    let at = 0
    if (filled > 0) {
      at = Math.min(64 - filled, bytes.length)
      rest.set(bytes.subarray(0, at), filled)
      filled += at
      if (filled < 64) return
      compress(state, words, rest, 0)
      filled = 0
    }
    for (; at + 64 <= bytes.length; at += 64) compress(state, words, bytes, at)
    rest.set(bytes.subarray(at), 0)
    filled = bytes.length - at
  }
  return {
    update,
    digest: () => {
      const bits = length * 8
      const padding = new Uint8Array(((119 - (length % 64)) % 64) + 9)
      padding[0] = 0x80
      const view = new DataView(padding.buffer)
      view.setUint32(padding.length - 8, Math.floor(bits / 2 ** 32))
      view.setUint32(padding.length - 4, bits >>> 0)
      update(padding)
      const out = new Uint8Array(32)
      const result = new DataView(out.buffer)
      state.forEach((word, i) => {
        result.setUint32(i * 4, word)
      })
      return out
    }
  }
}

/**
 * Lower-case hexadecimal text.
 *
 * @since 0.1.0
 * @category combinators
 */
export const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")
