import { describe, expect, it } from "@effect/vitest"
import * as FaultServer from "@trilum/testing/FaultServer"
import { client, createThing, each, failure, getThing, key, node, operation } from "@trilum/testing/harness"
import * as Effect from "effect/Effect"
import * as FastCheck from "effect/FastCheck"
import * as Redacted from "effect/Redacted"
import * as Credential from "../src/Credential.js"
import * as RequestParts from "../src/internal/requestParts.js"
import type * as Operation from "../src/Operation.js"
import * as ResponseSchema from "../src/ResponseSchema.js"

const good = FaultServer.json({})
const anything = ResponseSchema.unknown

const parts = (rest: Partial<RequestParts.AnyOperation>, params?: object, path: Operation.PathArguments = []) =>
  RequestParts.make({ ...getThing, path: "/v1/things", ...rest }, path, params, undefined)

const sent = (result: RequestParts.RequestParts | RequestParts.InvalidInput): RequestParts.RequestParts => {
  if (result instanceof RequestParts.InvalidInput) throw new Error(result.message)
  return result
}

const rejected = (result: RequestParts.RequestParts | RequestParts.InvalidInput): string => {
  if (!(result instanceof RequestParts.InvalidInput)) throw new Error("was not refused")
  return result.message
}

describe("path", () => {
  const one = { path: "/v1/things/{thing_id}/parts/{part}" }
  const cases: ReadonlyArray<readonly [value: string | number, expected: string]> = [
    ["abc", "abc"],
    [7, "7"],
    [-0, "0"],
    ["a/b", "a%2Fb"],
    ["%2e%2e", "%252e%252e"],
    ["..%2f", "..%252f"],
    ["...", "..."],
    ["a+b@x.io", "a%2Bb%40x.io"],
    ["a b?c#d", "a%20b%3Fc%23d"],
    ["\\", "%5C"],
    ["\r\n", "%0D%0A"],
    ["ünï😀", "%C3%BCn%C3%AF%F0%9F%98%80"],
    [" ", "%20"]
  ]
  for (const [value, expected] of cases) {
    it(`${JSON.stringify(value)} is one segment`, () => {
      expect(sent(parts(one, undefined, [value, "p"])).pathAndQuery).toBe(`/v1/things/${expected}/parts/p`)
      expect(new URL(`http://x${sent(parts(one, undefined, ["p", value])).pathAndQuery}`).pathname).toBe(
        `/v1/things/p/parts/${expected}`
      )
    })
  }

  it("what is no segment is refused by name", () => {
    expect(rejected(parts(one, undefined, ["", "p"]))).toBe("thing_id must be a text that is not empty")
    expect(rejected(parts(one, undefined, ["a", "."]))).toBe(`part must not be "."`)
    expect(rejected(parts(one, undefined, ["..", "p"]))).toBe(`thing_id must not be ".."`)
    expect(rejected(parts(one, undefined, ["a"]))).toBe("part must be a text that is not empty")
    expect(rejected(parts(one, undefined, [Number.NaN, "p"]))).toContain("thing_id")
    expect(rejected(parts(one, undefined, ["\ud800", "p"]))).toContain("lone surrogate")
  })

  it.prop(
    "any text stays within its segment and comes back as it was",
    [
      FastCheck.string({ unit: "grapheme", minLength: 1 }).filter(
        (text) => text !== "." && text !== ".." && !/\p{Surrogate}/u.test(text)
      )
    ],
    ([text]) => {
      const { pathname } = new URL(`http://x${sent(parts({ path: "/a/{v}/b" }, undefined, [text])).pathAndQuery}`)
      const [, a, value, b, ...rest] = pathname.split("/")
      expect([a, b, rest]).toEqual(["a", "b", []])
      expect(decodeURIComponent(value ?? "")).toBe(text)
    }
  )
})

