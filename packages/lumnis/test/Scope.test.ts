import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import { assert, describe, it } from "@effect/vitest"
import type { RequestPreview } from "@trilum/core/ApiClient"
import * as ApiClient from "@trilum/core/ApiClient"
import * as Credential from "@trilum/core/Credential"
import type * as Operation from "@trilum/core/Operation"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Logger from "effect/Logger"
import * as Redacted from "effect/Redacted"
import * as Stream from "effect/Stream"
import * as TestClock from "effect/TestClock"
import type { PreparedError, RequestOptions } from "../src/client.js"
import * as Scope from "../src/Scope.js"
import { byId, operations } from "./support/operations.js"

const base = ApiClient.make<PreparedError, Scope.BoundOptions>({
  platform: "lumnis",
  baseUrl: "https://lumnis.test",
  credential: Credential.bearer(Redacted.make("lmn_live_key")),
  callOptions: Scope.callOptions,
  prepare: Scope.prepare(Scope.makeWarningBucket())
}).pipe(Effect.provide(FetchHttpClient.layer))

interface Who {
  readonly scope?: Scope.Scope
  readonly bound?: string
  readonly lenient?: boolean
}

/** What a call would send, or the tag of why not. */
const attempt = (
  who: Who,
  operation: Operation.Operation<unknown>,
  params?: object,
  options?: RequestOptions,
  path: Operation.PathArguments = (operation.path.match(/\{/g) ?? []).map((_, index) => `p${index}`)
): Effect.Effect<Either.Either<RequestPreview, string>> =>
  Effect.gen(function* () {
    const client = Scope.bind(yield* Effect.orDie(base), {
      scope: who.scope ?? "user",
      userId: who.bound,
      lenient: who.lenient ?? false,
      isOpen: () => true,
      attemptTimeout: 30_000
    })
    return yield* Effect.either(
      Effect.mapError(client.preview(operation, path, params, options), (error) => error._tag)
    )
  })

/** The user that would be sent, `none` when there is none, or the tag of the error. */
const userOf = (result: Either.Either<RequestPreview, string>, name = "user_id"): string =>
  Either.match(result, {
    onLeft: (tag) => tag,
    onRight: ({ body, url }) => {
      const inQuery = new URL(url).searchParams.get(name)
      const inBody: unknown = body?.startsWith("{") === true ? JSON.parse(body)[name] : undefined
      return inQuery ?? (typeof inBody === "string" ? inBody : "none")
    }
  })

const missing = "MissingUserId"
const conflict = "TenantScopeUserIdConflict"
const messages = [{ role: "user", content: "hi" }]

describe("a client whose block of asUser has ended", () => {
  it.effect("refuses every kind of call before anything is sent", () =>
    Effect.gen(function* () {
      const client = Scope.bind(yield* Effect.orDie(base), {
        scope: "user",
        userId: "ada",
        lenient: false,
        isOpen: () => false
      })
      const operation = byId("listResponses")
      const calls: ReadonlyArray<Effect.Effect<unknown, { readonly code?: string | undefined }>> = [
        client.request(operation, []),
        client.withResponse(operation, []),
        Stream.runDrain(client.stream(operation, [])),
        Stream.runDrain(client.events(operation, [])),
        client.preview(operation, [])
      ]
      for (const call of calls) assert.propertyVal(yield* Effect.flip(call), "code", "CLIENT_CLOSED")
    })
  )
})

describe("scope rules", () => {
  // operation, its parameters, name of the user, then the outcome for each client and call
  const user: Who = {}
  const bound: Who = { bound: "ada" }
  const tenant: Who = { scope: "tenant" }
  const asTenant: RequestOptions = { scope: "tenant" }
  const asUser: RequestOptions = { scope: "user" }
  const either = [
    ["createResponse", { messages }],
    ["listResponses", {}],
    ["listThreads", {}],
    ["createThread", {}],
    ["getThread", {}],
    ["listFiles", {}]
  ] as const

  for (const [id, params] of either) {
    const explicit = { ...params, user_id: "eve" }
    const table: ReadonlyArray<readonly [string, Who, object, RequestOptions | undefined, string]> = [
      ["user scope, no user", user, params, undefined, missing],
      ["user scope, empty user", user, { ...params, user_id: "" }, undefined, missing],
      ["user scope, null user", user, { ...params, user_id: null }, undefined, missing],
      ["user scope, explicit user", user, explicit, undefined, "eve"],
      ["bound user", bound, params, undefined, "ada"],
      ["bound user, empty explicit one", bound, { ...params, user_id: "" }, undefined, "ada"],
      ["bound user, another explicit one", bound, explicit, undefined, "ValidationError"],
      ["bound user, the same explicit one", bound, { ...params, user_id: "ada" }, undefined, "ada"],
      ["bound user in tenant scope", bound, params, asTenant, conflict],
      ["tenant scope", tenant, params, undefined, "none"],
      ["tenant scope, explicit user", tenant, explicit, undefined, conflict],
      ["tenant client, user scope by call", tenant, explicit, asUser, "eve"],
      ["tenant client, user scope by call, no user", tenant, params, asUser, missing],
      ["user client, tenant scope by call", user, params, asTenant, "none"],
      ["user client, tenant scope by call, explicit user", user, explicit, asTenant, conflict],
      ["lenient tenant scope, explicit user", { ...tenant, lenient: true }, explicit, undefined, "eve"],
      ["lenient tenant scope by call, bound user", { ...bound, lenient: true }, params, asTenant, "ada"]
    ]
    for (const [name, who, given, options, expected] of table) {
      it.effect(`${id}: ${name}: ${expected}`, () =>
        Effect.map(attempt(who, byId(id), given, options), (result) => assert.strictEqual(userOf(result), expected))
      )
    }
  }

  it.effect("two users for one call are refused, in parameters, in the body and in the path", () =>
    Effect.gen(function* () {
      for (const operation of operations) {
        const { userIdIn, userIdName } = operation.platformData ?? {}
        if (userIdIn === undefined || userIdIn === "none" || userIdName?.includes(",")) continue
        const name = userIdName ?? "user_id"
        const path = (operation.path.match(/\{/g) ?? []).map(() => "eve")
        const params = userIdIn === "path" ? undefined : { [name]: "eve" }
        const result = yield* attempt({ bound: "ada" }, operation, params, undefined, path)
        assert.deepStrictEqual(result, Either.left("ValidationError"), operation.id)
      }
    })
  )

  it.effect("a record of a user of the tenant is for the bound user only", () =>
    Effect.gen(function* () {
      for (const id of ["getUser", "updateUser", "deleteUser", "listUserThreads", "listUserResponses"]) {
        for (const who of [user, tenant, { bound: "eve" }]) {
          assert.isTrue(Either.isRight(yield* attempt(who, byId(id), undefined, undefined, ["eve"])), id)
        }
        assert.deepStrictEqual(
          yield* attempt(bound, byId(id), undefined, undefined, ["eve"]),
          Either.left("ValidationError"),
          id
        )
      }
      const usage = byId("createSkillUsage")
      assert.strictEqual(userOf(yield* attempt(user, usage, { user_id: "eve" })), "eve")
      assert.strictEqual(userOf(yield* attempt(bound, usage, { user_id: "ada" })), "ada")
      assert.strictEqual(userOf(yield* attempt(bound, usage, { user_id: "eve" })), "ValidationError")
      // The user of a record is data: the bound one is not added.
      assert.strictEqual(userOf(yield* attempt(bound, usage, {})), "none")
    })
  )

  it.effect("an empty identifier in a path is refused by every operation that has one", () =>
    Effect.gen(function* () {
      for (const operation of operations) {
        const names = operation.path.match(/\{/g) ?? []
        for (const [index] of names.entries()) {
          const path = names.map((_, at) => (at === index ? "" : "x"))
          const result = yield* attempt({ bound: "x" }, operation, undefined, undefined, path)
          assert.isTrue(Either.isLeft(result), `${operation.id} ${index}`)
        }
      }
    })
  )

  it.effect("operations of a user need one in either scope and are completed with the bound one", () =>
    Effect.gen(function* () {
      const list = byId("listAssets")
      assert.strictEqual(userOf(yield* attempt(user, list)), missing)
      assert.strictEqual(userOf(yield* attempt(tenant, list)), missing)
      assert.strictEqual(userOf(yield* attempt(tenant, list, { user_id: "eve" })), "eve")
      assert.strictEqual(userOf(yield* attempt(bound, list)), "ada")
      assert.strictEqual(userOf(yield* attempt(bound, list, undefined, asTenant)), "ada")
    })
  )

  it.effect("a user in the path counts as given", () =>
    Effect.gen(function* () {
      const list = byId("listConnections")
      const result = yield* attempt(user, list, undefined, undefined, ["eve@example.com"])
      assert.isTrue(Either.isRight(result))
      assert.strictEqual(userOf(yield* attempt(user, list, undefined, undefined, [""])), missing)
    })
  )

  it.effect("a user called otherwise on the wire is sent under that name", () =>
    Effect.gen(function* () {
      assert.strictEqual(userOf(yield* attempt(bound, byId("listCrmExclusionGrants")), "member_user_id"), "ada")
      assert.strictEqual(userOf(yield* attempt(bound, byId("listMcpServers")), "user_identifier"), "ada")
      assert.strictEqual(userOf(yield* attempt(user, byId("listMcpServers"))), missing)
    })
  )

  it.effect("neither end of a grant is made up", () =>
    Effect.gen(function* () {
      const grant = byId("grantCrmExclusion")
      const both = { member_user_id: "eve", owner_user_id: "kim" }
      const preview = yield* attempt(bound, grant, both)
      assert.deepStrictEqual(
        Either.map(preview, ({ body }) => JSON.parse(body ?? "")),
        Either.right(both)
      )
      assert.strictEqual(userOf(yield* attempt(user, grant, { owner_user_id: "kim" })), missing)
      const half = yield* attempt(bound, grant, { owner_user_id: "kim" })
      assert.deepStrictEqual(
        Either.map(half, ({ body }) => JSON.parse(body ?? "")),
        Either.right({ owner_user_id: "kim" })
      )
    })
  )

  it.effect("a resource of the tenant takes no bound user", () =>
    Effect.gen(function* () {
      const list = byId("listMcpServers")
      assert.strictEqual(userOf(yield* attempt(bound, list, { scope: "tenant" }), "user_identifier"), "none")
      assert.strictEqual(userOf(yield* attempt(user, byId("listFiles"), { scope: "tenant" })), "none")
      assert.strictEqual(userOf(yield* attempt(bound, byId("listFiles"), { scope: "user" })), "ada")
    })
  )

  it.effect("a resource of a user needs one from either scope", () =>
    Effect.gen(function* () {
      const list = byId("listMcpServers")
      assert.strictEqual(userOf(yield* attempt(tenant, list, { scope: "user" })), missing)
      assert.strictEqual(userOf(yield* attempt(tenant, list, { scope: "user" }, asTenant)), missing)
      const given = { scope: "user", user_identifier: "eve" }
      assert.strictEqual(userOf(yield* attempt(tenant, list, given), "user_identifier"), "eve")
      assert.strictEqual(userOf(yield* attempt(bound, list, { scope: "user" }), "user_identifier"), "ada")
      assert.strictEqual(userOf(yield* attempt(user, byId("uploadFile"), { scope: "user" })), missing)
    })
  )

  it.effect("a run named by its id needs no user, and refuses a bound one in tenant scope", () =>
    Effect.gen(function* () {
      const get = byId("getResponse")
      assert.strictEqual(userOf(yield* attempt(user, get)), "none")
      assert.strictEqual(userOf(yield* attempt(tenant, get)), "none")
      assert.strictEqual(userOf(yield* attempt(bound, get)), "none")
      assert.strictEqual(userOf(yield* attempt(bound, get, undefined, asTenant)), conflict)
    })
  )

  it.effect("operations of the tenant take no user and work from either scope", () =>
    Effect.gen(function* () {
      for (const id of ["listUsers", "getTenant", "listExternalApiKeys", "listApps", "getModelPreferences"]) {
        for (const who of [user, bound, tenant]) {
          assert.strictEqual(userOf(yield* attempt(who, byId(id))), "none", id)
        }
      }
    })
  )

  it.effect("every operation with a place for the user refuses a client of user scope without one", () =>
    Effect.gen(function* () {
      let checked = 0
      for (const operation of operations) {
        const { scope, userIdIn } = operation.platformData ?? {}
        const needsUser = scope !== "tenant" && userIdIn !== "none" && userIdIn !== "path"
        const outcome = userOf(yield* attempt(user, operation))
        if (needsUser) {
          checked++
          assert.strictEqual(outcome, missing, operation.id)
        } else assert.notStrictEqual(outcome, missing, operation.id)
      }
      assert.strictEqual(operations.length, 217)
      assert.isAbove(checked, 100)
    })
  )
})

describe("errors of scope", () => {
  it.effect("say what to do and that nothing was sent", () =>
    Effect.gen(function* () {
      const client = Scope.bind(yield* Effect.orDie(base), {
        scope: "user",
        userId: undefined,
        lenient: false,
        isOpen: () => true,
        attemptTimeout: 30_000
      })
      const error = yield* Effect.flip(client.request(byId("listThreads"), []))
      assert.strictEqual(error._tag, "MissingUserId")
      assert.strictEqual(error.code, "MISSING_USER_ID")
      assert.strictEqual(error.attempts, 0)
      assert.strictEqual(error.operation, "listThreads")
      assert.match(error.hint ?? "", /user_id.*forUser.*scope/)
      const rejected = yield* Effect.flip(
        client.request(byId("listThreads"), [], { user_id: "eve" }, { scope: "tenant" })
      )
      assert.strictEqual(rejected._tag, "TenantScopeUserIdConflict")
      assert.strictEqual(rejected.code, "TENANT_SCOPE_USER_ID_CONFLICT")
      assert.match(rejected.hint ?? "", /Remove the user/)
    })
  )
})

describe("the warning of tenant scope", () => {
  const counted = Effect.gen(function* () {
    const lines: Array<string> = []
    const logger = Logger.make(({ logLevel, message }) => {
      if (logLevel.label === "WARN") lines.push(String(message))
    })
    return { lines, layer: Logger.replace(Logger.defaultLogger, logger) }
  })

  it.effect("comes ten times at once, then ten times a minute", () =>
    Effect.gen(function* () {
      const { layer, lines } = yield* counted
      const warn = Scope.makeWarningBucket()
      const prepare = Scope.prepare(warn)
      const call = {
        operation: byId("listThreads"),
        path: [],
        params: undefined,
        options: {
          binding: {
            scope: "tenant" as const,
            userId: undefined,
            lenient: false,
            isOpen: () => true,
            attemptTimeout: 30_000
          }
        }
      }
      const calls = (count: number) => Effect.provide(Effect.replicateEffect(prepare(call), count), layer)
      yield* calls(25)
      assert.strictEqual(lines.length, 10)
      yield* TestClock.adjust("5999 millis")
      yield* calls(5)
      assert.strictEqual(lines.length, 10)
      yield* TestClock.adjust("1 millis")
      yield* calls(5)
      assert.strictEqual(lines.length, 11)
      yield* TestClock.adjust("1 hour")
      yield* calls(25)
      assert.strictEqual(lines.length, 21)
      assert.match(lines[0] ?? "", /bypasses user isolation/)
    })
  )

  it.effect("does not come for calls of a user", () =>
    Effect.gen(function* () {
      const { layer, lines } = yield* counted
      yield* Effect.provide(
        Effect.all([
          attempt({ bound: "ada" }, byId("listThreads")),
          attempt({ scope: "tenant" }, byId("listUsers")),
          attempt({ scope: "tenant" }, byId("getResponse"))
        ]),
        layer
      )
      assert.deepStrictEqual(lines, [])
    })
  )
})
