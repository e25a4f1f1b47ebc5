import { describe, expect, it } from "vitest"
import type { FaultRule } from "../src/Faults.js"
import { artifactBody, bytesOf, element, md5, type RawSend, raw, type World, world } from "./lumlSupport.js"
import { until } from "./support.js"

interface Lab extends World {
  readonly put: string
  readonly get: string
}

const lab = async (clock: "manual" | "real" = "manual"): Promise<Lab> => {
  const place = await world({ clock, storageMemory: 1024 })
  const { artifact, upload_details } = await place.api.post(place.a, artifactBody())
  const { url } = await place.api.get(`${place.a}/${artifact.id}/download-url`)
  return { ...place, put: upload_details.url, get: url }
}

const bytes = bytesOf(200_000)

const stored = async (clock: "manual" | "real" = "manual"): Promise<Lab> => {
  const place = await lab(clock)
  await raw(place.put, { method: "PUT", body: bytes })
  return place
}

const withFault = (fault: string | FaultRule, options: RawSend = {}): RawSend => ({
  ...options,
  headers: { ...options.headers, "x-emulator-fault": typeof fault === "string" ? fault : JSON.stringify(fault) }
})

const code = (xml: string): string | undefined => element(xml, "Code")

describe("faults of the storage", () => {
  it("follow rules by operation, with the store's own error bodies and Retry-After", async () => {
    const { emulator, get, put } = await lab()
    emulator.fault({
      match: { platform: "storage", operation: "putObject" },
      sequence: [503, 500, "pass"],
      retryAfter: { seconds: 2 }
    })
    const answers = []
    for (let turn = 0; turn < 3; turn++) answers.push(await raw(put, { method: "PUT", body: bytes }))
    expect(answers.map(({ status, text }) => [status, code(text)])).toEqual([
      [503, "SlowDown"],
      [500, "InternalError"],
      [200, undefined]
    ])
    expect(answers[0]?.headers["retry-after"]).toBe("2")
    expect((await raw(get)).bytes.equals(bytes)).toBe(true)
    expect(emulator.requests().filter(({ faulted }) => faulted)).toHaveLength(2)
  })

  it("do not meet the platform, and rules of the platform do not meet the storage", async () => {
    const { a, api, emulator, put } = await lab()
    emulator.fault({ match: { platform: "storage" }, status: 503 })
    expect((await api.call("POST", a, artifactBody())).status).toBe(200)
    emulator.clearFaults()
    emulator.fault({ match: { platform: "luml" }, status: 503 })
    expect((await raw(put, { method: "PUT", body: "x" })).status).toBe(200)
  })

  it("cut a download after so many bytes, or end it early under a good length", async () => {
    const { get } = await stored()
    const reset = await raw(get, withFault("reset=70000"))
    expect([reset.status, reset.bytes.length, reset.complete]).toEqual([200, 70_000, false])
    expect(reset.headers["content-length"]).toBe("200000")
    const cut = await raw(get, withFault("truncate=70000"))
    expect([cut.bytes.length, cut.complete, cut.headers["content-length"]]).toEqual([70_000, true, "70000"])
    expect(reset.bytes.equals(bytes.subarray(0, 70_000))).toBe(true)
  })

  it("change one byte on the way out, or on the way in", async () => {
    const { get, put } = await stored()
    const out = await raw(get, withFault("corrupt=150000"))
    const odd = [...bytes.keys()].filter((at) => out.bytes[at] !== bytes[at])
    expect(odd).toEqual([150_000])
    const digest = md5(bytes).toString("base64")
    const checked = withFault("upload-corrupt=3", { method: "PUT", body: bytes, headers: { "content-md5": digest } })
    expect(code((await raw(put, checked)).text)).toBe("BadDigest")
    expect((await raw(get)).bytes.equals(bytes)).toBe(true)
    const silent = await raw(put, withFault("upload-corrupt=3", { method: "PUT", body: bytes }))
    expect([silent.status, silent.headers.etag === `"${md5(bytes).toString("hex")}"`]).toEqual([200, false])
    expect((await raw(get)).bytes[3]).toBe((bytes[3] ?? 0) ^ 0xff)
  })

  it("break an upload off after so many bytes, and leave the object that was there", async () => {
    const { emulator, get, put } = await stored()
    const broken = raw(put, withFault("upload-reset=100000", { method: "PUT", body: bytesOf(5_000_000, 2) }))
    await expect(broken).rejects.toThrow(/ECONNRESET|EPIPE|socket hang up/)
    await until(() => emulator.sockets() === 0, "the socket is gone")
    expect((await raw(get)).bytes.equals(bytes)).toBe(true)
    expect((await emulator.storage()).spool.files).toBe(1)
  })

  it("stop reading an upload, answer others meanwhile, and do not outlive the emulator", async () => {
    const { emulator, get, put } = await stored()
    const controller = new AbortController()
    const { signal } = controller
    const stalled = raw(
      put,
      withFault("upload-stall=1000", { method: "PUT", body: bytesOf(9_000_000, 2), signal })
    ).catch(() => "given up")
    await until(() => emulator.requests().at(-1)?.faulted === true, "the upload has begun")
    expect(await Promise.race([stalled, raw(get).then(() => "silent")])).toBe("silent")
    controller.abort()
    expect(await stalled).toBe("given up")
    await emulator.stop()
    expect(emulator.sockets()).toBe(0)
  })

  it("stall a download, and drip in both directions without changing a byte", async () => {
    const { emulator, get, put } = await stored("real")
    const controller = new AbortController()
    let size = 0
    const onData = (seen: number): void => {
      size = seen
    }
    const stalled = raw(get, withFault("stall=1000", { signal: controller.signal, onData })).catch(() => undefined)
    await until(() => size === 1000, "the first bytes are here")
    controller.abort()
    await until(() => emulator.sockets() === 0, "the stalled socket closes with its client")
    await stalled
    const small = bytesOf(4000, 3)
    expect((await raw(put, withFault("upload-drip=1000/1", { method: "PUT", body: small }))).status).toBe(200)
    expect((await raw(get, withFault("drip=1000/1"))).bytes.equals(small)).toBe(true)
  })

  it("answer another tag, an error under 200, an expired signature, the whole for a range", async () => {
    const { emulator, get, put } = await stored()
    const wrong = await raw(put, withFault("wrong-etag", { method: "PUT", body: bytes }))
    expect([wrong.status, wrong.headers.etag]).toEqual([200, `"${"0".repeat(32)}"`])
    const before = (await emulator.storage()).objects
    const error = await raw(put, withFault("error-in-200", { method: "PUT", body: "other" }))
    expect([error.status, error.headers["content-type"], code(error.text)]).toEqual([
      200,
      "application/xml",
      "InternalError"
    ])
    expect((await emulator.storage()).objects).toEqual(before)
    const late = await raw(get, withFault("expired"))
    expect([late.status, element(late.text, "Message")]).toEqual([403, "Request has expired"])
    const whole = await raw(get, withFault("ignore-range", { headers: { range: "bytes=0-9" } }))
    expect([whole.status, whole.bytes.length]).toEqual([200, bytes.length])
  })

  it("reset before the request has an effect, after it, and redirect", async () => {
    const { emulator, get, put } = await lab()
    const send = (fault: string, body: string) => raw(put, withFault(fault, { method: "PUT", body }))
    await expect(send("reset", "before")).rejects.toThrow(/ECONNRESET|socket hang up/)
    expect((await raw(get)).status).toBe(404)
    await expect(send("reset=response", "after")).rejects.toThrow(/ECONNRESET|socket hang up/)
    expect((await raw(get)).text).toBe("after")
    const same = await raw(get, withFault("redirect=same"))
    expect(same.status).toBe(307)
    expect((await raw(emulator.url + same.headers.location, withFault("redirect=same"))).text).toBe("after")
    const other = await raw(get, withFault("redirect=other"))
    const elsewhere = await raw(other.headers.location ?? "")
    expect([elsewhere.status, code(elsewhere.text)]).toEqual([403, "SignatureDoesNotMatch"])
  })

  it("wait on the emulator's clock, and are refused when they are none", async () => {
    const { emulator, get } = await stored()
    const slow = raw(get, withFault("latency=5000"))
    await until(() => emulator.waiting() === 1, "the request waits")
    await emulator.advance(5000)
    expect((await slow).status).toBe(200)
    for (const fault of [
      "upload-reset=x",
      "upload-drip=0/1",
      '{"upload": {"explode": 1}}',
      '{"match": {"platform": "s4"}}'
    ]) {
      const answer = await raw(get, withFault(fault))
      expect([answer.status, code(answer.text)], fault).toEqual([400, "BadEmulatorFault"])
    }
  })
})
