/** Finds known secrets in a text, whatever the encoding, with one Aho-Corasick automaton over bytes. */

/** Where a match counts: anywhere, not inside a word, or as a whole value (alone, between quotes, after `=`). */
type Rule = "anywhere" | "token" | "value"

/** Shorter secrets are parts of ordinary words; see decision 70. */
const SHORTEST_ANYWHERE = 8
const SHORTEST_TOKEN = 4

export interface Matcher {
  /** Matches as `[start, end]`, in no order. */
  readonly find: (text: string) => ReadonlyArray<readonly [number, number]>
  /** Steps taken to build and run the automaton so far, for tests of its cost. */
  readonly work: () => number
}

export const make = (secrets: Iterable<string>): Matcher => {
  /** Edges but those to the node that was created next, which are most. */
  const edges = new Map<number, number>()
  const parents = [0]
  const symbols = [0]
  const depths = [0]
  const rules: Array<Rule | undefined> = [undefined]
  let work = 0

  const edge = (node: number, symbol: number): number | undefined => {
    work++
    return parents[node + 1] === node && symbols[node + 1] === symbol ? node + 1 : edges.get(node * 256 + symbol)
  }

  const add = ({ bytes, fold }: Reading, rule: Rule): void => {
    let node = 0
    for (const byte of bytes) {
      const symbol = fold[byte & 0xff] ?? 0
      let next = edge(node, symbol)
      if (next === undefined) {
        next = parents.length
        if (next !== node + 1) edges.set(node * 256 + symbol, next)
        parents.push(node)
        symbols.push(symbol)
        depths.push((depths[node] ?? 0) + 1)
        rules.push(undefined)
      }
      node = next
    }
    if (node !== 0) rules[node] ??= rule
  }

  for (const secret of new Set(secrets)) {
    const { length } = secret
    const rule = length >= SHORTEST_ANYWHERE ? "anywhere" : length >= SHORTEST_TOKEN ? "token" : "value"
    // Folding covers the case of ASCII alone.
    const cases = /[^\0-\x7f]/.test(secret) ? [secret, secret.toUpperCase(), secret.toLowerCase()] : [secret]
    for (const form of cases) {
      add(read(form, false), rule)
      if (ENCODED.test(form)) add(read(form, true), rule)
    }
  }

  /** For every node, the node of its longest suffix, and the nearest suffix that ends a secret. */
  const fails = new Uint32Array(parents.length)
  const links = new Uint32Array(parents.length)
  const step = (from: number, symbol: number): number => {
    for (let node = from; ; node = fails[node] ?? 0) {
      const next = edge(node, symbol)
      if (next !== undefined) return next
      if (node === 0) return 0
    }
  }
  for (const node of byDepth(depths)) {
    const parent = parents[node] ?? 0
    const fail = parent === 0 ? 0 : step(fails[parent] ?? 0, symbols[node] ?? 0)
    fails[node] = fail
    links[node] = rules[fail] === undefined ? (links[fail] ?? 0) : fail
  }

  const search = ({ bytes, ends, fold, starts }: Reading, out: Array<readonly [number, number]>): void => {
    let node = 0
    for (let at = 0; at < bytes.length; at++) {
      node = step(node, fold[(bytes[at] ?? 0) & 0xff] ?? 0)
      for (let end = rules[node] === undefined ? (links[node] ?? 0) : node; end !== 0; end = links[end] ?? 0) {
        const first = at + 1 - (depths[end] ?? 0)
        if (!isMatch(rules[end], bytes[first - 1], bytes[at + 1])) continue
        out.push([starts[first] ?? 0, ends[at] ?? 0])
        break
      }
    }
  }

  return {
    find: (text) => {
      const out: Array<readonly [number, number]> = []
      if (parents.length === 1) return out
      for (const unescaped of ENCODED.test(text) ? [false, true] : [false]) {
        const reading = read(text, unescaped)
        for (const one of [reading, ...unpack(reading, hex), ...unpack(reading, base64)]) search(one, out)
      }
      return out
    },
    work: () => work
  }
}

