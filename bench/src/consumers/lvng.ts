import { createLvng } from "@trilum/lvng/promise"

const client = createLvng({ apiKey: "key" })
export const page = await client.agents.list()
export const agent = await client.agents.get("a")
