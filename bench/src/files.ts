/** Uploads and downloads of Lumnis's files against bare undici that does the same steps, and the memory they take. */
import { createReadStream } from "node:fs"
import { open, rename } from "node:fs/promises"
import { join } from "node:path"
import { Readable } from "node:stream"
import { fileURLToPath } from "node:url"
import { fileFromPath, saveFile } from "@trilum/lumnis/node/promise"
import { createLumnis } from "@trilum/lumnis/promise"
import { Pool } from "undici"
import { inFolder, MiB, writeArtifact } from "./artifacts.js"
import { type Row, row, speeds, wall } from "./measure.js"
import { printed, serve } from "./processes.js"

const measured = async (smoke: boolean, folder: string): Promise<ReadonlyArray<Row>> => {
  const size = (smoke ? 64 : 512) * MiB
  const path = join(folder, "data.bin")
  writeArtifact(path, size, false)
  const { origin, stop } = await serve("./fileServer.js", path)
  const lumnis = createLumnis({ apiKey: "bench-key", baseUrl: origin })
  const { files } = lumnis.forUser("ada")
  const pool = new Pool(origin)

  const form = (): { readonly length: number; readonly body: Readable } => {
    const part = (disposition: string): string => `--b\r\ncontent-disposition: form-data; ${disposition}\r\n`
    const head = Buffer.from(
      `${part('name="scope"')}\r\nuser\r\n${part('name="file"; filename="data.bin"')}content-type: application/octet-stream\r\n\r\n`
    )
    const tail = Buffer.from("\r\n--b--\r\n")
    const body = async function* (): AsyncGenerator<Uint8Array> {
      yield head
      for await (const chunk of createReadStream(path, { highWaterMark: MiB })) yield chunk as Uint8Array
      yield tail
    }
    return { length: head.length + size + tail.length, body: Readable.from(body(), { objectMode: false }) }
  }
  const bareUpload = async (): Promise<void> => {
    const { body, length } = form()
    const answer = await pool.request({
      method: "POST",
      path: "/v1/files/upload",
      headers: { "content-type": "multipart/form-data; boundary=b", "content-length": String(length) },
      body
    })
    await answer.body.json()
  }
  const bareDownload = async (): Promise<void> => {
    const answer = await pool.request({ method: "GET", path: "/v1/files/f/download" })
    const partial = join(folder, "bare.part")
    const file = await open(partial, "w")
    let at = 0
    for await (const chunk of answer.body) {
      const bytes: Uint8Array = chunk
      await file.write(bytes, 0, bytes.length, at)
      at += bytes.length
    }
    if (at !== size) throw new Error(`bare download: ${at} bytes instead of ${size}`)
    await file.sync()
    await file.close()
    await rename(partial, join(folder, "bare.bin"))
  }
  const upload = async (): Promise<void> => {
    await files.upload({ file: await fileFromPath(path), scope: "user" })
  }
  const download = async (): Promise<void> => {
    const saved = await saveFile(files.download("f"), join(folder, "copy.bin"))
    if (saved.size !== size) throw new Error(`download: ${saved.size} bytes instead of ${size}`)
  }

  const rounds = smoke ? 1 : 5
  const speed = (subject: () => Promise<void>, baseline: () => Promise<void>): Promise<ReadonlyArray<number>> =>
    speeds({ rounds, meter: wall, subject, baseline })
  const rows = [
    row("files: speed of a 512 MB upload from a path / bare undici", "min", 0.9, await speed(upload, bareUpload)),
    row("files: speed of a 512 MB download to a path / bare undici", "min", 0.9, await speed(download, bareDownload))
  ]
  await lumnis.close()
  await pool.close()
  stop()
  return rows
}

const child = fileURLToPath(new URL("./fileChild.js", import.meta.url))

/** Growth of the resident memory in MB while a large file moves. */
const memory = async (smoke: boolean, folder: string): Promise<ReadonlyArray<Row>> => {
  const path = join(folder, "large.bin")
  writeArtifact(path, (smoke ? 64 : 4096) * MiB, true)
  const { origin, stop } = await serve("./fileServer.js", path)
  const growth = async (job: string): Promise<ReadonlyArray<number>> => [
    Number(await printed(["--expose-gc", child, job, origin, path, folder])) / MiB
  ]
  const rows = [
    row("files: memory growth of a 4 GB upload, MB", "max", 150, await growth("upload")),
    row("files: memory growth of a 4 GB download, MB", "max", 150, await growth("download")),
    row("files: the upload through a wrapped client, MB", "max", 150, await growth("upload wrapped")),
    row("files: the download through a wrapped client, MB", "max", 150, await growth("download wrapped"))
  ]
  stop()
  return rows
}

export const localFiles = (smoke: boolean): Promise<ReadonlyArray<Row>> =>
  inFolder(async (folder) => [...(await measured(smoke, folder)), ...(await memory(smoke, folder))])
