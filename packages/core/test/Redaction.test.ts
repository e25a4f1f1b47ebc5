import { inspect } from "node:util"
import { assert, describe, it } from "@effect/vitest"
import * as FastCheck from "effect/FastCheck"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as SecretMatcher from "../src/internal/secretMatcher.js"
import * as Redaction from "../src/Redaction.js"

const { redactor } = Redaction
const canary = "canary-7Qx/92+z=A"
const bare = "s3cretValue91"
const uuid = "0b9f6a3e-7c51-4d7a-9a51-3f0a6c1f2b77"

const everything = (u: unknown): string =>
  [
    inspect(u, { depth: 60, showHidden: true, getters: true }),
    JSON.stringify(u, (_key, value) => (typeof value === "bigint" ? String(value) : value)) ?? ""
  ].join("\n")

describe("text", () => {
  const secretTexts: ReadonlyArray<readonly [string, string]> = [
    [`Authorization: Bearer ${bare}`, "Authorization: [REDACTED]"],
    [`sent Bearer ${bare}, refused`, "sent Bearer [REDACTED], refused"],
    ["sent Basic dXNlcjpwYXNz again", "sent Basic [REDACTED] again"],
    [`authorization=Bearer%20${bare}&x=1`, "authorization=[REDACTED]&x=1"],
    [`{"api_key":"${bare}","user":"ann"}`, `{"api_key":"[REDACTED]","user":"ann"}`],
    [`{"apiKey": "a\\"${bare}\\\\", "n": 1}`, `{"apiKey": "[REDACTED]", "n": 1}`],
    [
      String.raw`{"body":"{\"token\":\"a\\\"${bare}\",\"n\":1}"}`,
      String.raw`{"body":"{\"token\":\"[REDACTED]\",\"n\":1}"}`
    ],
    [`{ password: '${bare}', n: 1 }`, "{ password: '[REDACTED]', n: 1 }"],
    [`{"password":"${bare} and no end`, `{"password":"[REDACTED]`],
    [`'set-cookie': [ 'sid=${bare}; Path=/' ]`, "'set-cookie': [REDACTED]"],
    [`Cookie: a=1; sid=${bare}\r\nHost: x`, "Cookie: [REDACTED]\r\nHost: x"],
    [`"credentials":{"value":"${bare}"},"n":1`, `"credentials":[REDACTED],"n":1`],
    [`--api-key=${bare} --verbose`, "--api-key=[REDACTED] --verbose"],
    [`LUMNISAI_API_KEY=${bare}`, "LUMNISAI_API_KEY=[REDACTED]"],
    [`//registry/:_authToken=${bare}`, "//registry/:_authToken=[REDACTED]"],
    [`headers["x-api-key"] = "${bare}"`, `headers["x-api-key"] = "[REDACTED]"`],
    [`<SecretAccessKey>${bare}</SecretAccessKey>`, "<SecretAccessKey>[REDACTED]</SecretAccessKey>"],
    [`client_secret: ${bare}`, "client_secret: [REDACTED]"],
    ["pin=1&access_token=abc&refresh_token=d#ef", "pin=1&access_token=[REDACTED]&refresh_token=[REDACTED]"],
    [
      "https://b.s3.amazonaws.com/k?X-Amz-Credential=AKIA%2F1&X-Amz-Date=1&X-Amz-Security-Token=ab%2Bc&X-Amz-Signature=9f",
      "https://b.s3.amazonaws.com/k?X-Amz-Credential=[REDACTED]&X-Amz-Date=1&X-Amz-Security-Token=[REDACTED]&X-Amz-Signature=[REDACTED]"
    ],
    [
      "u=https%3A%2F%2Fh%2Fk%3FX-Amz-Signature%3Dab%252Bcd%26a%3D1",
      "u=https%3A%2F%2Fh%2Fk%3FX-Amz-Signature%3D[REDACTED]%26a%3D1"
    ],
    [
      "GET https://a.blob.core.windows.net/c/b?sv=2024&se=2025-01-01&sp=r&comp=block&sig=a%2Fb%3D failed",
      "GET https://a.blob.core.windows.net/c/b?sv=2024&se=2025-01-01&sp=r&comp=block&sig=[REDACTED] failed"
    ],
    [
      "DefaultEndpointsProtocol=https;AccountName=dev;AccountKey=Eby8vdM02xNO==;EndpointSuffix=core.windows.net",
      "DefaultEndpointsProtocol=https;AccountName=dev;AccountKey=[REDACTED];EndpointSuffix=core.windows.net"
    ],
    [
      "BlobEndpoint=https://a/;SharedAccessSignature=sv=2024&sig=abc%3D;X=1",
      "BlobEndpoint=https://a/;SharedAccessSignature=[REDACTED];X=1"
    ],
    [`postgres://ann:${bare}@db/x`, "postgres://[REDACTED]@db/x"],
    ["used sk-proj-0123456789abcdef_ABC now", "used [REDACTED] now"],
    [String.raw`"line\nsk-0123456789abcdefgh and %20sk-0123456789"`, String.raw`"line\n[REDACTED] and %20[REDACTED]"`],
    ["id eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl.", "id [REDACTED]"],
    ["-----BEGIN RSA PRIVATE KEY-----\nMIIB\nabc\n-----END RSA PRIVATE KEY----- after", "[REDACTED] after"]
  ]

  it.each(secretTexts)("hides the credential in %s", (text, expected) => {
    assert.strictEqual(redactor.text(text), expected)
    assert.strictEqual(redactor.text(expected), expected)
  })

  const plainTexts: ReadonlyArray<string> = [
    "",
    uuid,
    `user ${uuid} not found in thread ${uuid.replaceAll("-", "")}`,
    `{"max_tokens":4096,"tokens":12,"token_count":3,"author":"Ann","key_name":"main","secret_id":"${uuid}"}`,
    `{"keyword":"a","authority":"b","cache_key":"c","key":"d","next_page_token":"e","api_key_id":"f","key_prefix":"0a1b2c3d"}`,
    `{"token":null,"has_password":true,"password":"","api_key":false}`,
    "time_to_first_token=0.2 total_tokens=15",
    "Bearer token is missing. Basic authentication was refused. Token authentication failed.",
    "Invalid token: expired or malformed. password: must be at least 8 characters",
    'WWW-Authenticate: Bearer realm="api"',
    "task-management-system, a dfs_traversal of the risk-assessment tree",
    "https://api.example.com/v1/users/ann@example.com?limit=10&cursor=abc",
    "a design=simple, signal=9, sp=1&se=2&sv=3",
    "mail ann@example.com // see https://example.com",
    "compareTokens(a, b) > 5",
    "eyJ is how JSON starts in base64"
  ]

  it.each(plainTexts)("leaves %j as it is", (text) => {
    assert.strictEqual(redactor.text(text), text)
  })

  it.prop(
    "never changes a text without letters that any rule starts with",
    [FastCheck.stringMatching(/^[ -,./0-9;<>?@[\]^{}|~\n]*$/)],
    ([text]) => {
      assert.strictEqual(redactor.text(text), text)
    }
  )

  const shard = FastCheck.oneof(
    FastCheck.constantFrom(
      ...[
        "token",
        "api_key",
        "=",
        ": ",
        ":",
        '"',
        "'",
        "\\",
        '\\"',
        "[",
        "]",
        "{",
        "}",
        "[REDACTED]",
        "[REDAC",
        "TED]",
        "Bearer ",
        "Basic ",
        "sk-",
        "eyJhbGciOi",
        ".",
        "&",
        "sig=",
        "?",
        "%3D",
        "%26",
        ";",
        "\n",
        " ",
        "://",
        "@",
        "cookie",
        "Authorization",
        "AccountKey",
        "-----BEGIN PRIVATE KEY-----",
        "abc123",
        "word",
        "null",
        "<",
        ">",
        "0123456789abcdefghij",
        "password",
        "`",
        ",",
        bare
      ]
    ),
    FastCheck.string({ maxLength: 4 })
  )

  it.prop(
    "is idempotent on any mix of what the rules look for",
    [FastCheck.array(shard, { maxLength: 25 }).map((shards) => shards.join(""))],
    ([text]) => {
      for (const one of [redactor, Redaction.make({ secrets: [bare] })]) {
        const once = one.text(text)
        assert.strictEqual(one.text(once), once)
      }
    },
    { fastCheck: { numRuns: 2000 } }
  )

  it("is linear on texts made to be slow", () => {
    const length = 200_000
    for (const unit of [
      "a",
      " ",
      "token",
      "token ",
      "token=",
      'token:"',
      "\\",
      '\\"',
      "[",
      "{",
      "://",
      "sk-",
      "eyJ",
      "eyJa.",
      "Bearer ",
      "Bearer +",
      "-----BEGIN PRIVATE KEY",
      "sig=",
      "?sig",
      "%3D",
      "a-",
      "a:",
      'password:"\\',
      "cookie:[",
      "token:{",
      ":",
      "a@"
    ]) {
      const text = unit.repeat(length / unit.length)
      assert.strictEqual(typeof redactor.text(text), "string")
      assert.strictEqual(typeof redactor.text(`${text}token=x`), "string")
    }
  })
})

