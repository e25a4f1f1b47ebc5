import { assert, describe, it } from "@effect/vitest"
import * as Redaction from "../src/Redaction.js"

const masked = (text: string, ...secrets: ReadonlyArray<string>): string => Redaction.make({ secrets }).text(text)

/** Exactly the secret is replaced: not a character less, and none of the text around it. */
const exact = (secret: string, written: string): void =>
  assert.strictEqual(masked(`{a} ${written} {z}`, secret), "{a} [REDACTED] {z}", written)

describe("a known secret is found", () => {
  it("with every XML entity in it", () => {
    for (const [character, entity] of [
      ["&", "&amp;"],
      ["<", "&lt;"],
      [">", "&gt;"],
      ['"', "&quot;"],
      ["'", "&apos;"],
      ['"', "&QUOT;"]
    ] as const) {
      exact(`walrus${character}otter`, `walrus${entity}otter`)
    }
  })

  it("with every control character as a JSON escape, and as it is", () => {
    for (const character of ["\b", "\t", "\n", "\f", "\r"]) {
      const secret = `walrus${character}otter`
      exact(secret, secret)
      exact(secret, JSON.stringify(secret).slice(1, -1))
      exact(secret, JSON.stringify(JSON.stringify(secret)).slice(3, -3))
      // Another control character is another text.
      const other = character === "\b" ? "\\t" : "\\b"
      assert.include(masked(`walrus${other}otter`, secret), "walrus")
    }
  })

  it("with characters of two, three and four bytes, in every spelling", () => {
    for (const character of ["é", "€", "𝒳", "ÿ", "ࠀ", "\u{10000}", "\u{10ffff}"]) {
      const secret = `walrus${character}otter`
      exact(secret, secret)
      exact(secret, encodeURIComponent(secret))
      const escaped = Array.from(
        { length: character.length },
        (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`
      ).join("")
      exact(secret, `walrus${escaped}otter`)
      const next = String.fromCodePoint((character.codePointAt(0) ?? 0) - 1)
      assert.include(masked(`walrus${next}otter`, secret), "walrus", "another character is another text")
    }
  })

  it("beside others that share its start, its end or its middle", () => {
    const secrets = ["walrus-otter", "walrus-heron", "otter-heron-egret", "on-egret-bison", "rus-heron"]
    for (const secret of secrets) {
      assert.strictEqual(masked(`{a} ${secret} {z}`, ...secrets), "{a} [REDACTED] {z}")
      assert.strictEqual(masked(`{a} ${secret} {z}`, ...secrets.toReversed()), "{a} [REDACTED] {z}")
    }
    assert.strictEqual(masked("{a} walrus-otter-heron-egret-bison {z}", ...secrets), "{a} [REDACTED] {z}")
    assert.strictEqual(masked("{a} walrus-he walrus-heron {z}", ...secrets), "{a} walrus-he [REDACTED] {z}")
  })

  it("in hex and base64 at every offset", () => {
    const secret = "walrus-otter-heron"
    for (const before of ["", "x", "xy", "xyz"]) {
      for (const after of ["", "p", "pq"]) {
        const bytes = Buffer.from(before + secret + after)
        for (const encoding of ["hex", "base64", "base64url"] as const) {
          const written = bytes.toString(encoding)
          const shown = masked(`{a} ${written} {z}`, secret)
          assert.include(shown, "[REDACTED]", `${encoding} of ${before}${secret}${after}`)
          // What is left of the digits is not enough for another byte of the secret than its first or last.
          const rest = shown.replace("[REDACTED]", "").length - "{a}  {z}".length
          assert.isAtMost(rest, 2 * (before.length + after.length) + 4)
          assert.match(shown, /^\{a\} .*\{z\}$/)
        }
      }
    }
  })

  it("of a length that counts only as a word, or only as a whole value", () => {
    assert.strictEqual(masked("at heron at", "heron"), "at [REDACTED] at")
    for (const word of ["herons", "aheron", "heron9", "éheron", "heroné"])
      assert.strictEqual(masked(word, "heron"), word)
    assert.strictEqual(masked("(heron)", "heron"), "([REDACTED])")
    for (const value of ['"egr"', "'egr'", "`egr`", "?a=egr&b"]) {
      assert.strictEqual(masked(value, "egr"), value.replace("egr", "[REDACTED]"))
    }
    assert.strictEqual(masked("an egr here", "egr"), "an egr here")
    assert.strictEqual(masked("egr", "egr"), "[REDACTED]")
  })
})

describe("secrets of an input", () => {
  it("are numbers and big integers, too", () => {
    assert.sameMembers(
      [...Redaction.secretsIn({ password: 4242424242, api_key: 12345678901234567890n, count: 5151515151 })],
      ["4242424242", "12345678901234567890"]
    )
  })
})
