/** Finds credentials in payloads, which must not be stored: workers have keys of their own. */
import * as Redaction from "@trilum/core/Redaction"

const variables = [
  "LUMNISAI_API_KEY",
  "LVNG_API_KEY",
  "LVNG_ACCESS_TOKEN",
  "LUML_API_KEY",
  "LUML_ACCESS_TOKEN",
  "TRILUM_BATCH_KEY",
  "TRILUM_DATABASE_URL"
]

/** Shorter values could be anything. */
const shortest = 8

/** Credentials of this process, by the name of their variable. */
export const ofEnvironment = (environment: Readonly<Record<string, string | undefined>>) =>
  variables.flatMap((name) => {
    const value = environment[name]?.trim() ?? ""
    return value.length >= shortest ? [{ name, value }] : []
  })

/** Says which secret a payload has, if any. */
export const found = (
  payload: unknown,
  known: ReadonlyArray<{ readonly name: string; readonly value: string }>
): string | undefined => {
  const [secret] = Redaction.secretsIn(payload)
  if (secret !== undefined) return "it has a value under the name of a secret"
  if (known.length === 0) return undefined
  const text = JSON.stringify(payload) ?? ""
  const hit = known.find(({ value }) => text.includes(JSON.stringify(value).slice(1, -1)))
  return hit === undefined ? undefined : `it contains the value of ${hit.name}`
}
