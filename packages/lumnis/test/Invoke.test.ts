import { assert, describe, it } from "@effect/vitest"
import * as Progress from "@trilum/core/Progress"
import * as FaultServer from "@trilum/testing/FaultServer"
import * as Chunk from "effect/Chunk"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as Stream from "effect/Stream"
import type { InvokeError, InvokeOptions, LumnisResponse } from "../src/Invoke.js"
import * as H from "./support/harness.js"

const ada = { userId: "ada" }

/** Starts a run that is over at once, and gives the body that was sent. */
const sent = (input: Parameters<H.Harness["lumnis"]["invoke"]>[0], options: InvokeOptions) =>
  Effect.gen(function* () {
    const { lumnis, server } = yield* H.make([H.created(), H.done()])
    yield* lumnis.invoke(input, options)
    return server.requests[0]
  })

/** What an untyped caller may pass. */
const untyped = (options: object): InvokeOptions => options

/** A call that no compiler stops. */
const invokeUntyped = (
  lumnis: H.Harness["lumnis"],
  input: unknown,
  options: object
): Effect.Effect<LumnisResponse, InvokeError> => Reflect.apply(lumnis.invoke, undefined, [input, options])

describe("the response of a run", () => {
  it.scoped("has state and message from its log, and is as JSON what the server sent", () =>
    Effect.gen(function* () {
      const wire = H.state("succeeded", [{ state: "completed", message: "All done." }])
      const { lumnis } = yield* H.make([
        H.created(),
        wire,
        wire,
        H.created(),
        H.done({ state: "odd", message: "Own." })
      ])
      const response = yield* lumnis.invoke("hi", ada)
      assert.deepStrictEqual([response.state, response.message], ["completed", "All done."])
      assert.notProperty(JSON.parse(JSON.stringify(response)), "state")
      const schema = Schema.Struct({})
      const again = yield* Effect.flip(lumnis.attach(H.ids.response, { schema }))
      assert.strictEqual(again._tag, "StructuredOutputError")
      const own = yield* lumnis.invoke("hi", ada)
      assert.deepStrictEqual([own.state, own.message], ["odd", "Own."])
    })
  )
})