describe("query", () => {
  const query = (value: unknown, style?: "comma" | "space" | "pipe" | "deepObject"): string => {
    const result = sent(
      parts({ query: ["q"], ...(style === undefined ? {} : { queryStyle: { q: style } }) }, { q: value })
    )
    return result.pathAndQuery.slice("/v1/things".length)
  }
  it("scalars", () => {
    expect(query("a b&c=d+e")).toBe("?q=a%20b%26c%3Dd%2Be")
    expect(query("")).toBe("?q=")
    expect(query(true)).toBe("?q=true")
    expect(query(false)).toBe("?q=false")
    expect(query(0)).toBe("?q=0")
    expect(query(12n)).toBe("?q=12")
    expect(query(new Date(0))).toBe("?q=1970-01-01T00%3A00%3A00.000Z")
    expect(query(Redacted.make("s&t"))).toBe("?q=s%26t")
  })
  it("null, undefined and empty lists are left out", () => {
    expect(query(null)).toBe("")
    expect(query(undefined)).toBe("")
    expect(query([])).toBe("")
    expect(query([null, undefined])).toBe("")
  })
  it("lists repeat, or are joined as the contract says; separators inside an item are escaped", () => {
    expect(query(["a", 1, null, true])).toBe("?q=a&q=1&q=true")
    expect(query(["a,b", "c"], "comma")).toBe("?q=a%2Cb,c")
    expect(query(["a b", "c"], "space")).toBe("?q=a%20b%20c")
    expect(query(["a", "b"], "pipe")).toBe("?q=a|b")
    expect(query("x", "comma")).toBe("?q=x")
  })
  it("objects are brackets or JSON", () => {
    expect(query({ a: 1, b: { c: "x" }, d: [1, 2], e: null }, "deepObject")).toBe(
      "?q%5Ba%5D=1&q%5Bb%5D%5Bc%5D=x&q%5Bd%5D=1&q%5Bd%5D=2"
    )
    expect(query({ a: 1 })).toBe("?q=%7B%22a%22%3A1%7D")
    expect(query(Redacted.make("s"), "deepObject")).toBe("?q=s")
  })
  it("what cannot be written is refused", () => {
    for (const value of [
      Number.NaN,
      Number.POSITIVE_INFINITY,
      new Date(Number.NaN),
      "\udc00",
      { a: 1n },
      Symbol("s")
    ]) {
      expect(parts({ query: ["q"] }, { q: value })).toBeInstanceOf(RequestParts.InvalidInput)
    }
    const circle: Record<string, unknown> = {}
    circle["self"] = circle
    expect(rejected(parts({ query: ["q"] }, { q: circle }))).toMatch(/^a value cannot be written: .*circular/)
  })
  it("extra query parameters come after those of the contract", () => {
    const result = RequestParts.make(
      operation(anything, { path: "/p", query: ["a"] }),
      [],
      { a: 1 },
      { b: true, c: "x y" }
    )
    expect(sent(result).pathAndQuery).toBe("/p?a=1&b=true&c=x%20y")
  })
})

describe("headers", () => {
  const header = (value: unknown) => parts({ headers: ["X-Workspace"] }, { "X-Workspace": value })
  it("are written under lower-case names; null and undefined are left out", () => {
    expect(sent(header("w 1")).headers).toEqual({ "x-workspace": "w 1" })
    expect(sent(header(5)).headers).toEqual({ "x-workspace": "5" })
    expect(sent(header(null)).headers).toEqual({})
    expect(sent(header(undefined)).headers).toEqual({})
  })
  it("a line end, a control character or a character beyond Latin-1 is refused without telling the value", () => {
    for (const value of ["a\r\nx-admin: 1", "a\nb", "a\rb", "a\0b", "a\u007fb", "日"]) {
      const message = rejected(header(value))
      expect(message).toMatch(/^X-Workspace must be one line/)
      expect(message).not.toContain("admin")
    }
  })
})

