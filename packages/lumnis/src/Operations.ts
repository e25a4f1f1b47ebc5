/**
 * Calls the operations of Lumnis AI by their catalog entries (`generated/catalog`).
 *
 * @since 0.1.0
 */
import * as OperationCaller from "@trilum/core/OperationCaller"
import type { PreparedError, RequestOptions } from "./client.js"
import type { Connection } from "./Platform.js"
import * as Resources from "./resources.js"

/**
 * @since 0.1.0
 * @category constructors
 */
export const make = (connection: Connection): OperationCaller.Caller<PreparedError, RequestOptions> =>
  OperationCaller.make(Resources, connection)
