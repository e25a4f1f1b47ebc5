/**
 * Operations that a satellite calls with its own key.
 */
import { isObject } from "../../Contract.js"
import type { Call, Context } from "../../Platform.js"
import type * as Reply from "../../Reply.js"
import { objectUrl } from "./Artifacts.js"
import type { ArtifactRecord, DeploymentRecord, OrbitRecord, SatelliteRecord } from "./Records.js"
import { changed, gone, needed, now, ok, pathId, reject, type Session, textOf } from "./Session.js"
import * as Views from "./Views.js"
import { hashOf } from "./World.js"

export type WorkerHandler = (session: Session, satellite: SatelliteRecord) => Reply.Reply

export const satelliteOf = (session: Session, call: Call): SatelliteRecord => {
  const hash = hashOf(call.caller.key)
  const found = session.tables.satellites.values().find(({ key_hash }) => key_hash === hash)
  if (found === undefined) throw reject(401, "Not authenticated")
  return found
}

const seen = (session: Session, satellite: SatelliteRecord): SatelliteRecord => {
  const record = { ...satellite, last_seen_at: now(session), status: "active" as const }
  session.tables.satellites.set(record.id, record)
  return record
}

const deploymentOf = (session: Session, satellite: SatelliteRecord): DeploymentRecord => {
  const record = session.tables.deployments.get(pathId(session, "deployment_id"))
  if (record === undefined || record.satellite_id !== satellite.id) throw reject(404, "Deployment not found")
  return record
}

const artifactOf = (
  session: Session,
  satellite: SatelliteRecord,
  parameter: string
): { readonly artifact: ArtifactRecord; readonly orbit: OrbitRecord } => {
  const artifact = session.tables.artifacts.get(pathId(session, parameter))
  const orbit = session.tables.orbits.get(satellite.orbit_id)
  const place = session.tables.collections.get(artifact?.collection_id ?? "")?.orbit_id
  if (artifact === undefined || orbit === undefined || place !== orbit.id) throw reject(404, "Artifact not found")
  return { artifact, orbit }
}

const download = (session: Session, satellite: SatelliteRecord, parameter: string) => {
  const { artifact, orbit } = artifactOf(session, satellite, parameter)
  return { artifact, url: objectUrl(session, orbit, artifact, "download") }
}

/** Whether a user key may call the deployments of an orbit: its user belongs to the organization. */
const authorized = (session: Session, satellite: SatelliteRecord, context: Context): boolean => {
  const key = textOf(session.call.body, "api_key") ?? ""
  const held = session.tables.keys.get(hashOf(key))
  const organizationId = session.tables.orbits.get(satellite.orbit_id)?.organization_id
  if (held === undefined) return key.startsWith("dfs_") && context.settings.luml.world !== "empty"
  return (
    !held.revoked &&
    session.tables.members
      .values()
      .some(({ organization_id, user_id }) => organization_id === organizationId && user_id === held.user_id)
  )
}

const statusOf = (session: Session, record: DeploymentRecord): DeploymentRecord => {
  const status = textOf(session.call.body, "status")
  if (status === undefined && !session.fixed) throw needed(session, "status")
  return { ...record, status: status ?? record.status }
}

export const handlers: Readonly<Record<string, WorkerHandler>> = {
  pairSatellite: (session, satellite) => {
    const { body } = session.call
    const capabilities = isObject(body["capabilities"]) ? body["capabilities"] : {}
    if (Object.keys(capabilities).length === 0) throw reject(400, "Invalid capabilities")
    const base_url = textOf(body, "base_url") ?? null
    const slug = textOf(body, "slug") ?? null
    const record = { ...seen(session, satellite), base_url, capabilities, slug, paired: true, updated_at: now(session) }
    session.tables.satellites.set(record.id, record)
    return ok(Views.satellite(record))
  },
  workerListSecrets: (session, { orbit_id }) =>
    ok(session.tables.orbitSecrets.values().filter((secret) => secret.orbit_id === orbit_id)),
  workerGetSecret: (session, { orbit_id }) => {
    const secret = session.tables.orbitSecrets.get(pathId(session, "secret_id"))
    if (secret === undefined || secret.orbit_id !== orbit_id) throw reject(404, "Orbit secret not found")
    return ok(secret)
  },
  workerListTasks: (session, satellite) => {
    const { id } = seen(session, satellite)
    const wanted = textOf(session.call.query, "status")
    const own = session.tables.tasks.values().filter(({ satellite_id }) => satellite_id === id)
    return ok(own.filter(({ status }) => wanted === undefined || status === wanted))
  },
  workerUpdateTask: (session, satellite) => {
    const task = session.tables.tasks.get(pathId(session, "task_id"))
    if (task === undefined || task.satellite_id !== satellite.id) throw reject(404, "Task not found")
    const { body } = session.call
    const status = textOf(body, "status") ?? task.status
    const at = now(session)
    const ended = status === "done" || status === "failed"
    const record = {
      ...task,
      status,
      result: isObject(body["result"]) ? body["result"] : task.result,
      started_at: status === "running" ? (task.started_at ?? at) : task.started_at,
      finished_at: ended ? at : task.finished_at,
      updated_at: at
    }
    session.tables.tasks.set(record.id, record)
    return ok(record)
  },
  workerListDeployments: (session, { id }) => {
    const own = session.tables.deployments.values().filter(({ satellite_id }) => satellite_id === id)
    return ok(own.map((record) => Views.deployment(session, record)))
  },
  workerGetDeployment: (session, satellite) => ok(Views.deployment(session, deploymentOf(session, satellite))),
  workerUpdateDeployment: (session, satellite) => {
    const before = statusOf(session, deploymentOf(session, satellite))
    const record = changed(session, before, ["inference_url", "tags", "schemas", "error_message"])
    session.tables.deployments.set(record.id, record)
    return ok(Views.deployment(session, record))
  },
  workerDeleteDeployment: (session, satellite) => {
    const record = deploymentOf(session, satellite)
    if (record.status !== "deletion_pending") {
      throw reject(409, "Incorrect deployment status. Request deployment deletion first.")
    }
    session.tables.deployments.delete(record.id)
    return gone
  },
  workerUpdateDeploymentStatus: (session, satellite) => {
    const record = { ...statusOf(session, deploymentOf(session, satellite)), updated_at: now(session) }
    session.tables.deployments.set(record.id, record)
    return ok(Views.deployment(session, record))
  },
  workerCheckInferenceAccess: (session, satellite) =>
    ok({ authorized: authorized(session, satellite, session.context) }),
  workerGetArtifact: (session, satellite) => ok(download(session, satellite, "artifact_id")),
  workerGetArtifactDownloadUrl: (session, satellite) => ok({ url: download(session, satellite, "artifact_id").url }),
  workerGetModelArtifact: (session, satellite) => {
    const answer = download(session, satellite, "model_artifact_id")
    return ok({ ...answer, model: answer.artifact })
  },
  workerGetModelArtifactDownloadUrl: (session, satellite) =>
    ok({ url: download(session, satellite, "model_artifact_id").url })
}
