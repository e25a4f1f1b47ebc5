/** All operations through two tools: found by words, described by schemas, and called only as the server allows. */
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import { AjvJsonSchemaValidator } from "@modelcontextprotocol/server/validators/ajv"
import * as OperationCatalog from "@trilum/core/OperationCatalog"
import * as LumlCatalog from "@trilum/luml/generated/catalog"
import * as LumlInputs from "@trilum/luml/generated/inputs"
import * as LumnisCatalog from "@trilum/lumnis/generated/catalog"
import * as LumnisInputs from "@trilum/lumnis/generated/inputs"
import * as LvngCatalog from "@trilum/lvng/generated/catalog"
import * as LvngInputs from "@trilum/lvng/generated/inputs"
import { effectsOf } from "../src/OperationTools.js"
import { keys, list, open, type TestClient, type World } from "./support/world.js"

const platforms = [
  { ...LumnisCatalog, ...LumnisInputs },
  { ...LvngCatalog, ...LvngInputs },
  { ...LumlCatalog, ...LumlInputs }
]
const all = platforms.flatMap(({ catalog, ...schemas }) =>
  catalog.map((entry) => ({
    entry,
    name: `${entry.platform}.${entry.resource}.${entry.name}`,
    schema: OperationCatalog.inputSchema(schemas, entry.id)
  }))
)

let world: World
let writable: World
let client: TestClient

beforeAll(async () => {
  world = await open()
  writable = await open({ allowWrites: true })
  client = await world.client()
})

afterAll(() => Promise.all([world.close(), writable.close()]))

describe("the schemas of all operations", () => {
  it("are valid, resolve what they refer to, and name every parameter", () => {
    assert.strictEqual(all.length, 483)
    const validator = new AjvJsonSchemaValidator()
    for (const { entry, name, schema } of all) {
      const check = validator.getValidator({ ...schema })
      assert.isFalse(check("not an object").valid, name)
      const properties = Object.keys(schema["properties"] ?? {})
      const parameters = [...entry.pathParameters, ...entry.parameters].map((parameter) => parameter.name)
      assert.deepStrictEqual(properties.sort(), [...new Set(parameters)].sort(), name)
    }
  })
})

describe("find_operation", () => {
  const find = async (query: string, more: Record<string, unknown> = {}) =>
    list((await client.call("find_operation", { query, ...more })).value["operations"])

  it.each([
    ["delete thread", "lumnis.threads.delete"],
    ["list users", "lumnis.users.list"],
    ["lvng search knowledge", "lvng.knowledge.search"],
    ["luml create orbit", "luml.orbits.create"],
    ["listThreads", "lumnis.threads.list"],
    ["list file", "lumnis.files.list"],
    ["lumnis list files", "lumnis.files.list"],
    ["lumnis get responses", "lumnis.responses.get"],
    ["luml.artifacts.list", "luml.artifacts.list"]
  ])("finds by %j %s first, with its schema and effects", async (query, name) => {
    const [first] = await find(query)
    const expected = all.find((each) => each.name === name)
    assert.isDefined(expected)
    assert.strictEqual(first?.["operation"], name)
    assert.deepStrictEqual(first?.["arguments"], JSON.parse(JSON.stringify(expected?.schema)))
    assert.strictEqual(first?.["effects"], expected === undefined ? "" : effectsOf(expected.entry))
  })

  it("finds operations by their names", async () => {
    for (const { name } of all.filter((_, index) => index % 9 === 0))
      assert.strictEqual((await find(name, { limit: 1 }))[0]?.["operation"], name)
  })

  it("leaves the schemas out of long lists, and says what it did not find", async () => {
    const many = await find("list", { limit: 20 })
    assert.strictEqual(many.length, 20)
    assert.isFalse(many.some((each) => "arguments" in each))
    const none = await client.call("find_operation", { query: "xyzzy" })
    assert.deepInclude(none.value, { found: 0 })
  })

  it("names only operations of platforms that are configured", async () => {
    const lumlOnly = await open({ platforms: { luml: { apiKey: keys.luml } } })
    try {
      const other = await lumlOnly.client()
      assert.deepStrictEqual(
        (await other.tools()).map(({ name }) => String(name)).filter((name) => /^(?:lumnis|lvng)/.test(name)),
        []
      )
      const found = list((await other.call("find_operation", { query: "list", limit: 50 })).value["operations"])
      assert.isTrue(found.every(({ operation }) => String(operation).startsWith("luml.")))
    } finally {
      await lumlOnly.close()
    }
  })
})

describe("a read-only server", () => {
  it("refuses every operation that changes data, whatever else is given, and sends nothing", async () => {
    const before = world.emulator.requests().length
    const changing = all.filter(({ entry }) => effectsOf(entry) !== "read")
    assert.isAbove(changing.length, 250)
    for (const { entry, name } of changing) {
      const { isError, value } = await client.call("call_operation", { operation: name, confirm: true })
      assert.isTrue(isError, name)
      assert.include(String(value["message"]), "read-only", entry.id)
    }
    assert.strictEqual(world.emulator.requests().length, before)
  })

  it("counts as changes: every method but GET, what the contract marks, and a GET that is not repeatable", () => {
    for (const { entry } of all) {
      if (entry.method !== "GET") assert.notStrictEqual(effectsOf(entry), "read", entry.id)
      if (entry.destructive === true) assert.strictEqual(effectsOf(entry), "destructive", entry.id)
    }
    const entry = all.find((each) => each.entry.id === "getArtifactDeleteUrl")?.entry
    assert.isDefined(entry)
    if (entry !== undefined) assert.notStrictEqual(effectsOf({ ...entry, destructive: false }), "read")
  })
})

