/**
 * Lists the artifacts of an orbit with filters, sorted by a column or a metric.
 */
import type { JsonObject } from "../../Contract.js"
import * as Access from "./Access.js"
import { contains, createdAt, textsOf } from "./Collections.js"
import * as Paging from "./Paging.js"
import type { ArtifactRecord } from "./Records.js"
import { crash, type Handler, ok, quirk, reject, type Session, textOf } from "./Session.js"
import * as Views from "./Views.js"

type Sort = Paging.Sort<ArtifactRecord>

const columns: Readonly<Record<string, Sort>> = {
  created_at: createdAt(),
  name: Paging.column("name", ({ name }) => name),
  size: Paging.column("size", ({ size }) => size),
  description: Paging.column("description", ({ description }) => description),
  status: Paging.column("status", ({ status }) => status),
  type: Paging.column("type", ({ type }) => type)
}

/** Attributes of the server's model that pass its check of the name and then fail. */
const internal = [
  "collection",
  "metadata",
  "registry",
  "deployments",
  "tracks",
  "collection_id",
  "manifest",
  "file_index",
  "tags"
]

const number = (value: unknown): number | null => (typeof value === "number" ? value : null)

/** The server's cursor names the column instead of the metric, so the next request ignores it. */
const metric = (session: Session, key: string): Sort => ({
  by: key,
  label: session.fixed ? key : "extra_values",
  key: ({ extra_values }) => number(extra_values[key]),
  shown: ({ extra_values }) => number(extra_values[key]),
  parse: number,
  float: true
})

/**
 * A name the server does not know, in a list of the whole orbit: it sorts by creation and puts null into a cursor under
 * the name. The next page is empty in descending order, and the first page in ascending order, for ever.
 */
const unknown = (by: string): Sort => ({ ...createdAt(), by, label: by, shown: () => null, parse: () => null })

const sortOf = (session: Session, artifacts: ReadonlyArray<ArtifactRecord>, scoped: boolean): Sort => {
  const by = textOf(session.call.query, "sort_by") ?? "created_at"
  const fallback: Sort = createdAt()
  const column = Object.hasOwn(columns, by) ? columns[by] : undefined
  if (column !== undefined) return column
  if (by === "updated_at" && !session.fixed) return { ...fallback, by: "updated_at", label: "updated_at" }
  if (!session.fixed && internal.includes(by)) throw crash()
  if (!scoped) return session.fixed ? fallback : unknown(by)
  if (by === "extra_values") throw reject(400, "Cannot sort by 'metrics'. Pass a metric key")
  const present = artifacts.filter(({ extra_values }) => extra_values[by] !== undefined && extra_values[by] !== null)
  if (present.length === 0) throw reject(400, `Invalid sorting column: ${by}`)
  const odd = present.some(({ extra_values }) => typeof extra_values[by] !== "number")
  if (odd && !session.fixed) throw crash()
  return metric(session, by)
}

const found = (session: Session, orbitId: string, ids: ReadonlyArray<string>): ReadonlyArray<ArtifactRecord> => {
  const own = session.tables.collections.values().filter(({ orbit_id }) => orbit_id === orbitId)
  const known = new Set(own.map(({ id }) => id))
  const foreign = ids.filter((id) => !known.has(id))
  if (foreign.length > 0) {
    throw reject(404, `You don't have access to the following collections: ${foreign.join(", ")}`)
  }
  const wanted = ids.length === 0 ? known : new Set(ids)
  return session.tables.artifacts.values().filter(({ collection_id }) => wanted.has(collection_id))
}

const excluded = (session: Session, trackIds: ReadonlyArray<string>): ReadonlySet<string> =>
  new Set(
    session.tables.entries
      .values()
      .filter(({ track_id }) => trackIds.includes(track_id))
      .map(({ artifact_id }) => artifact_id)
  )

export const listArtifacts: Handler = (session) => {
  const { orbit } = Access.orbit(session, "artifact.list")
  const { query } = session.call
  const ids = textsOf(query["collection_ids"]).map((id) => id.toLowerCase())
  const types = textsOf(query["types"])
  const tracks = textsOf(query["excluded_tracks"]).map((id) => id.toLowerCase())
  const search = textOf(query, "search") ?? ""
  const all = found(session, orbit.id, ids)
  const sort = sortOf(session, all, ids.length > 0)
  const left = excluded(session, tracks)
  const records = all.filter(
    ({ id, name, type }) =>
      (types.length === 0 || types.includes(type)) && (search === "" || contains(name, search)) && !left.has(id)
  )
  const scope = Paging.scopeOf(
    orbit.id,
    [...ids].sort().join(),
    [...types].sort().join(),
    search,
    [...tracks].sort().join()
  )
  const { continued, cursor, items } = Paging.page(session, records, sort, scope)
  if (sort.by === "updated_at" && continued) throw quirk(session, 400, "Invalid sorting column: updated_at")
  return ok({ items: items.map((record): JsonObject => Views.listedArtifact(session, record)), cursor })
}
