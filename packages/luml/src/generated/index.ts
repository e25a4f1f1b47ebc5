/**
 * Every resource of LUML platform API.
 *
 * Generated from the contract by `pnpm codegen`; changes belong there.
 *
 * @since 0.1.0
 */
import type { ApiClient } from "../client.js"
import * as ApiKeys from "./apiKeys.js"
import * as Artifacts from "./artifacts.js"
import * as Auth from "./auth.js"
import * as BucketSecrets from "./bucketSecrets.js"
import * as Collections from "./collections.js"
import * as Deployments from "./deployments.js"
import * as OrbitMembers from "./orbitMembers.js"
import * as OrbitSecrets from "./orbitSecrets.js"
import * as Orbits from "./orbits.js"
import * as OrganizationInvitations from "./organizationInvitations.js"
import * as OrganizationMembers from "./organizationMembers.js"
import * as Organizations from "./organizations.js"
import * as SatelliteWorker from "./satelliteWorker.js"
import * as Satellites from "./satellites.js"
import * as Session from "./session.js"
import * as TrackEntries from "./trackEntries.js"
import * as Tracks from "./tracks.js"
import * as UserInvitations from "./userInvitations.js"

/**
 * The resources of LUML platform API, by the name they have on a client.
 *
 * @since 0.1.0
 * @category models
 */
export interface Resources {
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

/**
 * All resources over one client.
 *
 * @since 0.1.0
 * @category constructors
 */
export const makeResources = (client: ApiClient): Resources => ({
  apiKeys: ApiKeys.make(client),
  artifacts: Artifacts.make(client),
  auth: Auth.make(client),
  bucketSecrets: BucketSecrets.make(client),
  collections: Collections.make(client),
  deployments: Deployments.make(client),
  orbitMembers: OrbitMembers.make(client),
  orbitSecrets: OrbitSecrets.make(client),
  orbits: Orbits.make(client),
  organizationInvitations: OrganizationInvitations.make(client),
  organizationMembers: OrganizationMembers.make(client),
  organizations: Organizations.make(client),
  satelliteWorker: SatelliteWorker.make(client),
  satellites: Satellites.make(client),
  session: Session.make(client),
  trackEntries: TrackEntries.make(client),
  tracks: Tracks.make(client),
  userInvitations: UserInvitations.make(client)
})