describe("body", () => {
  const json = { method: "POST", body: "json" } as const
  const text = (result: RequestParts.RequestParts): string | undefined =>
    result.body._tag === "Text" ? result.body.text : undefined

  it("is what query and headers leave; undefined is left out, null stays", () => {
    const result = sent(parts({ ...json, query: ["q"], headers: ["h"] }, { q: 1, h: 2, a: 3, b: null, c: undefined }))
    expect(text(result)).toBe(`{"a":3,"b":null}`)
    expect(result.pathAndQuery).toBe("/v1/things?q=1")
  })
  it("without parameters there is none, unless one is required", () => {
    expect(sent(parts(json)).body._tag).toBe("None")
    expect(sent(parts(json, { a: undefined })).body._tag).toBe("None")
    expect(text(sent(parts({ ...json, bodyRequired: true })))).toBe("{}")
  })
  it("as a whole is the parameter body", () => {
    expect(text(sent(parts({ ...json, wholeBody: true }, { body: [1, 2] })))).toBe("[1,2]")
    expect(text(sent(parts({ ...json, wholeBody: true }, { body: null })))).toBe("null")
    expect(sent(parts({ ...json, wholeBody: true })).body._tag).toBe("None")
    expect(rejected(parts({ ...json, wholeBody: true, bodyRequired: true }))).toBe("it needs a body")
    expect(rejected(parts({ ...json, wholeBody: true }, { body: 1, x: 2 }))).toBe("it has no parameter x")
  })
  it("an operation without one refuses what it does not know", () => {
    expect(rejected(parts({ query: ["q"] }, { q: 1, typo: 2, other: null }))).toBe("it has no parameter typo, other")
  })
  it("Redacted values are written as what they hold, at any depth", () => {
    const result = sent(parts(json, { a: { b: [Redacted.make("secret"), Redacted.make({ c: 1 })] }, d: "<redacted>" }))
    expect(text(result)).toBe(`{"a":{"b":["secret",{"c":1}]},"d":"<redacted>"}`)
  })
  it("dates are ISO text, and null stays null", () => {
    expect(text(sent(parts(json, { at: new Date(0), n: null })))).toBe(`{"at":"1970-01-01T00:00:00.000Z","n":null}`)
  })
  it("what JSON would lose or cannot write is refused", () => {
    const circle: Record<string, unknown> = {}
    circle["self"] = circle
    let deep: unknown = 1
    for (let depth = 0; depth < 100_000; depth++) deep = [deep]
    for (const value of [1n, circle, Number.NaN, [Number.NEGATIVE_INFINITY], new Date(Number.NaN), deep]) {
      expect(rejected(parts(json, { a: value }))).toMatch(/^a value cannot be written: /)
    }
    expect(rejected(parts({ ...json, wholeBody: true }, { body: () => 1 }))).toContain("function has no JSON")
  })
  it("a form is percent-encoded", () => {
    const result = sent(parts({ method: "POST", body: "form" }, { a: "x&y", b: [1, 2], c: null }))
    expect(result.body).toEqual({
      _tag: "Text",
      text: "a=x%26y&b=1&b=2",
      contentType: "application/x-www-form-urlencoded"
    })
  })
  it("bytes are a Uint8Array and nothing else", () => {
    const bytes = { method: "PUT", body: "bytes", wholeBody: true } as const
    const value = new Uint8Array([1, 2])
    expect(sent(parts(bytes, { body: value })).body).toMatchObject({ _tag: "Bytes", bytes: value })
    expect(rejected(parts(bytes, { body: "text" }))).toBe("the body must be a Uint8Array")
  })
  it.prop("any JSON value arrives as it was", [FastCheck.jsonValue()], ([value]) => {
    const result = sent(parts({ ...json, wholeBody: true }, { body: value }))
    expect(JSON.parse(text(result) ?? "")).toEqual(JSON.parse(JSON.stringify(value)))
  })
})

