/** What `contracts/lvng.md` says in numbers and tables, held against the operations of the client. */
import { readFileSync } from "node:fs"
import { assert, describe, it } from "@effect/vitest"
import type { CatalogEntry } from "@trilum/core/OperationCatalog"
import { catalog } from "../src/generated/catalog.js"
import * as Resources from "../src/generated/index.js"
import * as RateLimit from "../src/RateLimit.js"

const contract = readFileSync(new URL("../../../contracts/lvng.md", import.meta.url), "utf8")

const openApi: {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          { readonly "x-rate-limit"?: ReadonlyArray<{ readonly limit: number; readonly windowSeconds: number }> }
        >
      >
    >
  >
} = JSON.parse(readFileSync(new URL("../../../contracts/lvng.openapi.json", import.meta.url), "utf8"))

/** The rows of the table in section 13. */
const rows = contract
  .slice(contract.indexOf("## 13. Tags"), contract.indexOf("## 14."))
  .split("\n")
  .filter((line) => /^\| [a-z_]+ \|/.test(line))
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .map(([, tag = "", prefix = "", , captured, documented, example, named]) => ({
    tag,
    prefixes: prefix.match(/\/api[^\s,()]*/g) ?? [],
    captured: Number(captured),
    evidence: { documented: Number(documented), example: Number(example), named: Number(named) }
  }))

const camel = (tag: string): string => tag.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())

const of = (tag: string): ReadonlyArray<CatalogEntry> => catalog.filter(({ resource }) => resource === camel(tag))

const template = (prefix: string): string => prefix.replaceAll(/\{[^}]+\}/g, "{}")

describe("section 13, tag by tag", () => {
  it("there are 31 tags, 158 operations and a resource for each tag", () => {
    assert.lengthOf(rows, 31)
    assert.lengthOf(catalog, 158)
    assert.deepStrictEqual(
      [...new Set(catalog.map(({ resource }) => resource))].sort(),
      rows.map(({ tag }) => camel(tag)).sort()
    )
  })

  for (const { captured, evidence, prefixes, tag } of rows) {
    it(`${tag}: ${captured} operations, ${evidence.named} of them only named`, () => {
      const operations = of(tag)
      assert.lengthOf(operations, captured)
      for (const [kind, count] of Object.entries(evidence)) {
        assert.lengthOf(
          operations.filter(({ platformData }) => platformData?.["evidence"] === kind),
          count,
          kind
        )
      }
      for (const { id, path } of operations) {
        assert.isTrue(
          prefixes.some((prefix) => template(path).startsWith(template(prefix))),
          `${id}: ${path}`
        )
      }
    })
  }

  it("every tag is a resource of the client with a method for each operation", () => {
    const unused = () => {
      throw new Error("nothing is sent")
    }
    const client = { request: unused, withResponse: unused, stream: unused, events: unused, preview: unused }
    const resources = new Map<string, object>(
      Object.values(Resources).map(({ make, name }) => [name, Object(make(client, undefined))])
    )
    for (const { id, name, resource } of catalog) {
      assert.isFunction(Reflect.get(resources.get(resource) ?? {}, name), id)
    }
  })
})

describe("what operations say of themselves", () => {
  it("exactly those that are only named, or need a session, are looked at before they are sent", () => {
    for (const { id, platformData, prepare } of catalog) {
      const expected = platformData?.["evidence"] === "named" || platformData?.["auth"] === "jwt"
      assert.strictEqual(prepare, expected, id)
    }
  })

  it("keys are managed by sessions only, and by nothing else (section 15, conflict 3)", () => {
    const needing = catalog.filter(({ platformData }) => platformData?.["auth"] === "jwt").map(({ id }) => id)
    assert.sameMembers(needing, ["createApiKey", "listApiKeys", "revokeApiKey", "rotateApiKey"])
  })

  it("the three public operations of section 2 take no credential; the health of workspaces does", () => {
    const open = new Set(catalog.filter(({ auth }) => auth === false).map(({ path }) => path))
    for (const path of ["/api/v2/workflows/health", "/api/v2/artifacts/meta/types", "/api/knowledge/health"]) {
      assert.isTrue(open.has(path), path)
    }
    assert.isFalse(open.has("/api/v2/workspaces/health"))
  })

  it("the throttle's groups are the limits that the contract gives each operation (section 9)", () => {
    for (const operation of catalog) {
      const said = openApi.paths[operation.path]?.[operation.method.toLowerCase()]?.["x-rate-limit"] ?? []
      const limits = said.map(({ limit, windowSeconds }) => (limit * 60) / windowSeconds)
      assert.strictEqual(RateLimit.documented[RateLimit.groupOf(operation)], Math.min(...limits), operation.id)
    }
  })

  it("each list pages in the style of its resource (section 8, section 15 conflict 10)", () => {
    const styles = Object.fromEntries(
      catalog.flatMap(({ id, pagination }) => (pagination === undefined ? [] : [[id, pagination.style]]))
    )
    assert.include(styles, {
      listWorkflows: "offset",
      listAgents: "offset",
      listChannels: "offset",
      listConversations: "offset",
      listEmails: "offset",
      listConversationMessages: "cursor",
      listAuditLog: "cursor",
      listDeveloperEvents: "cursor",
      listAvailableTwins: "page"
    })
    assert.doesNotHaveAnyKeys(styles, ["listWorkspaces", "listTools", "listCanvasCards", "listPlatformIntegrations"])
  })

  it("ids and codes of another vendor's API are nowhere (section 15, conflict 16)", () => {
    assert.isFalse(catalog.some(({ path }) => path.startsWith("/v1/") || path.startsWith("/oauth")))
  })
})
