/** One transfer in a process of its own, to see what memory it takes. Prints the growth in bytes. */
import { join } from "node:path"
import { createLuml } from "@trilum/luml/promise"

const [job = "", url = "", path = "", folder = "", record = ""] = process.argv.slice(2)
const luml = createLuml({ apiKey: "bench-key", baseUrl: url })
const run = async (): Promise<void> => {
  if (job === "upload") await luml.artifacts.upload(path, { maxSize: Infinity })
  else await luml.artifacts.download(JSON.parse(record), join(folder, "copy.luml"))
}

// What the first call loads is not the transfer's.
await luml.place()
globalThis.gc?.()
const before = process.memoryUsage.rss()
let peak = before
const timer = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss())
}, 20)
await run()
clearInterval(timer)
await luml.close()
console.log(Math.max(peak, process.memoryUsage.rss()) - before)
