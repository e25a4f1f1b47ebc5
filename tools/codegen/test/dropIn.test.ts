/** A vendor's own document in the place of a contract, under a package with code that is written against the contract. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { run } from "../src/generate.js"
import { type Json, type JsonObject, objectAt } from "../src/json.js"
import { methodsOf } from "../src/overlay.js"
import { answering, contractText, documentOf, ref, temporaryFolder, typeErrorsOver, workspaceRoot } from "./support.js"

interface Outcome {
  readonly code: number
  readonly out: string
  readonly err: string
  readonly rows: ReadonlyArray<ReadonlyArray<string>>
  /** Where the generated files are. */
  readonly folder: string
  readonly text: (file: string) => string
}

const folders: Array<{ readonly remove: () => void }> = []
afterAll(() => {
  for (const folder of folders) folder.remove()
})

const dropIn = (document: JsonObject, name = "lvng"): Outcome => {
  const folder = temporaryFolder()
  folders.push(folder)
  mkdirSync(join(folder.path, "contracts"))
  writeFileSync(join(folder.path, "contracts", `${name}.openapi.json`), contractText(name))
  const file = join(folder.path, "vendor.json")
  writeFileSync(file, JSON.stringify(document))
  let out = ""
  let err = ""
  const code = run(["--package", name, "--spec", file], folder.path, {
    out: (text) => {
      out += text
    },
    err: (text) => {
      err += text
    }
  })
  const generated = join(folder.path, "packages", name, "src", "generated")
  return {
    code,
    out,
    err,
    rows: out.split("\n").map((line) => line.split(/ {2,}/)),
    folder: generated,
    text: (path) => readFileSync(join(generated, path), "utf8")
  }
}

const contract: JsonObject = JSON.parse(contractText("lvng"))

/** The contract as its vendor would write it: without our extensions, with ids, tags and a server of its own. */
const vendorDocument = (
  change: (paths: Record<string, JsonObject>, schemas: Record<string, Json>) => void
): JsonObject => {
  const plain: JsonObject = JSON.parse(JSON.stringify(contract), (key, value: unknown) =>
    key.startsWith("x-") ? undefined : value
  )
  const paths: Record<string, JsonObject> = Object.fromEntries(
    Object.entries(objectAt(plain, "paths")).map(([path, item]) => [
      path.replace(/^\/api/, "").replaceAll("{id}", "{someId}"),
      Object.fromEntries(
        methodsOf(item).map(([method, operation]) => [
          method,
          {
            ...operation,
            operationId: `v2_${method}_${path.replace(/\W+/g, "_")}`,
            tags: path.includes("twin-workspace") ? ["Twin Workspace"] : operation["tags"]
          }
        ])
      )
    ])
  )
  const components = objectAt(plain, "components")
  const schemas: Record<string, Json> = Object.fromEntries(
    Object.entries(objectAt(components, "schemas")).map(([name, schema]) => [name, schema ?? {}])
  )
  change(paths, schemas)
  return {
    ...plain,
    servers: [
      { url: "https://{region}.example.com/{base}", variables: { region: { default: "eu" }, base: { default: "api" } } }
    ],
    paths,
    components: { ...components, schemas }
  }
}

