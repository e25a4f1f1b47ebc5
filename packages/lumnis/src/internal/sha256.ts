/** FIPS 180-4, section 4.2.2: the first 32 bits of the fractional parts of the cube roots of the first 64 primes. */
const constants = new Uint32Array(64)
/** Section 5.3.3: the same of the square roots of the first 8. */
const initial = new Uint32Array(8)

const fraction = (value: number): number => (value - Math.floor(value)) * 2 ** 32

for (let candidate = 2, found = 0; found < 64; candidate++) {
  let prime = true
  for (let divisor = 2; divisor * divisor <= candidate && prime; divisor++) prime = candidate % divisor !== 0
  if (!prime) continue
  if (found < 8) initial[found] = fraction(Math.sqrt(candidate))
  constants[found++] = fraction(Math.cbrt(candidate))
}

const encoder = new TextEncoder()
const schedule = new Uint32Array(64)
/** For short texts, which need no memory of their own. */
const scratch = new Uint8Array(4096)

/** With the bit after the text and the eight bytes of its length, section 5.1.1. */
const paddedLength = (length: number): number => Math.ceil((length + 9) / 64) * 64

const byte = (bytes: Uint8Array, index: number): number => bytes[index] ?? 0
const at = (words: Uint32Array, index: number): number => words[index] ?? 0

const rotate = (word: number, bits: number): number => (word >>> bits) | (word << (32 - bits))

const compress = (state: Uint32Array, bytes: Uint8Array, offset: number): void => {
  for (let i = 0, from = offset; i < 16; i++, from += 4) {
    schedule[i] =
      (byte(bytes, from) << 24) | (byte(bytes, from + 1) << 16) | (byte(bytes, from + 2) << 8) | byte(bytes, from + 3)
  }
  for (let i = 16; i < 64; i++) {
    const early = at(schedule, i - 15)
    const late = at(schedule, i - 2)
    const small = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3)
    const large = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10)
    schedule[i] = at(schedule, i - 16) + small + at(schedule, i - 7) + large
  }
  let a = at(state, 0)
  let b = at(state, 1)
  let c = at(state, 2)
  let d = at(state, 3)
  let e = at(state, 4)
  let f = at(state, 5)
  let g = at(state, 6)
  let h = at(state, 7)
  for (let i = 0; i < 64; i++) {
    const chosen = (e & f) ^ (~e & g)
    const majority = (a & b) ^ (a & c) ^ (b & c)
    const first = (h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + chosen + at(constants, i) + at(schedule, i)) | 0
    const second = ((rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + majority) | 0
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + second) | 0
  }
  state[0] = at(state, 0) + a
  state[1] = at(state, 1) + b
  state[2] = at(state, 2) + c
  state[3] = at(state, 3) + d
  state[4] = at(state, 4) + e
  state[5] = at(state, 5) + f
  state[6] = at(state, 6) + g
  state[7] = at(state, 7) + h
}

/**
 * The SHA-256 of a text, in hexadecimal digits. Web Crypto has it as a promise only, which for short texts costs more than
 * the digest itself.
 */
export const sha256 = (text: string): string => {
  const room = paddedLength(text.length * 3)
  const bytes = room <= scratch.length ? scratch : new Uint8Array(room)
  const { written } = encoder.encodeInto(text, bytes)
  const length = paddedLength(written)
  bytes.fill(0, written, length)
  bytes[written] = 0x80
  for (let index = length - 1, bits = written * 8; bits > 0; index--, bits = Math.floor(bits / 256)) bytes[index] = bits
  const state = initial.slice()
  for (let offset = 0; offset < length; offset += 64) compress(state, bytes, offset)
  let out = ""
  for (const word of state) out += word.toString(16).padStart(8, "0")
  return out
}