describe("the request of a run", () => {
  it.scoped("text, message and list become messages", () =>
    Effect.gen(function* () {
      const user = { role: "user" as const, content: "hi" }
      const system = { role: "system" as const, content: "be brief" }
      assert.deepStrictEqual((yield* sent("hi", ada))?.json(), { messages: [user], user_id: "ada" })
      assert.deepStrictEqual((yield* sent(user, ada))?.json(), { messages: [user], user_id: "ada" })
      assert.deepStrictEqual((yield* sent([system, user], ada))?.json(), { messages: [system, user], user_id: "ada" })
    })
  )

  it.scoped("local settings never stand in the body", () =>
    Effect.gen(function* () {
      const request = yield* sent("hi", {
        userId: "ada",
        threadId: H.ids.thread,
        scope: "user",
        wait: "5 seconds",
        pollInterval: "1 seconds",
        deadline: "1 minute",
        cancelOnInterrupt: true,
        cancelOnDeadline: true,
        failedRuns: "return",
        progress: () => undefined,
        timeout: "20 seconds",
        retry: false,
        headers: { "x-team": "growth" },
        idempotencyKey: "key-1",
        files: ["artifact_1", { name: "b.pdf", uri: "https://example.com/b.pdf", mime_type: "application/pdf" }],
        responseFormat: { type: "object" },
        responseFormatInstructions: "short",
        modelOverrides: { smart_model: "openai:gpt-4o" },
        agentConfig: { use_cognitive_tools: false, orchestrator_model_name: null },
        options: { agent_mode: "single_agent", someKey: { inner_key: 1 } },
        specializedAgent: "quick_people_search",
        specializedAgentParams: { limit: 3 }
      })
      assert.deepStrictEqual(request?.json(), {
        messages: [{ role: "user", content: "hi" }],
        user_id: "ada",
        thread_id: H.ids.thread,
        files: [
          { name: "artifact_1", uri: "artifact_1" },
          { name: "b.pdf", uri: "https://example.com/b.pdf", mime_type: "application/pdf" }
        ],
        response_format: { type: "object" },
        response_format_instructions: "short",
        model_overrides: { smart_model: "openai:gpt-4o" },
        agent_config: { use_cognitive_tools: false, orchestrator_model_name: null },
        options: { agent_mode: "single_agent", someKey: { inner_key: 1 } },
        specialized_agent: "quick_people_search",
        specialized_agent_params: { limit: 3 }
      })
      assert.strictEqual(request?.headers["idempotency-key"], "key-1")
      assert.strictEqual(request?.headers["x-team"], "growth")
    })
  )

  it.scoped("agent_config holds only what was set (defect 13)", () =>
    Effect.gen(function* () {
      const request = yield* sent("hi", { ...ada, agentConfig: { use_cognitive_tools: undefined, my_new_key: 1 } })
      assert.deepStrictEqual(request?.json(), {
        messages: [{ role: "user", content: "hi" }],
        user_id: "ada",
        agent_config: { my_new_key: 1 }
      })
    })
  )

  it.scoped("response_format keeps every key and its case (defect 17)", () =>
    Effect.gen(function* () {
      const responseFormat = {
        type: "object",
        additionalProperties: false,
        $defs: { FooBar: { type: "string", minLength: 1, maxLength: 3 } },
        properties: { fooBar: { $ref: "#/$defs/FooBar" }, foo_bar: { type: "array", minItems: 1 }, "a-b": {} },
        required: ["fooBar"]
      }
      const request = yield* sent("hi", { ...ada, responseFormat })
      assert.include(request?.text, `"response_format":${JSON.stringify(responseFormat)}`)
    })
  )

  it.scoped("an empty list or what is no message is refused before anything is sent", () =>
    Effect.gen(function* () {
      const { lumnis, server } = yield* H.make([])
      const inputs: ReadonlyArray<unknown> = [[], {}, [{ role: "user" }], undefined, null, 7, ["hi"]]
      for (const input of inputs) {
        const error = yield* Effect.flip(invokeUntyped(lumnis, input, ada))
        assert.strictEqual(error._tag, "ValidationError")
        assert.strictEqual(error.attempts, 0)
      }
      assert.strictEqual(server.requests.length, 0)
    })
  )

  it.scoped("options that do not exist are refused by name (defect 7)", () =>
    Effect.gen(function* () {
      const { lumnis, server } = yield* H.make([])
      const table: ReadonlyArray<readonly [object, RegExp]> = [
        [{ timeot: 1 }, /invoke: "timeot" is not an option; did you mean "timeout"\?/],
        [{ user_id: "ada" }, /did you mean "userId"\?/],
        [{ pollIntervalMs: 1 }, /did you mean "pollInterval"\?/],
        [{ maxWaitMs: 1 }, /did you mean "deadline"\?/],
        [{ showProgress: true }, /did you mean "progress"\?/],
        [{ wait: "soon" }, /wait must be a duration/],
        [{ timeout: "soon" }, /timeout must be a duration/],
        [{ files: [{ name: "x" }] }, /a file is a text/]
      ]
      for (const [options, message] of table) {
        const error = yield* Effect.flip(lumnis.invoke("hi", untyped({ ...ada, ...options })))
        assert.strictEqual(error._tag, "ValidationError")
        assert.match(error.message, message)
      }
      const stream = lumnis.invokeStream("hi", untyped({ ...ada, progress: () => undefined }))
      assert.match((yield* Effect.flip(Stream.runDrain(stream))).message, /progress is for invoke/)
      assert.strictEqual(server.requests.length, 0)
    })
  )

  it.scoped("a local file is refused before anything is sent, also without a user", () =>
    Effect.gen(function* () {
      const { lumnis, server } = yield* H.make([])
      const error = yield* Effect.flip(lumnis.invoke("hi", { ...ada, files: ["artifact_1", "./report.pdf"] }))
      assert.strictEqual(error._tag, "LocalFileNotSupported")
      assert.strictEqual(error.code, "LOCAL_FILE_NOT_SUPPORTED")
      assert.strictEqual(error._tag === "LocalFileNotSupported" && error.reference, "./report.pdf")
      assert.strictEqual(server.requests.length, 0)
    })
  )

  it.scoped("a key is made for each call, kept over its retries and verbatim when given", () =>
    Effect.gen(function* () {
      const { lumnis, server } = yield* H.make(
        [
          FaultServer.respond(503),
          H.created(),
          H.done(),
          H.created(),
          H.done(),
          H.created(),
          H.done(),
          H.created(),
          H.done()
        ],
        { retry: { jitter: "none", baseDelay: 0 } }
      )
      yield* lumnis.invoke("hi", ada)
      yield* lumnis.invoke("hi", ada)
      yield* lumnis.invoke("hi", { ...ada, idempotencyKey: "Mine/1" })
      yield* lumnis.invoke("hi", { ...ada, idempotencyKey: false })
      const posts = server.requests
        .filter(({ method }) => method === "POST")
        .map((post) => post.headers["idempotency-key"])
      assert.match(String(posts[0]), /^[0-9a-f-]{36}$/)
      assert.strictEqual(posts[1], posts[0])
      assert.notStrictEqual(posts[2], posts[0])
      assert.strictEqual(posts[3], "Mine/1")
      assert.isUndefined(posts[4])
    })
  )
})

