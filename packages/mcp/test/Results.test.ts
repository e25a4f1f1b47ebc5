/** What results carry: answers, files, progress, errors to go on with, and never a secret. */
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import { createLuml } from "@trilum/luml/promise"
import { artifact as archive } from "@trilum/testing/archive"
import * as FaultServer from "@trilum/testing/FaultServer"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Scope from "effect/Scope"
import { keys, list, open, type TestClient, type World } from "./support/world.js"

let world: World
let client: TestClient

beforeAll(async () => {
  world = await open({ allowWrites: true })
  client = await world.client()
})

afterAll(() => world.close())

describe("LUML", () => {
  const content = archive(2000)

  beforeAll(async () => {
    const luml = createLuml({ apiKey: keys.luml, baseUrl: world.emulator.urls.luml })
    const metrics: Readonly<Record<string, Record<string, unknown>>> = {
      first: { accuracy: 0.5, loss: 2, note: "no number" },
      second: { accuracy: 0.75, recall: 0.25 }
    }
    const { file_index, manifest } = await luml.artifacts.upload(new Blob([content]), {
      name: "numbers",
      fileName: "n.luml"
    })
    for (const [name, extra_values] of Object.entries(metrics)) {
      const more = { extra_values, file_index, file_hash: "0".repeat(64), size: 10, type: "dataset", manifest } as const
      await luml.artifacts.create({ ...more, name, file_name: `${name}.luml` })
    }
    await luml.close()
  })

  it("finds artifacts with their metrics, as resources that can be read", async () => {
    const found = await client.call("luml_find_artifacts", { search: "FIRST" })
    const [first] = list(found.value["artifacts"])
    assert.deepInclude(first, { name: "first", type: "dataset" })
    assert.deepStrictEqual(first?.["metrics"], { accuracy: 0.5, loss: 2 })
    const link = found.content.find(({ type }) => type === "resource_link")
    assert.include(
      (await client.resources()).map(({ uri }) => uri),
      link?.["uri"]
    )
    assert.deepInclude(JSON.parse(await client.read(String(link?.["uri"]))), { id: first?.["id"], name: "first" })
  })

  it("compares metrics, where a missing one is null", async () => {
    const { value } = await client.call("luml_compare_metrics", { artifacts: ["first", "second"] })
    assert.deepStrictEqual(value["metrics"], [
      { metric: "accuracy", values: [0.5, 0.75], differences: [0, 0.25] },
      { metric: "loss", values: [2, null], differences: [0, null] },
      { metric: "recall", values: [null, 0.25], differences: [null, null] }
    ])
  })

  it("downloads into its directory, with progress, and replaces a file only when told to", async () => {
    const messages: Array<string> = []
    const download = (more: Record<string, unknown> = {}) =>
      client.call(
        "luml_download_artifact",
        { artifact: "numbers", file_name: "a.luml", ...more },
        { onprogress: ({ message = "" }) => messages.push(message) }
      )
    const done = await download()
    assert.isFalse(done.isError, done.text)
    assert.strictEqual(done.value["path"], join(world.directory, "a.luml"))
    assert.deepStrictEqual(readFileSync(join(world.directory, "a.luml")), content)
    assert.isAbove(messages.length, 0)
    assert.deepInclude((await download()).value, { error: "LocalFileError" })
    assert.isFalse((await download({ overwrite: true })).isError)
  })

  it("is declared destructive: overwrite replaces a file", async () => {
    const { annotations } = (await client.tools()).find(({ name }) => name === "luml_download_artifact") ?? {}
    assert.deepInclude(annotations, { readOnlyHint: false, destructiveHint: true, idempotentHint: false })
  })

  it.each(["../a.luml", "/a.luml", "a/b.luml", "..", "a\\b", ""])(
    "writes no file %j outside of its directory",
    async (name) => {
      const before = readdirSync(world.directory)
      const { isError } = await client.call("luml_download_artifact", { artifact: "numbers", file_name: name })
      assert.isTrue(isError)
      assert.deepStrictEqual(readdirSync(world.directory), before)
    }
  )

  it("names what is not there, with the candidates", async () => {
    const { isError, value } = await client.call("luml_compare_metrics", { artifacts: ["first", "third"] })
    assert.isTrue(isError)
    assert.include(String(value["message"]), "third")
  })
})

describe("LVNG", () => {
  it("chats, and reports the reply while it grows", async () => {
    const messages: Array<string> = []
    const { isError, value } = await client.call(
      "lvng_chat",
      { message: "Hello [tokens=300] [tools]" },
      { onprogress: ({ message = "" }) => messages.push(message) }
    )
    assert.isFalse(isError)
    assert.isAbove(String(value["reply"]).length, 300)
    assert.include(messages, "a tool is used")
    assert.isAbove(messages.length, 1)
  })

  it("fails with what came before a cut", async () => {
    const { isError, value } = await client.call("lvng_chat", { message: "Hello [cut]" })
    assert.isTrue(isError)
    assert.deepInclude(value, { error: "StreamError" })
  })

  it("finds knowledge", async () => {
    await client.call("call_operation", {
      operation: "lvng.knowledge.ingest",
      arguments: { title: "Pricing", content: "Our prices are in euro.", type: "document" }
    })
    const { value } = await client.call("lvng_search_knowledge", { query: "prices", limit: 3 })
    assert.deepInclude(list(value["hits"])[0], { title: "Pricing", text: "Our prices are in euro." })
  })
})

