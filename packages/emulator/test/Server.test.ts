import { fork } from "node:child_process"
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { Agent, request } from "node:http"
import { connect } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, describe, expect, it } from "vitest"
import { startEmulator } from "../src/promise.js"
import { isLoopback } from "../src/Server.js"
import * as Store from "../src/Store.js"
import { ok, parsed, send, started, until } from "./support.js"

const directories: Array<string> = []
const directory = (): string => {
  const path = mkdtempSync(join(tmpdir(), "trilum-emulator-"))
  directories.push(path)
  return path
}
afterAll(() => {
  for (const path of directories) rmSync(path, { recursive: true, force: true })
})

/** Bytes as they are, both ways, until the server closes or `done` says so. */
const raw = (port: number, text: string, done: (received: string) => boolean = () => false): Promise<string> =>
  new Promise((resolve, reject) => {
    let received = ""
    const socket = connect(port, "127.0.0.1", () => socket.write(text))
    socket.on("data", (chunk) => {
      received += chunk.toString("latin1")
      if (done(received)) socket.destroy()
    })
    socket.on("close", () => resolve(received))
    socket.on("error", reject)
  })

describe("the wire", () => {
  it("accepts HEAD, trailing slashes, percent-encoding and any content type", async () => {
    const { urls } = await started()
    const head = await send(`${urls.lumnis}/v1/tenant`, { method: "HEAD" })
    expect([head.status, head.text, Number(head.headers["content-length"]) > 0]).toEqual([200, "", true])
    expect((await send(`${urls.lumnis}/v1/files/?page=1`)).status).toBe(200)
    const body = JSON.stringify({ email: "x+y@example.com" })
    const odd = { method: "POST", body, headers: { "content-type": "application/x-unheard-of" } }
    expect((await send(`${urls.lumnis}/v1/users/`, odd)).status).toBe(201)
    expect((await send(`${urls.lumnis}/v1/users/x%2By%40example.com`)).status).toBe(200)
    expect((await send(`${urls.lumnis}/v1/users/x+y@example.com`)).status).toBe(200)
    expect((await send(`${urls.lumnis}/v1/users/%zz`)).status).toBe(404)
    expect((await send(`${urls.lumnis}/v1/users/a%2Fb`)).status).toBe(404)
  })

  it("asks for the body of a client that expects it", async () => {
    const { port } = await started()
    const body = JSON.stringify({ email: "a@example.com" })
    const headers = `Host: localhost:${port}\r\nAuthorization: Bearer k\r\nExpect: 100-continue\r\nConnection: close\r\n`
    const received = await new Promise<string>((resolve, reject) => {
      let text = ""
      const socket = connect(port, "127.0.0.1", () =>
        socket.write(`POST /lumnis/v1/users HTTP/1.1\r\n${headers}Content-Length: ${body.length}\r\n\r\n`)
      )
      socket.on("data", (chunk) => {
        const first = text === ""
        text += chunk.toString("latin1")
        if (first) socket.write(body)
      })
      socket.on("close", () => resolve(text))
      socket.on("error", reject)
    })
    expect(received).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 201 /)
  })

  it("keeps connections alive", async () => {
    const emulator = await started()
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    for (let turn = 0; turn < 5; turn++) await ok(`${emulator.urls.lumnis}/v1/tenant`, { agent })
    expect(emulator.sockets()).toBe(1)
    agent.destroy()
    await until(() => emulator.sockets() === 0, "the socket closes")
  })

  it("gives every answer a request id of its own, errors included", async () => {
    const { urls } = await started()
    const ids = []
    for (const path of ["/v1/tenant", "/v1/nothing", "/v1/users/x"])
      ids.push((await send(urls.lumnis + path)).headers["x-request-id"])
    expect(new Set(ids).size).toBe(3)
  })

  it("refuses other hosts and pages from elsewhere, and serves pages from here", async () => {
    const emulator = await started()
    const url = `${emulator.urls.lumnis}/v1/tenant`
    expect((await send(url, { headers: { host: "evil.example.com" } })).status).toBe(403)
    expect((await send(`${emulator.url}/__emulator/state`, { headers: { host: "evil.example.com" } })).status).toBe(403)
    expect((await send(url, { headers: { host: "localhost:1" } })).status).toBe(200)
    expect((await send(url, { headers: { origin: "https://evil.example.com" } })).status).toBe(403)
    expect((await send(url, { headers: { origin: "null" } })).status).toBe(403)
    const page = { origin: "http://localhost:5173" }
    expect((await send(url, { headers: page })).headers["access-control-allow-origin"]).toBe(page.origin)
    const asked = { ...page, "access-control-request-method": "PUT", "access-control-request-headers": "authorization" }
    const preflight = await send(url, { method: "OPTIONS", headers: asked })
    expect([preflight.status, preflight.headers["access-control-allow-headers"]]).toEqual([204, "authorization"])
    await expect(startEmulator({ host: "0.0.0.0" })).rejects.toThrow(/loopback/)
    const names = ["127.0.0.1:80", "127.9.9.9", "LOCALHOST:1", "a.localhost:1", "[::1]:80", "::1"]
    expect(names.filter(isLoopback)).toEqual(names)
    expect(["127.0.0.1.evil.com", "localhost.evil.com:80", "::2", "192.168.0.1", ""].filter(isLoopback)).toEqual([])
  })

  it("says where its platforms are", async () => {
    const emulator = await started()
    const answer = await send(`${emulator.url}/elsewhere`)
    expect([answer.status, answer.text.includes("/lumnis, /lvng, /luml")]).toEqual([404, true])
  })

  it("survives malformed and interrupted requests", async () => {
    const emulator = await started()
    expect(await raw(emulator.port, "NONSENSE\r\n\r\n")).toMatch(/^HTTP\/1\.1 400/)
    const half = `POST /lumnis/v1/users HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{"em`
    const socket = connect(emulator.port, "127.0.0.1", () => socket.write(half, () => socket.destroy()))
    await until(() => emulator.requests().length === 1 && emulator.sockets() === 0, "the half request is gone")
    expect((await send(`${emulator.urls.lumnis}/v1/tenant`)).status).toBe(200)
  })

  it("takes a long script in a header", async () => {
    const { urls } = await started({ pace: 0 })
    const text = "x".repeat(100_000)
    const steps = [{ status: "succeeded", output_text: text }]
    const { response_id } = await ok(`${urls.lumnis}/v1/responses`, {
      method: "POST",
      body: { messages: [{ role: "user", content: "x" }] },
      headers: { "x-emulator-script": JSON.stringify({ steps }) }
    })
    expect((await ok(`${urls.lumnis}/v1/responses/${response_id}`)).output_text).toBe(text)
  })

  it("serves a thousand connections at once", async () => {
    const emulator = await started({ clock: "manual" })
    const { response_id } = await ok(`${emulator.urls.lumnis}/v1/responses`, {
      method: "POST",
      body: { messages: [{ role: "user", content: "x" }] }
    })
    const url = `${emulator.urls.lumnis}/v1/responses/${response_id}?wait=30`
    const polls = Array.from({ length: 1000 }, () => send(url))
    await until(() => emulator.waiting() === 1000, "all polls wait")
    expect(emulator.sockets()).toBe(1000)
    await emulator.advance(100)
    const answers = await Promise.all(polls)
    expect(answers.every(({ status }) => status === 200)).toBe(true)
    await until(() => emulator.sockets() === 0, "all sockets close")
  })
})