describe("on the wire", () => {
  each("path, query, headers and body arrive as they were given", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([good])
      const api = yield* client(server, { baseUrl: `${server.url}/base/` })
      yield* api.request({ ...createThing, path: "/v1/things/{a}", success: anything }, ["ü/%2e%2e"], {
        dry_run: true,
        "X-Workspace": "w",
        list: ["é", null]
      })
      const [request] = server.requests
      expect(request).toMatchObject({ method: "POST", url: "/base/v1/things/%C3%BC%2F%252e%252e?dry_run=true" })
      expect(request?.headers).toMatchObject({
        authorization: `Bearer ${key}`,
        "content-type": "application/json",
        accept: "application/json",
        "x-workspace": "w"
      })
      expect(request?.headers["user-agent"]).toMatch(/^trilum-acme\/\d/)
      expect(request?.json()).toEqual({ list: ["é", null] })
    })
  )

  each("a request without a body names no content type", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([good])
      const api = yield* client(server)
      yield* api.request({ ...getThing, success: anything }, ["1"])
      expect(server.requests[0]?.headers["content-type"]).toBeUndefined()
      expect(server.requests[0]?.text).toBe("")
    })
  )

  each("the caller's headers arrive, and never replace the credential in any letter case", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([good])
      const api = yield* client(server, {
        headers: { AUTHORIZATION: "Basic client", "X-App": "a", "User-Agent": "mine/1" }
      })
      yield* api.request({ ...getThing, success: anything }, ["1"], undefined, {
        headers: {
          authorization: "Basic call",
          Authorization: "Basic call",
          "x-APP": "b",
          accept: "application/vnd.x+json"
        }
      })
      expect(server.requests[0]?.headers).toMatchObject({
        authorization: `Bearer ${key}`,
        "x-app": "b",
        accept: "application/vnd.x+json",
        "user-agent": "mine/1"
      })
    })
  )

  each("an operation that takes no credential gets none", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([good])
      const api = yield* client(server)
      yield* api.request({ ...getThing, success: anything, auth: false }, ["1"])
      expect(server.requests[0]?.headers["authorization"]).toBeUndefined()
    })
  )

  const wrong: ReadonlyArray<readonly [name: string, headers: Record<string, string>, says: string]> = [
    ["a line end in a value", { "x-a": "b\r\nx-admin: 1" }, "the header x-a must be one line"],
    ["a control character", { "x-a": "\u0007" }, "the header x-a must be one line"],
    ["a character beyond Latin-1", { "x-a": "日" }, "the header x-a must be one line"],
    ["a blank in a name", { "x a": "b" }, `"x a" is not a header name`],
    ["an empty name", { "": "b" }, `"" is not a header name`],
    ["a length of its own", { "Content-Length": "3" }, "the header content-length is set by the transport"],
    [
      "a framing of its own",
      { "Transfer-Encoding": "chunked" },
      "the header transfer-encoding is set by the transport"
    ],
    ["another host", { Host: "evil.example" }, "the header host is set by the transport"]
  ]
  for (const [name, headers, says] of wrong) {
    node(`a caller's header with ${name} is refused before sending`, () =>
      Effect.gen(function* () {
        const server = yield* FaultServer.make([])
        const api = yield* client(server)
        const error = yield* failure(api.request(getThing, ["1"], undefined, { headers }))
        expect(error).toMatchObject({ _tag: "ValidationError", attempts: 0, code: "INVALID_INPUT" })
        expect(error.message).toContain(`things.get: ${says}`)
        expect(error.message).not.toContain("admin")
        expect(server.totalSockets).toBe(0)
      })
    )
  }

  node("an idempotency key that is no header value is refused", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([])
      const api = yield* client(server)
      for (const idempotencyKey of ["", "a\nb"]) {
        const error = yield* failure(api.request(createThing, [], {}, { idempotencyKey }))
        expect(error).toMatchObject({ _tag: "ValidationError", attempts: 0 })
      }
      expect(server.totalSockets).toBe(0)
    })
  )
})

