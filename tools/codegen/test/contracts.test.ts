import { join } from "node:path"
import type { CatalogEntry } from "@trilum/core/OperationCatalog"
import { describe, expect, it } from "vitest"
import { casesOf } from "../src/cases.js"
import { run } from "../src/generate.js"
import { isArray, isObject, type Json } from "../src/json.js"
import { platformNames } from "../src/platforms.js"
import {
  contractText,
  declared,
  type Generated,
  generateText,
  temporaryFolder,
  textOf,
  workspaceRoot,
  writeGenerated
} from "./support.js"

/** The same document with the keys of every object in another order. */
const reversed = (value: Json): Json =>
  isArray(value)
    ? value.map(reversed)
    : isObject(value)
      ? Object.fromEntries(
          Object.entries(value)
            .reverse()
            .map(([key, entry]) => [key, reversed(entry ?? null)])
        )
      : value

const generated = new Map(platformNames.map((name) => [name, generateText(contractText(name), name)]))

const of = (name: string): Generated => {
  const found = generated.get(name)
  if (found === undefined) throw new Error(`no platform ${name}`)
  return found
}

const operations = (name: string) => of(name).model.resources.flatMap((resource) => resource.operations)

describe.each([
  ["lumnis", 217],
  ["lvng", 158],
  ["luml", 108]
])("%s", (name, count) => {
  it("has every operation of its contract, each with names that the contract gives", () => {
    expect(operations(name).length).toBe(count)
    for (const operation of operations(name)) {
      expect(operation.raw.value["x-resource"]).toBe(operation.resource)
      expect(operation.raw.value["x-method"]).toBe(operation.name)
    }
  })
  it("is expressed fully: nothing is reported", () => {
    expect(of(name).problems).toEqual([])
  })
  it("does not depend on the order of keys, nor on the run", () => {
    const other = generateText(JSON.stringify(reversed(JSON.parse(contractText(name)))), name)
    expect(Object.fromEntries(other.files)).toEqual(Object.fromEntries(of(name).files))
    expect(casesOf(other.model, other.document)).toEqual(casesOf(of(name).model, of(name).document))
    const second = generateText(contractText(name), name)
    expect(Object.fromEntries(second.files)).toEqual(Object.fromEntries(of(name).files))
  })
  it("has a catalog that says of every parameter where it goes and of what type it is", async () => {
    const folder = temporaryFolder()
    try {
      writeGenerated(folder.path, of(name))
      const module: { readonly catalog: ReadonlyArray<CatalogEntry> } = await import(
        join(folder.path, "generated", "catalog.ts")
      )
      for (const entry of module.catalog) {
        const placeholders = [...entry.path.matchAll(/\{([^}]+)\}/g)].map(([, parameter]) => parameter)
        expect(entry.pathParameters.map((parameter) => parameter.name)).toEqual(placeholders)
        const inQuery = entry.parameters
          .filter((parameter) => parameter.in === "query")
          .map((parameter) => parameter.name)
        expect(inQuery).toEqual(entry.query ?? [])
        expect(entry.body === undefined).toBe(
          entry.openBody !== true &&
            entry.parameters.every((parameter) => parameter.in === "query" || parameter.in === "header")
        )
      }
      expect(module.catalog.length).toBe(count)
    } finally {
      folder.remove()
    }
  })
  it("has a catalog that imports types only and lists every operation", () => {
    const catalog = textOf(of(name), "catalog.ts")
    expect(catalog.match(/^import .*/gm)).toEqual(['import type { CatalogEntry } from "@trilum/core/OperationCatalog"'])
    expect(catalog.match(/^ {4}id: /gm)?.length).toBe(count)
  })
})

describe("the files in the packages", () => {
  it("are what the contracts say", () => {
    const messages: Array<string> = []
    const write = (text: string): void => {
      messages.push(text)
    }
    expect([run(["--check"], workspaceRoot, { out: () => undefined, err: write }), messages.join("")]).toEqual([0, ""])
  })
})

describe("what only a platform says", () => {
  it("Lumnis: operations of a user are prepared, and a bound client may leave the user out", () => {
    const messaging = textOf(of("lumnis"), "messaging.ts")
    expect(declared(messaging, "const getConversation")).toContain(
      'prepare: true,\n  platformData: { scope: "user", userIdIn: "query" }'
    )
    expect(messaging).toContain("readonly user_id?: string | undefined")
    expect(declared(textOf(of("lumnis"), "users.ts"), "const getUser")).toContain("prepare: false")
    expect(declared(textOf(of("lumnis"), "mcpServers.ts"), "const listMcpServers")).toContain(
      'userIdName: "user_identifier"'
    )
  })
  it("Lumnis: health checks need neither a user nor a key", () => {
    expect(declared(textOf(of("lumnis"), "health.ts"), "const getHealth:")).toMatch(/auth: false,\n {2}prepare: false/)
  })
  it("LVNG: an inferred response has no required field at any depth, a documented one keeps them", () => {
    const agents = textOf(of("lvng"), "agents.ts")
    expect(declared(agents, "interface AgentPartial ")).not.toMatch(/readonly \w+: /)
    expect(declared(agents, "interface AgentEnvelopePartial ")).toContain("readonly agent?: AgentPartial | null")
    expect(declared(agents, "interface Agent ")).toContain("readonly id: string")
    expect(declared(agents, "const updateAgent")).toContain("Operation<AgentEnvelopePartial, true>")
  })
  it("LVNG: calls that need a session or are only named are prepared", () => {
    expect(declared(textOf(of("lvng"), "apiKeys.ts"), "const createApiKey")).toContain("prepare: true")
    expect(declared(textOf(of("lvng"), "chat.ts"), "const sendChat:")).toContain(
      'platformData: { auth: "both", evidence: "documented", scope: "execute" }'
    )
  })
  it("LUML: asking for the URL to delete with starts the deletion, so it is not repeated", () => {
    const artifacts = textOf(of("luml"), "artifacts.ts")
    expect(declared(artifacts, "const getArtifactDeleteUrl")).toContain("repeatable: false")
    expect(declared(artifacts, "const getArtifactDownloadUrl")).not.toContain("repeatable")
  })
  it("LUML: operations that refuse API keys are prepared, those without a credential are not", () => {
    expect(declared(textOf(of("luml"), "apiKeys.ts"), "const createApiKey")).toContain(
      'prepare: true,\n  platformData: { auth: "jwt" }'
    )
    expect(declared(textOf(of("luml"), "session.ts"), "const signIn")).toMatch(
      /auth: false,\n {2}secrets: \{ params: \["password"\] \},\n {2}prepare: false/
    )
  })
})
