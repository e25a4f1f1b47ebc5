import { describe, expect, it } from "@effect/vitest"
import * as Arbitrary from "effect/Arbitrary"
import * as Effect from "effect/Effect"
import * as FastCheck from "effect/FastCheck"
import * as Schema from "effect/Schema"
import * as Clock from "../src/Clock.js"
import { loadContract, type Operation } from "../src/Contract.js"
import * as FaultSyntax from "../src/FaultSyntax.js"
import * as Ids from "../src/Ids.js"
import { ofPattern } from "../src/internal/patternSample.js"
import * as Multipart from "../src/Multipart.js"
import * as Router from "../src/Router.js"
import { inDocument, sample } from "../src/Samples.js"
import { compileForeign } from "../src/Validation.js"

describe("multipart", () => {
  const part = FastCheck.record({
    name: FastCheck.stringMatching(/^[a-zA-Z_][a-zA-Z0-9 _.-]{0,12}$/),
    filename: FastCheck.option(FastCheck.stringMatching(/^[^"\\%\r\n]{1,12}$/u), { nil: undefined }),
    bytes: FastCheck.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes))
  })

  const write = (
    boundary: string,
    parts: ReadonlyArray<{ name: string; filename: string | undefined; bytes: Buffer }>
  ) =>
    Buffer.concat([
      ...parts.flatMap(({ bytes, filename, name }) => [
        Buffer.from(
          `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${
            filename === undefined ? "" : `; filename="${filename}"`
          }\r\n\r\n`
        ),
        bytes,
        Buffer.from("\r\n")
      ]),
      Buffer.from(`--${boundary}--\r\n`)
    ])

  it.prop("gives back every name, filename and byte", [FastCheck.array(part, { maxLength: 5 })], ([parts]) => {
    const boundary = "----boundary-that-does-not-occur-7MA4YWxk"
    const read = Multipart.parse(write(boundary, parts), boundary)
    if ("problem" in read) throw new Error(read.problem)
    expect(read.map(({ bytes, filename, name }) => ({ name, filename, bytes: Buffer.from(bytes) }))).toEqual(parts)
  })

  it.prop("never throws and never loops on a body that is cut", [FastCheck.nat({ max: 400 })], ([length]) => {
    const whole = write("b", [{ name: "a", filename: "f", bytes: Buffer.alloc(200, "--b\r") }])
    const read = Multipart.parse(whole.subarray(0, Math.min(length, whole.length - 5)), "b")
    expect("problem" in read).toBe(true)
  })

  it("reads boundaries, encoded filenames and empty parts as clients write them", () => {
    expect(Multipart.boundaryOf('multipart/form-data; charset=utf-8; boundary="a b"')).toBe("a b")
    expect(Multipart.boundaryOf("Multipart/Form-Data;boundary=x")).toBe("x")
    expect(Multipart.boundaryOf("application/json; boundary=x")).toBeUndefined()
    const body = (header: string) => Buffer.from(`--b\r\n${header}\r\n\r\n\r\n--b--`)
    const first = (header: string) => {
      const read = Multipart.parse(body(header), "b")
      return "problem" in read ? read : read[0]
    }
    expect(first("content-disposition: form-data; name=a; filename*=utf-8''%C3%A4.txt; filename=x")).toMatchObject({
      name: "a",
      filename: "ä.txt",
      contentType: "application/octet-stream"
    })
    expect(first('Content-Disposition: form-data; name="q\\"x"; filename="a%22b.txt"')).toMatchObject({
      name: 'q"x',
      filename: 'a"b.txt'
    })
    expect(first("Content-Type: text/plain")).toMatchObject({ problem: expect.stringContaining("no name") })
  })
})

describe("samples", () => {
  it.each([
    "^[0-9a-f]{64}$",
    "^lvng_sk_(live|test)_[0-9a-f]{32}$",
    "^(Array\\[.+\\]|NDContainer\\[.+\\])$",
    "^[^:\"*`~#%;'^]+\\.[^\\s:\"*`~#%;'^]+$",
    "^(?:a|b)+\\d{2,4}[A-C]?\\w*x$",
    "linkedin\\.com/in/"
  ])("find a text for %s", (pattern) => {
    const text = ofPattern(pattern, Ids.randomOf("seed"))
    expect(text).toMatch(new RegExp(pattern, "u"))
  })

  const leaf = FastCheck.oneof(
    FastCheck.record({ type: FastCheck.constant("string"), minLength: FastCheck.nat({ max: 40 }) }),
    FastCheck.record({
      type: FastCheck.constantFrom("integer", "number"),
      minimum: FastCheck.integer({ min: -50, max: 50 })
    }).map((schema) => ({ ...schema, maximum: schema.minimum + 10 })),
    FastCheck.constantFrom(
      { type: "boolean" },
      { type: "null" },
      { const: 7 },
      { enum: ["x", "y"] },
      { type: ["string", "null"], format: "uuid" },
      { type: "string", format: "date-time" },
      { type: "string", format: "email", maxLength: 100 },
      { type: "integer", multipleOf: 3, minimum: 4, maximum: 20 },
      { $ref: "#/$defs/node" }
    )
  )
  const { schema } = FastCheck.letrec<{ schema: object }>((tie) => ({
    schema: FastCheck.oneof(
      { depthSize: "small", withCrossShrink: true },
      leaf,
      FastCheck.record({
        type: FastCheck.constant("array"),
        items: tie("schema"),
        minItems: FastCheck.nat({ max: 3 })
      }),
      FastCheck.dictionary(FastCheck.stringMatching(/^[a-z_]{1,8}$/), tie("schema"), { maxKeys: 4 }).map(
        (properties) => ({
          type: "object",
          properties,
          required: Object.keys(properties).slice(0, 2),
          additionalProperties: false
        })
      ),
      FastCheck.record({ anyOf: FastCheck.tuple(tie("schema"), FastCheck.constant({ type: "null" })) })
    )
  }))

  it.effect.prop(
    "satisfy the schema they are for",
    [schema, FastCheck.constantFrom("all" as const, "required" as const)],
    ([inner, fill]) =>
      Effect.gen(function* () {
        const node = {
          type: "object",
          required: ["name"],
          properties: { name: { type: "string" }, children: { type: "array", items: { $ref: "#/$defs/node" } } }
        }
        const document = { ...inner, $defs: { node } }
        const compiled = yield* Effect.promise(() => compileForeign(document))
        if ("error" in compiled) throw new Error(compiled.error)
        const value = sample(document, { seed: "s", fill, references: inDocument(document) })
        expect(compiled.matches(value), JSON.stringify([document, value])).toBe(true)
      }),
    { fastCheck: { numRuns: 60 } }
  )

  it("end for schemas that contain themselves, even when required", () => {
    const document = { type: "object", required: ["self"], properties: { self: { $ref: "#" } } }
    expect(sample(document, { seed: "s", fill: "all", references: inDocument(document) })).toBeDefined()
  })
})

describe("routing", () => {
  const operation = (method: string, path: string): Operation => ({
    id: `${method} ${path}`,
    method,
    path,
    tag: "",
    parameters: [],
    success: {},
    errors: [],
    idempotent: false,
    security: []
  })

  it("prefers literals, falls back to parameters, and keeps one segment one value", () => {
    const router = Router.make([
      operation("GET", "/v1/a/{id}"),
      operation("GET", "/v1/a/mode"),
      operation("DELETE", "/v1/a/{key}"),
      operation("GET", "/v1/a/mode/x/{y}"),
      operation("POST", "/v1/a/{id}/b")
    ])
    const found = (method: string, path: string) => {
      const match = router.match(method, path)
      return match.kind === "found" ? [match.operation.path, match.path] : match
    }
    expect(found("GET", "/v1/a/mode")).toEqual(["/v1/a/mode", {}])
    expect(found("GET", "/v1/a/mode/")).toEqual(["/v1/a/mode", {}])
    expect(found("DELETE", "/v1/a/mode")).toEqual(["/v1/a/{key}", { key: "mode" }])
    expect(found("HEAD", "/v1/a/a%2Fb%40c")).toEqual(["/v1/a/{id}", { id: "a/b@c" }])
    expect(found("POST", "/v1/a/mode/b")).toEqual(["/v1/a/{id}/b", { id: "mode" }])
    expect(found("PUT", "/v1/a/mode")).toEqual({ kind: "method", allow: ["GET"] })
    expect(found("GET", "/v1/a//b")).toEqual({ kind: "none" })
    expect(found("GET", "/v1/a/%E0%A4%A")).toEqual({ kind: "none" })
  })

  it.each(["lumnis", "lvng", "luml"] as const)("finds every operation of %s by its own template", async (name) => {
    const { operations } = await loadContract(name)
    const router = Router.make(operations)
    for (const { id, method, path } of operations) {
      const match = router.match(method, path.replaceAll(/\{[^}]+\}/g, "value-1"))
      expect(match.kind === "found" ? match.operation.id : match.kind).toBe(id)
    }
  })
})

