/**
 * HttpApi of Effect: an endpoint whose errors are part of its type. The platform is a layer, so tests replace it.
 *
 *     GET /trends/batteries      {"trend": "up", "reasons": [...]}
 */
import * as HttpApi from "@effect/platform/HttpApi"
import * as HttpApiBuilder from "@effect/platform/HttpApiBuilder"
import * as HttpApiEndpoint from "@effect/platform/HttpApiEndpoint"
import * as HttpApiGroup from "@effect/platform/HttpApiGroup"
import * as HttpApiSchema from "@effect/platform/HttpApiSchema"
import { Lumnis } from "@trilum/lumnis"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"

const Trend = Schema.Struct({ trend: Schema.String, reasons: Schema.Array(Schema.String) })

class Busy extends Schema.TaggedError<Busy>()(
  "Busy",
  { retryAfter: Schema.Number },
  HttpApiSchema.annotations({ status: 503 })
) {}

class Unavailable extends Schema.TaggedError<Unavailable>()(
  "Unavailable",
  { reason: Schema.String },
  HttpApiSchema.annotations({ status: 502 })
) {}

const trends = HttpApiGroup.make("trends").add(
  HttpApiEndpoint.get("ofTopic", "/trends/:topic")
    .setPath(Schema.Struct({ topic: Schema.String }))
    .addSuccess(Trend)
    .addError(Busy)
    .addError(Unavailable)
)

export const Api = HttpApi.make("market").add(trends)

const TrendsLive = HttpApiBuilder.group(Api, "trends", (handlers) =>
  handlers.handle("ofTopic", ({ path }) =>
    Effect.gen(function* () {
      const lumnis = yield* Lumnis
      const { structured } = yield* lumnis.invoke(`What is the trend of ${path.topic}?`, {
        userId: "ada@example.com",
        schema: Trend,
        deadline: "2 minutes"
      })
      return structured
    }).pipe(
      Effect.mapError((error) =>
        error._tag === "RateLimitError"
          ? new Busy({ retryAfter: error.retryAfter ?? 60 })
          : new Unavailable({ reason: error._tag })
      )
    )
  )
)

/** Needs `Lumnis`, and a server: `HttpApiBuilder.serve()` with `NodeHttpServer.layer`. */
export const ApiLive = Layer.provide(HttpApiBuilder.api(Api), TrendsLive)
