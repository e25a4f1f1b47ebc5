/**
 * Every operation of the contract once, with the inputs of the generated cases. Ids of the cases name nothing, so they are
 * replaced by records of a world in which each operation can succeed.
 */
import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { api, artifactBody, bytesOf, upload, type World, world } from "./lumlSupport.js"
import { type Json, rawContract } from "./support.js"

interface Case {
  readonly operation: string
  readonly request: {
    readonly method: string
    readonly path: string
    readonly query: Readonly<Record<string, ReadonlyArray<string>>>
    readonly body?: Json
  }
  readonly response: { readonly status: number }
}

const cases: ReadonlyArray<Case> = JSON.parse(
  readFileSync(new URL("../../../contracts/cases/luml.generated.json", import.meta.url), "utf8")
)

const contract = rawContract("luml")

interface Records {
  /** Path parameters by name; `secret_id` depends on what follows `organizations/{id}`. */
  readonly path: Readonly<Record<string, string>>
  readonly guest: string
  readonly member: string
  readonly stage: string
  readonly heldStage: string
  readonly satelliteKey: string
  readonly guestKey: string
}

/** Another user, with a session. */
const person = async (lab: World, name: string): Promise<{ readonly id: string; readonly token: string }> => {
  const account = { email: `${name}@example.com`, password: "a good one", full_name: name }
  const open = api(lab.emulator)
  await open.post("/v1/auth/signup", account)
  const { body, headers } = await open.call("POST", "/v1/auth/signin", account)
  return { id: body.user_id, token: /access_token=([^;]+)/.exec(String(headers["set-cookie"]))?.[1] ?? "" }
}

const furnish = async (lab: World, operation: string): Promise<Records> => {
  const { a, api: client, b, o } = lab
  const session = api(lab.emulator, "session")
  const guest = await person(lab, "guest")
  const member = await person(lab, "member")
  const organization_id = lab.organization
  const invite = await session.post(`${o}/invitations`, { email: "guest@example.com", role: "member", organization_id })
  const joined = await session.post(`${o}/members`, { user_id: member.id, organization_id, role: "member" })
  const inOrbit =
    operation === "addOrbitMember"
      ? undefined
      : await session.post(`${b}/members`, { user_id: member.id, orbit_id: lab.orbit, role: "member" })
  const { api_key, satellite } = await client.post(`${b}/satellites`, { name: "s" })
  const artifact = await upload(lab, bytesOf(5))
  const tracked = await upload(lab, bytesOf(5))
  const track = await client.post(`${b}/tracks`, { name: "t", artifact_type: "model", stages: ["s", "u"] })
  const entry = await client.post(`${b}/tracks/${track.id}/entries`, {
    artifact_id: tracked.id,
    stage_id: track.stages[0].id
  })
  const free = operation === "deleteSatellite" || operation === "getArtifactDeleteUrl" || operation === "deleteArtifact"
  const deployment = free
    ? undefined
    : await client.post(`${b}/deployments`, { satellite_id: satellite.id, artifact_id: artifact.id, name: "d" })
  const [task] = await api(lab.emulator, api_key).get("/satellites/v1/tasks")
  const secret = await client.post(`${b}/secrets`, { name: "n", value: "v" })
  const bucket = await client.post(`${o}/bucket-secrets`, {
    type: "s3",
    endpoint: "minio.lan",
    bucket_name: "bucket",
    region: "r"
  })
  let collection = lab.collection
  if (operation === "deleteCollection") {
    collection = (await client.post(`${b}/collections`, { name: "c", description: "d", type: "model" })).id
  }
  if (operation === "deleteArtifact") await client.get(`${a}/${artifact.id}/delete-url`)
  if (operation === "workerDeleteDeployment") await client.call("DELETE", `${b}/deployments/${deployment.id}`)
  if (operation === "deleteOrganization") {
    await session.call("DELETE", `${o}/members/${joined.id}`)
  }
  return {
    path: {
      organization_id,
      orbit_id: lab.orbit,
      collection_id: collection,
      artifact_id: artifact.id,
      model_artifact_id: artifact.id,
      track_id: track.id,
      entry_id: entry.id,
      satellite_id: satellite.id,
      deployment_id: deployment?.id ?? "",
      task_id: task?.id ?? "",
      invite_id: invite.id,
      "orbits member_id": inOrbit?.id ?? "",
      member_id: joined.id,
      "bucket-secrets secret_id": bucket.id,
      secret_id: secret.id
    },
    guest: guest.id,
    member: member.id,
    stage: track.stages[1].id,
    heldStage: track.stages[0].id,
    satelliteKey: api_key,
    guestKey: guest.token
  }
}

