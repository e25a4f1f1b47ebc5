/**
 * Secrets of an orbit. Answers contain their values, as on the server.
 */
import * as Access from "./Access.js"
import type { OrbitSecretRecord } from "./Records.js"
import {
  changed,
  gone,
  type Handlers,
  ok,
  pathId,
  quirk,
  reject,
  type Session,
  stamp,
  textOf,
  textsOrNull
} from "./Session.js"

const secretOf = (session: Session, orbitId: string): OrbitSecretRecord => {
  const record = session.tables.orbitSecrets.get(pathId(session, "secret_id"))
  if (record === undefined || record.orbit_id !== orbitId) throw reject(404, "Orbit secret not found")
  return record
}

const named = (session: Session, orbitId: string, name: string): OrbitSecretRecord | undefined =>
  session.tables.orbitSecrets.values().find((other) => other.orbit_id === orbitId && other.name === name)

export const handlers: Handlers = {
  listOrbitSecrets: (session) => {
    const { orbit } = Access.orbit(session, "orbit_secret.list")
    return ok(session.tables.orbitSecrets.values().filter(({ orbit_id }) => orbit_id === orbit.id))
  },
  createOrbitSecret: (session) => {
    const { orbit } = Access.orbit(session, "orbit_secret.create")
    const { body } = session.call
    const name = textOf(body, "name") ?? ""
    if (named(session, orbit.id, name) !== undefined) {
      throw reject(400, `Secret with name ${name} already exist in orbit.`)
    }
    const record: OrbitSecretRecord = {
      ...stamp(session, "orbit-secret"),
      name,
      value: textOf(body, "value") ?? "",
      orbit_id: orbit.id,
      tags: textsOrNull(body, "tags")
    }
    session.tables.orbitSecrets.set(record.id, record)
    return ok(record)
  },
  getOrbitSecret: (session) => {
    const { orbit } = Access.orbit(session, "orbit_secret.read")
    return ok(secretOf(session, orbit.id))
  },
  updateOrbitSecret: (session) => {
    const { orbit } = Access.orbit(session, "orbit_secret.update")
    const before = secretOf(session, orbit.id)
    const record = changed(session, before, ["name", "value", "tags"], { required: ["name", "value"] })
    const other = named(session, orbit.id, record.name)
    if (other !== undefined && other.id !== record.id) {
      throw quirk(session, 400, `Secret with name ${record.name} already exist in orbit.`)
    }
    session.tables.orbitSecrets.set(record.id, record)
    return ok(record)
  },
  deleteOrbitSecret: (session) => {
    const { orbit } = Access.orbit(session, "orbit_secret.delete")
    session.tables.orbitSecrets.delete(secretOf(session, orbit.id).id)
    return gone
  }
}