describe("recorded requests", () => {
  it("tell method, path, query, headers and body, but no credential", async () => {
    const emulator = await started()
    const url = `${emulator.urls.lumnis}/v1/threads?user_id=a%40b.io&x=1&x=2`
    const canary = "lmn_live_canary"
    await send(url, {
      headers: { authorization: `Bearer ${canary}`, "x-api-key": canary, cookie: canary, "x-custom": "kept" }
    })
    await send(`${emulator.urls.lumnis}/v1/threads`, { method: "POST", body: { title: "T" } })
    const listed = await ok(`${emulator.url}/__emulator/requests`)
    expect(listed).toEqual({ requests: JSON.parse(JSON.stringify(emulator.requests())) })
    expect(listed.requests[0]).toMatchObject({
      index: 1,
      platform: "lumnis",
      operation: "listThreads",
      method: "GET",
      path: "/v1/threads",
      query: { user_id: "a@b.io", x: ["1", "2"] },
      headers: { authorization: "[redacted]", "x-api-key": "[redacted]", "x-custom": "kept" },
      body: { kind: "none" },
      status: 200,
      faulted: false
    })
    expect(listed.requests[1].body).toEqual({ kind: "json", value: { title: "T" } })
    expect(JSON.stringify(listed)).not.toContain(canary)
    expect((await ok(`${emulator.url}/__emulator/requests?operation=createThread`)).requests).toHaveLength(1)
    await send(`${emulator.url}/__emulator/requests`, { method: "DELETE" })
    expect(emulator.requests()).toEqual([])
  })

  it("are the latest when there are more than are kept", async () => {
    const emulator = await started({ maxRequests: 3 })
    for (let turn = 0; turn < 5; turn++) await send(`${emulator.urls.lumnis}/v1/tenant`)
    expect(emulator.requests().map(({ index }) => index)).toEqual([3, 4, 5])
  })
})

