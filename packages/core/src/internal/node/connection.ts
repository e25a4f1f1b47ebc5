/**
 * A connection of the pool whose socket can be destroyed together with the request on it.
 *
 * When undici aborts a request it destroys the socket but keeps the request at the head of its queue, and so opens a new
 * connection only to drop it. Destroying the socket with an error fails the request and leaves the connection closed.
 */
import type { Socket } from "node:net"
import { Client, type Dispatcher } from "undici"

/** Part of the options of a dispatch: is told which connection the request was given to. */
export interface OnConnection {
  readonly onConnection: (connection: Connection) => void
}

const hasOnConnection = (options: object): options is OnConnection => "onConnection" in options

export class Connection extends Client {
  private readonly current: { socket: Socket | undefined }

  constructor(origin: URL, options: Client.Options) {
    const current: Connection["current"] = { socket: undefined }
    const { connect } = options
    super(
      origin,
      typeof connect !== "function"
        ? options
        : {
            ...options,
            connect: (target, callback) =>
              connect(target, (...result) => {
                current.socket = result[1] ?? undefined
                callback(...result)
              })
          }
    )
    this.current = current
  }

  override dispatch(options: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): boolean {
    if (hasOnConnection(options)) options.onConnection(this)
    return super.dispatch(options, handler)
  }

  /** `false` when there is no socket to destroy. */
  destroySocket(reason: Error): boolean {
    const { socket } = this.current
    if (socket === undefined || socket.destroyed) return false
    socket.destroy(reason)
    return true
  }
}