describe("a vendor's document that differs where code of the package is written against the contract", () => {
  let outcome: Outcome
  beforeAll(() => {
    const document = vendorDocument((paths, schemas) => {
      delete paths["/v2/chat/stream"]
      delete paths["/v2/canvas/cards"]
      const agent = objectAt(schemas, "Agent")
      schemas["Agent"] = {
        ...agent,
        properties: { id: { type: "integer" }, kind: { type: "string" } },
        required: ["kind"]
      }
      schemas["AgentsCreateParams"] = { type: "object", properties: { unrelated: { type: "boolean" } } }
      paths["/v2/agents/{someId}"] = {
        ...paths["/v2/agents/{someId}"],
        parameters: [{ name: "deep", in: "query", required: true, schema: { type: "boolean" } }]
      }
      paths["/v2/agents/{someId}/ask"] = {
        post: answering(ref("AgentsCreateParams"), { operationId: "ask", tags: ["agents"] })
      }
      paths["/v2/keys"] = { get: answering(ref("Agent"), { operationId: "listKeys", tags: ["apikeys"] }) }
      paths["/v2/runs"] = {
        post: answering(ref("WorkflowRun"), {
          operationId: "keepRun",
          tags: ["runs"],
          requestBody: { content: { "application/json": { schema: ref("WorkflowRun") } } }
        })
      }
      paths["/v2/twin-workspace/extra"] = {
        get: answering({ type: "string" }, { operationId: "extra", tags: ["Twin Workspace"] })
      }
    })
    outcome = dropIn(document)
  })

  it("leaves the code of the package compiling", () => {
    expect(outcome.code).toBe(0)
    expect(typeErrorsOver("lvng", outcome.folder)).toEqual([])
  }, 120_000)

  it("reports what is added, removed and changed, and what stays all the same", () => {
    const of = (change: string) => outcome.rows.filter(([first]) => first === change).map(([, ...rest]) => rest)
    expect(of("added").map(([name]) => name)).toEqual([
      "agents.ask2",
      "apikeysResource.listKeys",
      "runs.keep",
      "twins.extra"
    ])
    expect(of("removed")).toEqual([
      ["canvas.createCard", "POST /api/v2/canvas/cards", expect.any(String)],
      ["canvas.list", "GET /api/v2/canvas/cards", expect.any(String)],
      ["chat.stream", "POST /api/v2/chat/stream", expect.stringMatching(/^kept as in the contract: /)]
    ])
    const changed = new Map(of("changed").map(([name = "", , detail]) => [name, detail]))
    expect(changed.get("agents.create")).toBe("kept as in the contract: response")
    expect(changed.get("agents.get")).toBe("+deep; response")
    expect(outcome.out).toMatch(/\n4 added, 3 removed, \d+ changed\.\n/)
  })

  it("says what to do about operations that the code needs", () => {
    expect(outcome.err).toMatch(/not in .*vendor\.json:\n {2}chat\.stream {2}POST \/api\/v2\/chat\/stream /)
    expect(outcome.err).toContain("in another form:\n  agents.create  POST /api/v2/agents")
    expect(outcome.err).toContain("What to do: where ")
    expect(outcome.err).not.toContain("canvas")
  })

  it("keeps the contract's names, paths and scopes under ids, servers and tags of the vendor's own", () => {
    expect(outcome.out).toContain("/api, from the server of ")
    const twins = outcome.text("twins.ts")
    expect(twins).toContain("export const listAvailableTwins")
    expect(twins).toContain('path: "/api/v2/twin-workspace/extra"')
    expect(outcome.text("artifacts.ts")).toMatch(/platformData: \{ auth: "both", scope: "/)
  })

  it("takes the vendor's form of all else, under other names where the contract has them", () => {
    expect(outcome.text("agents.ts")).toMatch(/interface Agent \{\n {2}readonly id: string\n/)
    const all = readdirSync(outcome.folder)
      .map((file) => outcome.text(file))
      .join("")
    expect(all).toMatch(/interface Agent2 \{\n {2}readonly kind: string\n {2}readonly id\?: number \| null\n/)
    expect(all).toMatch(/interface AgentsCreateParams2 /)
  })

  it("takes the document for evidence: nothing that it has counts as only named", () => {
    const named = outcome.text("catalog.ts").match(/evidence: "named"/g) ?? []
    expect(named).toEqual([])
    expect(outcome.text("workflows.ts")).not.toContain("only named by the vendor")
  })
})

it("a document that has nothing of the contract stands beside what the code of the package needs", () => {
  const foreign = documentOf(
    { "/pets": { get: answering(ref("Agent"), { operationId: "listPets", tags: ["pets"] }) } },
    { Agent: { type: "object", properties: { wings: { type: "number" } } } }
  )
  const outcome = dropIn(foreign)
  expect(outcome.code).toBe(0)
  expect(outcome.text("pets.ts")).toContain("wings")
  expect(outcome.out).toContain("1 added, 158 removed, 0 changed.")
  expect(outcome.text("agents.ts")).toContain("export const messageAgent: Operation<AgentMessageReply, false>")
  expect(outcome.text("shared.ts")).toContain("export const WebhookDeliverySchema")
})

it("the contract itself makes the same package, and no operation differs", () => {
  const outcome = dropIn(contract)
  expect(outcome.out).toContain("No operation differs from the contract.")
  expect(outcome.err).toBe("")
  const present = join(workspaceRoot, "packages", "lvng", "src", "generated")
  expect(readdirSync(outcome.folder)).toEqual(readdirSync(present))
  for (const file of readdirSync(present)) expect(outcome.text(file)).toBe(readFileSync(join(present, file), "utf8"))
})