describe("configured secrets", () => {
  const secret = FastCheck.oneof(
    FastCheck.fullUnicodeString({ minLength: 8, maxLength: 40 }),
    FastCheck.string({ minLength: 8, maxLength: 40 }),
    FastCheck.base64String({ minLength: 8, maxLength: 40 })
  ).filter((text) => text.trim() === text && !"[REDACTED]".includes(text))

  const ways: ReadonlyArray<readonly [string, (secret: string) => string]> = [
    ["as it is", (s) => s],
    ["in a URL", (s) => encodeURIComponent(s)],
    ["in a URL with lower-case digits", (s) => encodeURIComponent(s).replace(/%../g, (hex) => hex.toLowerCase())],
    ["in a form", (s) => new URLSearchParams({ s }).toString().slice(2)],
    ["in a path", (s) => encodeURI(s)],
    ["in JSON", (s) => JSON.stringify(s).slice(1, -1)],
    ["in JSON in JSON", (s) => JSON.stringify(JSON.stringify(s)).slice(3, -3)],
    [
      "in ASCII JSON",
      (s) =>
        JSON.stringify(s)
          .slice(1, -1)
          .replace(/[^ -~]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`)
    ]
  ]

  for (const [way, write] of ways) {
    it.prop(
      `are replaced wherever they stand ${way}`,
      [secret, FastCheck.string(), FastCheck.string()],
      ([secret, before, after]) => {
        const written = write(secret)
        const redacted = Redaction.make({ secrets: [Redacted.make(secret)] }).text(`${before} ${written} ${after}`)
        assert.notInclude(redacted, written)
        assert.include(redacted, "[REDACTED]")
      }
    )
  }

  it.prop(
    "are replaced in base64, whatever stands around them",
    [
      FastCheck.string({ minLength: 12, maxLength: 40 }),
      FastCheck.string({ maxLength: 9 }),
      FastCheck.string({ maxLength: 9 })
    ],
    ([secret, user, after]) => {
      for (const encoding of ["base64", "base64url"] as const) {
        const encoded = Buffer.from(`${user}:${secret}${after}`).toString(encoding)
        const redacted = Redaction.make({ secrets: [secret] }).text(`x ${encoded} y`)
        const left = Buffer.from(redacted.slice(2).split("[")[0] ?? "", "base64").toString("latin1")
        assert.include(redacted, "[REDACTED]")
        assert.isAtMost(left.length, Buffer.byteLength(`${user}:`))
      }
    }
  )

  it.prop(
    "are replaced in any case and as hex",
    [secret, FastCheck.string(), FastCheck.string()],
    ([secret, before, after]) => {
      const hex = Buffer.from(secret).toString("hex")
      const one = Redaction.make({ secrets: [secret] })
      for (const written of [secret.toUpperCase(), secret.toLowerCase(), hex, hex.toUpperCase()]) {
        assert.notInclude(one.text(`${before} ${written} ${after}`), written)
      }
    }
  )

  it("short secrets are masked as whole words, very short ones as whole values", () => {
    const one = Redaction.make({ secrets: ["", "7", "abc", "pine"] })
    assert.strictEqual(one.text("abc 7 pineapple alpine code=77 status 7"), "abc 7 pineapple alpine code=77 status 7")
    assert.strictEqual(
      one.text(`bad value "abc" 'ABC' {\\"p\\":\\"7\\"} pin=7&x=1 (pine) a_pine, \\npine%3Dpine`),
      `bad value "[REDACTED]" '[REDACTED]' {\\"p\\":\\"[REDACTED]\\"} pin=[REDACTED]&x=1 ([REDACTED]) a_[REDACTED], \\n[REDACTED]%3D[REDACTED]`
    )
    assert.deepStrictEqual(one.value(["7", "abc", "Pine", "70"]), ["[REDACTED]", "[REDACTED]", "[REDACTED]", "70"])
  })

  it("patterns of a platform's keys are masked", () => {
    const one = Redaction.make({ patterns: [/\bacme_[a-z0-9]{4,}/g] })
    assert.strictEqual(one.text("key acme_0a1b, other_0a1b"), "key [REDACTED], other_0a1b")
  })

  it("the work of building and running is linear in the number of secrets and in the text", () => {
    const workOf = (count: number, repeats: number): readonly [number, number] => {
      const secrets = Array.from({ length: count }, (_, i) => `sk-shared-prefix-${i}-aaaaaaaaaaaaaaaaaaaaaaaa`)
      const matcher = SecretMatcher.make(secrets)
      const built = matcher.work()
      matcher.find("sk-shared-prefix-aaaaaaaaaaaaaaaaaaaaaaa".repeat(repeats))
      return [built, matcher.work() - built]
    }
    const [built, run] = workOf(100, 100)
    for (const times of [2, 4, 20]) {
      const [more, longer] = workOf(100 * times, 100 * times)
      assert.isAtMost(more / built, times * 1.2)
      assert.isAtMost(longer / run, times * 1.05)
    }
    // Twice a character for the text itself, and for what it may be as base64.
    assert.isAtMost(run, 100 * 40 * 2 * 4)
  })

  it("the longer of two secrets goes first, and the mask is never eaten", () => {
    const both = Redaction.make({ secrets: ["abcd", "abcdefgh", "REDACTED"] })
    assert.strictEqual(both.text("abcdefgh abcd [REDACTED] REDACTED"), "[REDACTED] [REDACTED] [REDACTED] [REDACTED]")
  })

  it("characters with a meaning in patterns are taken literally", () => {
    const odd = "a.b*c(d[e\\f$g^h|i{2}?+"
    assert.strictEqual(Redaction.make({ secrets: [odd] }).text(`x${odd}y a.b`), "x[REDACTED]y a.b")
  })

  it("additional names count in every spelling", () => {
    const named = Redaction.make({ names: ["connect_url"] })
    assert.strictEqual(
      named.text(`connectUrl=${uuid} connect-url: "${uuid}"`),
      'connectUrl=[REDACTED] connect-url: "[REDACTED]"'
    )
    assert.deepStrictEqual(named.value({ connect_url: uuid, url: uuid }), { connect_url: "[REDACTED]", url: uuid })
  })

  it("are not shown by the redactor itself", () => {
    const made = Redaction.make({ secrets: [canary, Redacted.make(bare)] })
    assert.notMatch(everything(made), /canary|s3cretValue/)
    assert.notMatch(Object.values(made).map(String).join(), /canary|s3cretValue/)
  })
})

describe("secretsIn", () => {
  it("finds Redacted values and values under secret names, at any depth and in any number", () => {
    let deep: Record<string, unknown> = { pin: Redacted.make("in-redacted"), password: "in-name" }
    for (let i = 0; i < 50_000; i++) deep = { deep, list: [1] }
    const many = Array.from({ length: 20_000 }, (_, i) => ({ api_key: `key-${i}`, note: `note-${i}` }))
    const found = new Set(Redaction.secretsIn({ deep, many }))
    assert.strictEqual(found.size, 20_002)
    assert.isTrue(found.has("in-redacted") && found.has("in-name") && found.has("key-19999"))
  })

  it("finds pairs, headers, env, numbers, marked fields and the token of a scheme, and takes no words for values", () => {
    const found = Redaction.secretsIn(
      {
        pairs: [{ name: "db_password", value: "p1" }],
        headers: { "x-tenant": "Bearer p2", "user-agent": "me", accept: "a/b" },
        env: { A: "p3", B: [{ name: "C", value: "p4" }], D: true },
        nested: [{ value: "p5", pin: 1234 }],
        api_key: "null",
        token: false,
        credential: { inner: Redacted.make({ any: "p6" }) }
      },
      ["value", "pin"]
    )
    assert.deepStrictEqual([...found].sort(), ["1234", "Bearer p2", "p1", "p2", "p3", "p4", "p5", "p6"])
  })

  it("ends in cycles and leaves bytes alone", () => {
    const cyclic: Record<string, unknown> = { token: "t1", bytes: new Uint8Array(8) }
    cyclic["token_of"] = cyclic
    assert.deepStrictEqual(Redaction.secretsIn(cyclic), ["t1"])
  })

  it("reads the input of a call a number of times that is linear in its secrets", () => {
    const readsOf = (count: number): number => {
      let reads = 0
      const spied = <A extends object>(target: A): A =>
        new Proxy(target, {
          get: (object, name, receiver) => {
            reads++
            return Reflect.get(object, name, receiver)
          }
        })
      Redaction.secretsIn(spied(Array.from({ length: count }, (_, i) => spied({ name: `n${i}`, api_key: `k${i}` }))))
      return reads
    }
    assert.isAtMost(readsOf(2000) / readsOf(100), 21)
  })
})

describe("value", () => {
  const configured = Redaction.make({ secrets: [canary] })

  it.prop(
    "a configured secret survives in no position: values, keys, maps, sets, errors, URLs, toJSON",
    [
      FastCheck.letrec<{ node: unknown }>((tie) => ({
        node: FastCheck.oneof(
          { depthSize: "small", withCrossShrink: true },
          FastCheck.constantFrom<unknown>(canary, 1, null, undefined, true, 10n, new Date(0)),
          FastCheck.string().map((text) => text + canary + text),
          FastCheck.array(tie("node"), { maxLength: 4 }),
          FastCheck.dictionary(
            FastCheck.oneof(FastCheck.string(), FastCheck.constantFrom(canary, "__proto__", "a")),
            tie("node"),
            { maxKeys: 4 }
          ),
          tie("node").map(
            (node) =>
              new Map([
                ["a", node],
                [canary, node]
              ])
          ),
          tie("node").map((node) => new Map([[node, node]])),
          tie("node").map((node) => new Set([node])),
          tie("node").map((node) => new Error(`failed with ${canary}`, { cause: node })),
          tie("node").map((node) => new AggregateError([new Error(canary), node], canary)),
          tie("node").map((node) => ({ toJSON: () => node })),
          tie("node").map((node) => Option.some(node)),
          FastCheck.constant(
            new URL(
              `https://x:${encodeURIComponent(canary)}@h/${encodeURIComponent(canary)}?q=${encodeURIComponent(canary)}`
            )
          ),
          FastCheck.constant(new Headers({ "x-note": canary })),
          FastCheck.constant(Redacted.make(canary)),
          FastCheck.constant(Buffer.from(canary)),
          FastCheck.constant(Symbol(canary))
        )
      })).node
    ],
    ([value]) => {
      const copy = configured.value(value)
      assert.notInclude(everything(copy), "canary")
      assert.deepStrictEqual(configured.value(copy), copy)
    },
    { fastCheck: { numRuns: 500 } }
  )

  const secretName = FastCheck.constantFrom(
    "api_key",
    "apikey",
    "apiKey",
    "API-KEY",
    "x-api-key",
    "access_token",
    "refreshToken",
    "id_token",
    "token",
    "secret",
    "clientSecret",
    "client_secret",
    "password",
    "db_password",
    "passwd",
    "authorization",
    "Proxy-Authorization",
    "cookie",
    "Set-Cookie",
    "private_key",
    "privateKey",
    "connection_string",
    "connectionString",
    "AccountKey",
    "SharedAccessSignature",
    "secret_key",
    "secretAccessKey",
    "aws_secret_access_key",
    "X-Amz-Security-Token",
    "X-Amz-Signature",
    "OPENAI_API_KEY",
    "webhook_secret",
    "signing_key",
    "credentials",
    "jwt",
    "passphrase",
    "accesstoken",
    "CLIENTSECRET"
  )

  it.prop(
    "whatever stands under a credential's name is replaced",
    [
      secretName,
      FastCheck.oneof(
        FastCheck.string({ minLength: 1 }),
        FastCheck.integer(),
        FastCheck.array(FastCheck.string()),
        FastCheck.object()
      )
    ],
    ([name, secret]) => {
      assert.deepStrictEqual(redactor.value({ a: [{ [name]: secret }] }), { a: [{ [name]: "[REDACTED]" }] })
    }
  )

  const plainName = FastCheck.constantFrom(
    "max_tokens",
    "maxTokens",
    "author",
    "authors",
    "key_name",
    "token_count",
    "secret_id",
    "tokens",
    "key",
    "keyword",
    "monkey",
    "page_token",
    "nextPageToken",
    "user",
    "id",
    "total",
    "bypass",
    "compass",
    "cookie_policy",
    "authorized",
    "passed"
  )
  const plainValue = FastCheck.oneof(
    FastCheck.integer(),
    FastCheck.boolean(),
    FastCheck.constant(null),
    FastCheck.uuid(),
    FastCheck.stringMatching(/^[a-z]{0,12}$/),
    FastCheck.emailAddress()
  )

  it.prop(
    "what is no credential stays exactly as it is",
    [
      FastCheck.array(
        FastCheck.dictionary(
          plainName,
          FastCheck.oneof(plainValue, FastCheck.array(plainValue), FastCheck.dictionary(plainName, plainValue))
        )
      )
    ],
    ([value]) => {
      assert.deepStrictEqual(
        redactor.value(value),
        value.map((fields) => ({ ...fields }))
      )
    }
  )

  it("null, booleans and empty text under a credential's name tell nothing and stay", () => {
    const value = { token: null, password: "", secret: false, api_key: undefined }
    assert.deepStrictEqual(redactor.value(value), value)
  })

  it("cycles end, and shared values are copied each time", () => {
    const shared = { n: 1 }
    const value: Record<string, unknown> = { a: shared, b: shared }
    value["self"] = value
    value["list"] = [value]
    assert.deepStrictEqual(redactor.value(value), {
      a: { n: 1 },
      b: { n: 1 },
      self: "[Circular]",
      list: ["[Circular]"]
    })
  })

  it("width and length have no limit, and depth ends before it exhausts the stack", () => {
    let deep: unknown = canary
    for (let i = 0; i < 100_000; i++) deep = { deep }
    assert.include(everything(configured.value(deep)), "[Object]")
    const wide = Array.from({ length: 50_000 }, (_, i) => (i === 49_999 ? canary : "x"))
    assert.deepStrictEqual(configured.value(wide), [...wide.slice(0, -1), "[REDACTED]"])
    assert.strictEqual(configured.value(`${"x".repeat(2_000_000)} ${canary}`), `${"x".repeat(2_000_000)} [REDACTED]`)
  })

  it("a value is masked by the name beside it in a pair, and everything in headers and env", () => {
    const input = {
      list: [
        { name: "X-Api-Key", value: "v1" },
        { key: "region", value: "eu" }
      ],
      headers: { "x-tenant": "v2", accept: "application/json" },
      env: [{ name: "TEAM", value: "v3" }]
    }
    assert.deepStrictEqual(redactor.value(input), {
      list: [
        { name: "X-Api-Key", value: "[REDACTED]" },
        { key: "region", value: "eu" }
      ],
      headers: { "x-tenant": "[REDACTED]", accept: "application/json" },
      env: [{ name: "TEAM", value: "[REDACTED]" }]
    })
  })

  it("a validation error repeats no input of a secret field, named by loc", () => {
    const named = Redaction.make({ names: ["value"] })
    const detail = [
      { type: "string_type", loc: ["body", "value"], msg: "not a string", input: { a: 7 }, ctx: { given: "abc" } },
      { type: "missing", loc: ["body"], msg: "missing", input: { name: "n", value: "plain" } },
      { type: "int", loc: ["query", "limit"], msg: "not an integer", input: "ten" },
      { type: "string_type", loc: ["body", "env", "TEAM"], msg: "not a string", input: "red" }
    ]
    assert.deepStrictEqual(named.value({ detail }), {
      detail: [
        { ...detail[0], input: "[REDACTED]", ctx: "[REDACTED]" },
        { ...detail[1], input: { name: "n", value: "[REDACTED]" } },
        detail[2],
        { ...detail[3], input: "[REDACTED]" }
      ]
    })
  })

  it("values that throw when read, and those that are their own JSON, are named", () => {
    const throwing = {
      get a(): never {
        throw new Error(canary)
      }
    }
    const proxy = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error(canary)
        }
      }
    )
    const own = { toJSON: (): unknown => own }
    assert.deepStrictEqual(configured.value([throwing, proxy, own, () => canary]), [
      "[Unreadable]",
      "[Unreadable]",
      "[Circular]",
      "[Function]"
    ])
  })

  it("a field named __proto__ changes no prototype", () => {
    const copy = redactor.value(JSON.parse(`{"__proto__":{"polluted":true}}`))
    assert.strictEqual(Object.getPrototypeOf(copy), Object.prototype)
    assert.strictEqual(JSON.stringify(copy), `{"__proto__":{"polluted":true}}`)
  })
})

