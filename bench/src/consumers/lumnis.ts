import { createLumnis } from "@trilum/lumnis/promise"

const client = createLumnis({ apiKey: "key" })
export const page = await client.users.list()
export const user = await client.users.get("u")
