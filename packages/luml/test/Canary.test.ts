import { readFileSync } from "node:fs"
import { walk, walkPromises } from "@trilum/testing/canary"
import * as FaultServer from "@trilum/testing/FaultServer"
import { catalog } from "../src/generated/catalog.js"
import { createLuml } from "../src/promise.js"

walk("luml", catalog)

interface Case {
  readonly request: { readonly method: string; readonly path: string }
  readonly response: { readonly body?: unknown }
}

const cases: ReadonlyArray<Case> = JSON.parse(
  readFileSync(new URL("../../../contracts/cases/luml.generated.json", import.meta.url), "utf8")
)

/** All ids of the cases. */
const id = "3f2b8c1e-5d47-4a90-9c36-1b7e2d84f0a5"

walkPromises("luml", catalog, {
  open: (options) => createLuml({ ...options, organization: id, orbit: id, collection: id }),
  filled: ["organization_id", "orbit_id", "collection_id"],
  lookup: ({ method, url }) => {
    const path = url.split("?")[0]
    const found = cases.find(({ request }) => request.method === method && request.path === path)
    return found !== undefined && method === "GET" ? FaultServer.json(found.response.body) : undefined
  }
})
