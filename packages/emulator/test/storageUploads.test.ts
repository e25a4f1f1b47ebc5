import { createHmac } from "node:crypto"
import { describe, expect, it } from "vitest"
import { planOf } from "../src/platforms/luml/Plans.js"
import { blockId } from "../src/platforms/luml/Signing.js"
import * as Xml from "../src/storage/Xml.js"
import {
  artifactBody,
  azureConnection,
  bytesOf,
  element,
  md5,
  raw,
  sha256,
  vectors,
  type World,
  world
} from "./lumlSupport.js"
import type { Json } from "./support.js"

const code = (xml: string): string | undefined => element(xml, "Code")

const small = { luml: { multipart: { threshold: 100, partSize: 50 } } }

interface Upload {
  readonly lab: World
  readonly artifact: Json
  readonly id: string
  readonly plan: Json
}

/** A started S3 upload of 120 bytes in parts of 50, 50 and 20. */
const begun = async (size = 120): Promise<Upload> => {
  const lab = await world(small)
  const { artifact, upload_details } = await lab.api.post(lab.a, artifactBody({ size }))
  expect(upload_details).toMatchObject({ type: "s3", multipart: true, bucket_secret_id: lab.secret })
  const start = await raw(upload_details.url, { method: "POST" })
  expect([start.status, start.headers["content-type"]]).toEqual([200, "application/xml"])
  expect(start.text).toContain('<InitiateMultipartUploadResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">')
  const id = element(start.text, "UploadId") ?? ""
  const plan = await lab.api.post("/v1/bucket-secrets/upload/multipart", {
    bucket_id: lab.secret,
    bucket_location: artifact.bucket_location,
    size,
    upload_id: id
  })
  return { lab, artifact, id, plan }
}

