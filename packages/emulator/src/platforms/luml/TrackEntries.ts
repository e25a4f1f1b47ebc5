/**
 * Entries of tracks: artifacts with a version, at most one at each stage.
 */
import type { JsonObject } from "../../Contract.js"
import * as Access from "./Access.js"
import { sortBy, textsOf } from "./Collections.js"
import * as Paging from "./Paging.js"
import type { EntryRecord, StageRecord, TrackRecord } from "./Records.js"
import { gone, type Handlers, now, ok, pathId, quirk, reject, type Session, stamp, textOf } from "./Session.js"
import { trackOf } from "./Tracks.js"
import * as Views from "./Views.js"

const sortOf = (session: Session): Paging.Sort<EntryRecord> => {
  const artifact = ({ artifact_id }: EntryRecord) => session.tables.artifacts.get(artifact_id)
  return sortBy(session, {
    artifact_name: (entry) => artifact(entry)?.name ?? null,
    description: (entry) => artifact(entry)?.description ?? null,
    stage: ({ stage_id }) => session.tables.stages.get(stage_id ?? "")?.name ?? null,
    version: ({ version }) => version
  })
}

const stageOf = (session: Session, track: TrackRecord, id: string): StageRecord => {
  const stage = session.tables.stages.get(id.toLowerCase())
  if (stage === undefined || stage.track_id !== track.id) throw reject(422, "Stage does not belong to this track.")
  return stage
}

const holderOf = (session: Session, stageId: string): EntryRecord | undefined =>
  session.tables.entries.values().find(({ stage_id }) => stage_id === stageId)

/** The entry of the path. An entry of another track is not found either. */
const entryOf = (session: Session, trackId: string): EntryRecord => {
  const entry = session.tables.entries.get(pathId(session, "entry_id"))
  if (entry === undefined || entry.track_id !== trackId) throw reject(404, "Entry not found")
  return entry
}

const artifactFor = (session: Session, track: TrackRecord) => {
  const artifact = session.tables.artifacts.get((textOf(session.call.body, "artifact_id") ?? "").toLowerCase())
  if (artifact === undefined) throw reject(404, "Artifact not found")
  if (artifact.type !== track.artifact_type) {
    const text = `Artifact type '${artifact.type}' does not match track artifact type '${track.artifact_type}'.`
    throw reject(400, text)
  }
  if (session.tables.collections.get(artifact.collection_id)?.orbit_id !== track.orbit_id) {
    throw reject(422, "Artifact must belong to the same orbit as the track.")
  }
  return artifact
}

export const handlers: Handlers = {
  listTrackEntries: (session) => {
    const { orbit } = Access.orbit(session, "track.read")
    const track = trackOf(session, orbit.id)
    const stage = textOf(session.call.query, "stage")?.toLowerCase()
    const records = Views.entriesOf(session, track.id).filter(
      ({ stage_id }) => stage === undefined || stage_id === stage
    )
    const { cursor, items } = Paging.page(session, records, sortOf(session), track.id)
    return ok({ items: items.map((record): JsonObject => Views.entry(session, record)), cursor })
  },
  createTrackEntry: (session) => {
    const { orbit } = Access.orbit(session, "track.create")
    const track = trackOf(session, orbit.id)
    const artifact = artifactFor(session, track)
    const wanted = textOf(session.call.body, "stage_id")
    const stage = wanted === undefined ? undefined : stageOf(session, track, wanted)
    const holder = stage === undefined ? undefined : holderOf(session, stage.id)
    if (stage !== undefined && holder !== undefined) {
      throw reject(409, `Stage '${stage.name}' is already assigned to v${holder.version}.`)
    }
    if (Views.entriesOf(session, track.id).some(({ artifact_id }) => artifact_id === artifact.id)) {
      throw reject(409, "Artifact is already an entry in this track.")
    }
    const record: EntryRecord = {
      ...stamp(session, "track-entry"),
      track_id: track.id,
      artifact_id: artifact.id,
      version: track.next_version,
      stage_id: stage?.id ?? null,
      added_by: session.user.id
    }
    session.tables.entries.set(record.id, record)
    session.tables.tracks.set(track.id, { ...track, next_version: track.next_version + 1 })
    return ok(Views.entry(session, record))
  },
  deleteTrackEntries: (session) => {
    const { orbit } = Access.orbit(session, "track.delete")
    const track = trackOf(session, orbit.id)
    const ids = new Set(textsOf(session.call.body["entry_ids"]).map((id) => id.toLowerCase()))
    for (const { id } of Views.entriesOf(session, track.id)) if (ids.has(id)) session.tables.entries.delete(id)
    return gone
  },
  getTrackEntryByStage: (session) => {
    const { orbit } = Access.orbit(session, "track.read")
    const track = trackOf(session, orbit.id)
    const stage = session.tables.stages.get((textOf(session.call.query, "stage_id") ?? "").toLowerCase())
    if (stage === undefined || stage.track_id !== track.id) throw reject(404, "Stage not found")
    const holder = holderOf(session, stage.id)
    if (holder === undefined) throw quirk(session, 404, "Entry not found")
    return ok(Views.entry(session, holder))
  },
  getTrackEntry: (session) => {
    const { orbit } = Access.orbit(session, "track.read")
    const track = trackOf(session, orbit.id)
    const entry = session.tables.entries.get(pathId(session, "entry_id"))
    if (entry === undefined) throw quirk(session, 404, "Entry not found")
    if (entry.track_id !== track.id) throw reject(404, "Entry not found")
    return ok(Views.entry(session, entry))
  },
  updateTrackEntry: (session) => {
    Access.orbit(session, "track.update")
    const { call, fixed, tables } = session
    const entry = entryOf(session, pathId(session, "track_id"))
    const track = tables.tracks.get(entry.track_id)
    if (track === undefined) throw reject(404, "Entry not found")
    const kept = fixed && !("stage_id" in call.body) ? (entry.stage_id ?? undefined) : undefined
    const wanted = textOf(call.body, "stage_id") ?? kept
    const stage = wanted === undefined ? undefined : stageOf(session, track, wanted)
    const holder = stage === undefined ? undefined : holderOf(session, stage.id)
    if (stage !== undefined && holder !== undefined && holder.id !== entry.id) {
      if (call.query["force"] !== true) {
        const text = `Stage '${stage.name}' is already assigned to v${holder.version}. Use force to reassign.`
        throw reject(409, text)
      }
      tables.entries.set(holder.id, { ...holder, stage_id: null, updated_at: now(session) })
    }
    const record = { ...entry, stage_id: stage?.id ?? null, updated_at: now(session) }
    tables.entries.set(record.id, record)
    return ok(Views.entry(session, record))
  },
  deleteTrackEntry: (session) => {
    Access.orbit(session, "track.delete")
    session.tables.entries.delete(entryOf(session, pathId(session, "track_id")).id)
    return gone
  }
}
