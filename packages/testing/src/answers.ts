/**
 * Answers made from the schema of an operation and then damaged, to test that a client goes on with them.
 */
import * as HttpClient from "@effect/platform/HttpClient"
import * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import { assert, it } from "@effect/vitest"
import * as ApiClient from "@trilum/core/ApiClient"
import * as Credential from "@trilum/core/Credential"
import type * as Operation from "@trilum/core/Operation"
import type * as ResponseSchema from "@trilum/core/ResponseSchema"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as FastCheck from "effect/FastCheck"
import * as Redacted from "effect/Redacted"

type AnyOperation = Operation.Operation<unknown>

const isOperation = (value: unknown): value is AnyOperation =>
  typeof value === "object" && value !== null && "success" in value && "path" in value && "method" in value

/** The operations that generated modules export. */
export const operationsOf = (modules: ReadonlyArray<object>): ReadonlyArray<AnyOperation> =>
  modules.flatMap((module) => Object.values(module).filter(isOperation))

const maxDepth = 5

const scalar = FastCheck.constantFrom<unknown>("", "x", "2024-05-01T00:00:00Z", 0, 7.5, true, null)

/** Any JSON in place of what the contract says. */
const other: FastCheck.Arbitrary<unknown> = FastCheck.oneof(
  scalar,
  FastCheck.array(scalar, { maxLength: 2 }),
  FastCheck.dictionary(FastCheck.constantFrom("id", "name", "data"), scalar, { maxKeys: 2 })
)

/** Values of a schema, of which about one part in eight is `null` or of another type. */
const damaged = (schema: ResponseSchema.ResponseSchema<unknown>, depth: number): FastCheck.Arbitrary<unknown> =>
  FastCheck.oneof({ weight: 7, arbitrary: fitting(schema, depth) }, { weight: 1, arbitrary: other })

const fitting = ({ node }: ResponseSchema.ResponseSchema<unknown>, depth: number): FastCheck.Arbitrary<unknown> => {
  const below = (schema: ResponseSchema.ResponseSchema<unknown>) => damaged(schema, depth + 1)
  if (depth > maxDepth) return FastCheck.constant(null)
  switch (node.kind) {
    case "string":
      return FastCheck.constantFrom("x", "an id")
    case "number":
      return FastCheck.integer()
    case "boolean":
      return FastCheck.boolean()
    case "timestamp":
      return FastCheck.constantFrom("2024-05-01T00:00:00Z", "1999-12-31 23:59:59.5")
    case "enum":
      return FastCheck.constantFrom(...node.known, "a_new_member")
    case "literal":
      return FastCheck.constantFrom(...node.values)
    case "nullable":
      return FastCheck.option(fitting(node.of, depth))
    case "array":
      return FastCheck.array(below(node.item), { maxLength: 2 })
    case "tuple":
      return FastCheck.tuple(...node.items.map(below))
    case "record":
      return FastCheck.dictionary(FastCheck.constantFrom("a", "b"), below(node.value), { maxKeys: 2 })
    case "union":
      return FastCheck.oneof(...node.members.map((member) => fitting(member, depth)))
    case "lazy":
      return fitting(node.of(), depth)
    case "map":
      return fitting(node.from, depth)
    case "struct": {
      const fields = Object.entries(node.fields()).map(
        ([name, field]) => [name, below("optional" in field ? field.optional : field)] as const
      )
      // Any field may be missing, and one that the contract does not know may be there.
      return FastCheck.record({ ...Object.fromEntries(fields), field_of_tomorrow: other }, { requiredKeys: [] })
    }
    default:
      return other
  }
}

/** Fields and rows of an answer that are gone from what the client returned. */
const lost = (before: unknown, after: unknown, at: string): ReadonlyArray<string> =>
  typeof before !== "object" || before === null
    ? []
    : Object.entries(before).flatMap(([name, value]) =>
        typeof after === "object" && after !== null && Object.hasOwn(after, name)
          ? lost(value, Object.getOwnPropertyDescriptor(after, name)?.value, `${at}.${name}`)
          : [`${at}.${name}`]
      )

const has = (answer: unknown, places: string): boolean =>
  places.split("|").some((place) => {
    let value = answer
    for (const name of place.split(".")) {
      value =
        typeof value === "object" && value !== null ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined
    }
    return typeof value === "number" || (typeof value === "string" && value !== "")
  })

/** Registers the property for every operation: the call succeeds with all that came, unless it lacks what it needs. */
export const keepsAnyAnswer = (platform: string, operations: ReadonlyArray<AnyOperation>): void => {
  const json = operations.filter(({ response }) => response === "json")
  it.effect(
    `any answer of any of ${json.length} operations is returned as it came, unless the call needs what it lacks`,
    () =>
      Effect.gen(function* () {
        let answer: unknown
        const http = HttpClient.make((request) =>
          Effect.succeed(HttpClientResponse.fromWeb(request, new Response(JSON.stringify(answer))))
        )
        const client = yield* ApiClient.make({
          platform,
          baseUrl: "https://api.example",
          credential: Credential.bearer(Redacted.make("key")),
          retry: false,
          onDrift: () => undefined
        }).pipe(Effect.provideService(HttpClient.HttpClient, http))
        for (const operation of json) {
          const path = [...operation.path.matchAll(/\{[^}]+\}/g)].map(() => "x")
          const params = operation.wholeBody === true ? { body: {} } : undefined
          for (const sent of FastCheck.sample(damaged(operation.success, 0), { numRuns: 12, seed: 7 })) {
            answer = sent
            const result = yield* Effect.either(client.request(operation, path, params))
            const what = `${operation.id} ${JSON.stringify(sent)}`
            const complete = operation.needs?.every((places) => has(sent, places)) ?? true
            if (!complete) {
              assert.strictEqual(Either.isLeft(result) ? result.left._tag : "success", "DecodeError", what)
            } else if (Either.isLeft(result)) assert.fail(`${what}: ${result.left.message}`)
            else assert.deepStrictEqual(lost(sent, result.right, ""), [], what)
          }
        }
      }),
    120_000
  )
}