/** Nodes but the root, parents before children. */
const byDepth = (depths: ReadonlyArray<number>): Uint32Array => {
  const next: Array<number> = []
  for (const depth of depths) next[depth] = (next[depth] ?? 0) + 1
  let sum = 0
  for (const [depth, count] of next.entries()) {
    next[depth] = sum
    sum += count
  }
  const nodes = new Uint32Array(depths.length)
  for (const [node, depth] of depths.entries()) {
    const at = next[depth] ?? 0
    nodes[at] = node
    next[depth] = at + 1
  }
  return nodes.subarray(1)
}

/** Digits, letters and the bytes of other characters. */
const isWord = (byte: number): boolean =>
  (byte >= 48 && byte <= 57) || (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122) || (byte >= 128 && byte < 256)

const isMatch = (rule: Rule | undefined, before = BOUNDARY, after = BOUNDARY): boolean =>
  rule === "anywhere" ||
  (rule === "token" ? !isWord(before) && !isWord(after) : VALUE_START.has(before) && VALUE_END.has(after))

/** Added to the letter that stands for a control character; alone, the edge of a text. */
const BOUNDARY = 256
const symbolsOf = (text: string): ReadonlySet<number> => new Set([BOUNDARY, ...new TextEncoder().encode(text)])
const VALUE_START = symbolsOf("\"'`=")
const VALUE_END = symbolsOf("\"'`&")

/** A text as bytes. */
interface Reading {
  readonly bytes: Uint16Array
  /** Where in the text the characters that a byte is from start and end. */
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  /** Bytes that count as equal have the same symbol. */
  readonly fold: Uint8Array
}

const lowerCase = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 65 && byte <= 90 ? byte + 32 : byte))
/** Forms write a blank as `+`. */
const lowerCaseForm = lowerCase.map((byte) => (byte === 0x2b ? 0x20 : byte))

const ENCODED = /[\\%&+\n\r\t\b\f]/
const ESCAPE =
  /\\+(?:u(d[89ab][0-9a-f]{2})\\+u(d[c-f][0-9a-f]{2})|u([0-9a-f]{4})|([nrtbf]))?|%(?:25)*([0-9a-f]{2})|&(amp|lt|gt|quot|apos);/iy
const ENTITIES: Readonly<Record<string, number>> = { amp: 0x26, lt: 0x3c, gt: 0x3e, quot: 0x22, apos: 0x27 }
/** Letters of the short JSON escapes, by control character. */
const CONTROLS: Readonly<Record<number, number>> = { 8: 0x62, 9: 0x74, 10: 0x6e, 12: 0x66, 13: 0x72 }

const escapeAt = (text: string, at: number): RegExpExecArray | null => {
  ESCAPE.lastIndex = at
  return ESCAPE.exec(text)
}

/**
 * The UTF-8 bytes of a text. `unescaped` resolves percent, JSON (at any depth) and XML escapes to one form that every
 * encoding of a text shares: backslashes are dropped, and a line feed is the `n` of its escape.
 */