describe("Lumnis", () => {
  it("returns a run that is not done in time, and its answer later", async () => {
    world.emulator.script({
      match: { prompt: "slow one" },
      times: 1,
      script: { steps: [{ after: 0, status: "in_progress" }] }
    })
    const { isError, value } = await client.call("lumnis_invoke", {
      prompt: "slow one",
      user_id: "ada",
      wait_seconds: 0.05
    })
    assert.isFalse(isError)
    assert.deepInclude(value, { status: "running" })
    assert.include(String(value["next"]), "lumnis_wait")
    const finished = await client.call("lumnis_invoke", { prompt: "hi", user_id: "ada" })
    const again = await client.call("lumnis_wait", { response_id: finished.value["response_id"] })
    assert.deepStrictEqual(again.value["output_text"], finished.value["output_text"])
  })

  it("never cancels a run, whatever the options of the client are", async () => {
    const cancelling = await open({
      platforms: {
        lumnis: {
          apiKey: keys.lumnis,
          baseUrl: world.emulator.urls.lumnis,
          pollInterval: 10,
          cancelOnInterrupt: true,
          cancelOnDeadline: true
        }
      }
    })
    try {
      const other = await cancelling.client()
      const { value } = await other.call("lumnis_invoke", { prompt: "[hang]", user_id: "ada", wait_seconds: 0.05 })
      assert.deepInclude(value, { status: "running" })
      const waited = await other.call("lumnis_wait", { response_id: value["response_id"], wait_seconds: 0.05 })
      assert.deepInclude(waited.value, { status: "running" })
      const paths = world.emulator.requests().map(({ path }) => path)
      assert.deepStrictEqual(
        paths.filter((path) => path.includes("cancel")),
        []
      )
    } finally {
      await cancelling.close()
    }
  })

  it("reports a failed run with its id", async () => {
    const { isError, value } = await client.call("lumnis_invoke", { prompt: "[fail]", user_id: "ada" })
    assert.isTrue(isError)
    assert.deepInclude(value, { error: "RunFailedError" })
    assert.isString(value["response_id"])
  })

  it.each([
    ["nothing", {}, "prompt"],
    ["an empty prompt", { prompt: "" }, "prompt"],
    ["an unknown field", { prompt: "x", user: "ada" }, "user"],
    ["a wrong type", { prompt: "x", wait_seconds: "soon" }, "wait_seconds"]
  ])("names what is wrong with %s", async (_, input, field) => {
    const { isError, value } = await client.call("lumnis_invoke", input)
    assert.isTrue(isError)
    assert.deepInclude(value, { error: "ValidationError", code: "INVALID_INPUT" })
    assert.include(
      list(value["details"]).map(({ path }) => path),
      field
    )
  })

  it("takes null for what is left out", async () => {
    const { isError } = await client.call("lumnis_invoke", { prompt: "hi", user_id: "ada", thread_id: null })
    assert.isFalse(isError)
  })
})

describe("secrets", () => {
  it("of a new webhook are masked, as the contract marks them", async () => {
    const { text, value } = await client.call("call_operation", {
      operation: "lvng.developer.createWebhook",
      arguments: { url: "http://127.0.0.1:9/", events: ["message.created"] }
    })
    assert.isFalse("error" in value, text)
    const data = list([value["result"]])[0]?.["data"]
    assert.deepInclude(data, { secret: "[REDACTED]" })
  })

  it("of the clients are in no result, wherever a server repeats them", async () => {
    const scope = Effect.runSync(Scope.make())
    const faults = FaultServer.make((request) =>
      FaultServer.json(
        {
          users: [{ id: "1", email: `a${keys.lumnis}@example.com`, note: request.headers.authorization }],
          detail: `bad key ${keys.lumnis}`,
          message: request.headers.authorization
        },
        { status: request.url.includes("users/") ? 500 : 200 }
      )
    )
    const server = await Effect.runPromise(Scope.extend(faults, scope))
    const other = await open({ baseUrls: { lumnis: server.url } })
    try {
      const connected = await other.client()
      const ok = await connected.call("call_operation", { operation: "lumnis.users.list" })
      const failed = await connected.call("call_operation", {
        operation: "lumnis.users.get",
        arguments: { user_identifier: "a" }
      })
      assert.isTrue(failed.isError)
      for (const { text } of [ok, failed]) {
        assert.notInclude(text, keys.lumnis)
        assert.include(text, "[REDACTED]")
      }
    } finally {
      await other.close()
      await Effect.runPromise(Scope.close(scope, Exit.void))
    }
  })
})

describe("a long result", () => {
  it("is cut, and says so", async () => {
    const short = await open({ maxResultLength: 500 })
    try {
      const connected = await short.client()
      const { text } = await connected.call("find_operation", { query: "list", limit: 50 })
      assert.isBelow(text.length, 700)
      assert.match(text, /\[cut: the result has \d+ characters/)
    } finally {
      await short.close()
    }
  })
})
