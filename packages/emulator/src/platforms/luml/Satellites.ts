/**
 * Satellites, managed by users.
 */
import * as Access from "./Access.js"
import { newKey } from "./Account.js"
import type { SatelliteRecord } from "./Records.js"
import { changed, gone, type Handlers, needed, ok, pathId, reject, type Session, stamp, textOrNull } from "./Session.js"
import * as Views from "./Views.js"
import { hashOf } from "./World.js"

const satelliteOf = (session: Session, orbitId: string): SatelliteRecord => {
  const record = session.tables.satellites.get(pathId(session, "satellite_id"))
  if (record === undefined || record.orbit_id !== orbitId) throw reject(404, "Satellite not found")
  return record
}

export const handlers: Handlers = {
  listSatellites: (session) => {
    const { orbit } = Access.orbit(session, "satellite.list")
    const wanted = session.call.query["paired"]
    const records = session.tables.satellites
      .values()
      .filter(({ orbit_id, paired }) => orbit_id === orbit.id && (typeof wanted !== "boolean" || paired === wanted))
    return ok([...records].sort((a, b) => (a.id < b.id ? -1 : 1)).map(Views.satellite))
  },
  createSatellite: (session) => {
    const { orbit, organization } = Access.orbit(session, "satellite.create")
    const { body } = session.call
    const orbits = Access.orbitIdsOf(session, organization.id)
    const all = session.tables.satellites.values().filter(({ orbit_id }) => orbits.has(orbit_id))
    Access.checkLimit(session, "satellites", all.length)
    const name = textOrNull(body, "name")
    if (name === null) throw needed(session, "name")
    const api_key = newKey(session, "dfssat_")
    const record: SatelliteRecord = {
      ...stamp(session, "satellite"),
      orbit_id: orbit.id,
      name,
      description: textOrNull(body, "description"),
      base_url: null,
      paired: false,
      capabilities: {},
      slug: null,
      last_seen_at: null,
      status: "inactive",
      key_hash: hashOf(api_key)
    }
    session.tables.satellites.set(record.id, record)
    return ok({ satellite: Views.satellite(record), api_key })
  },
  getSatellite: (session) => {
    const { orbit } = Access.orbit(session, "satellite.read")
    return ok(Views.satellite(satelliteOf(session, orbit.id)))
  },
  updateSatellite: (session) => {
    const { orbit } = Access.orbit(session, "satellite.update")
    const before = satelliteOf(session, orbit.id)
    const record = changed(session, before, ["name", "description"], { replace: !session.fixed })
    session.tables.satellites.set(record.id, record)
    return ok(Views.satellite(record))
  },
  deleteSatellite: (session) => {
    const { orbit } = Access.orbit(session, "satellite.delete")
    const { id } = satelliteOf(session, orbit.id)
    if (session.tables.deployments.values().some(({ satellite_id }) => satellite_id === id)) {
      throw reject(409, "Cannot delete satellite. It is used in deployments.")
    }
    session.tables.satellites.delete(id)
    return gone
  },
  rotateSatelliteApiKey: (session) => {
    const { orbit } = Access.orbit(session, "satellite.update")
    const before = satelliteOf(session, orbit.id)
    const key = newKey(session, "dfssat_")
    session.tables.satellites.set(before.id, { ...before, key_hash: hashOf(key) })
    return ok({ key })
  }
}