describe("headers", () => {
  it("credential headers are replaced, others redacted as text, names kept", () => {
    assert.deepStrictEqual(
      redactor.headers({
        authorization: "x",
        "Proxy-Authorization": "x",
        "X-Api-Key": "x",
        cookie: "x",
        "set-cookie": "x",
        "x-amz-security-token": "x",
        location: "https://h/k?X-Amz-Signature=abc",
        "x-request-id": uuid,
        "content-type": "application/json"
      }),
      {
        authorization: "[REDACTED]",
        "Proxy-Authorization": "[REDACTED]",
        "X-Api-Key": "[REDACTED]",
        cookie: "[REDACTED]",
        "set-cookie": "[REDACTED]",
        "x-amz-security-token": "[REDACTED]",
        location: "https://h/k?X-Amz-Signature=[REDACTED]",
        "x-request-id": uuid,
        "content-type": "application/json"
      }
    )
  })
})

describe("error", () => {
  const configured = Redaction.make({ secrets: [canary] })

  it("is plain, keeps name, message and code of the whole chain, and refers to nothing of the original", () => {
    const rejected = Object.assign(new Error(`connect with ${canary}`), {
      code: "ECONNREFUSED",
      headers: { authorization: canary }
    })
    const all = new AggregateError([rejected, canary, null], "all failed")
    const outer = new TypeError(`fetch failed: ${encodeURIComponent(canary)}`, { cause: all })
    const plain = configured.error(outer)
    assert.deepStrictEqual(plain, {
      name: "TypeError",
      message: "fetch failed: [REDACTED]",
      cause: {
        name: "AggregateError",
        message: "all failed",
        errors: [
          { name: "Error", message: "connect with [REDACTED]", code: "ECONNREFUSED" },
          { name: "Error", message: "[REDACTED]" }
        ]
      }
    })
    assert.notInclude(everything(plain), "canary")
  })

  it("ends cycles and long chains, and survives what cannot be read", () => {
    const cyclic: Error & { cause?: unknown } = new Error("a")
    cyclic.cause = cyclic
    assert.deepStrictEqual(configured.error(cyclic), { name: "Error", message: "a" })
    let long = new Error("0")
    for (let i = 1; i < 100; i++) long = new Error(String(i), { cause: long })
    assert.lengthOf([...JSON.stringify(configured.error(long)).matchAll(/message/g)], 8)
    const hostile = new Proxy(new Error("x"), {
      get: () => {
        throw new Error(canary)
      }
    })
    assert.deepStrictEqual(configured.error(hostile), { name: "Error", message: "" })
    assert.deepStrictEqual(configured.error({ name: { toString: null }, message: Symbol("x"), code: 7 }), {
      name: "Error",
      message: "",
      code: 7
    })
  })

  it("nothing is nothing", () => {
    assert.isUndefined(configured.error(undefined))
    assert.isUndefined(configured.error(null))
  })
})
