/** Names whose value is a credential, written without separators in lower case. */
const NAMES = new Set([
  "apikey",
  "authorization",
  "proxyauthorization",
  "cookie",
  "cookies",
  "credential",
  "credentials",
  "jwt",
  "passphrase",
  "passwd",
  "password",
  "pwd",
  "secret",
  "setcookie",
  "sharedaccesssignature",
  "token",
  "xamzcredential",
  "xamzsignature",
  "xgoogcredential",
  "xgoogsignature"
])

/** Last words of such names: `openai_api_key`, `dbPassword`, `X-Amz-Security-Token`. */
const LAST_WORDS = new Set([
  "authorization",
  "cookie",
  "credential",
  "credentials",
  "jwt",
  "passphrase",
  "passwd",
  "password",
  "pwd",
  "secret",
  "token"
])

/** Last words before `key` that make it a credential; `key` alone, `sort_key` and `cache_key` are none. */
const SECRET_KEYS = new Set([
  "access",
  "account",
  "api",
  "app",
  "auth",
  "client",
  "encryption",
  "master",
  "private",
  "secret",
  "service",
  "signing",
  "storage",
  "subscription"
])

/** Written as one word: `accesstoken`, `CLIENTSECRET`. */
const ENDINGS =
  /(?:apikey|(?:access|refresh|auth|session|bearer|id|api|security)token|(?:client|api|shared|signing|webhook)secret|(?:private|secret|access|account)key|password|connectionstring)$/

/** Tokens of text, of pages and of grammars. */
const PLAIN_TOKENS = new Set([
  "bos",
  "cls",
  "continuation",
  "end",
  "eos",
  "first",
  "last",
  "mask",
  "next",
  "pad",
  "page",
  "pagination",
  "per",
  "sep",
  "start",
  "stop",
  "unk"
])

const HINT = /key|token|secret|pass|pwd|auth|cookie|cred|signature|jwt|connection/i

const words = (name: string): ReadonlyArray<string> =>
  name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "")

/** Lower case without separators, so that `api_key`, `api-key` and `apiKey` are one name. */
export const normalize = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, "")

export const isSecretName = (name: string): boolean => {
  if (name.length > 128 || !HINT.test(name)) return false
  const all = words(name)
  const joined = all.join("")
  if (NAMES.has(joined)) return true
  const last = all.at(-1) ?? ""
  const before = all.at(-2) ?? ""
  if (last === "token" && PLAIN_TOKENS.has(before)) return false
  if (LAST_WORDS.has(last)) return true
  if (last === "key" && SECRET_KEYS.has(before)) return true
  if (last === "string" && before === "connection") return true
  return ENDINGS.test(joined)
}
