/**
 * Batches of runs as a resource of the client.
 *
 * @since 0.1.0
 */
import * as Resource from "@trilum/core/Resource"
import type { ApiClient } from "../client.js"
import type { InvokeMany } from "../InvokeMany.js"
import * as Batch from "../internal/invokeMany.js"
import type { Connection } from "../Platform.js"

/**
 * Starts a run for each item of a batch and emits how each ended.
 *
 * @since 0.1.0
 * @category resources
 */
export const invokeMany = /* @__PURE__ */ Resource.make(
  "invokeMany",
  (_: ApiClient, { means }: Connection): InvokeMany => Batch.make(means)
)
