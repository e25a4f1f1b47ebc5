// A program that moves one artifact and prints how that ended and what is left in a folder.
import { createReadStream, readdirSync } from "node:fs"
import { createLuml } from "@trilum/luml/promise"

const [job, baseUrl, apiKey, source, folder] = process.argv.slice(2)
const luml = createLuml({ apiKey, baseUrl })
const jobs = {
  download: () => luml.artifacts.download(source, `${folder}/copy.luml`, { partSize: 1024 * 1024 }),
  upload: () => luml.artifacts.upload(source, { state: folder }),
  stream: () => luml.artifacts.upload(createReadStream(source), { fileName: "model.luml" })
}
const ended = await jobs[job]().then(
  ({ status }) => ({ status }),
  ({ _tag, code, reason }) => ({ _tag, code, reason })
)
await luml.close()
console.log(JSON.stringify({ ...ended, left: readdirSync(folder).filter((name) => name !== "filler") }))
