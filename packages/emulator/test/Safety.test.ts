import { fork } from "node:child_process"
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, assert, describe, it } from "@effect/vitest"
import * as FastCheck from "effect/FastCheck"
import * as FaultSyntax from "../src/FaultSyntax.js"
import { matchesPath } from "../src/Faults.js"
import { grouped } from "../src/internal/request.js"
import * as Multipart from "../src/Multipart.js"
import { startEmulator } from "../src/promise.js"
import * as Recorder from "../src/Recorder.js"
import * as Store from "../src/Store.js"
import * as Xml from "../src/storage/Xml.js"
import { ok, parsed, send, started } from "./support.js"

const directories: Array<string> = []

const directory = (): string => {
  const made = mkdtempSync(join(tmpdir(), "trilum-safety-"))
  directories.push(made)
  return made
}

afterEach(() => {
  for (const made of directories.splice(0)) rmSync(made, { recursive: true, force: true })
})

/** The least processor time of several runs, in milliseconds: noise only adds. */
const cost = (work: () => unknown): number => {
  const runs = Array.from({ length: 5 }, () => {
    const start = process.cpuUsage()
    work()
    const { system, user } = process.cpuUsage(start)
    return (system + user) / 1000
  })
  return Math.min(...runs)
}

/** Eight times the input may take 24 times as long, which quadratic work (64 times) does not. */
const assertLinear = (work: (size: number) => () => unknown, size: number): void => {
  const [one = 0, two = 0, four = 0, eight = 0] = [1, 2, 4, 8].map((factor) => cost(work(size * factor)))
  const unit = Math.max(one, two / 2, four / 4, 1)
  assert.isBelow(eight, unit * 24, `1x ${one}, 2x ${two}, 4x ${four}, 8x ${eight}`)
}

const form = (count: number, name: (index: number) => string): Buffer => {
  const parts = Array.from(
    { length: count },
    (_, index) => `--b\r\nContent-Disposition: form-data; name="${name(index)}"\r\n\r\nv\r\n`
  )
  return Buffer.from(`${parts.join("")}--b--\r\n`)
}

describe("parsers take time in proportion to their input", () => {
  it("forms, and the values of one name", () => {
    assertLinear((size) => {
      const body = form(size, () => "same")
      return () => Multipart.parse(body, "b")
    }, 1000)
    assertLinear((size) => {
      const pairs = Array.from({ length: size }, () => ["same", "v"] as const)
      return () => grouped(pairs)
    }, 5000)
    assertLinear((size) => {
      const pairs = Array.from({ length: size }, (_, index) => [`name-${index}`, "v"] as const)
      return () => grouped(pairs)
    }, 5000)
  })

  it("headers of a part that nearly match", () => {
    assertLinear((size) => {
      const header = `Content-Disposition: form-data; ${"; name".repeat(size)}${" ".repeat(size)}`
      const body = Buffer.from(`--b\r\n${header}\r\n\r\nv\r\n--b--\r\n`)
      return () => Multipart.parse(body, "b")
    }, 5000)
    assertLinear((size) => () => Multipart.boundaryOf(`multipart/form-data${"; ".repeat(size)}`), 5000)
  })

  it("lists of parts and blocks, and text that is neither", () => {
    const parts = (size: number): string =>
      Array.from({ length: size }, (_, at) => `<Part><PartNumber>${at + 1}</PartNumber><ETag>e</ETag></Part>`).join("")
    const distinct = (size: number): string => Array.from({ length: size }, (_, at) => `<a${at}>x`).join("")
    const repeated = (text: string) => (size: number) => text.repeat(size)
    for (const inside of [
      parts,
      distinct,
      repeated("<Part>"),
      repeated("<a>x"),
      repeated("</Part "),
      repeated("&#1;")
    ]) {
      assertLinear((size) => {
        const text = `<CompleteMultipartUpload>${inside(size)}</CompleteMultipartUpload>`
        return () => Xml.parseParts(text)
      }, 400)
    }
    assertLinear((size) => {
      const text = `<BlockList>${"<Latest>YQ==</Latest>".repeat(size)}</BlockList>`
      return () => Xml.parseBlocks(text)
    }, 400)
  })

  it("patterns of fault rules, however many stars they have", () => {
    assertLinear((size) => {
      const pattern = `${"*a".repeat(50)}*b`
      const path = "a".repeat(size)
      return () => matchesPath(pattern, path)
    }, 5000)
  })

  it("compact fault rules", () => {
    assertLinear((size) => () => FaultSyntax.fromHeader("status=503; ".repeat(size)), 2000)
  })

  const star = FastCheck.constantFrom("*", "a", "b", "/", "**")
  it.prop(
    "patterns match what the expression they stand for matches",
    [FastCheck.array(star, { maxLength: 6 }), FastCheck.array(FastCheck.constantFrom("a", "b", "/"), { maxLength: 8 })],
    ([pattern, path]) => {
      const source = pattern.join("").replaceAll("/", "\\/").replaceAll(/\*+/g, ".*")
      assert.strictEqual(matchesPath(pattern.join(""), path.join("")), new RegExp(`^${source}$`).test(path.join("")))
    }
  )
})

