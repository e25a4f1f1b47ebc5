/**
 * What the official Node SDK of Lumnis does for a call, as `contracts/lumnis.md` describes it (sections 2, 5 and 9):
 * fetch under an `AbortController` with a timer, retries around it, JSON, and every response key converted to camel
 * case at any depth. The package itself cannot be installed here, so this stands in for it.
 */
const camelCase = (key: string): string => key.replace(/[_-]([a-z])/g, (_, letter: string) => letter.toUpperCase())

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

const convert = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(convert)
  if (typeof value !== "object" || value === null) return value
  const out: Record<string, unknown> = {}
  for (const [key, member] of Object.entries(value)) out[uuid.test(key) ? key : camelCase(key)] = convert(member)
  return out
}

export const officialShape =
  (origin: string, apiKey: string) =>
  async (path: string): Promise<unknown> => {
    for (let attempt = 0; ; attempt++) {
      const controller = new AbortController()
      const timer = setTimeout(() => controller.abort(), 30_000)
      try {
        const response = await fetch(new URL(path, origin), {
          method: "GET",
          headers: { "X-API-Key": apiKey, "Content-Type": "application/json", Accept: "application/json" },
          signal: controller.signal
        })
        if (response.status >= 500 && attempt < 3) continue
        if (!response.ok) throw new Error(`${response.status}`)
        return convert(await response.json())
      } finally {
        clearTimeout(timer)
      }
    }
  }
