/** Command lines as they are written in help and documentation, read as a shell reads them. */
import { readdirSync } from "node:fs"
import { join } from "node:path"

export interface CommandLine {
  readonly argv: ReadonlyArray<string>
  /** The file of `< FILE`. */
  readonly input?: string
}

/** Quoted parts keep their spaces; `#` begins a comment. */
const tokens = (line: string): ReadonlyArray<string> => {
  const out: Array<string> = []
  let word: string | undefined
  let quote = ""
  for (const character of line) {
    if (quote !== "") {
      if (character === quote) quote = ""
      else word = `${word ?? ""}${character}`
    } else if (character === "'" || character === '"') {
      quote = character
      word ??= ""
    } else if (/\s/.test(character)) {
      if (word !== undefined) out.push(word)
      word = undefined
    } else if (character === "#" && word === undefined) {
      break
    } else word = `${word ?? ""}${character}`
  }
  if (word !== undefined) out.push(word)
  return out
}

const files = (pattern: string, cwd: string): ReadonlyArray<string> => {
  const [folder = "", extension] = pattern.split("/*")
  return readdirSync(join(cwd, folder))
    .filter((name) => name.endsWith(String(extension)))
    .map((name) => `${folder}/${name}`)
}

/** What `trilum` is given by a line: up to a pipe or a redirection, behind one that feeds it. */
export const parse = (line: string, cwd: string): CommandLine => {
  const all = tokens(line)
  const mine = all.slice(all.indexOf("trilum") + 1)
  const end = mine.findIndex((word) => word === "|" || word === ">" || word === ">>")
  const words = end < 0 ? mine : mine.slice(0, end)
  const from = words.indexOf("<")
  const argv = (from < 0 ? words : words.slice(0, from)).flatMap((word) =>
    word.includes("/*") ? files(word, cwd) : [word]
  )
  const input = from < 0 ? undefined : words[from + 1]
  return input === undefined ? { argv } : { argv, input }
}
