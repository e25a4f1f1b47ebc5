/**
 * Lists as lazy streams, whatever way a server cuts them into pages.
 *
 * A stream asks for the next page only when its consumer does. It ends at a page that says so (no next cursor,
 * `has_more` false, the total reached), at a short or empty page, and at a page that repeats: the same cursor, or the
 * same first record, which is what a server answers that ignores the position it was given.
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
  return Stream.paginateEffect(first(plan, params), (position) =>
    Effect.map(client.request(operation, path, { ...params, ...position.params }, options), (page) => {
      const next = advance(plan, position, page)
      // A page that repeats the last one is not handed on: its records were.
      return [next === "repeat" ? Option.none<A>() : Option.some(page), next === "repeat" ? Option.none() : next] as const
    })).pipe(Stream.filterMap((page) => page))
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
  Stream.mapConcatChunk(
    pages(client, operation, path, params, options),
    (page) => Chunk.unsafeFromArray(itemsOf(page) ?? [])
  )

/** Where a list stands: what to ask next, and what was seen, to notice a server that repeats itself. */
interface Position {
  readonly params: Readonly<Record<string, unknown>>
  readonly seen: number
  readonly cursors: ReadonlySet<string>
  readonly firstItem: string | undefined
}

const numberParam = (params: object | undefined, name: string | undefined): number | undefined => {
  const value: unknown = name === undefined || params === undefined ? undefined : Reflect.get(params, name)
  return typeof value === "number" ? value : undefined
}

const first = (plan: Operation.Pagination, params: object | undefined): Position => {
  const start = { seen: 0, cursors: new Set<string>(), firstItem: undefined }
  switch (plan.style) {
    case "cursor":
      return { ...start, params: {} }
    case "offset":
      return { ...start, params: sizeOf(plan.limit, params, { [plan.offset]: numberParam(params, plan.offset) ?? 0 }) }
    case "page":
      return { ...start, params: sizeOf(plan.size, params, { [plan.page]: numberParam(params, plan.page) ?? 1 }) }
  }
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

const advance = (
  plan: Operation.Pagination,
  position: Position,
  page: unknown
): Option.Option<Position> | "repeat" => {
  const list = at(page, plan.items)
  const records: ReadonlyArray<unknown> = Array.isArray(list) ? list : []
  const firstItem = records.length === 0 ? undefined : JSON.stringify(records[0])
  if (firstItem !== undefined && position.firstItem === firstItem && position.seen > 0) return "repeat"
  const seen = position.seen + records.length
  if (plan.hasMore !== undefined && at(page, plan.hasMore) === false) return Option.none()
  if (plan.style === "cursor") {
    const next = at(page, plan.next)
    if (typeof next !== "string" || next === "") return Option.none()
    if (position.cursors.has(next)) return Option.none()
    return Option.some({
      params: { [plan.cursor]: next },
      seen,
      cursors: new Set(position.cursors).add(next),
      firstItem
    })
  }
  if (records.length === 0) return Option.none()
  const total = plan.total === undefined ? undefined : at(page, plan.total)
  if (plan.style === "offset") {
    const offset = Number(position.params[plan.offset] ?? 0)
    if (typeof total === "number" && offset + records.length >= total) return Option.none()
    const limit = plan.limit === undefined ? undefined : position.params[plan.limit]
    if (total === undefined && typeof limit === "number" && records.length < limit) return Option.none()
    return Option.some({
      ...position,
      params: { ...position.params, [plan.offset]: offset + records.length },
      seen,
      firstItem
    })
  }
  const number = Number(position.params[plan.page] ?? 1)
  const size = plan.size === undefined ? undefined : position.params[plan.size]
  if (typeof total === "number" && typeof size === "number" && number * size >= total) return Option.none()
  if (typeof total !== "number" && typeof size === "number" && records.length < size) return Option.none()
  return Option.some({ ...position, params: { ...position.params, [plan.page]: number + 1 }, seen, firstItem })
}
