import { createLuml } from "@trilum/luml/promise"

const client = createLuml({ apiKey: "key" })
export const page = await client.orbits.list()
export const orbit = await client.orbits.get("o")
