// A program that uploads or downloads one artifact, to be killed by a test.
import { createLuml } from "@trilum/luml/promise"

const [job, baseUrl, apiKey, source, target] = process.argv.slice(2)
const luml = createLuml({ apiKey, baseUrl, storageRetry: { baseDelay: 1, maxDelay: 5 } })
if (job === "upload") await luml.artifacts.upload(source, { concurrency: 3 })
else await luml.artifacts.download(source, target, { concurrency: 3, partSize: 1024 * 1024 })
await luml.close()
