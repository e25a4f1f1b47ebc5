/** Credentials that a text shows by a name beside them (`token=...`) or by their own form (`Bearer ...`, JWTs). */

export const MASK = "[REDACTED]"

/** Lower case without separators: `api_key`, `api-key` and `apiKey` are one name. */
const normalize = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, "")

const SECRET_NAME =
  /(?:^|_)(?:authorization|cookies?|credentials?|jwt|pass(?:phrase|wd|words?)|pwd|secret|token|connection_string|shared_access_signature|x_(?:amz|goog)_(?:credential|signature)|(?:access|account|api|app|auth|client|encryption|master|private|secret|service|signing|storage|subscription)_keys?)$/
/** Written as one word: `accesstoken`, `CLIENTSECRET`. */
const JOINED_NAME =
  /(?:apikey|(?:access|refresh|auth|session|bearer|id|api|security)token|(?:client|api|shared|signing|webhook)secret|(?:private|secret|access|account)key|password|connectionstring|setcookie)$/
/** Tokens of texts, pages and grammars. */
const PLAIN_TOKEN =
  /(?:^|_)(?:bos|cls|continuation|end|eos|first|last|mask|next|pad|page|pagination|per|sep|start|stop|unk)_token$/

/** Whether values under this name are credentials. */
export const isSecretName = (name: string): boolean => {
  if (name.length > 128) return false
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1_$2")
    .replace(/[^A-Za-z0-9]+/g, "_")
    .replace(/^_|_$/g, "")
    .toLowerCase()
  return !PLAIN_TOKEN.test(words) && (SECRET_NAME.test(words) || JOINED_NAME.test(words.replaceAll("_", "")))
}

/** As {@link isSecretName}, with further names. */
export const secretNames = (names: Iterable<string> | undefined): ((name: string) => boolean) => {
  const marked = new Set(Array.from(names ?? [], normalize))
  return (name) => isSecretName(name) || (marked.size > 0 && marked.has(normalize(name)))
}

