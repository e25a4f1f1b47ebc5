/** What the official clients can do: list tools, follow a run, cancel it, and delete only where it is allowed. */
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import { kinds, list, open, type World } from "./support/world.js"

const user = "ada@example.com"

let readOnly: World
let writable: World

beforeAll(async () => {
  readOnly = await open({ emulator: { pace: 0.1 } })
  writable = await open({ allowWrites: true })
})

afterAll(() => Promise.all([readOnly.close(), writable.close()]))

describe.each(kinds)("a client of %s", (kind) => {
  it("lists the tools with their schemas and hints", async () => {
    const client = await readOnly.client(kind)
    const tools = await client.tools()
    assert.deepStrictEqual(
      tools.map(({ name }) => name),
      [
        "lumnis_invoke",
        "lumnis_wait",
        "lvng_chat",
        "lvng_search_knowledge",
        "luml_find_artifacts",
        "luml_compare_metrics",
        "luml_download_artifact",
        "find_operation",
        "call_operation"
      ]
    )
    assert.deepInclude(tools[0]?.["inputSchema"], { type: "object", required: ["prompt"], additionalProperties: false })
    assert.deepInclude(tools.at(-1)?.["annotations"], { readOnlyHint: true, destructiveHint: false })
  })

  it("follows a run by its progress, from its id to its answer", async () => {
    const client = await readOnly.client(kind)
    const progress: Array<{ readonly progress: number; readonly message?: string | undefined }> = []
    const { isError, value } = await client.call(
      "lumnis_invoke",
      { prompt: "What is new? [tools]", user_id: user },
      { onprogress: (each) => progress.push(each) }
    )
    assert.deepInclude(value, { status: "succeeded" })
    assert.isFalse(isError)
    assert.match(progress[0]?.message ?? "", new RegExp(`^run ${value["response_id"]} started in thread `))
    assert.isAtLeast(progress.length, 3)
    const counts = progress.map((each) => each.progress)
    assert.deepStrictEqual(
      counts,
      [...new Set(counts)].sort((a, b) => a - b)
    )
  })

  it("cancels the wait: it ends on the server with the id of the run, which continues", async () => {
    const client = await readOnly.client(kind)
    const controller = new AbortController()
    let id = ""
    const call = client.call(
      "lumnis_invoke",
      { prompt: "[hang]", user_id: user },
      {
        signal: controller.signal,
        onprogress: ({ message = "" }) => {
          id = /^run (\S+) started/.exec(message)?.[1] ?? id
          if (id !== "") controller.abort("enough")
        }
      }
    )
    assert.include(
      await call.then(
        () => "answered",
        (error: unknown) => String(error)
      ),
      "enough"
    )
    await readOnly.logged(`The wait was cancelled. Run ${id} continues`)
    const waited = await client.call("lumnis_wait", { response_id: id, wait_seconds: 0.05 })
    assert.deepInclude(waited.value, { status: "running", response_id: id })
  })

  it("is refused a delete, and nothing is sent", async () => {
    const client = await readOnly.client(kind)
    const before = readOnly.emulator.requests().length
    const { isError, value } = await client.call("call_operation", {
      operation: "lumnis.users.delete",
      arguments: { user_identifier: user },
      confirm: true
    })
    assert.isTrue(isError)
    assert.deepInclude(value, { error: "ValidationError" })
    assert.include(String(value["hint"]), "--allow-writes")
    assert.strictEqual(readOnly.emulator.requests().length, before)
  })

  it("deletes with --allow-writes, after a confirmation", async () => {
    const client = await writable.client(kind)
    const created = await client.call("call_operation", {
      operation: "lumnis.users.create",
      arguments: { email: `${kind.replaceAll(" ", "-")}@example.com` }
    })
    const id = list([created.value["result"]])[0]?.["id"]
    const input = { operation: "lumnis.users.delete", arguments: { user_identifier: id } }
    const asked = await client.call("call_operation", input)
    assert.isTrue(asked.isError)
    assert.include(String(asked.value["hint"]), "confirm: true")
    const still = await client.call("call_operation", {
      operation: "lumnis.users.get",
      arguments: { user_identifier: id }
    })
    assert.isFalse(still.isError)
    const done = await client.call("call_operation", { ...input, confirm: true })
    assert.isFalse(done.isError, done.text)
    const gone = await client.call("call_operation", {
      operation: "lumnis.users.get",
      arguments: { user_identifier: id }
    })
    assert.deepInclude(gone.value, { error: "NotFoundError", status: 404 })
  })

  it("asks its user before a delete, if it can: the argument of the agent alone is not enough", async () => {
    const questions: Array<string> = []
    let answer = false
    const client = await writable.client(kind, (question) => {
      questions.push(question)
      return answer
    })
    const email = `asked-${kind.replaceAll(" ", "-")}@example.com`
    await client.call("call_operation", { operation: "lumnis.users.create", arguments: { email } })
    const remove = { operation: "lumnis.users.delete", arguments: { user_identifier: email }, confirm: true }
    const declined = await client.call("call_operation", remove)
    assert.isTrue(declined.isError)
    assert.include(String(declined.value["message"]), "did not agree")
    assert.include(questions[0] ?? "", email)
    answer = true
    const done = await client.call("call_operation", { ...remove, confirm: false })
    assert.isFalse(done.isError, done.text)
    assert.strictEqual(questions.length, 2)
  })
})
