/** One transfer of an artifact in a process of its own, to see what memory it takes. */
import { join } from "node:path"
import { createLuml } from "@trilum/luml/promise"
import { printGrowth } from "./memory.js"

const [job = "", url = "", path = "", folder = "", record = ""] = process.argv.slice(2)
const luml = createLuml({ apiKey: "bench-key", baseUrl: url })

// What the first call loads is not the transfer's.
await luml.place()
await printGrowth(async () => {
  if (job === "upload") await luml.artifacts.upload(path, { maxSize: Infinity })
  else await luml.artifacts.download(JSON.parse(record), join(folder, "copy.luml"))
})
await luml.close()
