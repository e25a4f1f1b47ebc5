/**
 * Lists as lazy streams, whichever way a server cuts them into pages.
 *
 * A stream requests the next page only when its consumer pulls. It follows whatever continuation a page offers, also one
 * that the contract does not mention, and ends only on proof. In order of precedence:
 *
 * 1. An explicit has-more flag. `false` ends the list. `true` continues it, whatever else the page says.
 * 2. A next cursor. A list that pages by cursor ends without one.
 * 3. An empty page, which ends the list.
 * 4. The total, which ends the list when it is reached exactly. A total below the rows received is ignored.
 * 5. A page with fewer rows than an earlier one. The requested size proves nothing: servers cap it silently.
 *
 * A list that cannot continue, because the server repeats a cursor or a page, fails with a {@link PaginationError} after
 * the rows received so far. A row with an `id` is emitted once, also when rows inserted meanwhile move it to a later page.
 *
 * @since 0.1.0
 */
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import type { ApiClient, RequestOptions } from "./ApiClient.js"
import { type ApiError, PaginationError } from "./ApiError.js"
import type * as Operation from "./Operation.js"

/**
 * The pages of a list, each as the server sent it. `rowsOf` finds the rows of a page where the contract's path does not.
 *
 * @since 0.1.0
 * @category constructors
 */
export const pages = <A, P extends boolean, E, O extends RequestOptions>(
  client: ApiClient<E, O>,
  operation: Operation.Operation<A, P>,
  path: Operation.PathArguments,
  params?: object,
  options?: O,
  rowsOf?: (page: A) => ReadonlyArray<unknown> | null | undefined
): Stream.Stream<A, ApiError | (P extends true ? E : never)> =>
  Stream.map(walk(client, operation, path, params, options, rowsOf), (page) => page.value)

/**
 * The rows of a list, page after page.
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
  Stream.mapConcatChunk(walk(client, operation, path, params, options, itemsOf), (page) => newItems(page, itemsOf))

const walk = <A, P extends boolean, E, O extends RequestOptions>(
  client: ApiClient<E, O>,
  operation: Operation.Operation<A, P>,
  path: Operation.PathArguments,
  params: object | undefined,
  options: O | undefined,
  rowsOf: ((page: A) => ReadonlyArray<unknown> | null | undefined) | undefined
): Stream.Stream<Page<A>, ApiError | (P extends true ? E : never)> =>
  paginate({
    operation,
    params,
    rowsOf,
    request: ({ params: at, query }) =>
      client.request(operation, path, at, query === undefined ? options : withQuery(options, query))
  })

const withQuery = <O extends RequestOptions>(options: O | undefined, query: RequestOptions["query"]): O =>
  Object.assign({}, options, { query: { ...options?.query, ...query } })

/**
 * One page, its rows, and which of them were not on an earlier page.
 *
 * @since 0.1.0
 * @category models
 */
export interface Page<A> {
  readonly value: A
  readonly rows: ReadonlyArray<unknown>
  /** Absent when all rows are new. */
  readonly isNew?: ReadonlyArray<boolean> | undefined
}

/**
 * The rows of a page that were not on an earlier page.
 *
 * @since 0.1.0
 * @category accessors
 */
export const newItems = <A, Item>(
  page: Page<A>,
  itemsOf: (page: A) => ReadonlyArray<Item> | null | undefined
): Chunk.Chunk<Item> => {
  const found = itemsOf(page.value)
  // A server may answer with anything.
  const all = Array.isArray(found) ? (found as ReadonlyArray<Item>) : []
  const { isNew } = page
  return Chunk.unsafeFromArray(isNew === undefined ? all : all.filter((_, index) => isNew[index] !== false))
}

/**
 * Where the next page begins: the parameters of the request, and query parameters that the contract does not know.
 *
 * @since 0.1.0
 * @category models
 */
