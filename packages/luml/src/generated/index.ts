/**
 * The resources of LUML platform API: as a namespace, this module is the record of them.
 *
 * Generated from the contract by `pnpm codegen`; changes belong there.
 *
 * @since 0.1.0
 */
import type * as ApiKeys from "./apiKeys.js"
import type * as Artifacts from "./artifacts.js"
import type * as Auth from "./auth.js"
import type * as BucketSecrets from "./bucketSecrets.js"
import type * as Collections from "./collections.js"
import type * as Deployments from "./deployments.js"
import type * as OrbitMembers from "./orbitMembers.js"
import type * as OrbitSecrets from "./orbitSecrets.js"
import type * as Orbits from "./orbits.js"
import type * as OrganizationInvitations from "./organizationInvitations.js"
import type * as OrganizationMembers from "./organizationMembers.js"
import type * as Organizations from "./organizations.js"
import type * as SatelliteWorker from "./satelliteWorker.js"
import type * as Satellites from "./satellites.js"
import type * as Session from "./session.js"
import type * as TrackEntries from "./trackEntries.js"
import type * as Tracks from "./tracks.js"
import type * as UserInvitations from "./userInvitations.js"

export { resource as apiKeys } from "./apiKeys.js"
export { resource as artifacts } from "./artifacts.js"
export { resource as auth } from "./auth.js"
export { resource as bucketSecrets } from "./bucketSecrets.js"
export { resource as collections } from "./collections.js"
export { resource as deployments } from "./deployments.js"
export { resource as orbitMembers } from "./orbitMembers.js"
export { resource as orbitSecrets } from "./orbitSecrets.js"
export { resource as orbits } from "./orbits.js"
export { resource as organizationInvitations } from "./organizationInvitations.js"
export { resource as organizationMembers } from "./organizationMembers.js"
export { resource as organizations } from "./organizations.js"
export { resource as satelliteWorker } from "./satelliteWorker.js"
export { resource as satellites } from "./satellites.js"
export { resource as session } from "./session.js"
export { resource as trackEntries } from "./trackEntries.js"
export { resource as tracks } from "./tracks.js"
export { resource as userInvitations } from "./userInvitations.js"

/**
 * The services of LUML platform API, by the names of their resources.
 *
 * @since 0.1.0
 * @category models
 */
export interface Services {
  readonly apiKeys: ApiKeys.Service
  readonly artifacts: Artifacts.Service
  readonly auth: Auth.Service
  readonly bucketSecrets: BucketSecrets.Service
  readonly collections: Collections.Service
  readonly deployments: Deployments.Service
  readonly orbitMembers: OrbitMembers.Service
  readonly orbitSecrets: OrbitSecrets.Service
  readonly orbits: Orbits.Service
  readonly organizationInvitations: OrganizationInvitations.Service
  readonly organizationMembers: OrganizationMembers.Service
  readonly organizations: Organizations.Service
  readonly satelliteWorker: SatelliteWorker.Service
  readonly satellites: Satellites.Service
  readonly session: Session.Service
  readonly trackEntries: TrackEntries.Service
  readonly tracks: Tracks.Service
  readonly userInvitations: UserInvitations.Service
}
