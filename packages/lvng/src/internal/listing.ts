import type { ApiError } from "@trilum/core/ApiError"
import type * as Operation from "@trilum/core/Operation"
import * as Pagination from "@trilum/core/Pagination"
import * as ResponseSchema from "@trilum/core/ResponseSchema"
import * as Stream from "effect/Stream"
import type { ApiClient, PreparedError, RequestOptions } from "../client.js"

/** A page as the server sent it, and the records in it. */
interface Listed<Page, Item> {
  readonly page: Page
  readonly items: ReadonlyArray<Item>
}

/** A list operation whose records stand under one of several names, which one name in a `Pagination` cannot say. */
export const make = <Page, Item, P extends boolean>(
  operation: Operation.Operation<Page, P>,
  itemsOf: (page: Page) => ReadonlyArray<Item>
): Operation.Operation<Listed<Page, Item>, P> => {
  const { pagination, success, ...rest } = operation
  const listed = {
    ...rest,
    success: ResponseSchema.map(success, (page) => ({ page, items: itemsOf(page) }))
  }
  return pagination === undefined ? listed : { ...listed, pagination: { ...pagination, items: "items" } }
}

type Failure<P extends boolean> = ApiError | (P extends true ? PreparedError : never)

export const pages = <Page, Item, P extends boolean>(
  client: ApiClient,
  operation: Operation.Operation<Listed<Page, Item>, P>,
  params: object | undefined,
  options: RequestOptions | undefined
): Stream.Stream<Page, Failure<P>> =>
  Stream.map(Pagination.pages(client, operation, [], params, options), (listed) => listed.page)

export const items = <Page, Item, P extends boolean>(
  client: ApiClient,
  operation: Operation.Operation<Listed<Page, Item>, P>,
  params: object | undefined,
  options: RequestOptions | undefined
): Stream.Stream<Item, Failure<P>> => Pagination.items(client, operation, [], params, options, (listed) => listed.items)
