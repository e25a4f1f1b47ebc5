/** Uploads and downloads of artifacts against bare undici that does the same steps, and the memory they take. */
import { createHash } from "node:crypto"
import { createReadStream, rmSync } from "node:fs"
import { open, rename } from "node:fs/promises"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { createLuml } from "@trilum/luml/promise"
import { Pool } from "undici"
import { inFolder, MiB, writeArtifact } from "./artifacts.js"
import { type Row, row, speeds, wall } from "./measure.js"
import { printed, serve } from "./processes.js"

const partSize = 32 * MiB
const rangeSize = 16 * MiB
const concurrency = 4

const pooled = async (count: number, work: (n: number) => Promise<void>): Promise<void> => {
  let next = 0
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      while (next < count) await work(next++)
    })
  )
}

/** SHA-256 of the whole file and MD5 of its parts. */
const digests = async (path: string): Promise<{ readonly sha256: string; readonly md5: ReadonlyArray<string> }> => {
  const file = await open(path)
  const buffer = Buffer.allocUnsafeSlow(MiB)
  const sha256 = createHash("sha256")
  const md5: Array<string> = []
  let part = createHash("md5")
  for (let at = 0; ; ) {
    const { bytesRead } = await file.read(buffer, 0, MiB, at)
    if (bytesRead === 0) break
    const bytes = buffer.subarray(0, bytesRead)
    sha256.update(bytes)
    part.update(bytes)
    at += bytesRead
    if (at % partSize === 0) {
      md5.push(part.digest("base64"))
      part = createHash("md5")
    }
  }
  md5.push(part.digest("base64"))
  await file.close()
  return { sha256: sha256.digest("hex"), md5 }
}

const measured = async (smoke: boolean, folder: string): Promise<ReadonlyArray<Row>> => {
  const size = (smoke ? 64 : 512) * MiB
  const path = join(folder, "model.luml")
  writeArtifact(path, size, false)
  const { origin, stop } = await serve("./objectServer.js", path)
  const luml = createLuml({ apiKey: "bench-key", baseUrl: origin })
  const pool = new Pool(origin)
  const call = async (method: "GET" | "POST" | "PATCH", url: string, body?: object): Promise<string> => {
    const answer = await pool.request({
      method,
      path: url,
      ...(body === undefined ? {} : { body: JSON.stringify(body) })
    })
    return answer.body.text()
  }

  const record = await luml.artifacts.upload(path)
  const a = "/v1/organizations/o/orbits/o/collections/c/artifacts"

  const bareUpload = async (): Promise<void> => {
    const { md5, sha256 } = await digests(path)
    await call("POST", a, { size, file_hash: sha256 })
    await call("POST", "/start")
    await call("POST", "/v1/bucket-secrets/upload/multipart", { size })
    await pooled(Math.ceil(size / partSize), async (n) => {
      const start = n * partSize
      const end = Math.min(start + partSize, size) - 1
      const answer = await pool.request({
        method: "PUT",
        path: `/object?partNumber=${n + 1}`,
        headers: { "content-length": String(end - start + 1), "content-md5": md5[n] ?? "" },
        body: createReadStream(path, { start, end, highWaterMark: MiB })
      })
      await answer.body.dump()
    })
    await call("POST", "/complete", {})
    await call("PATCH", `${a}/i`, { status: "uploaded" })
  }

  const bareDownload = async (): Promise<void> => {
    await call("GET", `${a}/i/download-url`)
    const partial = join(folder, "bare.part")
    const file = await open(partial, "w+")
    await pooled(Math.ceil(size / rangeSize), async (n) => {
      let at = n * rangeSize
      const range = `bytes=${at}-${Math.min(at + rangeSize, size) - 1}`
      const answer = await pool.request({ method: "GET", path: "/object", headers: { range } })
      for await (const chunk of answer.body) {
        const bytes: Uint8Array = chunk
        await file.write(bytes, 0, bytes.length, at)
        at += bytes.length
      }
    })
    const { sha256 } = await sha256Of(partial)
    if (sha256 !== record.file_hash) throw new Error("bare download: another hash than that of the file")
    await file.sync()
    await file.close()
    await rename(partial, join(folder, "bare.luml"))
  }

  const rounds = smoke ? 1 : 5
  const rows = [
    row(
      "transfer: speed of a 512 MB upload, hash and parts / bare undici",
      "min",
      0.9,
      await speeds({
        rounds,
        meter: wall,
        subject: async () => {
          await luml.artifacts.upload(path)
        },
        baseline: bareUpload
      })
    ),
    row(
      "transfer: speed of a 512 MB download, ranges and hash / bare undici",
      "min",
      0.9,
      await speeds({
        rounds,
        meter: wall,
        subject: async () => {
          await luml.artifacts.download(record, join(folder, "copy.luml"))
        },
        baseline: bareDownload
      })
    )
  ]
  await luml.close()
  await pool.close()
  stop()
  return rows
}

const sha256Of = async (path: string): Promise<{ readonly sha256: string }> => {
  const hash = createHash("sha256")
  for await (const chunk of createReadStream(path, { highWaterMark: MiB })) hash.update(chunk as Uint8Array)
  return { sha256: hash.digest("hex") }
}

const child = fileURLToPath(new URL("./transferChild.js", import.meta.url))

/** Growth of the resident memory in MB while a large file moves. */
const memory = async (smoke: boolean, folder: string): Promise<ReadonlyArray<Row>> => {
  const size = (smoke ? 64 : 4096) * MiB
  const path = join(folder, "large.luml")
  writeArtifact(path, size, true)
  const { origin, stop } = await serve("./objectServer.js", path)
  const { sha256 } = await sha256Of(path)
  const id = "01a1ff09-0000-7000-8000-000000000001"
  const record = {
    id,
    collection_id: id,
    file_name: "large.luml",
    file_hash: sha256,
    file_index: {},
    size,
    status: "uploaded"
  }
  const growth = async (job: string): Promise<number> =>
    Number(await printed(["--expose-gc", child, job, origin, path, folder, JSON.stringify(record)])) / MiB
  const rows = [
    row("transfer: memory growth of a 4 GB upload, MB", "max", 150, [await growth("upload")]),
    row("transfer: memory growth of a 4 GB download, MB", "max", 150, [await growth("download")])
  ]
  stop()
  rmSync(path)
  return rows
}

export const transfers = (smoke: boolean): Promise<ReadonlyArray<Row>> =>
  inFolder(async (folder) => [...(await measured(smoke, folder)), ...(await memory(smoke, folder))])
