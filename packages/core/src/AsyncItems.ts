/**
 * What a stream is in promise clients.
 *
 * @since 0.1.0
 */

/**
 * The items of a stream: to iterate with `for await`, or as a whole. Each use runs the stream anew.
 *
 * @since 0.1.0
 * @category models
 */
export interface AsyncItems<out A> extends AsyncIterable<A> {
  /** All items. */
  readonly toArray: () => Promise<Array<A>>
  /** The last item, such as the update that ends a run. `undefined`: there was none. */
  readonly last: () => Promise<A | undefined>
  /**
   * The items as bytes, for a `Response` or a file: bytes as they are, texts in UTF-8, anything else as a line of JSON.
   * Nothing is pulled ahead of the reader.
   */
  readonly toReadableStream: () => ReadableStream<Uint8Array>
}

/**
 * The items of an async iterable as a whole.
 *
 * @since 0.1.0
 * @category constructors
 */
export const fromAsyncIterable = <A>(iterable: AsyncIterable<A>): AsyncItems<A> => ({
  [Symbol.asyncIterator]: () => iterable[Symbol.asyncIterator](),
  toArray: async () => {
    const all: Array<A> = []
    for await (const item of iterable) all.push(item)
    return all
  },
  last: async () => {
    let last: A | undefined
    for await (const item of iterable) last = item
    return last
  },
  toReadableStream: () => {
    const iterator = iterable[Symbol.asyncIterator]()
    return new ReadableStream(
      {
        pull: async (controller) => {
          const next = await iterator.next()
          if (next.done === true) controller.close()
          else controller.enqueue(bytesOf(next.value))
        },
        cancel: async () => {
          await iterator.return?.()
        }
      },
      { highWaterMark: 0 }
    )
  }
})

const utf8 = new TextEncoder()

const bytesOf = (item: unknown): Uint8Array =>
  item instanceof Uint8Array ? item : utf8.encode(typeof item === "string" ? item : `${JSON.stringify(item)}\n`)