export interface Position {
  readonly style: "cursor" | "offset" | "page" | "none"
  readonly value: string | number | undefined
  readonly params: object | undefined
  readonly query?: Readonly<Record<string, string | number>> | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface PaginateOptions<A, E> {
  /** Its `pagination` is the plan. Without one, the list is a single page. */
  readonly operation: Pick<Operation.Operation<unknown>, "id" | "platform" | "method" | "path" | "pagination" | "query">
  readonly params: object | undefined
  readonly request: (position: Position) => Effect.Effect<A, E>
  /** Finds the rows of a page where the path of the plan does not. */
  readonly rowsOf?: ((page: A) => ReadonlyArray<unknown> | null | undefined) | undefined
}

/**
 * Pages through any list. For lists that need more than one call of a client to request a page.
 *
 * @since 0.1.0
 * @category constructors
 */
export const paginate = <A, E>(options: PaginateOptions<A, E>): Stream.Stream<Page<A>, E | PaginationError> =>
  Stream.suspend((): Stream.Stream<Page<A>, E | PaginationError> => {
    const { operation, params, request, rowsOf } = options
    const plan = operation.pagination
    if (plan === undefined) {
      const only = request({ style: "none", value: undefined, params })
      return Stream.fromEffect(Effect.map(only, (value): Page<A> => ({ value, rows: rowsOf?.(value) ?? [] })))
    }
    const list = makeList(operation, plan, params)
    const pull = (position: Position) =>
      Effect.map(request(position), (value) => {
        const found = rowsOf === undefined ? at(value, plan.items) : rowsOf(value)
        const rows: ReadonlyArray<unknown> = Array.isArray(found) ? found : []
        const { emit, isNew, next } = list.step(position, value, rows)
        const page: Page<A> = { value, rows, isNew }
        return [emit ? Chunk.of(page) : Chunk.empty<Page<A>>(), Option.fromNullable(next)] as const
      })
    return Stream.paginateChunkEffect<Position | PaginationError, Page<A>, E | PaginationError, never>(
      list.first,
      (position) => (position instanceof PaginationError ? Effect.fail(position) : pull(position))
    )
  })

/** Consecutive pages without a new row after which a server is taken to ignore the position. */
const MAX_REPEATS = 3

/** Consecutive pages that are empty, or equal without ids, of a server that offers another position each time. */
const MAX_FRUITLESS = 100

/** Why a list cannot continue. */
class Stuck {
  readonly reason: string
  constructor(reason: string) {
    this.reason = reason
  }
}

interface Step {
  readonly emit: boolean
  readonly isNew: ReadonlyArray<boolean> | undefined
  readonly next: Position | PaginationError | undefined
}

interface List {
  readonly first: Position
  readonly step: (position: Position, page: unknown, rows: ReadonlyArray<unknown>) => Step
}

/** Remembers what was seen of one list and decides about its next page. */
const makeList = (
  operation: PaginateOptions<unknown, unknown>["operation"],
  plan: Operation.Pagination,
  params: object | undefined
): List => {
  const usedCursors = new Set<string>()
  const ids = new Set<unknown>()
  let hasIds = true
  let received = 0
  let emitted = 0
  let firstRows: ReadonlyArray<unknown> | undefined
  let lastRows: ReadonlyArray<unknown> | undefined
  let largest = 0
  let repeats = 0
  let empties = 0

  const positionParam = plan.style === "offset" ? plan.offset : plan.style === "page" ? plan.page : plan.cursor
  const given: unknown = isObject(params) ? Reflect.get(params, positionParam) : undefined
  const start = plan.style === "cursor" ? 0 : (numberOf(given) ?? (plan.style === "offset" ? 0 : 1))

  const moved = (value: string | number): Position => ({
    style: plan.style,
    value,
    params: { ...params, [positionParam]: value }
  })

  const atCursor = ({ name, value }: Cursor): Position => {
    if (plan.style === "cursor") return moved(value)
    // The contract pages otherwise, so its own position would be applied in addition to the cursor.
    const others = Object.fromEntries(Object.entries(params ?? {}).filter(([key]) => key !== positionParam))
    return operation.query?.includes(name) === true
      ? { style: "cursor", value, params: { ...others, [name]: value } }
      : { style: "cursor", value, params: others, query: { [name]: value } }
  }

  /** Marks the rows that were not on an earlier page. Ids that repeat within a page identify nothing. */
  const identify = (rows: ReadonlyArray<unknown>): ReadonlyArray<boolean> | undefined => {
    if (!hasIds) return undefined
    const found = rows.map((row) => idOf(row, plan.items))
    hasIds = !found.includes(undefined) && new Set(found).size === found.length
    if (!hasIds) return undefined
    const isNew = found.map((id) => !ids.has(id))
    for (const id of found) ids.add(id)
    return isNew
  }

  const stepOf = (position: Position, rows: ReadonlyArray<unknown>): Position | Stuck => {
    const current = Number(position.value)
    if (plan.style !== "offset") return moved(current + 1)
    const size =
      rows.length > 0
        ? rows.length
        : largest > 0
          ? largest
          : numberOf(Reflect.get(isObject(params) ? params : {}, plan.limit ?? ""))
    return size === undefined || size === 0
      ? new Stuck("sent an empty page, said that more rows follow, and never showed its page size")
      : moved(current + size)
  }

  const decide = (
    position: Position,
    page: unknown,
    rows: ReadonlyArray<unknown>,
    repeated: boolean
  ): Position | Stuck | undefined => {
    const hasMore = hasMoreOf(plan, page)
    if (hasMore === false) return undefined
    const cursor = cursorOf(plan, page)
    if (cursor !== undefined) {
      if (usedCursors.has(String(cursor.value))) {
        return rows.length === 0 && hasMore !== true ? undefined : new Stuck("offered a cursor that it offered before")
      }
      usedCursors.add(String(cursor.value))
      return atCursor(cursor)
    }
    if (position.style === "cursor") {
      return hasMore === true ? new Stuck("said that more rows follow, without a cursor") : undefined
    }
    if (hasMore === true) return stepOf(position, rows)
    if (rows.length === 0) return undefined
    const same = new Stuck("sent the same rows for another position")
    // Plain values may be equal and still be different rows, so the total decides about them first.
    if (repeated && typeof rows[0] === "object") return same
    const total = plan.style === "cursor" || plan.total === undefined ? undefined : at(page, plan.total)
    // The first page shows the page size; the requested one may be capped.
    const skipped = plan.style === "page" ? Math.max(0, start - 1) * (firstRows ?? rows).length : start
    const reached = skipped + received + rows.length
    if (reached === total) return undefined
    if (repeated) return same
    if (typeof total === "number" && reached < total) return stepOf(position, rows)
    return rows.length < largest ? undefined : stepOf(position, rows)
  }

  return {
    first:
      plan.style === "cursor" ? { style: "cursor", value: isCursor(given) ? given : undefined, params } : moved(start),
    step: (position, page, rows) => {
      if (position.style === "cursor" && position.value !== undefined) usedCursors.add(String(position.value))
      const isNew = identify(rows)
      const repeated =
        rows.length > 0 &&
        (isNew === undefined ? isSame(rows, lastRows) || isSame(rows, firstRows) : !isNew.includes(true))
      repeats = repeated ? repeats + 1 : 0
      empties = rows.length === 0 ? empties + 1 : 0
      let next = decide(position, page, rows, repeated)
      if (next !== undefined && !(next instanceof Stuck)) {
        const allowed = isNew === undefined && next.style === "cursor" ? MAX_FRUITLESS : MAX_REPEATS
        if (repeats > allowed) next = new Stuck("sent the same rows for several positions")
        if (empties > MAX_FRUITLESS) next = new Stuck("sent only empty pages, each with another position")
      }
      received += rows.length
      firstRows ??= rows
      lastRows = rows
      largest = Math.max(largest, rows.length)
      // Behind a new cursor, and among plain values, equal pages may be different rows.
      const ambiguous = isNew === undefined && (position.style === "cursor" || typeof rows[0] !== "object")
      const emit = !repeated || (ambiguous && !(next instanceof Stuck))
      if (emit) emitted += isNew === undefined ? rows.length : isNew.filter(Boolean).length
      return {
        emit,
        isNew: isNew?.includes(false) === true ? isNew : undefined,
        next: next instanceof Stuck ? stuck(operation, position, emitted, next.reason) : next
      }
    }
  }
}

const stuck = (
  operation: PaginateOptions<unknown, unknown>["operation"],
  { style, value }: Position,
  rows: number,
  reason: string
): PaginationError =>
  new PaginationError({
    platform: operation.platform,
    operation: operation.id,
    method: operation.method,
    path: operation.path,
    rows,
    cursor: value,
    message:
      `${operation.method} ${operation.path}: the list cannot continue after ${rows} rows. ` +
      `The server ${reason}${value === undefined ? "" : ` (${style} ${shown(value)})`}.`,
    hint: "Rows may be missing after those already received. Filter the list, or request single pages."
  })

const shown = (value: string | number): string => {
  const text = String(value)
  return text.length > 40 ? `${text.slice(0, 40)}...` : text
}

/** A number, also one given as text, as in the query it becomes. */
const numberOf = (value: unknown): number | undefined => {
  if (typeof value === "number") return value
  return typeof value === "string" && /^\d+$/.test(value) ? Number(value) : undefined
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
  // One row tells most pages apart without serializing them.
  JSON.stringify(page[0]) === JSON.stringify(other[0]) &&
  JSON.stringify(page) === JSON.stringify(other)

/** `id`, or the id named after the list: `thread_id` of a row of `threads`. */
const idOf = (row: unknown, path: string): unknown => {
  if (typeof row !== "object" || row === null) return undefined
  const id: unknown = Reflect.get(row, "id")
  if (typeof id === "string" || typeof id === "number") return id
  const named: unknown = Reflect.get(row, `${path.slice(path.lastIndexOf(".") + 1).replace(/s$/, "")}_id`)
  return typeof named === "string" || typeof named === "number" ? named : undefined
}

interface Cursor {
  /** The request parameter. */
  readonly name: string
  readonly value: string | number
}

const isCursor = (value: unknown): value is string | number =>
  (typeof value === "string" && value !== "") || typeof value === "number"

/** Where servers put what they say about paging: in the body, beside the list, or in an object of its own. */
const placesOf = (plan: Operation.Pagination, page: unknown): ReadonlyArray<object> => {
  const beside = at(page, plan.items.slice(0, Math.max(0, plan.items.lastIndexOf("."))))
  return [page, beside].flatMap((body) =>
    [body, ...["pagination", "meta", "paging", "page_info", "pageInfo"].map((name) => at(body, name))].filter(
      (place): place is object => typeof place === "object" && place !== null && !Array.isArray(place)
    )
  )
}

const hasMoreNames = ["has_more", "hasMore", "has_next", "hasNext", "has_next_page", "hasNextPage"]

const hasMoreOf = (plan: Operation.Pagination, page: unknown): boolean | undefined => {
  const declared = plan.hasMore === undefined ? undefined : at(page, plan.hasMore)
  if (typeof declared === "boolean") return declared
  for (const place of placesOf(plan, page)) {
    for (const name of hasMoreNames) {
      const value: unknown = Reflect.get(place, name)
      if (typeof value === "boolean") return value
    }
  }
  return undefined
}

const cursorNames = {
  next_cursor: "cursor",
  nextCursor: "cursor",
  next_page_token: "page_token",
  nextPageToken: "pageToken"
}

const cursorOf = (plan: Operation.Pagination, page: unknown): Cursor | undefined => {
  if (plan.style === "cursor") {
    const value = at(page, plan.next)
    if (isCursor(value)) return { name: plan.cursor, value }
  }
  for (const place of placesOf(plan, page)) {
    for (const [field, name] of Object.entries(cursorNames)) {
      const value: unknown = Reflect.get(place, field)
      if (isCursor(value)) return { name, value }
    }
  }
  return undefined
}

/** JavaScript programs pass anything. */
const isObject = (u: unknown): u is object => typeof u === "object" && u !== null
