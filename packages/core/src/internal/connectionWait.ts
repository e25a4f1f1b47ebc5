/**
 * How a caller learns whether its request waits for a connection: it provides an object, and a transport that bounds its
 * connections sets `waiting`. It travels in the context of the fiber, so it works through any wrapper of the client.
 */
import * as Context from "effect/Context"

export interface State {
  /** The request waits for a connection; nothing was sent. */
  waiting: boolean
}

export class ConnectionWait extends Context.Tag("@trilum/core/internal/ConnectionWait")<ConnectionWait, State>() {}