/** What a case's body has to name for the operation to succeed. */
const bodyFor = (operation: string, body: Json, lab: World, { guest, member, path, stage }: Records): Json => {
  const changes: Record<string, Json> = {
    createArtifact: artifactBody(),
    updateArtifact: { name: "n" },
    createOrbit: { bucket_secret_id: lab.secret, members: null },
    updateOrbit: { bucket_secret_id: lab.secret },
    addOrganizationMember: { user_id: guest, organization_id: lab.organization },
    createOrganizationInvitation: { organization_id: lab.organization, email: "other@example.com" },
    addOrbitMember: { user_id: member, orbit_id: lab.orbit },
    updateOrbitMember: { id: path["orbits member_id"] },
    getStoredBucketConnectionUrls: {
      id: path["bucket-secrets secret_id"],
      type: "s3",
      bucket_name: "bucket",
      endpoint: "h"
    },
    getBucketConnectionUrls: { bucket_name: "bucket", endpoint: "h" },
    createBucketSecret: { endpoint: "h" },
    planMultipartUpload: { bucket_id: lab.secret },
    updateTrack: { stages: null },
    createTrackEntry: { artifact_id: path["artifact_id"], stage_id: stage },
    updateTrackEntry: { stage_id: stage },
    deleteTrackEntries: { entry_ids: [path["entry_id"]] },
    createDeployment: { satellite_id: path["satellite_id"], artifact_id: path["artifact_id"] },
    updateDeployment: { name: "n", dynamic_attributes_secrets: {} },
    updateBucketSecret: { endpoint: "h", bucket_name: "bucket", region: "r" },
    updateOrganization: { logo: null },
    workerUpdateDeployment: { status: "active" },
    pairSatellite: { capabilities: { deploy: {} } },
    signUp: { email: "new@example.com" },
    signIn: { email: "guest@example.com", password: "a good one" }
  }
  return { ...body, ...changes[operation] }
}

/** `secret_id` and `member_id` mean different records by what stands before them. */
const pathFor = (template: string, records: Records): string =>
  template
    .split("/")
    .map((segment, index, all) => {
      if (!segment.startsWith("{")) return segment
      const name = segment.slice(1, -1)
      const before = all[index - 1] === "members" && all.includes("orbits") ? "orbits" : all[index - 1]
      return records.path[`${before} ${name}`] ?? records.path[name] ?? ""
    })
    .join("/")

/** Cursors and names of metrics are left out: there are none. */
const queryFor = ({ request }: Case, lab: World, records: Records): URLSearchParams => {
  const query = new URLSearchParams()
  const known: Record<string, string> = { stage_id: records.heldStage, collection_ids: lab.collection }
  for (const [name, values] of Object.entries(request.query)) {
    if (name === "sort_by" || name === "cursor") continue
    for (const value of values) query.append(name, known[name] ?? value)
  }
  return query
}

describe("every case of the contract", () => {
  expect(cases).toHaveLength(108)

  it.each(cases.map((one) => [one.operation, one] as const))(
    "%s succeeds and answers what is promised",
    async (id, one) => {
      const operation = contract.operations.find((other) => other.id === id)
      if (operation === undefined) throw new Error("no such operation")
      // An owner cannot leave.
      const role = id === "leaveOrganization" ? "admin" : "owner"
      const lab = await world({ luml: { role, limits: { members: 9, orbits: 9, satellites: 9 } } })
      const records = await furnish(lab, id)
      const path = pathFor(operation.path, records)
      const query = queryFor(one, lab, records)
      const kinds: ReadonlyArray<string> = operation.raw["x-auth"] ?? []
      const key = kinds.includes("satellite")
        ? records.satelliteKey
        : id.endsWith("Invitation") && operation.path.includes("/me/")
          ? records.guestKey
          : kinds.includes("api_key")
            ? "dfs_test"
            : "session"
      const body = one.request.body === undefined ? undefined : bodyFor(id, one.request.body, lab, records)
      const answer = await api(lab.emulator, key).call(
        operation.method,
        `${path}${query.size > 0 ? `?${query}` : ""}`,
        body
      )
      expect(Object.keys(operation.responses), answer.text).toContain(String(answer.status))
      expect(answer.status, answer.text).toBeLessThan(400)
      const schema = operation.responses[String(answer.status)]?.content?.["application/json"]?.schema
      if (schema === undefined) expect(answer.text).toBe("")
      else {
        const valid = contract.compile(schema)
        expect(valid(answer.body), `${JSON.stringify(valid.errors)} ${answer.text}`).toBe(true)
      }
      const last = lab.emulator.requests().at(-1)
      expect([last?.operation, last?.status]).toEqual([id, answer.status])
    }
  )
})
