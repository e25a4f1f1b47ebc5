/**
 * Collections.
 */
import * as Access from "./Access.js"
import { microsOf } from "./Moments.js"
import * as Paging from "./Paging.js"
import type { CollectionRecord, OrbitRecord } from "./Records.js"
import {
  changed,
  gone,
  type Handlers,
  ok,
  pathId,
  reject,
  type Session,
  stamp,
  textOf,
  textsOrNull
} from "./Session.js"
import * as Views from "./Views.js"

export const createdAt = <T extends { readonly created_at: string }>(): Paging.Sort<T> => ({
  by: "created_at",
  label: "created_at",
  key: ({ created_at }) => microsOf(created_at),
  shown: ({ created_at }) => created_at.replace("Z", "+00:00"),
  parse: (value) => (typeof value === "string" ? microsOf(value) : null),
  float: false
})

export const contains = (text: string | null, part: string): boolean =>
  text?.toLowerCase().includes(part.toLowerCase()) === true

export const textsOf = (value: unknown): ReadonlyArray<string> =>
  Array.isArray(value) ? value.filter((item) => typeof item === "string") : []

/** The collection of the path. */
export const collectionOf = (session: Session, orbit: OrbitRecord): CollectionRecord => {
  const record = session.tables.collections.get(pathId(session, "collection_id"))
  if (record === undefined || record.orbit_id !== orbit.id) throw reject(404, "Collection not found")
  return record
}

/** The sort that a request names: one of the `columns`, else by creation. */
export const sortBy = <T extends { readonly created_at: string }>(
  session: Session,
  columns: Readonly<Record<string, (record: T) => Paging.Value>>
): Paging.Sort<T> => {
  const name = textOf(session.call.query, "sort_by") ?? ""
  const key = Object.hasOwn(columns, name) ? columns[name] : undefined
  return key === undefined ? createdAt() : Paging.column(name, key)
}

const sortOf = (session: Session): Paging.Sort<CollectionRecord> =>
  sortBy(session, {
    name: ({ name }) => name,
    type: ({ type }) => type,
    description: ({ description }) => description,
    total_artifacts: ({ id }) => Views.artifactsOf(session, id).length
  })

export const handlers: Handlers = {
  listCollections: (session) => {
    const { orbit } = Access.orbit(session, "collection.list")
    const { query } = session.call
    const search = textOf(query, "search") ?? ""
    const types = textsOf(query["types"])
    const records = session.tables.collections
      .values()
      .filter(
        ({ name, orbit_id, tags, type }) =>
          orbit_id === orbit.id &&
          (search === "" || contains(name, search) || tags?.some((tag) => contains(tag, search)) === true) &&
          (types.length === 0 || types.some((wanted) => type === wanted || type.split("_").includes(wanted)))
      )
    const { cursor, items } = Paging.page(session, records, sortOf(session), orbit.id)
    return ok({ items: items.map((record) => Views.collection(session, record)), cursor })
  },
  createCollection: (session) => {
    const { orbit } = Access.orbit(session, "collection.create")
    const { body } = session.call
    const record: CollectionRecord = {
      ...stamp(session, "collection"),
      orbit_id: orbit.id,
      description: textOf(body, "description") ?? "",
      name: textOf(body, "name") ?? "",
      type: textOf(body, "type") ?? "",
      tags: textsOrNull(body, "tags")
    }
    session.tables.collections.set(record.id, record)
    return ok(Views.collection(session, record))
  },
  getCollection: (session) => {
    const { orbit } = Access.orbit(session, "collection.read")
    return ok(Views.collectionDetails(session, collectionOf(session, orbit)))
  },
  updateCollection: (session) => {
    const { orbit } = Access.orbit(session, "collection.update")
    const record = changed(session, collectionOf(session, orbit), ["name", "description", "tags"], {
      required: ["name", "description"],
      replace: !session.fixed
    })
    session.tables.collections.set(record.id, record)
    return ok(Views.collection(session, record))
  },
  deleteCollection: (session) => {
    const { orbit } = Access.orbit(session, "collection.delete")
    const { id } = collectionOf(session, orbit)
    if (Views.artifactsOf(session, id).length > 0) throw reject(409, "Collection has artifacts and cant be deleted")
    session.tables.collections.delete(id)
    return gone
  }
}
