import { isSecretName, normalize } from "./redactionNames.js"

export const MASK = "[REDACTED]"

/**
 * Shorter secrets stand in ordinary words; replacing them would destroy every message and protect nothing.
 */
const SHORTEST_SECRET = 4

/** Prefixes of keys that nothing else starts with, and those that words share, whose rest has to look like a key. */
const OWN_PREFIXES = "lmn_|lvng_sk_|dfssat_"
const SHARED_PREFIXES = "sk-|dfs_|luml_|gsk_|xai-|hf_|pplx-|AIza|ghp_|github_pat_|xox[abpr]-"

/** Every name that is a credential has one of these in it. */
const NAME_HINTS = "key|token|secret|pass|pwd|auth|cookie|cred|sig|jwt|connection"

/**
 * `prefix` where it is not inside a word; a percent or backslash escape before it is no word. Looks behind after the
 * literal, so that the search for the literal stays fast.
 */
const starting = (prefix: string): string =>
  `(?:${prefix})(?<=(?:^|[^A-Za-z0-9]|%[0-9A-Fa-f]{2}|\\\\[nrt])(?:${prefix}))`

const PRIVATE_KEY = /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]{0,30}PRIVATE KEY-----|$)/g
const USER_INFO = /:\/\/[^\s/?#"'<>]+@/g
const JWT = new RegExp(`${starting("eyJ")}[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{4,}(?:\\.[A-Za-z0-9_-]*){0,3}`, "g")
const OWN_KEY = new RegExp(`${starting(OWN_PREFIXES)}[A-Za-z0-9_-]{4,}`, "g")
const SHARED_KEY = new RegExp(`${starting(SHARED_PREFIXES)}([A-Za-z0-9_-]{8,})`, "g")
const SCHEME = /\b(bearer|basic|token)((?:\s|\+|%20)+)([A-Za-z0-9._~+/=-]{8,})/gi
const RUN = /[^\s"'<>]+/g
const SAS_MARK = /(?<![A-Za-z0-9])sig=/i

/** Parameters of a shared access signature; ordinary words unless `sig` stands beside them. */
const SAS = /((?:^|[?&;=])(?:sig|se|sp|sv|sr|st|ss|srt|spr|sip|skoid|sktid|skt|ske|sks|skv)=)[^&;#]*/gi

/** Whether a run of token characters looks like a credential and not like a word. */
const isOpaque = (token: string): boolean =>
  token.length >= 20 || /[0-9]|=$/.test(token) || /^[A-Za-z]+[a-z][A-Z]/.test(token)

/** Rounds until nothing more is found; what a round replaces can put a name before a value. */
const MAX_ROUNDS = 8

/** Replaces what looks like a credential, and `secrets` in every encoding they are usually sent in. */
export const make = (secrets: ReadonlyArray<string>, names: ReadonlySet<string>): ((text: string) => string) => {
  const configured = secretsPattern(secrets)
  const isSecret = (name: string): boolean => isSecretName(name) || (names.size > 0 && names.has(normalize(name)))
  const spelled = Array.from(names, (name) => [...name].join("[_.$-]?")).filter((name) => name !== "")
  const nameHint = new RegExp([NAME_HINTS, ...spelled].join("|"), "gi")
  const hint = new RegExp(
    `${nameHint.source}|bearer|basic|eyJ|:\\/\\/[^\\s/]*@|${OWN_PREFIXES}|${SHARED_PREFIXES}`,
    "i"
  )

  const round = (text: string): string => {
    const shaped = text
      .replace(PRIVATE_KEY, MASK)
      .replace(USER_INFO, `://${MASK}@`)
      .replace(JWT, MASK)
      .replace(OWN_KEY, MASK)
      .replace(SHARED_KEY, (whole, rest: string) => (isOpaque(rest) ? MASK : whole))
      .replace(SCHEME, (whole, scheme: string, gap: string, token: string) =>
        isOpaque(token) ? `${scheme}${gap}${MASK}` : whole
      )
    const signed = SAS_MARK.test(shaped)
      ? shaped.replace(RUN, (run) => (SAS_MARK.test(run) ? run.replace(SAS, `$1${MASK}`) : run))
      : shaped
    return assignments(signed, nameHint, isSecret)
  }

  return (text) => {
    let known = configured === undefined ? text : text.replace(configured, MASK)
    if (!hint.test(known)) return known
    for (let left = MAX_ROUNDS; left > 0; left--) {
      const next = round(known)
      if (next === known) break
      known = next
    }
    return known
  }
}

const SEPARATOR = /(?:\\*["'`])?\]?[ \t]*(?::|=>?|>|%3[Dd])[ \t]*/y
const NAME_REST = /[A-Za-z0-9_.$-]{0,64}/y
const IN_NAME = /[A-Za-z0-9_.$-]/
const LONGEST_START = 64

const QUOTE = /(\\*)(["'`])/y
const VALUE = /(?:\[REDACTED\]|[^\s"'`&,;)}\]<>|])+/y
const ENCODED_VALUE = /(?:[^\s"'&%]|%(?!26))+/y
const LINE = /[^\r\n]+/y
const NO_BLANK = /[^\s"'`]+/y
const NO_SEMICOLON = /[^\s"'`;]+/y
const SCHEMED_VALUE = /(?:(?:bearer|basic|token)(?:[ +]|%20)+)?(?:\[REDACTED\]|[^\s"'`&,;)}\]<>|])+/iy
const LIST = /\[[^\]]*\]?/y
const OBJECT = /\{[^{}]*\}?/y
const NOT_SECRET =
  /^(?:null|true|false|undefined|none|nil|string|number|boolean|required|missing|invalid|expired|empty|unknown|<redacted>)$/i
const PROSE = /[A-Za-z]{1,15}[,.]? +[A-Za-z]/y

/** `name=value`, `name: value`, `"name": "value"` at any depth of escaping, `<name>value<`, `name%3Dvalue`. */
const assignments = (text: string, hint: RegExp, isSecret: (name: string) => boolean): string => {
  let out = ""
  let copied = 0
  let next = 0
  for (hint.lastIndex = 0; ; hint.lastIndex = next) {
    const found = hint.exec(text)
    if (found === null) break
    let begin = found.index
    const earliest = Math.max(next, begin - LONGEST_START)
    while (begin > earliest && IN_NAME.test(text[begin - 1] ?? "")) begin--
    NAME_REST.lastIndex = found.index + found[0].length
    NAME_REST.test(text)
    const end = NAME_REST.lastIndex
    next = end
    SEPARATOR.lastIndex = end
    const separator = SEPARATOR.exec(text)?.[0]
    if (separator === undefined) continue
    const before = text[begin - 1]
    if (separator.trimEnd().endsWith(">") && !separator.includes("=") && before !== "<") continue
    const name = text.slice(begin, end)
    const isSignature = normalize(name) === "sig" && /=|%3/.test(separator)
    if (!isSignature && !isSecret(unescapeStart(name, before))) continue
    const start = end + separator.length
    const [from, to] = valueAt(text, start, normalize(name), separator)
    if (to > from) {
      out += text.slice(copied, from) + MASK
      copied = to
    }
    next = Math.max(start, to)
  }
  return copied === 0 ? text : out + text.slice(copied)
}

/** The name behind `%26`, `%3F` or `\n`, whose last characters look like the start of the name. */
const unescapeStart = (name: string, before: string | undefined): string =>
  before === "%" ? name.slice(2) : before === "\\" ? name.slice(1) : name

/** Where the value of a secret name begins and ends; empty when there is nothing to hide. */
const valueAt = (text: string, start: number, name: string, separator: string): readonly [number, number] => {
  const nothing = [start, start] as const
  if (text.startsWith(MASK, start)) return nothing
  QUOTE.lastIndex = start
  const quote = QUOTE.exec(text)
  if (quote !== null) {
    const from = QUOTE.lastIndex
    const to = closingQuote(text, from, quote[2] ?? "", quote[1]?.length ?? 0)
    const value = text.slice(from, to)
    return value === MASK || NOT_SECRET.test(value) ? nothing : [from, to]
  }
  const colon = separator.includes(":")
  const pattern =
    text[start] === "["
      ? LIST
      : text[start] === "{"
        ? OBJECT
        : separator.includes("%")
          ? ENCODED_VALUE
          : colon && /(?:authorization|cookie)$|^connectionstring$/.test(name)
            ? LINE
            : name.endsWith("connectionstring")
              ? NO_BLANK
              : name === "sharedaccesssignature"
                ? NO_SEMICOLON
                : name.endsWith("authorization")
                  ? SCHEMED_VALUE
                  : VALUE
  pattern.lastIndex = start
  const value = pattern.exec(text)?.[0]
  if (value === undefined || NOT_SECRET.test(value)) return nothing
  if (colon && separator.endsWith(" ") && pattern === VALUE) {
    PROSE.lastIndex = start
    if (PROSE.test(text)) return nothing
  }
  return [start, start + value.length]
}

/**
 * The end of a string whose quotes have `depth` backslashes before them. A closing quote has as many; an escaped one
 * has more, and an escaped backslash before a closing quote a whole multiple.
 */
const closingQuote = (text: string, from: number, quote: string, depth: number): number => {
  for (let at = text.indexOf(quote, from); at !== -1; at = text.indexOf(quote, at + 1)) {
    let slashes = 0
    while (at - slashes > from && text[at - slashes - 1] === "\\") slashes++
    if (slashes >= depth && (slashes - depth) % (2 * (depth + 1)) === 0) return at - depth
  }
  return text.length
}

const secretsPattern = (secrets: ReadonlyArray<string>): RegExp | undefined => {
  const sources = new Set<string>()
  for (const secret of secrets) {
    if (secret.length < SHORTEST_SECRET) continue
    sources.add(anyEncoding(secret))
    for (const core of base64Forms(secret)) sources.add(`${anyEncoding(core)}[A-Za-z0-9+/_-]?(?:=|%3[Dd]){0,2}`)
  }
  if (sources.size === 0) return undefined
  const longestFirst = [...sources].sort((a, b) => b.length - a.length)
  return new RegExp(`${MASK.replace(/[[\]]/g, "\\$&")}|${longestFirst.join("|")}`, "gu")
}

/** A pattern for `text` as it is, percent-encoded, JSON-escaped (at any depth), or in part so. */
const anyEncoding = (text: string): string => {
  let source = ""
  for (const char of text) source += charPattern(char)
  return source
}

const charPattern = (char: string): string => {
  if (/[A-Za-z0-9]/.test(char)) return char
  const code = char.codePointAt(0) ?? 0
  const percent = [...new TextEncoder().encode(char)].map((byte) => `%${anyCase(hex(byte, 2))}`).join("")
  const units = Array.from({ length: char.length }, (_, i) => `\\\\+u${anyCase(hex(char.charCodeAt(i), 4))}`).join("")
  const forms = [`\\\\*\\u{${code.toString(16)}}`, percent, units]
  const short = SHORT_ESCAPES.get(char)
  if (short !== undefined) forms.push(`\\\\+${short}`)
  if (char === " ") forms.push("\\+")
  return `(?:${forms.join("|")})`
}

const SHORT_ESCAPES = new Map([
  ["\n", "n"],
  ["\r", "r"],
  ["\t", "t"],
  ["\b", "b"],
  ["\f", "f"]
])

const hex = (value: number, width: number): string => value.toString(16).padStart(width, "0")

const anyCase = (digits: string): string => digits.replace(/[a-f]/g, (d) => `[${d}${d.toUpperCase()}]`)

/**
 * What base64 text has in common whatever stands around the secret, at each of the three offsets a byte can have;
 * `user:secret` of Basic authentication is one such text.
 */
const base64Forms = (secret: string): ReadonlyArray<string> => {
  const bytes = new TextEncoder().encode(secret)
  const forms = new Set<string>()
  for (let offset = 0; offset < 3; offset++) {
    const padded = new Uint8Array(offset + bytes.length)
    padded.set(bytes, offset)
    const text = Array.from(padded, (byte) => String.fromCharCode(byte)).join("")
    const core = btoa(text).slice(Math.ceil((offset * 8) / 6), Math.floor((padded.length * 8) / 6))
    if (core.length < 6) continue
    forms.add(core)
    forms.add(core.replaceAll("+", "-").replaceAll("/", "_"))
  }
  return [...forms]
}