describe("a server that allows writes", () => {
  it("asks for a confirmation of every destructive operation, and sends nothing without", async () => {
    const other = await writable.client()
    const before = writable.emulator.requests().length
    for (const { entry, name } of all.filter((each) => each.entry.destructive === true)) {
      const required = [
        ...entry.pathParameters.map((parameter) => parameter.name),
        ...entry.parameters.filter((parameter) => parameter.required).map((parameter) => parameter.name)
      ]
      const given = Object.fromEntries(required.map((each) => [each, "x"]))
      const { isError, value } = await other.call("call_operation", { operation: name, arguments: given })
      assert.isTrue(isError, name)
      assert.include(String(value["message"]), "cannot be undone", name)
    }
    assert.strictEqual(writable.emulator.requests().length, before)
    const { annotations } = (await other.tools()).find(({ name }) => name === "call_operation") ?? {}
    assert.deepInclude(annotations, { readOnlyHint: false, destructiveHint: true })
  })
})

describe("call_operation", () => {
  const call = (operation: string, given?: Record<string, unknown>, more: Record<string, unknown> = {}) =>
    client.call("call_operation", { operation, arguments: given, ...more })

  it.each([
    ["an unknown operation", "lumnis.users.lst", {}, 'Did you mean "lumnis.users.list"?'],
    ["an unknown argument", "lumnis.users.list", { pagesize: 1 }, 'Did you mean "page_size"?'],
    ["a missing argument", "lumnis.users.get", {}, "missing user_identifier"],
    ["an empty path parameter", "lumnis.users.get", { user_identifier: "" }, "user_identifier must be a text"],
    ["an object in the path", "lumnis.users.get", { user_identifier: { id: 1 } }, "user_identifier must be a text"]
  ])("rejects %s before anything is sent", async (_, operation, given, message) => {
    const before = world.emulator.requests().length
    const { isError, value } = await call(operation, given)
    assert.isTrue(isError)
    assert.include(String(value["message"]), message)
    assert.isString(value["hint"])
    assert.strictEqual(world.emulator.requests().length, before)
  })

  it("acts for the user and in the scope of the call", async () => {
    assert.deepInclude((await call("lumnis.threads.list")).value, { error: "MissingUserId" })
    const threads = await call("lumnis.threads.list", undefined, { user_id: "ada@example.com" })
    assert.isFalse(threads.isError, threads.text)
    assert.include(world.emulator.requests().at(-1)?.path ?? "", "/v1/threads")
  })

  it("keeps a bound user: a call for another one fails", async () => {
    const bound = await open({
      platforms: { lumnis: { apiKey: keys.lumnis, baseUrl: world.emulator.urls.lumnis }, userId: "ada" }
    })
    try {
      const other = await bound.client()
      const own = await other.call("call_operation", { operation: "lumnis.threads.list" })
      assert.isFalse(own.isError, own.text)
      const refused = await other.call("call_operation", {
        operation: "lumnis.threads.list",
        arguments: { user_id: "bob" }
      })
      assert.isTrue(refused.isError, refused.text)
      const through = await other.call("call_operation", { operation: "lumnis.threads.list", user_id: "bob" })
      assert.isTrue(through.isError, through.text)
      const invoked = await other.call("lumnis_invoke", { prompt: "hi", user_id: "bob" })
      assert.isTrue(invoked.isError, invoked.text)
    } finally {
      await bound.close()
    }
  })

  it("refuses another user before it asks for a confirmation, wherever the call names it", async () => {
    const bound = await open({
      allowWrites: true,
      platforms: { lumnis: { apiKey: keys.lumnis, baseUrl: world.emulator.urls.lumnis }, userId: "ada" }
    })
    try {
      const questions: Array<string> = []
      const asking = await bound.client("2026 over HTTP", (question) => questions.push(question) > 0)
      const before = world.emulator.requests().length
      for (const [operation, given, more] of [
        ["lumnis.users.delete", { user_identifier: "bob" }, {}],
        ["lumnis.users.delete", { user_identifier: "ada" }, { user_id: "bob" }],
        ["lumnis.files.delete", { file_id: "f", user_id: "bob" }, {}]
      ] as const) {
        const { isError, text, value } = await asking.call("call_operation", { operation, arguments: given, ...more })
        assert.isTrue(isError, text)
        assert.deepInclude(value, { error: "ValidationError" })
      }
      assert.deepStrictEqual(questions, [])
      assert.strictEqual(world.emulator.requests().length, before)
    } finally {
      await bound.close()
    }
  })

  it("cuts a stream after 1000 items, and says so", async () => {
    const wide = await open({ allowWrites: true, maxResultLength: 10_000_000 })
    try {
      const other = await wide.client()
      const stream = (message: string) =>
        other.call("call_operation", { operation: "lvng.chat.stream", arguments: { message } })
      const long = await stream("Hello [tokens=1500]")
      assert.isFalse(long.isError, long.text)
      assert.strictEqual(list(long.value["result"]).length, 1000)
      assert.deepInclude(long.value, { cut: true })
      assert.notProperty((await stream("Hello")).value, "cut")
    } finally {
      await wide.close()
    }
  })

  it("reports the failure of the server with its status, its ids and what to do", async () => {
    const { isError, value } = await call("lumnis.users.get", { user_identifier: "nobody@example.com" })
    assert.isTrue(isError)
    assert.deepInclude(value, { error: "NotFoundError", category: "notFound", status: 404, operation: "getUser" })
    assert.isString(value["message"])
  })
})