describe("requests that are made to cost much", () => {
  it("of 60,000 parts of one name, and of 20,000 query names, are answered at once", async () => {
    const { urls } = await started()
    const headers = { "content-type": "multipart/form-data; boundary=b" }
    const begun = process.cpuUsage()
    const body = form(60_000, () => "file")
    assert.strictEqual((await send(`${urls.lumnis}/v1/files/upload`, { method: "POST", body, headers })).status, 422)
    const names = Array.from({ length: 20_000 }, (_, index) => `n${index}=${index}`).join("&")
    assert.strictEqual((await send(`${urls.lumnis}/v1/tenant?${names}`)).status, 200)
    assert.isBelow(process.cpuUsage(begun).user / 1000, 4000)
  })

  it("name __proto__ in a query, a form or a rule, and change nothing else", async () => {
    const emulator = await started()
    await ok(`${emulator.urls.lumnis}/v1/tenant?__proto__=x`)
    assert.strictEqual(Object.entries(emulator.requests()[0]?.query ?? {}).join(), "__proto__,x")
    const fields = grouped([
      ["__proto__", "a"],
      ["__proto__", "b"]
    ])
    assert.deepStrictEqual(Object.entries(fields), [["__proto__", ["a", "b"]]])
    const faults = `${emulator.url}/__emulator/faults`
    for (const rule of ['{"__proto__": 1}', '{"sequence": [{"__proto__": 1}]}', '{"constructor": true}']) {
      const answer = await send(faults, { method: "POST", body: rule })
      assert.strictEqual(answer.status, 400, rule)
    }
    const headers = { "x-emulator-fault": '{"__proto__": 1}' }
    assert.strictEqual((await send(`${emulator.urls.lumnis}/v1/tenant`, { headers })).status, 400)
    const settings = await send(`${emulator.urls.lvng}/api/v2/settings`, {
      method: "PATCH",
      body: '{"__proto__": {"polluted": true}}',
      headers: { authorization: "Bearer a.b.c" }
    })
    assert.isBelow(settings.status, 500)
    assert.notProperty({}, "polluted")
  })

  it("leave no more bytes in the record than its limit", () => {
    const recorder = Recorder.make(100, 1000)
    const request: Omit<Recorder.RecordedRequest, "index"> = {
      at: "",
      requestId: "",
      origin: "first",
      platform: "lumnis",
      operation: undefined,
      method: "POST",
      path: "/",
      pathParameters: {},
      query: {},
      headers: {},
      body: { kind: "none" },
      status: undefined,
      faulted: false
    }
    for (let index = 0; index < 5; index++) {
      recorder.add(request, 10)({ body: { kind: "json", value: index } }, 400)
    }
    assert.deepStrictEqual(
      recorder.list().map(({ body }) => body.kind),
      ["other", "other", "other", "json", "json"]
    )
    for (let index = 0; index < 9; index++) recorder.add(request, 300)
    assert.isAtMost(recorder.list().length, 3)
  })
})

describe("admin routes", () => {
  it("need a header that a page of another origin cannot send, and no preflight allows it", async () => {
    const emulator = await started()
    const state = `${emulator.url}/__emulator/state`
    const without = await send(state, { headers: { "x-emulator-admin": undefined } })
    assert.deepStrictEqual([without.status, parsed(without).error.message.includes("X-Emulator-Admin")], [403, true])
    const page = { origin: "http://localhost:5173", "x-emulator-admin": undefined }
    const asked = {
      ...page,
      "access-control-request-method": "POST",
      "access-control-request-headers": "x-emulator-admin"
    }
    const preflight = await send(`${emulator.url}/__emulator/reset`, { method: "OPTIONS", headers: asked })
    assert.deepStrictEqual([preflight.status, preflight.headers["access-control-allow-origin"]], [403, undefined])
    const allowed = await send(state, { headers: { origin: page.origin } })
    assert.deepStrictEqual([allowed.status, allowed.headers["access-control-allow-origin"]], [200, undefined])
    const health = await send(`${emulator.url}/__emulator/health`, { headers: { "x-emulator-admin": undefined } })
    assert.strictEqual(health.status, 200)
  })
})

