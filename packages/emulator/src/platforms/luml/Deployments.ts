/**
 * Deployments and the tasks they queue for a satellite.
 */
import { isObject, type JsonObject } from "../../Contract.js"
import * as Access from "./Access.js"
import type { DeploymentRecord, TaskRecord } from "./Records.js"
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

const deploymentOf = (session: Session, orbitId: string): DeploymentRecord => {
  const record = session.tables.deployments.get(pathId(session, "deployment_id"))
  if (record === undefined || record.orbit_id !== orbitId) throw reject(404, "Deployment not found")
  return record
}

const queue = (session: Session, deployment: DeploymentRecord, type: TaskRecord["type"]): TaskRecord => {
  const stamped = stamp(session, "task")
  const task: TaskRecord = {
    ...stamped,
    satellite_id: deployment.satellite_id,
    orbit_id: deployment.orbit_id,
    type,
    payload: { deployment_id: deployment.id },
    status: "pending",
    scheduled_at: stamped.created_at,
    started_at: null,
    finished_at: null,
    result: {}
  }
  session.tables.tasks.set(task.id, task)
  return task
}

const objectOf = (body: JsonObject, name: string): JsonObject => {
  const value = body[name]
  return isObject(value) ? value : {}
}

const fields = ["name", "description", "schemas", "error_message", "tags", "dynamic_attributes_secrets"] as const

export const handlers: Handlers = {
  listDeployments: (session) => {
    const { orbit } = Access.orbit(session, "deployment.list")
    const records = session.tables.deployments.values().filter(({ orbit_id }) => orbit_id === orbit.id)
    return ok(records.map((record) => Views.deployment(session, record)))
  },
  createDeployment: (session) => {
    const { orbit } = Access.orbit(session, "deployment.create")
    const { body } = session.call
    const { artifacts, collections, deployments, satellites } = session.tables
    const satellite = satellites.get((textOf(body, "satellite_id") ?? "").toLowerCase())
    if (satellite === undefined || satellite.orbit_id !== orbit.id) throw reject(404, "Satellite not found")
    const artifact = artifacts.get((textOf(body, "artifact_id") ?? "").toLowerCase())
    if (artifact === undefined) throw reject(404, "Artifact not found")
    if (collections.get(artifact.collection_id)?.orbit_id !== orbit.id) throw reject(404, "Collection not found")
    const record: DeploymentRecord = {
      ...stamp(session, "deployment"),
      name: textOf(body, "name") ?? "",
      status: "pending",
      orbit_id: orbit.id,
      satellite_id: satellite.id,
      artifact_id: artifact.id,
      inference_url: null,
      satellite_parameters: objectOf(body, "satellite_parameters"),
      description: textOrNull(body, "description"),
      dynamic_attributes_secrets: objectOf(body, "dynamic_attributes_secrets"),
      env_variables_secrets: objectOf(body, "env_variables_secrets"),
      env_variables: objectOf(body, "env_variables"),
      schemas: {},
      error_message: null,
      created_by_user: session.user.full_name,
      tags: textsOrNull(body, "tags")
    }
    deployments.set(record.id, record)
    queue(session, record, "deploy")
    return ok(Views.deployment(session, record))
  },
  getDeployment: (session) => {
    const { orbit } = Access.orbit(session, "deployment.read")
    return ok(Views.deployment(session, deploymentOf(session, orbit.id)))
  },
  updateDeployment: (session) => {
    const { orbit } = Access.orbit(session, "deployment.update")
    const before = deploymentOf(session, orbit.id)
    const required = session.fixed ? (["name", "dynamic_attributes_secrets"] as const) : (["name"] as const)
    const record = changed(session, before, fields, { required, replace: !session.fixed })
    session.tables.deployments.set(record.id, record)
    return ok(Views.deployment(session, record))
  },
  requestDeploymentDeletion: (session) => {
    const { orbit } = Access.orbit(session, "deployment.delete")
    const before = deploymentOf(session, orbit.id)
    if (before.status === "deletion_pending") throw reject(409, "Deployment deletion already pending")
    session.tables.deployments.set(before.id, { ...before, status: "deletion_pending", updated_at: now(session) })
    return ok(queue(session, before, "undeploy"))
  },
  forceDeleteDeployment: (session) => {
    const { orbit } = Access.orbit(session, "deployment.delete")
    session.tables.deployments.delete(deploymentOf(session, orbit.id).id)
    return gone
  }
}
