/**
 * Lists as lazy streams, whatever way a server cuts them into pages.
 *
 * A stream asks for the next page only when its consumer does. It ends at a page that says so (no next cursor,
 * `has_more` false, the total reached), at an empty page and, where the page says none of this, at one shorter than was
 * asked for. It also ends when the server repeats itself, which is what one does that ignores the position it was given:
 * at a cursor seen before, and at the records of the first or the last page once more, which are not handed on again.
 *
 * @since 0.1.0
 */
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import type { ApiClient, RequestOptions } from "./ApiClient.js"
import type { ApiError } from "./ApiError.js"
import type * as Operation from "./Operation.js"

/**
 * The pages of a list, each as the server sent it.
 *
 * @since 0.1.0
 * @category constructors
 */
export const pages = <A, P extends boolean, E, O extends RequestOptions>(
  client: ApiClient<E, O>,
  operation: Operation.Operation<A, P>,
  path: Operation.PathArguments,
  params?: object,
  options?: O
): Stream.Stream<A, ApiError | (P extends true ? E : never)> => {
  const plan = operation.pagination
  if (plan === undefined) return Stream.fromEffect(client.request(operation, path, params, options))
  return Stream.paginateChunkEffect(first(plan, params), (position) =>
    Effect.map(client.request(operation, path, { ...params, ...position.params }, options), (page) => {
      const next = advance(plan, position, page)
      return next === "repeat"
        ? ([Chunk.empty<A>(), Option.none<Position>()] as const)
        : ([Chunk.of(page), next] as const)
    })
  )
}

/**
 * The records of a list, page after page. `Item` is the element of the list that the operation's pagination names.
 *
 * @since 0.1.0
 * @category constructors
 */
export const items = <Item, A, P extends boolean, E, O extends RequestOptions>(
  client: ApiClient<E, O>,
  operation: Operation.Operation<A, P>,
  path: Operation.PathArguments,
  params: object | undefined,
  options: O | undefined,
  itemsOf: (page: A) => ReadonlyArray<Item> | null | undefined
): Stream.Stream<Item, ApiError | (P extends true ? E : never)> =>
  Stream.mapConcatChunk(pages(client, operation, path, params, options), (page) =>
    Chunk.unsafeFromArray(itemsOf(page) ?? [])
  )

/** Where a list stands: what to ask next, and what was seen, to notice a server that repeats itself. */
interface Position {
  readonly params: Readonly<Record<string, unknown>>
  /** The offset or number of the first page; 0 for cursors. */
  readonly start: number
  /** Records so far. */
  readonly seen: number
  readonly cursors: ReadonlySet<unknown>
  readonly firstPage: ReadonlyArray<unknown> | undefined
  readonly lastPage: ReadonlyArray<unknown> | undefined
}

/** Also a number given as text, as in the query it becomes. */
const numberParam = (params: object | undefined, name: string | undefined): number | undefined => {
  const value: unknown = name === undefined || params === undefined ? undefined : Reflect.get(params, name)
  if (typeof value === "number") return value
  return typeof value === "string" && /^\d+$/.test(value) ? Number(value) : undefined
}

const first = (plan: Operation.Pagination, params: object | undefined): Position => {
  const start = { start: 0, seen: 0, cursors: new Set<unknown>(), firstPage: undefined, lastPage: undefined }
  if (plan.style === "cursor") {
    const given: unknown = params === undefined ? undefined : Reflect.get(params, plan.cursor)
    return { ...start, params: {}, cursors: new Set([given]) }
  }
  const [name, size, fallback] = plan.style === "offset" ? [plan.offset, plan.limit, 0] : [plan.page, plan.size, 1]
  const position = numberParam(params, name) ?? fallback
  return { ...start, start: position, params: sizeOf(size, params, { [name]: position }) }
}

/** Page sizes are the caller's or the server's own: a size made up here could exceed its maximum. */
const sizeOf = (
  name: string | undefined,
  params: object | undefined,
  position: Readonly<Record<string, unknown>>
): Readonly<Record<string, unknown>> => {
  const size = numberParam(params, name)
  return name === undefined || size === undefined ? position : { ...position, [name]: size }
}

/**
 * The value at a dotted path of a body, `""` being the body itself.
 *
 * @since 0.1.0
 * @category accessors
 */
export const at = (body: unknown, path: string): unknown => {
  if (path === "") return body
  let current = body
  for (const name of path.split(".")) {
    if (typeof current !== "object" || current === null) return undefined
    current = Reflect.get(current, name)
  }
  return current
}

const isSame = (page: ReadonlyArray<unknown>, other: ReadonlyArray<unknown> | undefined): boolean =>
  other !== undefined &&
  page.length === other.length &&
  page.length > 0 &&
  // One record tells most pages apart without writing them out.
  JSON.stringify(page[0]) === JSON.stringify(other[0]) &&
  JSON.stringify(page) === JSON.stringify(other)

const isCursor = (value: unknown): value is string | number =>
  (typeof value === "string" && value !== "") || typeof value === "number"

const advance = (plan: Operation.Pagination, position: Position, page: unknown): Option.Option<Position> | "repeat" => {
  const list = at(page, plan.items)
  const records: ReadonlyArray<unknown> = Array.isArray(list) ? list : []
  if (isSame(records, position.lastPage) || isSame(records, position.firstPage)) return "repeat"
  const next = {
    start: position.start,
    seen: position.seen + records.length,
    cursors: position.cursors,
    firstPage: position.firstPage ?? records,
    lastPage: records
  }
  const hasMore = plan.hasMore === undefined ? undefined : at(page, plan.hasMore)
  if (plan.style === "cursor") {
    const cursor = at(page, plan.next)
    if (!isCursor(cursor) || hasMore === false || position.cursors.has(cursor)) return Option.none()
    return Option.some({ ...next, params: { [plan.cursor]: cursor }, cursors: new Set(position.cursors).add(cursor) })
  }
  if (records.length === 0 || hasMore === false) return Option.none()
  const name = plan.style === "offset" ? plan.offset : plan.page
  const current = Number(position.params[name])
  const total = plan.total === undefined ? undefined : at(page, plan.total)
  if (typeof total === "number") {
    const before =
      plan.style === "offset"
        ? position.start
        : // The first page seen, not the size asked for: servers cap sizes without a word.
          Math.max(0, position.start - 1) * next.firstPage.length
    if (before + next.seen >= total) return Option.none()
  } else if (hasMore !== true) {
    const size = plan.style === "offset" ? plan.limit : plan.size
    const asked = size === undefined ? undefined : position.params[size]
    if (typeof asked === "number" && records.length < asked) return Option.none()
  }
  const step = plan.style === "offset" ? records.length : 1
  return Option.some({ ...next, params: { ...position.params, [name]: current + step } })
}