describe("a mask in place of a secret", () => {
  const post = { ...createThing, query: ["access_token"], secrets: { params: ["endpoint", "items.*.value"] } }
  const cases: ReadonlyArray<readonly [string, object, string | undefined]> = [
    ["a field with a secret name", { password: "[REDACTED]" }, "password"],
    ["a marked field, inside a longer value", { endpoint: "A=b;AccountKey=[REDACTED]" }, "endpoint"],
    ["a marked field of a list", { items: [{ value: "x" }, { value: "<redacted>" }] }, "value"],
    ["a query parameter", { access_token: "[REDACTED]" }, "access_token"],
    ["a variable of env", { env: { TEAM: "[REDACTED]" } }, "TEAM"],
    ["a Redacted mask", { note: Redacted.make("<redacted>") }, "note"],
    ["prose that quotes a mask", { text: "the log said token=[REDACTED]" }, undefined],
    ["a Redacted value", { password: Redacted.make("p1") }, undefined]
  ]
  for (const [what, params, field] of cases) {
    it(`${what} is ${field === undefined ? "sent" : "rejected"}`, () => {
      const result = parts(post, params)
      if (field === undefined) sent(result)
      else expect(rejected(result)).toContain(`${field} has a mask for its value`)
    })
  }

  node("is rejected as an identifier, a header and a credential", () =>
    Effect.gen(function* () {
      expect(rejected(parts({ path: "/v1/things/{id}" }, undefined, ["[REDACTED]"]))).toContain("id has a mask")
      const server = yield* FaultServer.make([])
      const api = yield* client(server)
      const error = yield* failure(api.request(getThing, ["1"], undefined, { headers: { "x-a": "<redacted>" } }))
      expect(error).toMatchObject({ _tag: "ValidationError", attempts: 0 })
      const credential = Credential.bearer(Redacted.make("[REDACTED]"))
      expect(String(yield* Effect.exit(client(server, { credential })))).toContain("the credential is a mask")
      expect(server.totalSockets).toBe(0)
    })
  )
})

describe("preview", () => {
  node("shows what would be sent, without a secret and without sending", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([])
      const api = yield* client(server)
      const shown = yield* api.preview(
        { ...createThing, query: ["dry_run", "token"] },
        [],
        {
          dry_run: true,
          token: "query-secret-0",
          note: Redacted.make("redacted-secret"),
          nested: { api_key: "named-secret", plain: "kept" },
          text: `mentions ${key}`
        },
        { headers: { "x-api-key": "header-secret", "x-app": "a" } }
      )
      const url = new URL(shown.url)
      expect(url.origin + url.pathname).toBe(`${server.url}/v1/things`)
      expect(url.searchParams.get("dry_run")).toBe("true")
      expect(shown.method).toBe("POST")
      expect(shown.headers).toMatchObject({
        authorization: "[REDACTED]",
        "x-api-key": "[REDACTED]",
        "x-app": "[REDACTED]",
        "content-type": "application/json"
      })
      expect(JSON.parse(shown.body ?? "")).toEqual({
        note: "[REDACTED]",
        nested: { api_key: "[REDACTED]", plain: "kept" },
        text: "mentions [REDACTED]"
      })
      expect(JSON.stringify(shown)).not.toMatch(/secret|canary/)
      expect(server.totalSockets).toBe(0)
    })
  )

  node("names other bodies, and refuses what request refuses", () =>
    Effect.gen(function* () {
      const api = yield* client({ url: "http://127.0.0.1:9" })
      const bytes = operation(anything, { method: "PUT", path: "/x", body: "bytes", wholeBody: true })
      expect(yield* api.preview(bytes, [], { body: new Uint8Array(3) })).toMatchObject({ body: "(3 bytes)" })
      const form = operation(anything, { method: "POST", path: "/x", body: "form" })
      expect(yield* api.preview(form, [], { password: "p4ssw0rd!", a: "b" })).toMatchObject({
        body: "password=[REDACTED]&a=b"
      })
      expect((yield* api.preview(getThing, ["1"])).body).toBeUndefined()
      expect(yield* failure(api.preview(getThing, [".."]))).toMatchObject({ _tag: "ValidationError" })
    })
  )
})
