import { createHash, createHmac } from "node:crypto"
import { mkdtemp, readdir, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import * as Spool from "../src/storage/Spool.js"
import { artifactBody, bytesOf, element, md5, raw, sha256, upload, type World, world } from "./lumlSupport.js"
import { ok } from "./support.js"

/** AWS Signature Version 4 of a query, written from AWS's description and nothing else. */
const sigV4 = (method: string, url: string, secret: string): string => {
  const { host, pathname, searchParams } = new URL(url)
  const strict = (text: string): string =>
    [...Buffer.from(text)]
      .map((byte) =>
        /[A-Za-z0-9_.~-]/.test(String.fromCharCode(byte))
          ? String.fromCharCode(byte)
          : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`
      )
      .join("")
  const query = [...searchParams]
    .filter(([name]) => name !== "X-Amz-Signature")
    .map(([name, value]) => `${strict(name)}=${strict(value)}`)
    .sort()
    .join("&")
  const path = decodeURIComponent(pathname).split("/").map(strict).join("/")
  const canonical = `${method}\n${path}\n${query}\nhost:${host}\n\nhost\nUNSIGNED-PAYLOAD`
  const [, day = "", region = "", service = ""] = (searchParams.get("X-Amz-Credential") ?? "").split("/")
  const hash = createHash("sha256").update(canonical).digest("hex")
  const scope = `${day}/${region}/${service}/aws4_request`
  const text = `AWS4-HMAC-SHA256\n${searchParams.get("X-Amz-Date")}\n${scope}\n${hash}`
  let key: Buffer = Buffer.from(`AWS4${secret}`)
  for (const part of [day, region, service, "aws4_request"]) key = createHmac("sha256", key).update(part).digest()
  return createHmac("sha256", key).update(text).digest("hex")
}

const code = (xml: string): string | undefined => element(xml, "Code")

interface Urls {
  readonly put: string
  readonly get: string
  readonly remove: string
}

/** URLs for one object of the default bucket. */
const urlsOf = async ({ a, api }: World, fields: Record<string, unknown> = {}): Promise<Urls> => {
  const { artifact, upload_details } = await api.post(a, artifactBody(fields))
  const { url: get } = await api.get(`${a}/${artifact.id}/download-url`)
  const { url: remove } = await api.get(`${a}/${artifact.id}/delete-url`)
  return { put: upload_details.url, get, remove }
}

describe("presigned URLs", () => {
  it("carry the signature AWS describes, over host and an unsigned payload", async () => {
    const lab = await world()
    const { get, put, remove } = await urlsOf(lab, { file_name: "a b/é(1)!.luml" })
    for (const [method, url] of [
      ["PUT", put],
      ["GET", get],
      ["DELETE", remove]
    ] as const) {
      const query = new URL(url).searchParams
      expect([...query.keys()]).toEqual([
        "X-Amz-Algorithm",
        "X-Amz-Credential",
        "X-Amz-Date",
        "X-Amz-Expires",
        "X-Amz-SignedHeaders",
        "X-Amz-Signature"
      ])
      expect(query.get("X-Amz-Expires")).toBe("43200")
      expect(query.get("X-Amz-SignedHeaders")).toBe("host")
      expect(query.get("X-Amz-Date")).toBe("20250101T000000Z")
      expect(query.get("X-Amz-Signature")).toBe(sigV4(method, url, "emulator-secret"))
    }
    expect((await raw(put, { method: "PUT", body: "x" })).status).toBe(200)
    expect((await raw(get)).text).toBe("x")
  })

  it("put a session token first", async () => {
    const { api } = await world()
    const urls = await api.post("/v1/bucket-secrets/urls", {
      type: "s3",
      endpoint: "s3.amazonaws.com",
      bucket_name: "bucket",
      region: "eu-west-1",
      access_key: "AK",
      secret_key: "SK",
      session_token: "tok/en=="
    })
    expect([...new URL(urls.presigned_url).searchParams.keys()][0]).toBe("X-Amz-Security-Token")
    expect((await raw(urls.presigned_url, { method: "PUT", body: "Connection test." })).status).toBe(200)
    const forged = urls.presigned_url.replace("tok%2Fen%3D%3D", "other")
    expect(code((await raw(forged, { method: "PUT", body: "x" })).text)).toBe("InvalidToken")
    const part = await raw(urls.download_url, { headers: { range: "bytes=0-10" } })
    expect([part.status, part.text]).toEqual([206, "Connection "])
    expect((await raw(urls.delete_url, { method: "DELETE" })).status).toBe(204)
  })

  const forge = (url: string, name: string, value: string): string => {
    const forged = new URL(url)
    forged.searchParams.set(name, value)
    return forged.href
  }

  it.each<readonly [string, (url: string) => string, number, string]>([
    ["another key of the bucket", (url) => url.replace(".luml?", ".lumm?"), 403, "SignatureDoesNotMatch"],
    ["another signature", (url) => forge(url, "X-Amz-Signature", "0".repeat(64)), 403, "SignatureDoesNotMatch"],
    ["a longer life", (url) => forge(url, "X-Amz-Expires", "86400"), 403, "SignatureDoesNotMatch"],
    ["one more parameter", (url) => `${url}&versionId=1`, 403, "SignatureDoesNotMatch"],
    [
      "an unknown access key",
      (url) => forge(url, "X-Amz-Credential", "nobody/20250101/us-east-1/s3/aws4_request"),
      403,
      "InvalidAccessKeyId"
    ],
    ["another algorithm", (url) => forge(url, "X-Amz-Algorithm", "AWS4-X"), 400, "AuthorizationQueryParametersError"],
    ["a life without end", (url) => forge(url, "X-Amz-Expires", "99999999"), 400, "AuthorizationQueryParametersError"],
    ["a bad date", (url) => forge(url, "X-Amz-Date", "yesterday"), 400, "AuthorizationQueryParametersError"],
    [
      "a date to come",
      (url) =>
        forge(
          forge(url, "X-Amz-Date", "20250102T000000Z"),
          "X-Amz-Credential",
          "emulator/20250102/us-east-1/s3/aws4_request"
        ),
      403,
      "AccessDenied"
    ],
    ["no signature", (url) => url.split("?")[0] ?? "", 403, "AccessDenied"]
  ])("are refused with %s", async (_name, change, status, expected) => {
    const lab = await world()
    const { get } = await urlsOf(lab)
    const answer = await raw(change(get))
    expect([answer.status, code(answer.text)]).toEqual([status, expected])
    expect(answer.headers["content-type"]).toBe("application/xml")
    expect(element(answer.text, "RequestId")).toBe(answer.headers["x-amz-request-id"])
  })

  it("hold for one method, and for the headers that were signed", async () => {
    const lab = await world()
    const { get, put } = await urlsOf(lab)
    expect(code((await raw(put)).text)).toBe("SignatureDoesNotMatch")
    expect((await raw(get, { method: "HEAD" })).status).toBe(403)
    const extra = await raw(put, { method: "PUT", body: "x", headers: { "x-amz-acl": "public-read" } })
    expect([extra.status, element(extra.text, "HeadersNotSigned")]).toEqual([403, "x-amz-acl"])
    const port = new URL(put).port
    const elsewhere = await raw(put, { method: "PUT", body: "x", headers: { host: `localhost:${port}` } })
    expect(code(elsewhere.text)).toBe("SignatureDoesNotMatch")
  })

  it("expire on the emulator's clock, after twelve hours and not before", async () => {
    const lab = await world()
    const { get, put } = await urlsOf(lab)
    await lab.emulator.advance(43_200_000)
    expect((await raw(put, { method: "PUT", body: "x" })).status).toBe(200)
    await lab.emulator.advance(1)
    const late = await raw(get)
    expect([late.status, code(late.text), element(late.text, "Message")]).toEqual([
      403,
      "AccessDenied",
      "Request has expired"
    ])
    expect(element(late.text, "Expires")).toBe("2025-01-01T12:00:00.000Z")
  })

  it("are unsigned for a bucket without keys, which then is open", async () => {
    const { api, emulator } = await world()
    const body = { type: "s3", endpoint: "minio.lan:9000", bucket_name: "open-bucket", region: "x" }
    const { download_url, presigned_url } = await api.post("/v1/bucket-secrets/urls", body)
    expect(presigned_url).toBe(`${emulator.url}/storage/open-bucket/test_file`)
    expect((await raw(presigned_url, { method: "PUT", body: "x" })).status).toBe(200)
    expect((await raw(download_url)).text).toBe("x")
  })
})

describe("an object", () => {
  let lab: World
  const bytes = bytesOf(1000)

  const fresh = async (): Promise<Urls> => {
    lab = await world()
    return urlsOf(lab)
  }

  it("is stored with its length alone: chunked is 411", async () => {
    const { get, put } = await fresh()
    const chunked = await raw(put, { method: "PUT", body: bytes, chunked: true })
    expect([chunked.status, code(chunked.text)]).toEqual([411, "MissingContentLength"])
    expect((await raw(get)).status).toBe(404)
    const good = await raw(put, { method: "PUT", body: bytes })
    expect([good.status, good.headers.etag, good.text]).toEqual([200, `"${md5(bytes).toString("hex")}"`, ""])
    expect((await raw(put, { method: "PUT", body: "" })).status).toBe(200)
    expect((await raw(get)).headers["content-length"]).toBe("0")
  })

  it("is checked against Content-MD5", async () => {
    const { get, put } = await fresh()
    const withDigest = (digest: string) => raw(put, { method: "PUT", body: bytes, headers: { "content-md5": digest } })
    expect(code((await withDigest(md5("other").toString("base64"))).text)).toBe("BadDigest")
    expect(code((await withDigest("not a digest")).text)).toBe("InvalidDigest")
    expect((await raw(get)).status).toBe(404)
    expect((await withDigest(md5(bytes).toString("base64"))).status).toBe(200)
  })

  it.each<readonly [string, number, string | undefined, number, number]>([
    ["bytes=0-0", 206, "bytes 0-0/1000", 0, 1],
    ["bytes=0-", 206, "bytes 0-999/1000", 0, 1000],
    ["bytes=990-2000", 206, "bytes 990-999/1000", 990, 1000],
    ["bytes=-10", 206, "bytes 990-999/1000", 990, 1000],
    ["bytes=-2000", 206, "bytes 0-999/1000", 0, 1000],
    ["bytes=1000-", 416, "bytes */1000", 0, 0],
    ["bytes=-0", 416, "bytes */1000", 0, 0],
    ["bytes=9-3", 200, undefined, 0, 1000],
    ["bytes=0-1,5-6", 200, undefined, 0, 1000],
    ["lines=0-1", 200, undefined, 0, 1000]
  ])("answers the range %s with %i", async (range, status, contentRange, start, end) => {
    const { get, put } = await fresh()
    await raw(put, { method: "PUT", body: bytes })
    const answer = await raw(get, { headers: { range } })
    expect([answer.status, answer.headers["content-range"]]).toEqual([status, contentRange])
    if (status === 416) expect(code(answer.text)).toBe("InvalidRange")
    else expect(answer.bytes.equals(bytes.subarray(start, end))).toBe(true)
  })

  it("answers conditions by its entity tag", async () => {
    const { get, put } = await fresh()
    const { headers } = await raw(put, { method: "PUT", body: bytes })
    const etag = headers.etag ?? ""
    const status = async (name: string, value: string, more = {}) =>
      (await raw(get, { headers: { [name]: value, ...more } })).status
    expect(await status("if-match", etag)).toBe(200)
    expect(await status("if-match", '"other"')).toBe(412)
    expect(await status("if-none-match", etag)).toBe(304)
    expect(await status("if-range", etag, { range: "bytes=0-1" })).toBe(206)
    expect(await status("if-range", '"other"', { range: "bytes=0-1" })).toBe(200)
  })

  it("keeps its content type, says ranges are welcome, and can be deleted twice", async () => {
    const { get, put, remove } = await fresh()
    await raw(put, { method: "PUT", body: bytes, headers: { "content-type": "application/x-tar" } })
    const answer = await raw(get)
    expect(answer.headers).toMatchObject({
      "content-type": "application/x-tar",
      "accept-ranges": "bytes",
      "last-modified": "Wed, 01 Jan 2025 00:00:00 GMT",
      "content-length": "1000"
    })
    for (let turn = 0; turn < 2; turn++) expect((await raw(remove, { method: "DELETE" })).status).toBe(204)
    expect((await lab.emulator.storage()).counts).toMatchObject([{ puts: 1, gets: 1, deletes: 2 }])
  })

  it("is not half there when its upload breaks off", async () => {
    const { get, put } = await fresh()
    const broken = raw(put, {
      method: "PUT",
      body: bytes,
      headers: { "x-emulator-fault": "upload-reset=500" }
    })
    await expect(broken).rejects.toThrow(/ECONNRESET|EPIPE|socket hang up/)
    expect((await raw(get)).status).toBe(404)
    const { spool } = await lab.emulator.storage()
    expect(spool).toEqual({ memory: 0, files: 0 })
  })
})

describe("credentials of the platform", () => {
  it("sent to the storage are refused and stand in the log as a problem", async () => {
    const lab = await world()
    const { get, put } = await urlsOf(lab)
    await raw(put, { method: "PUT", body: "x" })
    const leak = await raw(get, { headers: { authorization: "Bearer dfs_test" } })
    expect([leak.status, code(leak.text)]).toEqual([400, "InvalidArgument"])
    await raw(get, { headers: { cookie: "key=dfs_test" } })
    const log = lab.emulator.requests().filter(({ platform }) => platform === "storage")
    const problem = "a credential of the platform was sent to the object storage"
    expect(log.map((request) => request.problem)).toEqual([undefined, problem, problem])
    expect(log.map(({ operation, status }) => [operation, status])).toEqual([
      ["putObject", 200],
      ["getObject", 400],
      ["getObject", 200]
    ])
  })

  it("and signatures never stand in the log themselves", async () => {
    const lab = await world()
    const { get } = await urlsOf(lab)
    await raw(get, { headers: { authorization: "Bearer dfs_canary" } })
    const text = JSON.stringify([lab.emulator.requests(), lab.emulator.state()])
    const signature = new URL(get).searchParams.get("X-Amz-Signature") ?? "-"
    for (const secret of ["dfs_canary", "emulator-secret", signature]) expect(text).not.toContain(secret)
  })
})

describe("memory", () => {
  it("holds small objects, nameless files hold longer ones, so that nothing can be left behind", async () => {
    const directory = await mkdtemp(join(tmpdir(), "storage-test-"))
    const before = process.env["TMPDIR"]
    process.env["TMPDIR"] = directory
    try {
      const lab = await world({ storageMemory: 1000 })
      await upload(lab, bytesOf(1000))
      expect((await lab.emulator.storage()).spool).toEqual({ memory: 1000, files: 0 })
      const long = bytesOf(3_000_000)
      const artifact = await upload(lab, long)
      expect(await readdir(directory)).toEqual([])
      const { objects, spool } = await lab.emulator.storage()
      expect(spool).toEqual({ memory: 1000, files: 1 })
      expect(objects.find(({ key }) => key === artifact.bucket_location)?.sha256).toBe(sha256(long))
      const { url } = await lab.api.get(`${lab.a}/${artifact.id}/download-url`)
      const range = await raw(url, { headers: { range: "bytes=1500000-2500000" } })
      expect(range.bytes.equals(long.subarray(1_500_000, 2_500_001))).toBe(true)
      lab.emulator.reset()
      await lab.emulator.flush()
      expect((await lab.emulator.storage()).spool).toEqual({ memory: 0, files: 0 })
    } finally {
      if (before === undefined) delete process.env["TMPDIR"]
      else process.env["TMPDIR"] = before
      await rm(directory, { recursive: true })
    }
  })

  it("reads a file to its end though it is replaced meanwhile", async () => {
    const spool = Spool.make({ directory: undefined, memoryLimit: 0 })
    const bytes = bytesOf(3_000_000)
    const { piece } = await spool.receive(
      (async function* () {
        yield bytes
      })()
    )
    const parts: Array<Uint8Array> = []
    for await (const part of spool.read([piece], 0, piece.size)) {
      if (parts.length === 0) spool.drop([piece])
      await spool.settled()
      parts.push(part)
    }
    expect(Buffer.concat(parts).equals(bytes)).toBe(true)
    await spool.receive(
      (async function* () {
        yield bytes
      })()
    )
    expect((await spool.usage()).files).toBe(1)
    await spool.close()
    expect((await spool.usage()).files).toBe(0)
  })

  it("that cannot be written is the store's own failure", async () => {
    const before = process.env["TMPDIR"]
    process.env["TMPDIR"] = "/nowhere/at/all"
    try {
      const lab = await world({ storageMemory: 10 })
      const { put } = await urlsOf(lab)
      const answer = await raw(put, { method: "PUT", body: bytesOf(100) })
      expect([answer.status, code(answer.text)]).toEqual([500, "InternalError"])
    } finally {
      if (before === undefined) delete process.env["TMPDIR"]
      else process.env["TMPDIR"] = before
    }
  })

  it("does not grow with what is uploaded", async () => {
    const lab = await world({ storageMemory: 1024 })
    const size = 192 * 1024 * 1024
    const { put } = await urlsOf(lab, { size })
    const block = bytesOf(1024 * 1024)
    let most = 0
    const body = (async function* () {
      for (let sent = 0; sent < size; sent += block.length) {
        yield block
        most = Math.max(most, process.memoryUsage().arrayBuffers)
      }
    })()
    const before = process.memoryUsage().arrayBuffers
    const answer = await raw(put, { method: "PUT", body, headers: { "content-length": String(size) } })
    expect(answer.status).toBe(200)
    expect(most - before).toBeLessThan(size / 2)
    expect((await lab.emulator.storage()).objects[0]?.size).toBe(size)
  })
})

describe("a data directory", () => {
  let directory: string
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "storage-test-"))
  })
  afterAll(() => rm(directory, { recursive: true, force: true }))

  it("keeps objects, records and uploads under way over a restart, on another port", async () => {
    const options = { dataDir: directory, luml: { multipart: { threshold: 100, partSize: 50 } } }
    const first = await world(options)
    const bytes = bytesOf(80)
    const artifact = await upload(first, bytes)
    const { artifact: large, upload_details } = await first.api.post(first.a, artifactBody({ size: 120 }))
    const id = element((await raw(upload_details.url, { method: "POST" })).text, "UploadId")
    const plan = {
      bucket_id: first.secret,
      bucket_location: large.bucket_location,
      size: 120,
      upload_id: id
    }
    const before = await first.api.post("/v1/bucket-secrets/upload/multipart", plan)
    await raw(before.parts[0].url, { method: "PUT", body: bytesOf(50) })
    await first.emulator.stop()

    const second = await world(options)
    expect(second.organization).toBe(first.organization)
    const { url } = await second.api.get(`${second.a}/${artifact.id}/download-url`)
    expect(new URL(url).port).toBe(String(second.emulator.port))
    expect((await raw(url)).bytes.equals(bytes)).toBe(true)
    const { uploads } = await second.emulator.storage()
    expect(uploads).toMatchObject([{ uploadId: id, parts: [{ part: "1", size: 50 }] }])
    await second.emulator.stop()
    expect(await readdir(join(directory, "objects"))).toHaveLength(2)
  })
})

it("answers the admin route with what it holds, and forgets counts alone", async () => {
  const lab = await world()
  const artifact = await upload(lab, bytesOf(10))
  const admin = `${lab.emulator.url}/__emulator/storage`
  const report = await ok(admin)
  expect(report.objects).toMatchObject([{ bucket: "artifacts", key: artifact.bucket_location, flavor: "s3", size: 10 }])
  expect(report.counts).toMatchObject([{ puts: 1, gets: 0 }])
  await ok(`${admin}/counts`, { method: "DELETE" })
  const after = await ok(admin)
  expect([after.objects.length, after.counts]).toEqual([1, []])
})

it("is not there for paths that are no objects, and answers nothing to other methods", async () => {
  const { emulator } = await world()
  expect((await raw(`${emulator.url}/storage/bucket`)).status).toBe(404)
  const lab = await world()
  const { put } = await urlsOf(lab)
  expect((await raw(put, { method: "PATCH", body: "x" })).status).toBe(403)
  const open = await lab.api.post("/v1/bucket-secrets/urls", {
    type: "s3",
    endpoint: "h",
    bucket_name: "open-bucket",
    region: "x"
  })
  expect((await raw(open.presigned_url, { method: "PATCH", body: "x" })).status).toBe(405)
})