/** The start of a word, also behind a percent or backslash escape. */
const START = String.raw`(?<=^|[^A-Za-z0-9_-]|%[0-9A-Fa-f]{2}|\\[nrt])`
const PRIVATE_KEY = /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]{0,30}PRIVATE KEY-----|$)/g
const USER_INFO = /:\/\/[^\s/?#"'<>]+@/g
const JWT = new RegExp(String.raw`${START}eyJ[\w-]{8,}\.[\w-]{4,}(?:\.[\w-]*){0,3}`, "g")
/** Keys of model providers and code hosts, which users store with the platforms. */
const KNOWN_KEY = new RegExp(
  `${START}(?:sk-|gsk_|xai-|hf_|pplx-|AIza|gh[opsu]_|github_pat_|xox[abpr]-)([\\w-]{8,})`,
  "g"
)
const SCHEME = /\b((?:bearer|basic|token)(?:\s|\+|%20)+)([\w.~+/=-]{8,})/gi

/** Whether a run of token characters looks like a credential and not like a word. */
const isOpaque = (token: string): boolean =>
  token.length >= 20 || /[0-9]|=$/.test(token) || /^[A-Za-z]+[a-z][A-Z]/.test(token)

/** What replaces at most this often; a replacement can put a name before a value. */
const MAX_ROUNDS = 8

export const maskForms = (
  text: string,
  isSecret: (name: string) => boolean,
  patterns: ReadonlyArray<RegExp>
): string => {
  let known = text
  for (let left = MAX_ROUNDS; left > 0; left--) {
    const next = assignments(
      patterns
        .reduce((masked, pattern) => masked.replace(pattern, MASK), known)
        .replace(PRIVATE_KEY, MASK)
        .replace(USER_INFO, `://${MASK}@`)
        .replace(JWT, MASK)
        .replace(KNOWN_KEY, (whole, rest: string) => (isOpaque(rest) ? MASK : whole))
        .replace(SCHEME, (whole, scheme: string, token: string) => (isOpaque(token) ? scheme + MASK : whole)),
      isSecret
    )
    if (next === known) break
    known = next
  }
  return known
}

const NAME = /(?<![\w.$-])([\w.$-]{1,128})((?:\\*["'`])?\]?[ \t]*(?::|=>?|>|%3D)[ \t]*)/gi
const QUOTE = /(\\*)(["'`])/y
/** Words that stand for the absence of a value, or say what is wrong with it. */
const NO_VALUE =
  /^(?:null|true|false|undefined|none|nil|string|number|boolean|required|missing|invalid|expired|empty|unknown|<redacted>)$/i
const PROSE = /[A-Za-z]{1,15}[,.]? +[A-Za-z]/y

/** Values that are not quoted, by what ends them. */
const LINE = /[^\r\n]+/y
const ENCODED = /(?:[^\s"'&%]|%(?!26))+/y
const BLOCK = /\[[^\]]*\]?|\{[^{}]*\}?/y
const CONNECTION = /[^\s"'`]+/y
const SIGNATURE = /[^\s"'`;]+/y
const PLAIN = /(?:(?:bearer|basic|token)(?:[ +]|%20)+)?(?:\[REDACTED\]|[^\s"'`&,;)}\]<>|])+/iy

/** Masks `name=value`, `name: value`, `"name": "value"` at any depth of escaping, `<name>value<`, `name%3Dvalue`. */
const assignments = (text: string, isSecret: (name: string) => boolean): string => {
  let out = ""
  let copied = 0
  NAME.lastIndex = 0
  for (let found = NAME.exec(text); found !== null; found = NAME.exec(text)) {
    const [whole, written = "", separator = ""] = found
    const start = NAME.lastIndex
    const before = text[found.index - 1]
    // The first characters of the name may end an escape: `%26token=`, `\ntoken=`.
    const name = written.slice(before === "%" ? 2 : before === "\\" ? 1 : 0)
    const isTag = separator.trimEnd() === ">"
    const isSignature = normalize(name) === "sig" && /=|%3/.test(separator)
    if ((isTag && before !== "<") || !(isSignature || isSecret(name))) continue
    const [from, to] = valueAt(text, start, normalize(name), separator)
    if (to > from) {
      out += text.slice(copied, from) + MASK
      copied = to
    }
    NAME.lastIndex = Math.max(to, found.index + whole.length)
  }
  return copied === 0 ? text : out + text.slice(copied)
}

/** Start and end of the value of a secret name; equal when there is nothing to mask. */
const valueAt = (text: string, start: number, name: string, separator: string): readonly [number, number] => {
  if (text.startsWith(MASK, start)) return [start, start]
  QUOTE.lastIndex = start
  const quote = QUOTE.exec(text)
  if (quote !== null) {
    const from = QUOTE.lastIndex
    const to = closingQuote(text, from, quote[2] ?? "", quote[1]?.length ?? 0)
    const value = text.slice(from, to)
    return value === MASK || NO_VALUE.test(value) ? [from, from] : [from, to]
  }
  const colon = separator.includes(":")
  const pattern = /[[{]/.test(text[start] ?? "")
    ? BLOCK
    : separator.includes("%")
      ? ENCODED
      : colon && /(?:authorization|cookie|connectionstring)$/.test(name)
        ? LINE
        : name.endsWith("connectionstring")
          ? CONNECTION
          : name.endsWith("sharedaccesssignature")
            ? SIGNATURE
            : PLAIN
  pattern.lastIndex = start
  const value = pattern.exec(text)?.[0] ?? ""
  PROSE.lastIndex = start
  const isProse = pattern === PLAIN && colon && separator.endsWith(" ") && PROSE.test(text)
  return isProse || NO_VALUE.test(value) ? [start, start] : [start, start + value.length]
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
