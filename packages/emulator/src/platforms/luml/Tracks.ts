/**
 * Tracks and their stages.
 */
import { isObject, type JsonObject } from "../../Contract.js"
import * as Access from "./Access.js"
import { contains, sortBy, textsOf } from "./Collections.js"
import * as Paging from "./Paging.js"
import type { StageRecord, TrackRecord } from "./Records.js"
import {
  changed,
  gone,
  type Handlers,
  now,
  ok,
  pathId,
  reject,
  type Session,
  stamp,
  textOf,
  textOrNull,
  textsOrNull
} from "./Session.js"
import * as Views from "./Views.js"

/**
 * The track of the path. `anywhere`: the orbit of the path was checked for rights only, so the server takes a track of
 * another orbit too.
 */
export const trackOf = (session: Session, orbitId: string, anywhere = false): TrackRecord => {
  const record = session.tables.tracks.get(pathId(session, "track_id"))
  const elsewhere = record?.orbit_id !== orbitId && !(anywhere && !session.fixed)
  if (record === undefined || elsewhere) throw reject(404, "Track not found")
  return record
}

const sortOf = (session: Session): Paging.Sort<TrackRecord> =>
  sortBy(session, {
    name: ({ name }) => name,
    description: ({ description }) => description,
    total_entries: ({ id }) => Views.entriesOf(session, id).length
  })

const checkNames = (names: ReadonlyArray<string>): void => {
  if (new Set(names).size < names.length) throw reject(409, "Duplicate stage names are not allowed.")
}

interface Wanted {
  readonly id: string | undefined
  readonly name: string
}

const wantedStages = (value: unknown): ReadonlyArray<Wanted> | undefined =>
  Array.isArray(value)
    ? value
        .filter(isObject)
        .map((item) => ({ id: textOf(item, "id")?.toLowerCase(), name: textOf(item, "name") ?? "" }))
    : undefined

/** The full list: those with an id are kept or renamed, those without are made, those left out go. */
const setStages = (session: Session, trackId: string, wanted: ReadonlyArray<Wanted>): void => {
  const { entries, stages } = session.tables
  const before = Views.stagesOf(session, trackId)
  const known = new Map(before.map((stage) => [stage.id, stage]))
  if (wanted.some(({ id }) => id !== undefined && !known.has(id))) {
    throw reject(422, "Stage does not belong to this track.")
  }
  const left = before.filter(({ id }) => !wanted.some((stage) => stage.id === id))
  const held = left.filter(({ id }) => entries.values().some(({ stage_id }) => stage_id === id))
  if (held.length > 0) {
    const list = held.map(({ id, name }) => `'${name}' (${id})`).join(", ")
    throw reject(409, `Cannot remove stages that are assigned to a version: ${list}.`)
  }
  checkNames(wanted.map(({ name }) => name))
  for (const { id } of left) stages.delete(id)
  for (const { id, name } of wanted) {
    const old = known.get(id ?? "")
    if (old === undefined) addStage(session, trackId, name)
    else if (old.name !== name) stages.set(old.id, { ...old, name, updated_at: now(session) })
  }
}

const addStage = (session: Session, track_id: string, name: string): void => {
  const stage: StageRecord = { ...stamp(session, "stage"), track_id, name }
  session.tables.stages.set(stage.id, stage)
}

export const deleteTrack = ({ tables: { entries, stages, tracks } }: Session, id: string): void => {
  for (const entry of entries.values()) if (entry.track_id === id) entries.delete(entry.id)
  for (const stage of stages.values()) if (stage.track_id === id) stages.delete(stage.id)
  tracks.delete(id)
}

export const handlers: Handlers = {
  listTracks: (session) => {
    const { orbit } = Access.orbit(session, "track.list")
    const { query } = session.call
    const search = textOf(query, "search") ?? ""
    const types = textsOf(query["types"])
    const records = session.tables.tracks
      .values()
      .filter(
        ({ artifact_type, name, orbit_id }) =>
          orbit_id === orbit.id &&
          (search === "" || contains(name, search)) &&
          (types.length === 0 || types.includes(artifact_type))
      )
    const { cursor, items } = Paging.page(session, records, sortOf(session), orbit.id)
    return ok({ items: items.map((record): JsonObject => Views.track(session, record)), cursor })
  },
  createTrack: (session) => {
    const { orbit } = Access.orbit(session, "track.create")
    const { body } = session.call
    const names = textsOf(body["stages"])
    checkNames(names)
    const record: TrackRecord = {
      ...stamp(session, "track"),
      name: textOf(body, "name") ?? "",
      orbit_id: orbit.id,
      artifact_type: textOf(body, "artifact_type") ?? "",
      description: textOrNull(body, "description"),
      tags: textsOrNull(body, "tags"),
      next_version: 1
    }
    session.tables.tracks.set(record.id, record)
    for (const name of names) addStage(session, record.id, name)
    return ok(Views.track(session, record))
  },
  getTrack: (session) => {
    const { orbit } = Access.orbit(session, "track.read")
    return ok(Views.track(session, trackOf(session, orbit.id)))
  },
  updateTrack: (session) => {
    const { orbit } = Access.orbit(session, "track.update")
    const before = trackOf(session, orbit.id, true)
    const record = changed(session, before, ["name", "description", "tags"], { required: ["name"] })
    const wanted = wantedStages(session.call.body["stages"])
    if (wanted !== undefined) setStages(session, record.id, wanted)
    session.tables.tracks.set(record.id, record)
    return ok(Views.track(session, record))
  },
  deleteTrack: (session) => {
    const { orbit } = Access.orbit(session, "track.delete")
    deleteTrack(session, trackOf(session, orbit.id, true).id)
    return gone
  },
  listTrackStages: (session) => {
    const { orbit } = Access.orbit(session, "track.read")
    const { id } = trackOf(session, orbit.id)
    return ok(Views.stagesOf(session, id).map((record) => Views.stage(session, record)))
  }
}
