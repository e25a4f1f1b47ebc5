/** The expression as JSON Schema reads it; `undefined` when it is none. @since 0.1.0 @category constructors */
export const matcherOf = (pattern: string): RegExp | undefined => {
  try {
    return new RegExp(pattern, "u")
  } catch {
    return undefined
  }
}

/**
 * A text that a regular expression matches, for the constructs that contracts use: literals, escapes, classes, groups,
 * alternatives and counts. `undefined` when the expression has others or the text turns out not to match.
 *
 * @since 0.1.0
 * @category constructors
 */
export const textMatching = (pattern: string): string | undefined => {
  const matcher = matcherOf(pattern)
  if (matcher === undefined) return undefined
  const reader = new Reader(pattern)
  const text = reader.alternatives()
  return text !== undefined && reader.atEnd() && matcher.test(text) ? text : undefined
}

const escapes: Readonly<Record<string, string>> = {
  d: "7",
  w: "w",
  s: " ",
  S: "s",
  D: "d",
  W: "-",
  b: "",
  n: "\n",
  t: "\t"
}

class Reader {
  private at = 0
  private readonly pattern: string

  constructor(pattern: string) {
    this.pattern = pattern
  }

  atEnd(): boolean {
    return this.at >= this.pattern.length
  }

  /** The first alternative that can be written; the others are read over. */
  alternatives(): string | undefined {
    let text = this.sequence()
    while (this.pattern[this.at] === "|") {
      this.at++
      const other = this.sequence()
      text ??= other
    }
    return text
  }

  private sequence(): string | undefined {
    let text: string | undefined = ""
    while (!this.atEnd() && this.pattern[this.at] !== "|" && this.pattern[this.at] !== ")") {
      const part = this.atom()
      const times = this.count()
      text = text === undefined || part === undefined ? undefined : text + part.repeat(times)
    }
    return text
  }

  private atom(): string | undefined {
    const character = this.pattern[this.at++] ?? ""
    switch (character) {
      case "^":
      case "$":
        return ""
      case ".":
        return "a"
      case "\\": {
        const escaped = this.pattern[this.at++] ?? ""
        return escapes[escaped] ?? (/[a-zA-Z0-9]/.test(escaped) ? undefined : escaped)
      }
      case "[":
        return this.characterClass()
      case "(": {
        const special = /^\?(:|<[A-Za-z]\w*>)/.exec(this.pattern.slice(this.at))
        const isLook = this.pattern[this.at] === "?" && special === null
        this.at += special?.[0].length ?? 0
        const text = this.alternatives()
        this.at++
        return isLook ? undefined : text
      }
      default:
        return character
    }
  }

  private characterClass(): string | undefined {
    const negated = this.pattern[this.at] === "^"
    const end = this.pattern.indexOf("]", this.at + 1)
    if (end === -1) return undefined
    const source = this.pattern.slice(this.at, end)
    this.at = end + 1
    const [first = ""] = source
    if (!negated && first !== "\\") return first
    const matcher = new RegExp(`[${source}]`, "u")
    return [..."a1A- _é"].find((character) => matcher.test(character))
  }

  private count(): number {
    const found = /^(?:[?*]|\+|\{(\d+)(?:,\d*)?\})\??/.exec(this.pattern.slice(this.at))
    if (found === null) return 1
    this.at += found[0].length
    return found[0].startsWith("?") || found[0].startsWith("*") ? 0 : Number(found[1] ?? 1)
  }
}
