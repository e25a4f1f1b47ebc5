import { keepsAnyAnswer, operationsOf } from "@trilum/testing/answers"
import * as ApiKeys from "../src/generated/apiKeys.js"
import * as Artifacts from "../src/generated/artifacts.js"
import * as Auth from "../src/generated/auth.js"
import * as BucketSecrets from "../src/generated/bucketSecrets.js"
import * as Collections from "../src/generated/collections.js"
import * as Deployments from "../src/generated/deployments.js"
import * as OrbitMembers from "../src/generated/orbitMembers.js"
import * as OrbitSecrets from "../src/generated/orbitSecrets.js"
import * as Orbits from "../src/generated/orbits.js"
import * as OrganizationInvitations from "../src/generated/organizationInvitations.js"
import * as OrganizationMembers from "../src/generated/organizationMembers.js"
import * as Organizations from "../src/generated/organizations.js"
import * as Satellites from "../src/generated/satellites.js"
import * as SatelliteWorker from "../src/generated/satelliteWorker.js"
import * as Session from "../src/generated/session.js"
import * as TrackEntries from "../src/generated/trackEntries.js"
import * as Tracks from "../src/generated/tracks.js"
import * as UserInvitations from "../src/generated/userInvitations.js"

keepsAnyAnswer(
  "luml",
  operationsOf([
    ApiKeys,
    Artifacts,
    Auth,
    BucketSecrets,
    Collections,
    Deployments,
    OrbitMembers,
    OrbitSecrets,
    Orbits,
    OrganizationInvitations,
    OrganizationMembers,
    Organizations,
    SatelliteWorker,
    Satellites,
    Session,
    TrackEntries,
    Tracks,
    UserInvitations
  ])
)
