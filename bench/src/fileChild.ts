/** One upload or download of a file by Lumnis in a process of its own, to see what memory it takes. */
import { join } from "node:path"
import { fileFromPath, saveFile } from "@trilum/lumnis/node/promise"
import { createLumnis } from "@trilum/lumnis/promise"
import { printGrowth } from "./memory.js"
import { wrappedLumnis } from "./wrapped.js"

const [job = "", url = "", path = "", folder = ""] = process.argv.slice(2)
const lumnis = job.endsWith("wrapped") ? wrappedLumnis(url) : createLumnis({ apiKey: "bench-key", baseUrl: url })
const { files } = lumnis.forUser("ada")

// What the first call loads is not the transfer's.
await files.upload({ file: new Blob(["a"]), scope: "user" })
await printGrowth(async () => {
  if (job.startsWith("upload")) await files.upload({ file: await fileFromPath(path), scope: "user" })
  else await saveFile(files.download("f"), join(folder, "copy.bin"))
})
await lumnis.close()