const complete = (parts: ReadonlyArray<readonly [number, string]>): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<CompleteMultipartUpload>${parts
    .map(([number, etag]) => `<Part><PartNumber>${number}</PartNumber><ETag>${etag}</ETag></Part>`)
    .join("")}</CompleteMultipartUpload>`

describe("plans", () => {
  it.each(vectors.multipart_plans as ReadonlyArray<Json>)("cut $size bytes as the server does", (row) => {
    const plan = planOf(row.size)
    const last = plan.at(-1)
    expect(plan.length).toBe(row.parts)
    expect((plan[0]?.end ?? 0) + 1).toBe(Math.min(row.part_size, row.size))
    expect([last?.number, last?.start, last?.end]).toEqual([row.parts, row.last_start_byte, row.last_end_byte])
    expect((last?.end ?? 0) - (last?.start ?? 0) + 1).toBe(row.last_part_size)
  })

  it.each(vectors.multipart_plans as ReadonlyArray<Json>)(
    "and the flag of $size bytes says whether they are needed",
    async (row) => {
      const { a, api } = await world()
      const { upload_details } = await api.post(a, artifactBody({ size: row.size }))
      expect(upload_details.multipart).toBe(row.multipart)
    }
  )

  it("name every part with its bytes, and where to finish", async () => {
    const { id, plan } = await begun()
    expect(plan).toMatchObject({ type: "s3", upload_id: id })
    expect(plan.parts.map(({ url: _url, ...part }: Json) => part)).toEqual([
      { part_number: 1, start_byte: 0, end_byte: 49, part_size: 50 },
      { part_number: 2, start_byte: 50, end_byte: 99, part_size: 50 },
      { part_number: 3, start_byte: 100, end_byte: 119, part_size: 20 }
    ])
    const query = new URL(plan.parts[1].url).searchParams
    expect([query.get("partNumber"), query.get("uploadId")]).toEqual(["2", id])
    expect(new URL(plan.complete_url).searchParams.get("uploadId")).toBe(id)
  })

  it("are made smaller for one request by a header", async () => {
    const { a, api } = await world()
    const headers = { "x-emulator-luml": "multipart-threshold=9; part-size=4" }
    const { upload_details } = await api.post(a, artifactBody({ size: 10 }), headers)
    expect(upload_details.multipart).toBe(true)
    const bad = await api.call("POST", a, artifactBody(), { "x-emulator-luml": "part-size=0" })
    expect([bad.status, bad.body.detail.startsWith("X-Emulator-Luml: part-size=0")]).toEqual([400, true])
  })

  it("for s3 need the upload id, which the schema does not say", async () => {
    const { api, secret } = await world()
    const body = { bucket_id: secret, bucket_location: "k", size: 10 }
    const path = "/v1/bucket-secrets/upload/multipart"
    expect((await api.call("POST", path, body)).status).toBe(500)
    expect((await api.call("POST", path, body, { "x-emulator-luml": "mode=fixed" })).status).toBe(422)
    const unknown = { ...body, bucket_id: "0199c455-21ee-74c6-b747-19a82f1a1e67" }
    expect((await api.call("POST", path, unknown)).body).toEqual({ detail: "Secret not found" })
  })

  it("are at /v1 alone: the path the Python client uses is not there", async () => {
    const { api } = await world()
    expect((await api.call("POST", "/bucket-secrets/upload/multipart", {})).body).toEqual({ detail: "Not Found" })
  })
})

describe("an S3 upload in parts", () => {
  it("becomes one object, whatever the order its parts came in, and counts each", async () => {
    const { artifact, lab, plan } = await begun()
    const bytes = bytesOf(120)
    const tags = new Map<number, string>()
    for (const index of [2, 0, 1, 0]) {
      const { end_byte, part_number, start_byte, url } = plan.parts[index]
      const part = bytes.subarray(start_byte, end_byte + 1)
      const answer = await raw(url, { method: "PUT", body: part })
      expect([answer.status, answer.headers.etag]).toEqual([200, `"${md5(part).toString("hex")}"`])
      tags.set(part_number, answer.headers.etag?.replaceAll('"', "") ?? "")
    }
    const body = complete([1, 2, 3].map((number) => [number, tags.get(number) ?? ""]))
    const done = await raw(plan.complete_url, { method: "POST", body, headers: { "content-type": "application/xml" } })
    expect([done.status, done.text.includes("<CompleteMultipartUploadResult xmlns=")]).toEqual([200, true])
    const digest = md5(Buffer.concat([1, 2, 3].map((number) => Buffer.from(tags.get(number) ?? "", "hex"))))
    expect(element(done.text, "ETag")).toBe(`&quot;${digest.toString("hex")}-3&quot;`)
    const { counts, objects, uploads } = await lab.emulator.storage()
    expect([objects[0]?.size, objects[0]?.sha256, uploads]).toEqual([120, sha256(bytes), []])
    expect(counts[0]).toMatchObject({ starts: 1, completes: 1 })
    expect(counts[0]?.parts).toEqual({
      1: { sent: 2, stored: 2 },
      2: { sent: 1, stored: 1 },
      3: { sent: 1, stored: 1 }
    })
    const { url } = await lab.api.get(`${lab.a}/${artifact.id}/download-url`)
    const across = await raw(url, { headers: { range: "bytes=40-110" } })
    expect(across.bytes.equals(bytes.subarray(40, 111))).toBe(true)
    const second = await raw(plan.complete_url, { method: "POST", body })
    expect([second.status, code(second.text)]).toEqual([404, "NoSuchUpload"])
  })

  const [one, two] = [bytesOf(50, 1), bytesOf(50, 2)].map((bytes) => md5(bytes).toString("hex"))

  it.each<readonly [string, string, string]>([
    [
      "parts out of order",
      complete([
        [2, two ?? ""],
        [1, one ?? ""]
      ]),
      "InvalidPartOrder"
    ],
    [
      "a part twice",
      complete([
        [1, one ?? ""],
        [1, one ?? ""]
      ]),
      "InvalidPartOrder"
    ],
    ["another tag", complete([[1, two ?? ""]]), "InvalidPart"],
    ["an empty tag", complete([[1, ""]]), "InvalidPart"],
    [
      "a part that was not sent",
      complete([
        [1, one ?? ""],
        [3, one ?? ""]
      ]),
      "InvalidPart"
    ],
    ["no part", complete([]), "MalformedXML"],
    ["no number", "<CompleteMultipartUpload><Part><ETag>x</ETag></Part></CompleteMultipartUpload>", "MalformedXML"],
    ["another root", "<Parts></Parts>", "MalformedXML"],
    ["stray text", complete([[1, one ?? ""]]).replace("<Part>", "x<Part>"), "MalformedXML"],
    ["half a document", complete([[1, one ?? ""]]).slice(0, -5), "MalformedXML"],
    ["JSON", '{"parts": []}', "MalformedXML"]
  ])("is not completed by a list with %s", async (_name, body, expected) => {
    const { lab, plan } = await begun()
    await raw(plan.parts[0].url, { method: "PUT", body: bytesOf(50, 1) })
    await raw(plan.parts[1].url, { method: "PUT", body: bytesOf(50, 2) })
    const answer = await raw(plan.complete_url, { method: "POST", body })
    expect([answer.status, code(answer.text)]).toEqual([400, expected])
    expect((await lab.emulator.storage()).objects).toEqual([])
    const good = complete([
      [1, `"${one}"`],
      [2, `&quot;${two}&quot;`]
    ])
    expect((await raw(plan.complete_url, { method: "POST", body: good })).status).toBe(200)
  })

  it("takes parts only of an upload that was started, under the number that was signed", async () => {
    const { lab, plan } = await begun()
    const url = plan.parts[0].url
    expect(code((await raw(url.replace("partNumber=1", "partNumber=2"), { method: "PUT", body: "x" })).text)).toBe(
      "SignatureDoesNotMatch"
    )
    const other = await lab.api.post("/v1/bucket-secrets/upload/multipart", {
      bucket_id: lab.secret,
      bucket_location: "elsewhere",
      size: 60,
      upload_id: plan.upload_id
    })
    const answer = await raw(other.parts[0].url, { method: "PUT", body: "x" })
    expect([answer.status, code(answer.text)]).toEqual([404, "NoSuchUpload"])
    const chunked = await raw(url, { method: "PUT", body: "x", chunked: true })
    expect([chunked.status, code(chunked.text)]).toEqual([411, "MissingContentLength"])
    const digest = md5("y").toString("base64")
    const corrupt = await raw(url, { method: "PUT", body: "x", headers: { "content-md5": digest } })
    expect(code(corrupt.text)).toBe("BadDigest")
    expect((await lab.emulator.storage()).uploads[0]?.parts).toEqual([])
  })
})

describe("Azure", () => {
  interface Azure {
    readonly lab: World
    readonly artifact: Json
    readonly url: string | null
    readonly secret: string
    readonly call: (
      method: string,
      url: string | null,
      body?: Uint8Array | string,
      type?: string
    ) => ReturnType<typeof raw>
  }

  const azure = async (size: number, options: Json = small): Promise<Azure> => {
    const lab = await world(options)
    const secret = await lab.api.post(`${lab.o}/bucket-secrets`, {
      type: "azure",
      endpoint: azureConnection,
      bucket_name: "container"
    })
    await lab.api.patch(lab.b, { bucket_secret_id: secret.id })
    const { artifact, upload_details } = await lab.api.post(lab.a, artifactBody({ size }))
    const call: Azure["call"] = (method, url, body, type) =>
      raw(url ?? "", {
        method,
        ...(body === undefined ? {} : { body }),
        headers: type === undefined ? {} : { "x-ms-blob-type": type }
      })
    expect(upload_details.type).toBe("azure")
    return { lab, artifact, url: upload_details.url, secret: secret.id, call }
  }

  it("signs a shared access signature for one blob", async () => {
    const { artifact, lab, url } = await azure(10)
    const query = new URL(url ?? "").searchParams
    expect([...query.keys()]).toEqual(["se", "sp", "sv", "sr", "sig"])
    expect([query.get("se"), query.get("sp"), query.get("sr")]).toEqual(["2025-01-01T12:00:00Z", "cw", "b"])
    const text = [
      "cw",
      "",
      "2025-01-01T12:00:00Z",
      `/blob/lab/container/${artifact.bucket_location}`,
      "",
      "",
      "",
      query.get("sv"),
      "b",
      ...["", "", "", "", "", "", ""]
    ].join("\n")
    const key = Buffer.from("bGFiLWtleS1sYWIta2V5LWxhYi1rZXk=", "base64")
    expect(query.get("sig")).toBe(createHmac("sha256", key).update(text).digest("base64"))
    const { url: download } = await lab.api.get(`${lab.a}/${artifact.id}/download-url`)
    expect(new URL(download).searchParams.get("sp")).toBe("r")
  })

  it("wants the blob type, answers 201 and opaque tags, and 404 for what is not there", async () => {
    const { artifact, call, lab, url } = await azure(10)
    const missing = await call("PUT", url, "x")
    expect([missing.status, code(missing.text), missing.headers["x-ms-error-code"]]).toEqual([
      400,
      "MissingRequiredHeader",
      "MissingRequiredHeader"
    ])
    expect(code((await call("PUT", url, "x", "PageBlob")).text)).toBe("InvalidHeaderValue")
    const chunked = await raw(url ?? "", {
      method: "PUT",
      body: "x",
      chunked: true,
      headers: { "x-ms-blob-type": "BlockBlob" }
    })
    expect([chunked.status, code(chunked.text)]).toEqual([411, "MissingContentLengthHeader"])
    const put = await call("PUT", url, "x", "BlockBlob")
    expect([put.status, /^"0x8D[0-9A-F]{12}"$/.test(put.headers.etag ?? "")]).toEqual([201, true])
    const download = (await lab.api.get(`${lab.a}/${artifact.id}/download-url`)).url
    const remove = (await lab.api.get(`${lab.a}/${artifact.id}/delete-url`)).url
    const got = await call("GET", download)
    expect([got.text, got.headers["x-ms-blob-type"], got.headers.etag]).toEqual(["x", "BlockBlob", put.headers.etag])
    expect((await call("HEAD", download)).headers["content-length"]).toBe("1")
    expect((await call("DELETE", remove)).status).toBe(202)
    const gone = await call("DELETE", remove)
    expect([gone.status, gone.headers["x-ms-error-code"]]).toEqual([404, "BlobNotFound"])
  })

  it("refuses a signature that is wrong, late, or for something else", async () => {
    const { artifact, call, lab, url } = await azure(10)
    const download = (await lab.api.get(`${lab.a}/${artifact.id}/download-url`)).url
    const wrong = await call("PUT", `${url?.slice(0, -6)}AAAA%3D`, "x", "BlockBlob")
    expect([wrong.status, code(wrong.text)]).toEqual([403, "AuthenticationFailed"])
    const reader = await call("PUT", download, "x", "BlockBlob")
    expect([reader.status, code(reader.text)]).toEqual([403, "AuthorizationPermissionMismatch"])
    const bare = await call("PUT", url?.split("?")[0] ?? "", "x", "BlockBlob")
    expect([bare.status, code(bare.text)]).toEqual([403, "NoAuthenticationInformation"])
    const leak = await raw(download, { headers: { authorization: "Bearer dfs_x" } })
    expect(leak.status).toBe(400)
    await lab.emulator.advance(43_200_001)
    const late = await call("PUT", url, "x", "BlockBlob")
    expect([late.status, code(late.text)]).toEqual([403, "AuthenticationFailed"])
  })

  it("makes a blob of blocks in the order of the list", async () => {
    const { artifact, call, lab, secret, url } = await azure(120)
    expect(url).toBeNull()
    const plan = await lab.api.post("/v1/bucket-secrets/upload/multipart", {
      bucket_id: secret,
      bucket_location: artifact.bucket_location,
      size: 120
    })
    expect([plan.type, "upload_id" in plan]).toEqual(["azure", false])
    const bytes = bytesOf(120)
    const ids: Array<string> = []
    for (const { end_byte, part_number, start_byte, url: part } of plan.parts) {
      const query = new URL(part).searchParams
      expect([query.get("comp"), query.get("blockid")]).toEqual(["block", blockId(part_number)])
      ids.push(query.get("blockid") ?? "")
      expect((await call("PUT", part, bytes.subarray(start_byte, end_byte + 1))).status).toBe(201)
    }
    const list = (...names: ReadonlyArray<string>) =>
      `<?xml version="1.0" encoding="utf-8"?><BlockList>${names.map((name) => `<Latest>${name}</Latest>`).join("")}</BlockList>`
    const unknown = await call("PUT", plan.complete_url, list(blockId(9)))
    expect([unknown.status, code(unknown.text)]).toEqual([400, "InvalidBlockList"])
    expect(code((await call("PUT", plan.complete_url, "<BlockList>")).text)).toBe("InvalidXmlDocument")
    expect((await call("PUT", plan.complete_url, list(...ids))).status).toBe(201)
    const { counts, objects, uploads } = await lab.emulator.storage()
    expect([objects[0]?.sha256, uploads]).toEqual([sha256(bytes), []])
    expect(counts[0]?.parts[blockId(2)]).toEqual({ sent: 1, stored: 1 })
    const reversed = Buffer.concat([bytes.subarray(100), bytes.subarray(50, 100), bytes.subarray(0, 50)])
    expect((await call("PUT", plan.complete_url, list(...[...ids].reverse()))).status).toBe(201)
    expect((await lab.emulator.storage()).objects[0]?.sha256).toBe(sha256(reversed))
  })

  it("takes block ids of one length that are Base64", async () => {
    const { artifact, call, lab, secret } = await azure(120)
    const { parts } = await lab.api.post("/v1/bucket-secrets/upload/multipart", {
      bucket_id: secret,
      bucket_location: artifact.bucket_location,
      size: 120
    })
    const first = parts[0].url as string
    const named = (id: string) => first.replace(/blockid=[^&]+/, `blockid=${encodeURIComponent(id)}`)
    expect((await call("PUT", first, "x")).status).toBe(201)
    expect(code((await call("PUT", named("YQ=="), "x")).text)).toBe("InvalidBlobOrBlock")
    expect(code((await call("PUT", named("not base64!"), "x")).text)).toBe("InvalidQueryParameterValue")
  })

  it.each(vectors.azure_block_ids as ReadonlyArray<Json>)("names block $part_number $block_id", (row) => {
    expect(blockId(row.part_number)).toBe(row.block_id)
  })

  it.each([
    ["no account", "AccountKey=YQ==", "Failed to create Azure Blob Service client."],
    ["no key", "AccountName=a", "Failed to generate SAS URL."],
    ["a key that is not Base64", "AccountName=a;AccountKey=%%%", "Failed to generate SAS URL."]
  ])("cannot sign with a connection string that has %s", async (_name, endpoint, detail) => {
    const { api } = await world()
    const body = { type: "azure", endpoint, bucket_name: "container" }
    const answer = await api.call("POST", "/v1/bucket-secrets/urls", body)
    expect([answer.status, answer.body]).toEqual([400, { detail }])
  })
})

describe("XML lists", () => {
  it("are read with entities, quotes, white space and a byte order mark", () => {
    const text =
      '\uFEFF<?xml version="1.0"?>\n<CompleteMultipartUpload xmlns="x">\n <Part> <ETag>&#34;a&quot;</ETag>\n<PartNumber>7</PartNumber></Part>\n</CompleteMultipartUpload>\n'
    expect(Xml.parseParts(text)).toEqual([{ number: 7, etag: "a" }])
    expect(Xml.parseBlocks("<BlockList><Committed>a</Committed><Uncommitted>b</Uncommitted></BlockList>")).toEqual([
      { from: "Committed", id: "a" },
      { from: "Uncommitted", id: "b" }
    ])
    expect(Xml.parseBlocks("<BlockList/>")).toEqual([])
    expect(Xml.parseBlocks("<BlockList><Other>a</Other></BlockList>")).toBeUndefined()
  })
})