describe("a platform on a port of its own", () => {
  it("is served without a prefix, redirects and storage included", async () => {
    const { origins } = await started()
    for (const [name, path] of [
      ["lumnis", "/v1/tenant"],
      ["luml", "/v1/users/me/organizations"]
    ] as const) {
      assert.strictEqual((await send(origins[name] + path)).status, 200, name)
      assert.strictEqual((await send(`${origins[name]}/${name}${path}`)).status, 404, name)
    }
    const agents = await send(`${origins.lvng}/api/v2/agents`, { headers: { authorization: "Bearer a.b.c" } })
    assert.strictEqual(agents.status, 200)
    const redirected = await send(`${origins.lumnis}/v1/tenant`, { headers: { "x-emulator-fault": "redirect" } })
    assert.strictEqual((await send(origins.lumnis + String(redirected.headers.location))).status, 200)
    assert.strictEqual(
      (await send(`${origins.luml}/storage/bucket/key`, { headers: { authorization: undefined } })).status,
      403
    )
    assert.strictEqual(
      (await send(`${origins.lumnis}/__emulator/state`, { headers: { "x-emulator-admin": "1" } })).status,
      404
    )
  })

  it("has the port after the emulator's, where that is free", async () => {
    const first = await started()
    await first.stop()
    const second = await started({ port: first.port })
    assert.strictEqual(Object.values(second.origins).length, 3)
    for (const origin of Object.values(second.origins)) assert.notStrictEqual(Number(new URL(origin).port), second.port)
  })
})

describe("a data directory", () => {
  it("is used by one emulator at a time, and the second says who has it", async () => {
    const dataDir = directory()
    const first = await started({ dataDir })
    const message = await startEmulator({ dataDir }).then(
      () => "started",
      (error: unknown) => String(error)
    )
    assert.include(message, dataDir)
    assert.include(message, `process ${process.pid} on `)
    await first.stop()
    assert.notInclude(readdirSync(dataDir).join(), "lock")
    const second = await started({ dataDir })
    const taken = await startEmulator({ dataDir: directory(), port: second.port }).catch(() => "taken")
    assert.strictEqual(taken, "taken")
  })

  it("is free again when an emulator that failed to start, or was killed, held it", async () => {
    const dataDir = directory()
    const other = await started()
    assert.strictEqual(await startEmulator({ dataDir, port: other.port }).catch(() => "taken"), "taken")
    await (await startEmulator({ dataDir })).stop()

    const source = new URL("../src/Store.ts", import.meta.url)
    const { build } = await import("esbuild")
    const { outputFiles } = await build({
      stdin: {
        contents: `
          import * as Store from ${JSON.stringify(source.pathname)}
          await Store.load({ directory: ${JSON.stringify(dataDir)} })
          setInterval(() => {}, 1000)
          process.send("held")`,
        resolveDir: dataDir,
        loader: "js"
      },
      bundle: true,
      write: false,
      platform: "node",
      format: "esm"
    })
    const program = join(dataDir, "holder.mjs")
    writeFileSync(program, outputFiles[0]?.text ?? "")
    const child = fork(program)
    await new Promise((resolve) => child.once("message", resolve))
    assert.include(
      await startEmulator({ dataDir }).catch((error: unknown) => String(error)),
      `process ${child.pid} on `
    )
    const dead = new Promise((resolve) => child.once("exit", resolve))
    child.kill("SIGKILL")
    await dead
    await started({ dataDir })
  })

  it("loses what an interrupted write left, and moves a state aside that is not JSON", async () => {
    const dataDir = directory()
    const path = join(dataDir, "state.json")
    const first = await Store.load({ directory: dataDir })
    first.putBlob("kept.tmp", Buffer.from("x"))
    await first.close()
    const torn = "0b0a1c2d-1111-4222-8333-0123456789ab.tmp"
    writeFileSync(join(dataDir, `state.json.${torn}`), "{")
    writeFileSync(join(dataDir, "blobs", `a.${torn}`), "x")
    writeFileSync(path, '{"version": 1, "coll')
    const errors: Array<unknown> = []
    const emulator = await started({ dataDir, onError: (error) => errors.push(error) })
    await emulator.stop()
    const names = readdirSync(dataDir)
    const aside = names.find((name) => name.includes("corrupt")) ?? ""
    assert.strictEqual(readFileSync(join(dataDir, aside), "utf8"), '{"version": 1, "coll')
    assert.include(String(errors[0]), path)
    assert.include(String(errors[0]), aside)
    assert.notInclude(names.join(), torn)
    assert.deepStrictEqual(readdirSync(join(dataDir, "blobs")), ["kept.tmp"])
  })
})

describe("numbers that JavaScript cannot hold", () => {
  it("keep their digits in what is stored and answered, after a restart too", async () => {
    const dataDir = directory()
    const digits = ["12345678901234567890", "-9007199254740993", "0.1234567890123456789", "1.5"]
    const body = `{"title": "12345678901234567890", "metadata": {"numbers": [${digits.join(", ")}]}}`
    const first = await started({ dataDir })
    const made = await send(`${first.urls.lumnis}/v1/threads`, { method: "POST", body })
    assert.include(made.text, `[${digits.join()}]`)
    await first.stop()
    const second = await started({ dataDir })
    const read = await send(`${second.urls.lumnis}/v1/threads/${parsed(made).thread_id}`)
    assert.include(read.text, `[${digits.join()}]`)
    assert.include(read.text, '"12345678901234567890"')
  })
})
