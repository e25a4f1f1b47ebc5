/**
 * The resources of LUML, for promise clients with a choice of them: `createLuml({ resources: [Resources.artifacts] })` of
 * `@trilum/luml/slim`. Those written by hand find the place of a call themselves.
 *
 * @since 0.1.0
 */
export {
  apiKeys,
  auth,
  orbitMembers,
  organizationInvitations,
  organizationMembers,
  satelliteWorker,
  session,
  userInvitations
} from "./generated/index.js"
export { api } from "./resources/Api.js"
export { artifacts } from "./resources/Artifacts.js"
export { bucketSecrets } from "./resources/BucketSecrets.js"
export { collections } from "./resources/Collections.js"
export { deployments } from "./resources/Deployments.js"
export { inspect } from "./resources/Inspect.js"
export { orbitSecrets } from "./resources/OrbitSecrets.js"
export { orbits } from "./resources/Orbits.js"
export { organizations } from "./resources/Organizations.js"
export { satellites } from "./resources/Satellites.js"
export { tracks } from "./resources/Tracks.js"
