import OpenAI from "openai"

const client = new OpenAI({ apiKey: "key" })
export const page = await client.models.list()
export const model = await client.models.retrieve("m")