describe("the end of a run", () => {
  it.scoped("a failed run is an error with all there is to know, redacted (defect 10)", () =>
    Effect.gen(function* () {
      const failure = { message: `provider refused ${H.apiKey}`, api_key: "sk-abcdefghijklmnopqrstuvwxyz", code: "X1" }
      const { lumnis } = yield* H.make([H.created(), H.state("failed", [], { error: failure })])
      const error = yield* Effect.flip(lumnis.invoke("hi", ada))
      if (error._tag !== "RunFailedError") return assert.fail(error._tag)
      assert.strictEqual(error.responseId, H.ids.response)
      assert.strictEqual(error.threadId, H.ids.thread)
      assert.deepStrictEqual(error.reason, {
        message: "provider refused [REDACTED]",
        api_key: "[REDACTED]",
        code: "X1"
      })
      assert.match(error.message, /failed: provider refused \[REDACTED\]/)
      assert.strictEqual(error.run.status, "failed")
      assert.notInclude(JSON.stringify(error), "thread_id")
    })
  )

  it.scoped("a cancelled run is an error", () =>
    Effect.gen(function* () {
      const { lumnis } = yield* H.make([H.state("cancelled", null)])
      const error = yield* Effect.flip(lumnis.attach(H.ids.response))
      assert.strictEqual(error._tag, "RunCancelledError")
    })
  )

  it.scoped("failedRuns: return gives failed runs back, and so does responses.wait", () =>
    Effect.gen(function* () {
      const { lumnis } = yield* H.make([H.created(), H.state("failed"), H.state("cancelled"), H.state("failed")])
      assert.strictEqual((yield* lumnis.invoke("hi", { ...ada, failedRuns: "return" })).status, "failed")
      assert.strictEqual((yield* lumnis.attach(H.ids.response, { failedRuns: "return" })).status, "cancelled")
      assert.strictEqual((yield* lumnis.responses.wait(H.ids.response)).status, "failed")
    })
  )
})