describe("admin routes", () => {
  it("tell health, state and time, and refuse to move a real clock", async () => {
    const emulator = await started()
    const admin = `${emulator.url}/__emulator`
    expect(await ok(`${admin}/health`)).toMatchObject({ status: "ok", platforms: ["lumnis", "lvng", "luml"] })
    expect(await ok(`${admin}/state`)).toMatchObject({ version: 1, collections: {}, faults: [], scripts: [] })
    expect((await send(`${admin}/clock`, { method: "POST", body: { advance: 5 } })).status).toBe(409)
    expect((await send(`${admin}/nothing`)).status).toBe(404)
    expect((await send(`${admin}/faults`, { method: "POST", body: "{" })).status).toBe(400)
  })

  it("move a manual clock", async () => {
    const emulator = await started({ clock: "manual", now: new Date("2030-01-01T00:00:00Z") })
    const clock = `${emulator.url}/__emulator/clock`
    expect(await ok(clock, { method: "POST", body: { advance: 1500 } })).toMatchObject({
      now: "2030-01-01T00:00:01.500Z"
    })
    expect((await send(clock, { method: "POST", body: { advance: -1 } })).status).toBe(400)
  })

  it("reset to the beginning, ids included", async () => {
    const emulator = await started({ clock: "manual" })
    const create = async () => (await ok(`${emulator.urls.lumnis}/v1/threads`, { method: "POST", body: {} })).thread_id
    const first = await create()
    expect(await create()).not.toBe(first)
    await send(`${emulator.url}/__emulator/reset`, { method: "POST" })
    expect((await ok(`${emulator.urls.lumnis}/v1/threads`)).total).toBe(0)
    expect(await create()).toBe(first)
  })
})

describe("seeds", () => {
  const run = async (seed: string): Promise<string> => {
    const emulator = await startEmulator({ seed, clock: "manual" })
    const base = emulator.urls.lumnis
    const texts: Array<unknown> = []
    texts.push((await send(`${base}/v1/users`, { method: "POST", body: { email: "a@example.com" } })).text)
    const asked = await send(`${base}/v1/responses`, {
      method: "POST",
      body: { messages: [{ role: "user", content: "x" }] }
    })
    await emulator.advance(10_000)
    texts.push(asked.text, asked.headers["x-request-id"])
    texts.push((await send(`${base}/v1/responses/${parsed(asked)["response_id"]}`)).text)
    await emulator.stop()
    return texts.join("\n")
  }

  it("decide every id: the same twice, different otherwise", async () => {
    const first = await run("one")
    expect(await run("one")).toBe(first)
    expect(await run("two")).not.toBe(first)
  })
})

