import * as HttpClientError from "@effect/platform/HttpClientError"
import * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import { assert, describe, it } from "@effect/vitest"
import * as Failure from "../src/internal/failure.js"
import * as Redaction from "../src/Redaction.js"

const facts = {
  platform: "acme",
  operation: "getThing",
  method: "GET",
  path: "/v1/things/{thing_id}",
  attempts: 2,
  elapsed: 10
}

const coded = (code: string, message = "m", cause?: unknown): Error =>
  Object.assign(new Error(message, { cause }), { code })

const lost = (cause: unknown, reason: "Transport" | "Encode" | "InvalidUrl" = "Transport") =>
  Failure.fromTransport(
    facts,
    Redaction.make({ secrets: ["hunter2-hunter2"] }),
    new HttpClientError.RequestError({ request: HttpClientRequest.get("http://x/hunter2-hunter2"), reason, cause })
  )

describe("what a transport says", () => {
  const timeouts = [
    ["UND_ERR_CONNECT_TIMEOUT", "connect"],
    ["ETIMEDOUT", "connect"],
    ["UND_ERR_HEADERS_TIMEOUT", "attempt"],
    ["UND_ERR_BODY_TIMEOUT", "idle"],
    ["TRILUM_POOL_TIMEOUT", "pool"]
  ] as const
  for (const [code, timeout] of timeouts) {
    it(`${code} is a TimeoutError of kind ${timeout}`, () => {
      assert.deepInclude(lost(coded(code)), { _tag: "TimeoutError", timeout, code, attempts: 2, elapsed: 10 })
    })
  }

  const network = /the network and the base URL/
  const advice: ReadonlyArray<readonly [code: string, hint: RegExp]> = [
    ["ECONNREFUSED", network],
    ["ECONNRESET", network],
    ["ENOTFOUND", network],
    ["UND_ERR_SOCKET", network],
    ["CERT_HAS_EXPIRED", /NODE_EXTRA_CA_CERTS.* ca\b/],
    ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", /NODE_EXTRA_CA_CERTS.* ca\b/],
    ["DEPTH_ZERO_SELF_SIGNED_CERT", /NODE_EXTRA_CA_CERTS.* ca\b/],
    ["UND_ERR_CLOSED", /new client/]
  ]
  for (const [code, hint] of advice) {
    it(`${code} is a TransportError that names it and says what to do`, () => {
      const error = lost(coded(code))
      assert.deepInclude(error, { _tag: "TransportError", code, category: "transport" })
      assert.strictEqual(error.message, `GET /v1/things/{thing_id}: no answer (${code})`)
      assert.match(error.hint ?? "", hint)
    })
  }

  it("a proxy that asks for a login says so, and where to give it", () => {
    const error = lost(coded("TRILUM_PROXY_AUTHENTICATION", "the proxy answered 407"))
    assert.strictEqual(error.message, "GET /v1/things/{thing_id}: the proxy answered 407")
    assert.match(error.hint ?? "", /HTTPS_PROXY/)
  })

  it("the code is found behind the error of fetch, and in an error for several addresses", () => {
    assert.deepInclude(lost(new TypeError("fetch failed", { cause: coded("ECONNREFUSED") })), {
      code: "ECONNREFUSED"
    })
    assert.deepInclude(lost(new AggregateError([coded("ENETUNREACH"), coded("ECONNREFUSED")], "")), {
      code: "ENETUNREACH"
    })
  })

  it("a request that cannot be written does not blame the network", () => {
    assert.strictEqual(
      lost(coded("ENOENT"), "Encode").message,
      "GET /v1/things/{thing_id}: the request could not be written (ENOENT)"
    )
  })

  it("the cause is data without secrets, whatever was thrown", () => {
    const error = lost(coded("ECONNRESET", "to hunter2-hunter2", new Error("hunter2-hunter2")))
    assert.notInstanceOf(error.cause, Error)
    assert.deepInclude(error.cause, { name: "Error", message: "to [REDACTED]", code: "ECONNRESET" })
    assert.notInclude(JSON.stringify(error), "hunter2")
    for (const thrown of [undefined, null, "text", 7, { code: 7 }]) {
      assert.deepInclude(lost(thrown), { _tag: "TransportError" })
    }
    const circle = new Error("m")
    circle.cause = circle
    assert.strictEqual(lost(circle)._tag, "TransportError")
  })
})
