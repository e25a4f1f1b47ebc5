/**
 * Uploads a file by path and saves it again, in a process of its own, and prints by how many bytes its memory grew.
 * Arguments: base URL, path to upload, path to save to.
 */
import { fileFromPath, saveFile } from "../../src/node/promise.js"
import { createLumnis } from "../../src/promise.js"

const [baseUrl = "", source = "", target = ""] = process.argv.slice(2)
const lumnis = createLumnis({ apiKey: "lmn_live_memory", baseUrl, scope: "tenant", retry: false })

const transfer = async (path: string): Promise<number> => {
  await lumnis.files.upload({ file: await fileFromPath(path), scope: "tenant" })
  return (await saveFile(lumnis.files.download("f1"), target)).size
}

// Everything is loaded and every pool is warm before the measurement begins.
await transfer(new URL(import.meta.url).pathname)
globalThis.gc?.()
const before = process.memoryUsage.rss()
let most = before
const sampling = setInterval(() => {
  most = Math.max(most, process.memoryUsage.rss())
}, 20)
const size = await transfer(source)
clearInterval(sampling)
await lumnis.close()
process.stdout.write(JSON.stringify({ growth: most - before, size }))
