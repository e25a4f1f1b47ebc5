import * as OnDemand from "@trilum/core/OnDemand"
import type * as Operation from "@trilum/core/Operation"
import * as Effect from "effect/Effect"
import type { ApiClient } from "../client.js"
import type { Report } from "../Drift.js"

const drift = OnDemand.once("lvng", "onDrift", () => import("../Drift.js"))

/** A client that tells of every answer with drift, before its caller has the answer. */
export const watched = (client: ApiClient, onDrift: (report: Report) => void): ApiClient => {
  const tell = <A>(operation: Operation.Operation<A>, value: A): Effect.Effect<void> =>
    // Watching must not cost the answer.
    Effect.ignore(
      Effect.flatMap(drift, ({ find }) => {
        const drifts = find(operation.success, value)
        return drifts.length === 0 ? Effect.void : Effect.sync(() => onDrift({ operation: operation.id, drifts }))
      })
    )
  return {
    ...client,
    request: (operation, path, params, options) =>
      Effect.tap(client.request(operation, path, params, options), (value) => tell(operation, value)),
    withResponse: (operation, path, params, options) =>
      Effect.tap(client.withResponse(operation, path, params, options), ({ value }) => tell(operation, value))
  }
}