describe("structured output", () => {
  class City extends Schema.Class<City>("City")({
    cityName: Schema.String.pipe(Schema.minLength(2)),
    founded_in: Schema.NumberFromString,
    near: Schema.optionalWith(Schema.Array(Schema.String), { exact: true })
  }) {}
  const answer = { cityName: "Turin", founded_in: "-28", extra_key: true }

  it.scoped("a schema goes out as JSON Schema of its encoded side and comes back decoded", () =>
    Effect.gen(function* () {
      const { lumnis, server } = yield* H.make([H.created(), H.done({ structured_response: answer })])
      const response = yield* lumnis.invoke("a city", { ...ada, schema: City })
      assert.instanceOf(response.structured, City)
      assert.strictEqual(response.structured.founded_in, -28)
      assert.deepStrictEqual(response.structured_response, answer)
      const body = server.requests[0]?.json()
      assert.deepInclude(body, {
        response_format: {
          type: "object",
          required: ["cityName", "founded_in"],
          properties: {
            cityName: {
              type: "string",
              description: "a string at least 2 character(s) long",
              title: "minLength(2)",
              minLength: 2
            },
            founded_in: { type: "string", description: "a string to be decoded into a number" },
            near: { type: "array", items: { type: "string" } }
          },
          additionalProperties: false
        }
      })
    })
  )

  it.scoped("a recursive schema keeps its definitions below the top", () =>
    Effect.gen(function* () {
      interface Tree {
        readonly children: ReadonlyArray<Tree>
      }
      const Tree: Schema.Schema<Tree> = Schema.Struct({
        children: Schema.Array(Schema.suspend((): Schema.Schema<Tree> => Tree))
      }).annotations({ identifier: "Tree" })
      const structured_response = { children: [{ children: [] }] }
      const { lumnis, server } = yield* H.make([H.created(), H.done({ structured_response })])
      const response = yield* lumnis.invoke("a tree", { ...ada, schema: Tree })
      assert.deepStrictEqual(response.structured, structured_response)
      const format: unknown = Reflect.get(Object(server.requests[0]?.json()), "response_format")
      assert.deepInclude(format, { type: "object" })
      assert.deepInclude(format, { properties: { children: { type: "array", items: { $ref: "#/$defs/Tree" } } } })
      assert.nestedProperty(format, "$defs.Tree")
    })
  )

  for (const structured_response of [null, undefined]) {
    it.scoped(`a success with structured_response ${structured_response} is a typed error`, () =>
      Effect.gen(function* () {
        const { lumnis } = yield* H.make([H.created(), H.done({ structured_response })])
        const error = yield* Effect.flip(lumnis.invoke("a city", { ...ada, schema: City }))
        if (error._tag !== "StructuredOutputError") return assert.fail(error._tag)
        assert.strictEqual(error.response.output_text, "Done.")
        assert.match(error.message, /without a structured response/)
      })
    )
  }

  it.scoped("an answer that does not fit says where", () =>
    Effect.gen(function* () {
      const { lumnis } = yield* H.make([
        H.created(),
        H.done({ structured_response: { cityName: "X", founded_in: "-28", near: ["a", 7] } })
      ])
      const error = yield* Effect.flip(lumnis.invoke("a city", { ...ada, schema: City }))
      if (error._tag !== "StructuredOutputError") return assert.fail(error._tag)
      assert.deepStrictEqual(
        error.issues.map(({ path }) => path),
        ["cityName", "near[1]"]
      )
    })
  )

  it.scoped("a schema that JSON Schema cannot say is refused before anything is sent", () =>
    Effect.gen(function* () {
      const { lumnis, server } = yield* H.make([])
      const schema = Schema.Struct({ at: Schema.DateFromSelf })
      const error = yield* Effect.flip(lumnis.invoke("when", { ...ada, schema }))
      assert.strictEqual(error._tag, "ValidationError")
      assert.match(error.message, /cannot be written as JSON Schema/)
      const both = invokeUntyped(lumnis, "x", { ...ada, schema: City, responseFormat: {} })
      assert.match((yield* Effect.flip(both)).message, /either schema or responseFormat/)
      assert.strictEqual(server.requests.length, 0)
    })
  )

  it.scoped("attach and streams decode too", () =>
    Effect.gen(function* () {
      const { lumnis } = yield* H.make([
        H.done({ structured_response: answer }),
        H.created(),
        H.done({ structured_response: answer })
      ])
      const attached = yield* lumnis.attach(H.ids.response, { schema: City })
      assert.strictEqual(attached.structured.cityName, "Turin")
      const updates = yield* Stream.runCollect(lumnis.invokeStream("a city", { ...ada, schema: City }))
      const last = Chunk.unsafeLast(updates)
      if (last._tag !== "Completed") return assert.fail(last._tag)
      assert.strictEqual(last.structured.founded_in, -28)
    })
  )
})