const read = (text: string, unescaped: boolean): Reading => {
  // A UTF-16 unit has at most three bytes.
  const bytes = new Uint16Array(3 * text.length)
  const starts = new Uint32Array(bytes.length)
  const ends = new Uint32Array(bytes.length)
  let size = 0
  let at = 0
  let end = 0
  const put = (byte: number): void => {
    bytes[size] = byte
    starts[size] = at
    ends[size++] = end
  }
  const putPoint = (point: number): void => {
    if (unescaped && point === 0x5c) return
    const letter = unescaped ? CONTROLS[point] : undefined
    if (letter !== undefined) return put(letter + BOUNDARY)
    if (point < 0x80) return put(point)
    if (point >= 0x10000) {
      put(0xf0 | ((point >> 18) & 7))
      put(0x80 | ((point >> 12) & 63))
    } else if (point >= 0x800) put(0xe0 | (point >> 12))
    put(point >= 0x800 ? 0x80 | ((point >> 6) & 63) : 0xc0 | (point >> 6))
    put(0x80 | (point & 63))
  }
  for (; at < text.length; at = end) {
    const point = text.codePointAt(at) ?? 0
    const found = unescaped && (point === 0x5c || point === 0x25 || point === 0x26) ? escapeAt(text, at) : null
    end = at + (found === null ? (point > 0xffff ? 2 : 1) : found[0].length)
    if (found === null) {
      putPoint(point)
      continue
    }
    const [, high = "", low, unit, control, percent, entity] = found
    if (unit !== undefined) putPoint(Number.parseInt(unit, 16))
    else if (control !== undefined) put(control.toLowerCase().charCodeAt(0) + BOUNDARY)
    else if (entity !== undefined) putPoint(ENTITIES[entity.toLowerCase()] ?? 0)
    else if (percent !== undefined) {
      const byte = Number.parseInt(percent, 16)
      if (byte < 0x80) putPoint(byte)
      else put(byte)
    } else if (low !== undefined) {
      putPoint(0x10000 + ((Number.parseInt(high, 16) & 0x3ff) << 10) + (Number.parseInt(low, 16) & 0x3ff))
    }
  }
  return { bytes: bytes.subarray(0, size), starts, ends, fold: unescaped ? lowerCaseForm : lowerCase }
}

interface Alphabet {
  /** Bits of a digit. */
  readonly bits: number
  /** Runs of fewer digits are not decoded. */
  readonly shortest: number
  readonly digits: Int8Array
}

const alphabet = (bits: number, shortest: number, ...spellings: ReadonlyArray<string>): Alphabet => {
  const digits = new Int8Array(512).fill(-1)
  for (const spelling of spellings)
    for (const [value, byte] of new TextEncoder().encode(spelling).entries()) digits[byte] = value
  return { bits, shortest, digits }
}

const lettersAndDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
const hex = alphabet(4, 2 * SHORTEST_TOKEN, "0123456789abcdef", "0123456789ABCDEF")
const base64 = alphabet(6, 10, `${lettersAndDigits}+/`, `${lettersAndDigits}-_`)

/** What the runs of digits in a text decode to, one reading for each digit that the first byte may start at. */
const unpack = (text: Reading, { bits, digits, shortest }: Alphabet): ReadonlyArray<Reading> => {
  const { bytes: source, ends, starts } = text
  const runs: Array<readonly [from: number, to: number]> = []
  for (let from = 0; from < source.length; ) {
    let to = from
    while (to < source.length && (digits[source[to] ?? 0] ?? -1) >= 0) to++
    if (to - from >= shortest) runs.push([from, to])
    from = to + 1
  }
  if (runs.length === 0) return []
  return Array.from({ length: bits === 4 ? 2 : 4 }, (_, phase) => {
    const out = {
      bytes: new Uint16Array(source.length),
      starts: new Uint32Array(source.length),
      ends: new Uint32Array(source.length),
      fold: lowerCase
    }
    let size = 0
    for (const [from, to] of runs) {
      let held = 0
      let count = 0
      for (let at = from + phase; at < to; at++) {
        held = ((held << bits) | (digits[source[at] ?? 0] ?? 0)) & 0xffff
        count += bits
        if (count < 8) continue
        count -= 8
        out.bytes[size] = (held >> count) & 0xff
        // Every byte is from two digits.
        out.starts[size] = starts[at - 1] ?? 0
        out.ends[size++] = ends[at] ?? 0
      }
      out.bytes[size++] = BOUNDARY
    }
    return { ...out, bytes: out.bytes.subarray(0, size) }
  })
}