describe("the manual clock", () => {
  it("wakes sleepers in the order they are due, those they start included", async () => {
    const clock = Clock.manual(0)
    const order: Array<string> = []
    const sleeper = async (name: string, ...steps: ReadonlyArray<number>): Promise<void> => {
      for (const step of steps) {
        await clock.sleep(step)
        order.push(`${name}@${clock.now()}`)
      }
    }
    const all = Promise.all([sleeper("a", 30, 5), sleeper("b", 10, 10, 10)])
    await clock.advance(100)
    await all
    expect(order).toEqual(["b@10", "b@20", "a@30", "b@30", "a@35"])
    expect([clock.now(), clock.waiting()]).toEqual([100, 0])
  })

  it("forgets a sleeper that is aborted", async () => {
    const clock = Clock.manual(0)
    const controller = new AbortController()
    const sleep = clock.sleep(10, controller.signal)
    controller.abort()
    await sleep
    await clock.sleep(10, controller.signal)
    expect(clock.waiting()).toBe(0)
  })
})

describe("fault rules in the compact form", () => {
  it.each([
    ["", {}],
    ["status=503,pass,200; retry-after=2", { sequence: [503, "pass", 200], retryAfter: { seconds: 2 } }],
    ["status=429;retry-after-ms=1500;times=1", { status: 429, retryAfter: { ms: 1500 }, times: 1 }],
    ["reset; drip=4/50", { reset: "request", drip: { bytes: 4, every: 50 } }],
    ["reset=12", { reset: 12 }],
    ["stall=headers", { stall: "headers" }],
    ["unknown-enum=a.b ; UNKNOWN-FIELD", { unknownEnum: "a.b", unknownField: true }],
    ["redirect=http://localhost/?a=b", { redirect: "http://localhost/?a=b" }],
    ['{"status":[503,200],"set":{"a":1}}', { sequence: [503, 200], set: { a: 1 } }]
  ])("%s", (text, rule) => {
    expect(FaultSyntax.fromHeader(text)).toEqual(rule)
  })

  it.prop("reads any text as a rule or a problem", [FastCheck.string()], ([text]) => {
    expect(typeof FaultSyntax.fromHeader(text)).toBe("object")
  })
})

describe("ids", () => {
  it.prop("are UUIDs for any text", [Arbitrary.make(Schema.String)], ([text]) => {
    const ids = Ids.make("seed", () => 1)
    expect(ids.uuidOf(text)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(ids.uuidOf(text)).toBe(ids.uuidOf(text))
  })
})
