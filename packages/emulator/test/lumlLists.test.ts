import { describe, expect, it } from "vitest"
import { decodeCursor, encodeCursor } from "../src/platforms/luml/Paging.js"
import { artifactBody, lumlManifest, vectors, type World, world } from "./lumlSupport.js"
import type { Json } from "./support.js"

const fixed = { "x-emulator-luml": "mode=fixed" }

const dashed = (hex: string): string =>
  [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-")

const read = (cursor: string): Json => JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"))
const write = (members: Json): string => Buffer.from(JSON.stringify(members)).toString("base64url")

/** Every page of a list, until its cursor is null; fails when it does not end. */
const pages = async ({ api }: World, path: string, query: string, headers = {}): Promise<ReadonlyArray<Json>> => {
  const all: Array<Json> = []
  let cursor: string | null = ""
  while (cursor !== null && all.length < 20) {
    const next: Json = await api.get(`${path}?${query}${cursor === "" ? "" : `&cursor=${cursor}`}`, headers)
    all.push(next)
    cursor = next.cursor
  }
  return all
}

const names = (all: ReadonlyArray<Json>): ReadonlyArray<string> =>
  all.flatMap(({ items }: Json) => items.map(({ name }: Json) => name))

describe("cursors", () => {
  it.each((vectors.cursors as ReadonlyArray<Json>).map((row) => [row.decoded[2], row] as const))(
    "are the server's, byte for byte: %s",
    (_by, { cursor, decoded }) => {
      const [id, value, sortBy, order, scope] = decoded
      expect(decodeCursor(cursor)).toEqual({ id, value, sortBy, order, scope })
      if (scope === undefined) return
      expect(
        encodeCursor({ id: dashed(id), value, sortBy, order, scope: dashed(scope) }, typeof value === "number")
      ).toBe(cursor)
    }
  )

  it("are written as Python writes JSON: ASCII, floating point numbers with a fraction, padded", () => {
    const id = "01a1ff09-c302-7140-95f6-3d60bc15564e"
    const text = (value: string | number, float = false) =>
      Buffer.from(encodeCursor({ id, value, sortBy: "name", order: "asc", scope: id }, float), "base64url").toString()
    expect(text("é😀")).toContain('"\\u00e9\\ud83d\\ude00"')
    expect(text(3, true)).toContain(", 3.0, ")
    expect(text(3)).toContain(", 3, ")
    expect(encodeCursor({ id, value: "a", sortBy: "name", order: "asc", scope: id }).length % 4).toBe(0)
  })

  it.each(["", "x", "bnVsbA==", "WyJhIl0=", "W10", "eyJhIjoxfQ=="])("that are none are no cursors: %j", (text) => {
    expect(decodeCursor(text)).toBeUndefined()
  })
})

const five = async (options = {}): Promise<World> => {
  const lab = await world(options)
  for (const [name, size, description] of [
    ["b", 30, "x"],
    ["a", 10, null],
    ["e", 50, "y"],
    ["c", 20, null],
    ["d", 40, "z"]
  ] as const) {
    await lab.api.post(lab.a, artifactBody({ name, size, description }))
  }
  return lab
}

describe("the list of artifacts", () => {
  it.each([
    ["created_at", "asc", "baecd"],
    ["created_at", "desc", "dceab"],
    ["name", "asc", "abcde"],
    ["size", "desc", "edbca"],
    ["description", "asc", "acbed"],
    ["description", "desc", "debca"],
    ["type", "asc", "baecd"],
    ["status", "desc", "dceab"]
  ])("sorts by %s %s over all pages, ties by id, nulls last in descending order", async (by, order, expected) => {
    const lab = await five()
    for (const limit of [1, 2, 5, 100]) {
      const all = await pages(lab, `${lab.b}/artifacts`, `sort_by=${by}&order=${order}&limit=${limit}`)
      expect(names(all).join("")).toBe(expected)
      expect(all.length).toBe(Math.ceil(5 / limit))
    }
  })

  it("goes on at the next item though the limit changes, an item is gone, or one came in", async () => {
    const lab = await five()
    const path = `${lab.b}/artifacts`
    const first = await lab.api.get(`${path}?sort_by=name&order=asc&limit=2`)
    await lab.api.call("DELETE", `${lab.a}/${first.items[1].id}/force`)
    await lab.api.post(lab.a, artifactBody({ name: "bb" }))
    const rest = await lab.api.get(`${path}?sort_by=name&order=asc&limit=50&cursor=${first.cursor}`)
    expect(names([rest]).join()).toBe("bb,c,d,e")
  })

  it.each([
    ["another sort", "sort_by=size&order=asc"],
    ["another order", "sort_by=name&order=desc"],
    ["another search", "sort_by=name&order=asc&search=a"],
    ["other types", "sort_by=name&order=asc&types=model"],
    ["a collection", "sort_by=name&order=asc&collection_ids={c}"],
    ["excluded tracks", "sort_by=name&order=asc&excluded_tracks=0199c455-21ee-74c6-b747-19a82f1a1e67"]
  ])("starts anew, silently, with %s", async (_name, query) => {
    const lab = await five()
    const { cursor } = await lab.api.get(`${lab.b}/artifacts?sort_by=name&order=asc&limit=2`)
    const path = `${lab.b}/artifacts?limit=2&${query.replace("{c}", lab.collection)}`
    const first = await lab.api.get(path)
    const second = await lab.api.get(`${path}&cursor=${cursor}`)
    expect(names([second])).toEqual(names([first]))
  })

  it("starts anew with a cursor it cannot read, and with the old form", async () => {
    const lab = await five()
    const path = `${lab.b}/artifacts?sort_by=name&order=asc&limit=2`
    const { cursor } = await lab.api.get(path)
    for (const other of ["garbage", "", write(read(cursor).slice(0, 3)), write({ a: 1 })]) {
      expect(names([await lab.api.get(`${path}&cursor=${other}`)]).join("")).toBe("ab")
    }
    expect(names([await lab.api.get(`${path}&cursor=${write(read(cursor))}`)]).join("")).toBe("cd")
  })

  it.each(["limit=0", "limit=101", "limit=", "limit=x", "order=up", "types=notebook", "collection_ids=x"])(
    "refuses %s",
    async (query) => {
      const { api, b } = await world()
      expect((await api.call("GET", `${b}/artifacts?${query}`)).status).toBe(422)
    }
  )

  it("is fifty long unless asked otherwise, and shows its cursor's content", async () => {
    const lab = await world({ luml: { limits: { artifacts: 60 } } })
    for (let count = 0; count < 51; count++) await lab.api.post(lab.a, artifactBody({ name: `n${count}` }))
    const { cursor, items } = await lab.api.get(`${lab.b}/artifacts`)
    expect(items).toHaveLength(50)
    const last = items.at(-1)
    const [id, value, by, order, scope] = read(cursor)
    expect([id, value, by, order]).toEqual([
      last.id.replaceAll("-", ""),
      last.created_at.replace("Z", "+00:00"),
      "created_at",
      "desc"
    ])
    expect(scope).toMatch(/^[0-9a-f]{12}5[0-9a-f]{3}[89ab][0-9a-f]{15}$/)
  })

  it("filters by type, name, collection and track", async () => {
    const lab = await five()
    const { api, b } = lab
    const dataset = artifactBody({ name: "data A", manifest: lumlManifest("dataset"), file_index: {} })
    const { id } = await api.post(`${b}/collections`, { name: "c", description: "d", type: "dataset" })
    await api.post(`${b}/collections/${id}/artifacts`, dataset)
    const track = await api.post(`${b}/tracks`, { name: "t", artifact_type: "dataset" })
    const list = async (query: string): Promise<string> =>
      names([await api.get(`${b}/artifacts?order=asc&sort_by=name&${query}`)]).join()
    expect(await list("types=dataset")).toBe("data A")
    expect(await list("types=dataset&types=model")).toBe("a,b,c,d,data A,e")
    expect(await list("search=a")).toBe("a,data A")
    expect(await list(`collection_ids=${id}`)).toBe("data A")
    expect(await list(`collection_ids=${id}&collection_ids=${lab.collection}&search=D`)).toBe("d,data A")
    const { items } = await api.get(`${b}/artifacts?types=dataset`)
    await api.post(`${b}/tracks/${track.id}/entries`, { artifact_id: items[0].id })
    expect(await list(`excluded_tracks=${track.id}`)).toBe("a,b,c,d,e")
    const foreign = "0199c455-21ee-74c6-b747-19a82f1a1e67"
    const answer = await api.call("GET", `${b}/artifacts?collection_ids=${foreign}`)
    expect([answer.status, answer.body]).toEqual([
      404,
      { detail: `You don't have access to the following collections: ${foreign}` }
    ])
  })
})

describe("sorting by a metric", () => {
  const scored = async (extra: ReadonlyArray<Json>): Promise<World> => {
    const lab = await world()
    for (const [index, extra_values] of extra.entries()) {
      await lab.api.post(lab.a, artifactBody({ name: `n${index}`, extra_values }))
    }
    return lab
  }
  const good = [{ F1: 0.5 }, { F1: 0.9 }, {}, { F1: 0.7 }, { F1: 1 }]
  const query = ({ collection }: World): string => `sort_by=F1&collection_ids=${collection}&limit=2`

  it("never gets past page one, because the cursor names the column", async () => {
    const lab = await scored(good)
    const all = await pages(lab, `${lab.b}/artifacts`, query(lab))
    expect(all).toHaveLength(20)
    expect(new Set(all.map((page) => names([page]).join())).size).toBe(1)
    expect(read(all[0].cursor)[2]).toBe("extra_values")
    expect(names([all[0]]).join()).toBe("n4,n1")
  })

  it("goes on when the cursor is repaired, and by itself when fixed", async () => {
    const lab = await scored(good)
    const path = `${lab.b}/artifacts`
    const seen: Array<string> = []
    let cursor: string | null = ""
    while (cursor !== null) {
      const page: Json = await lab.api.get(`${path}?${query(lab)}${cursor === "" ? "" : `&cursor=${cursor}`}`)
      seen.push(...names([page]))
      const members: Json = page.cursor === null ? null : read(page.cursor)
      if (members !== null) members[2] = "F1"
      cursor = members === null ? null : write(members)
    }
    expect(seen).toEqual(["n4", "n1", "n3", "n0", "n2"])
    expect(names(await pages(lab, path, query(lab), fixed))).toEqual(seen)
    expect(names(await pages(lab, path, `${query(lab)}&order=asc`, fixed))).toEqual([...seen].reverse())
  })

  it("crashes when one value is no number, and knows the keys there are", async () => {
    const lab = await scored([{ F1: 0.5, note: "x" }, { F1: "high" }])
    const path = `${lab.b}/artifacts`
    expect((await lab.api.call("GET", `${path}?${query(lab)}`)).status).toBe(500)
    expect(names([await lab.api.get(`${path}?${query(lab)}`, fixed)])).toEqual(["n0", "n1"])
    const details = await lab.api.get(`${lab.b}/collections/${lab.collection}`)
    expect(details.artifacts_extra_values).toEqual(["F1"])
  })

  it.each([
    ["an unknown name in a collection", "sort_by=F2&collection_ids={c}", 400, "Invalid sorting column: F2"],
    [
      "the column itself",
      "sort_by=extra_values&collection_ids={c}",
      400,
      "Cannot sort by 'metrics'. Pass a metric key"
    ],
    ["an unknown name in an orbit", "sort_by=F2", 200, undefined],
    ["a metric in an orbit", "sort_by=F1", 200, undefined],
    ["an internal name", "sort_by=deployments", 500, undefined],
    ["the time of the last change", "sort_by=updated_at", 200, undefined]
  ])("or by %s", async (_name, rest, status, detail) => {
    const lab = await scored(good)
    const answer = await lab.api.call("GET", `${lab.b}/artifacts?${rest.replace("{c}", lab.collection)}`)
    expect([answer.status, answer.body?.detail]).toEqual([status, detail])
    if (status === 200) expect(names([answer.body])).toEqual(["n4", "n3", "n2", "n1", "n0"])
  })

  it("by the last change works on page one and crashes on page two", async () => {
    const lab = await scored(good)
    const path = `${lab.b}/artifacts?sort_by=updated_at&limit=2`
    const { cursor } = await lab.api.get(path)
    expect((await lab.api.call("GET", `${path}&cursor=${cursor}`)).status).toBe(500)
  })
})

describe("collections", () => {
  const several = async (): Promise<World> => {
    const lab = await world()
    for (const [name, type, tags] of [
      ["alpha", "model", ["prod"]],
      ["Beta", "dataset", null],
      ["gamma", "model_dataset", []]
    ] as const) {
      await lab.api.post(`${lab.b}/collections`, { name, description: name, type, tags })
    }
    return lab
  }

  it("are listed by page, found by parts of names and tags, filtered by type", async () => {
    const lab = await several()
    const path = `${lab.b}/collections`
    const list = async (query: string): Promise<string> => names(await pages(lab, path, query)).join()
    expect(await list("limit=1")).toBe("gamma,Beta,alpha,main")
    expect(await list("limit=3&sort_by=name&order=asc")).toBe("Beta,alpha,gamma,main")
    expect(await list("search=ET")).toBe("Beta")
    expect(await list("search=PRO")).toBe("alpha")
    expect(await list("types=model&sort_by=name&order=asc")).toBe("alpha,gamma")
    await lab.api.post(lab.a, artifactBody())
    expect(await list("sort_by=total_artifacts&limit=2")).toMatch(/^main,/)
    const { cursor } = await lab.api.get(`${path}?limit=1`)
    const [, , by, order, scope] = read(cursor)
    expect([by, order, scope]).toEqual(["created_at", "desc", lab.orbit.replaceAll("-", "")])
  })

  it("are replaced by an update: what is left out is lost, or a crash", async () => {
    const { api, b } = await several()
    const { items } = await api.get(`${b}/collections?search=alpha`)
    const path = `${b}/collections/${items[0].id}`
    for (const body of [{ name: "n" }, { description: "d" }, { name: null, description: "d" }]) {
      expect((await api.call("PATCH", path, body)).status).toBe(500)
    }
    expect(await api.get(path)).toMatchObject({ name: "alpha", description: "alpha", tags: ["prod"], updated_at: null })
    expect(await api.patch(path, { name: "n" }, fixed)).toMatchObject({
      name: "n",
      description: "alpha",
      tags: ["prod"]
    })
    expect(await api.patch(path, { name: "n", description: "d" })).toMatchObject({ description: "d", tags: null })
    expect((await api.call("PATCH", path, { name: "", description: "d" })).status).toBe(422)
  })

  it("must be empty to be deleted", async () => {
    const { a, api, b, collection } = await world()
    const { artifact } = await api.post(a, artifactBody({ tags: ["x"] }))
    const path = `${b}/collections/${collection}`
    const full = await api.call("DELETE", path)
    expect([full.status, full.body]).toEqual([409, { detail: "Collection has artifacts and cant be deleted" }])
    expect((await api.get(path)).artifacts_tags).toEqual(["x"])
    await api.call("DELETE", `${a}/${artifact.id}/force`)
    expect((await api.call("DELETE", path)).status).toBe(204)
    expect((await api.call("GET", path)).body).toEqual({ detail: "Collection not found" })
  })

  it.each([
    ["a name of 101", { name: "n".repeat(101) }],
    ["a description of 1001", { description: "d".repeat(1001) }],
    ["51 tags", { tags: Array.from({ length: 51 }, (_, index) => `t${index}`) }],
    ["a tag of 65", { tags: ["t".repeat(65)] }],
    ["another type", { type: "notebook" }]
  ])("may not have %s", async (_name, change) => {
    const { api, b } = await world()
    const body = { name: "n", description: "d", type: "model", ...change }
    expect((await api.call("POST", `${b}/collections`, body)).status).toBe(422)
  })
})