describe("a data directory", () => {
  it("keeps state, files, idempotency and counters over a restart", async () => {
    const dataDir = directory()
    const first = await startEmulator({ dataDir, seed: "s" })
    const create = (url: string) =>
      send(`${url}/v1/threads`, { method: "POST", body: { title: "kept" }, headers: { "idempotency-key": "k" } })
    const made = await create(first.urls.lumnis)
    const form = `--b\r\nContent-Disposition: form-data; name="scope"\r\n\r\ntenant\r\n--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nbytes\r\n--b--\r\n`
    const upload = { method: "POST", body: form, headers: { "content-type": "multipart/form-data; boundary=b" } }
    const { file_id } = await ok(`${first.urls.lumnis}/v1/files/upload`, upload)
    await first.stop()
    const second = await started({ dataDir, seed: "s" })
    expect(await ok(`${second.urls.lumnis}/v1/threads/${parsed(made)["thread_id"]}`)).toMatchObject({ title: "kept" })
    expect((await create(second.urls.lumnis)).headers["idempotency-replayed"]).toBe("true")
    expect((await send(`${second.urls.lumnis}/v1/files/${file_id}/download`)).text).toBe("bytes")
    const next = await ok(`${second.urls.lumnis}/v1/threads`, { method: "POST", body: {} })
    expect(next.thread_id).not.toBe(parsed(made)["thread_id"])
    expect(readdirSync(dataDir).sort()).toEqual(["blobs", "emulator.lock", "state.json"])
  })

  it("forgets the bytes of deleted files", async () => {
    const dataDir = directory()
    const store = await Store.load({ directory: dataDir })
    store.putBlob("a", Buffer.from("x"))
    await store.flush()
    expect(readdirSync(join(dataDir, "blobs"))).toEqual(["a"])
    store.deleteBlob("a")
    await store.flush()
    expect(readdirSync(join(dataDir, "blobs"))).toEqual([])
    expect(await store.getBlob("a")).toBeUndefined()
  })

  it("holds a whole state after a kill at any moment", async () => {
    const dataDir = directory()
    const program = join(dataDir, "..", `killed-${process.pid}.mjs`)
    directories.push(program)
    const source = new URL("../src/Store.ts", import.meta.url)
    const { build } = await import("esbuild")
    const { outputFiles } = await build({
      stdin: {
        contents: `
          import * as Store from ${JSON.stringify(source.pathname)}
          const store = await Store.load({ directory: ${JSON.stringify(dataDir)}, delay: 0 })
          const records = store.collection("records")
          for (let n = 1; ; n++) {
            for (let i = 0; i < 200; i++) records.set(String(i), { n, pad: "x".repeat(200) })
            await store.flush()
            if (n === 3) process.send("running")
          }`,
        resolveDir: dataDir,
        loader: "js"
      },
      bundle: true,
      write: false,
      platform: "node",
      format: "esm"
    })
    writeFileSync(program, outputFiles[0]?.text ?? "")
    for (let round = 0; round < 4; round++) {
      const child = fork(program)
      await new Promise((resolve) => child.once("message", resolve))
      await new Promise((resolve) => setTimeout(resolve, round * 3))
      const dead = new Promise((resolve) => child.once("exit", resolve))
      child.kill("SIGKILL")
      await dead
      const state = JSON.parse(readFileSync(join(dataDir, "state.json"), "utf8"))
      const rounds = new Set(Object.values<{ n: number }>(state.collections.records).map(({ n }) => n))
      expect([Object.keys(state.collections.records).length, rounds.size]).toEqual([200, 1])
    }
    const reopened = await Store.load({ directory: dataDir })
    expect(reopened.collection("records").values()).toHaveLength(200)
  })

  it("is refused, not overwritten, when its state is not readable", async () => {
    const dataDir = directory()
    writeFileSync(join(dataDir, "state.json"), '{"version": 7}')
    await expect(startEmulator({ dataDir })).rejects.toThrow(/is not a state of this emulator/)
    expect(readFileSync(join(dataDir, "state.json"), "utf8")).toBe('{"version": 7}')
  })
})

describe("stopping", () => {
  it("answers open long polls, ends stalled ones, and leaves no socket and no port", async () => {
    const emulator = await startEmulator({ clock: "manual", grace: 5000 })
    const { response_id } = await ok(`${emulator.urls.lumnis}/v1/responses`, {
      method: "POST",
      body: { messages: [{ role: "user", content: "[hang]" }] }
    })
    await emulator.advance(5000)
    const agent = new Agent({ keepAlive: true })
    await ok(`${emulator.urls.lumnis}/v1/tenant`, { agent })
    const polls = Array.from({ length: 5 }, () =>
      send(`${emulator.urls.lumnis}/v1/responses/${response_id}?wait=60`, { agent })
    )
    const stalled = send(`${emulator.urls.lumnis}/v1/tenant`, { headers: { "x-emulator-fault": "stall" } }).catch(
      () => "cut"
    )
    await until(() => emulator.waiting() === 5 && emulator.requests().length === 8, "everything is under way")
    await emulator.stop()
    for (const answer of await Promise.all(polls)) {
      expect([answer.status, answer.headers.connection]).toEqual([200, "close"])
    }
    expect(await stalled).toBe("cut")
    expect(emulator.sockets()).toBe(0)
    await expect(send(emulator.url)).rejects.toThrow(/ECONNREFUSED/)
    agent.destroy()
  })

  it("closes what does not end within the grace period", async () => {
    const emulator = await startEmulator({ grace: 20 })
    const upload = request(`${emulator.urls.lumnis}/v1/users`, { method: "POST", headers: { "content-length": 100 } })
    const broken = new Promise((resolve) => upload.on("error", resolve))
    upload.write("{")
    await until(() => emulator.requests().length === 1, "the upload has begun")
    await emulator.stop()
    await broken
    expect(emulator.sockets()).toBe(0)
  })

  it("can be asked twice and fails to start on a taken port", async () => {
    const emulator = await startEmulator()
    await expect(startEmulator({ port: emulator.port })).rejects.toMatchObject({ code: "EADDRINUSE" })
    await Promise.all([emulator.stop(), emulator.stop()])
  })
})