describe("progress", () => {
  const thinking: H.WireEntry = { state: "processing", message: "Agent thinking..." }
  const search = (query: string) => ({ name: "web_search", args: { query, num_results: 8 } })

  it.scoped("goes line by line to the sink, and nowhere without one (defect 6)", () =>
    Effect.gen(function* () {
      const lines: Array<string> = []
      const { lumnis } = yield* H.make(
        [
          H.created(),
          H.state("in_progress", [thinking]),
          H.state("succeeded", [
            { ...thinking, tool_calls: [search("a"), search("a"), { name: "plan" }] },
            thinking,
            { state: "completed", message: "Response completed successfully." }
          ])
        ],
        { pollInterval: 0 }
      )
      yield* lumnis.invoke("hi", { ...ada, progress: ({ message }) => Effect.sync(() => lines.push(message)) })
      assert.deepStrictEqual(lines, [
        `run ${H.ids.response}`,
        "PROCESSING: Agent thinking...",
        '\t→ web_search(query="a", num_results=8)\n\t→ plan',
        "COMPLETED: Response completed successfully.",
        `run ${H.ids.response} succeeded`
      ])
    })
  )

  it.scoped("`true` writes it to stderr, and the sink of the context gets it without an option", () =>
    Effect.gen(function* () {
      const { lumnis } = yield* H.make([H.created(), H.done(), H.created(), H.done()])
      const expected = [
        `run ${H.ids.response}`,
        "COMPLETED: Response completed successfully.",
        `run ${H.ids.response} succeeded`
      ]
      const written: Array<unknown> = []
      const console = yield* Console.consoleWith(Effect.succeed)
      yield* lumnis
        .invoke("hi", { ...ada, progress: true })
        .pipe(Effect.withConsole({ ...console, error: (...args) => Effect.sync(() => void written.push(...args)) }))
      assert.deepStrictEqual(written, expected)
      const seen: Array<Progress.Progress> = []
      yield* lumnis.invoke("hi", ada).pipe(Progress.withSink((progress) => seen.push(progress)))
      assert.deepStrictEqual(
        seen.map(({ message }) => message),
        expected
      )
      assert.deepStrictEqual(
        seen.map(({ done, label, phase, status }) => [phase, label, done, status]),
        [
          ["run", H.ids.response, 0, "running"],
          ["run", H.ids.response, 1, "running"],
          ["run", H.ids.response, 1, "succeeded"]
        ]
      )
    })
  )

  it.scoped("a slow sink loses nothing, and one that fails costs its own line (defect 9)", () =>
    Effect.gen(function* () {
      const lines: Array<string> = []
      const { lumnis } = yield* H.make(
        [
          H.state("in_progress", [thinking]),
          H.state("succeeded", [thinking, { ...thinking, message: "b" }, { ...thinking, message: "c" }])
        ],
        { pollInterval: 0 }
      )
      yield* lumnis.attach(H.ids.response, {
        progress: async ({ message, status }) => {
          await new Promise((resolve) => setImmediate(resolve))
          if (message.endsWith("b")) throw new Error("no")
          if (status === "running") lines.push(message)
        }
      })
      assert.deepStrictEqual(lines, [`run ${H.ids.response}`, "PROCESSING: Agent thinking...", "PROCESSING: c"])
    })
  )
})
