/**
 * Plausible values for a property from its name and format.
 */
import { uuidFromHex } from "../Ids.js"

const firstNames = ["Ada", "Grace", "Alan", "Edsger", "Barbara", "Donald"]
const lastNames = ["Lovelace", "Hopper", "Turing", "Dijkstra", "Liskov", "Knuth"]
const subjects = ["Launch plan", "Quarterly review", "Customer research", "Pricing update", "Team onboarding"]
const sentences = [
  "A short description of this item.",
  "Prepared by the emulator from the contract.",
  "Everything here is sample data.",
  "The same request gives the same answer."
]

/** 2025-01-01T00:00:00Z. Sample times follow it, so that they do not depend on when the emulator runs. */
const epoch = Date.UTC(2025, 0, 1)

const pick = <T>(from: ReadonlyArray<T>, random: () => number, fallback: T): T =>
  from[Math.floor(random() * from.length)] ?? fallback

const hex = (length: number, random: () => number): string => {
  let text = ""
  while (text.length < length) text += Math.floor(random() * 16).toString(16)
  return text
}

const moment = (random: () => number): string =>
  new Date(epoch + Math.floor(random() * 300 * 86_400) * 1000).toISOString()

const slug = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")

const person = (random: () => number): string =>
  `${pick(firstNames, random, "Ada")} ${pick(lastNames, random, "Lovelace")}`

export const ofFormat = (format: string, random: () => number): string | undefined => {
  switch (format) {
    case "uuid":
      return uuidFromHex(hex(32, random))
    case "email":
    case "idn-email":
      return `${slug(person(random)).replace("-", ".")}@example.com`
    case "uri":
    case "url":
    case "uri-reference":
    case "iri":
      return `https://example.com/${slug(pick(subjects, random, "page"))}`
    case "date-time":
      return moment(random)
    case "date":
      return moment(random).slice(0, 10)
    case "time":
      return moment(random).slice(11, 19)
    case "duration":
      return "PT5M"
    case "hostname":
      return "example.com"
    case "ipv4":
      return "192.0.2.1"
    case "ipv6":
      return "2001:db8::1"
    case "byte":
      return "c2FtcGxl"
    default:
      return undefined
  }
}

const byName: ReadonlyArray<readonly [RegExp, (random: () => number) => string]> = [
  [/(^|_)(id|uuid)$|[a-z]Id$/, (random) => uuidFromHex(hex(32, random))],
  [/email$/i, (random) => ofFormat("email", random) ?? ""],
  [/linkedin_?url/i, (random) => `https://www.linkedin.com/in/${slug(person(random))}`],
  [/(url|uri|link|href|website)$/i, (random) => ofFormat("uri", random) ?? ""],
  [/(_at|At|timestamp|^ts)$/, moment],
  [/(date|_on)$/i, (random) => moment(random).slice(0, 10)],
  [/^first_?name$/i, (random) => pick(firstNames, random, "Ada")],
  [/^last_?name$/i, (random) => pick(lastNames, random, "Lovelace")],
  [/(^|_)(full_?name|display_?name|author|owner)$/i, person],
  [/(file_?name|original_file_name)$/i, (random) => `${slug(pick(subjects, random, "file"))}.txt`],
  [/(mime|content)_?type$/i, () => "text/plain"],
  [/company|organization_name/i, () => "Example Ltd"],
  [/phone/i, () => "+44 20 7946 0018"],
  [/(city|location)$/i, () => "London"],
  [/country/i, () => "GB"],
  [/currency/i, () => "USD"],
  [/timezone/i, () => "UTC"],
  [/(language|locale)$/i, () => "en"],
  [/version$/i, () => "1.0.0"],
  [/(slug|prefix)$/i, (random) => slug(pick(subjects, random, "item"))],
  [/(sha|hash|checksum|token|secret|cursor|etag)/i, (random) => hex(32, random)],
  [/(name|title|subject|headline|label)$/i, (random) => pick(subjects, random, "Sample")],
  [/(status|state)$/i, () => "active"],
  [/^(color|colour)$/i, () => "#336699"],
  [/path$/i, (random) => `/${slug(pick(subjects, random, "path"))}`],
  [/(tag|category|type|kind|provider|channel|role)s?$/i, () => "general"]
]

export const ofName = (name: string, random: () => number): string => {
  for (const [pattern, make] of byName) if (pattern.test(name)) return make(random)
  return pick(sentences, random, "Sample text.")
}
