/**
 * Options that say where in LUML a command works.
 *
 * @since 0.1.0
 */
import type { OptionSpec } from "../../Command.js"
import { callSpecs } from "../callOptions.js"

const heading = "Place"

const place = (name: string): OptionSpec => ({
  name,
  type: "string",
  placeholder: "ID|NAME",
  summary: `Default: the setting luml.${name}, else the only one`,
  heading,
  setting: `luml.${name}`
})

const organization = place("organization")

const orbit = place("orbit")

/**
 * @since 0.1.0
 * @category constants
 */
export const collection = place("collection")

/**
 * @since 0.1.0
 * @category constants
 */
export const places: ReadonlyArray<OptionSpec> = [organization, orbit, collection]

/**
 * For what happens in an organization, with the options of the calls themselves.
 *
 * @since 0.1.0
 * @category constants
 */
export const inOrganization: ReadonlyArray<OptionSpec> = [organization, ...callSpecs]

/**
 * @since 0.1.0
 * @category constants
 */
export const inOrbit: ReadonlyArray<OptionSpec> = [organization, orbit, ...callSpecs]

/**
 * @since 0.1.0
 * @category constants
 */
export const inCollection: ReadonlyArray<OptionSpec> = [organization, orbit, collection, ...callSpecs]

/**
 * The reads that find what names and missing places stand for. A dry run sends them.
 *
 * @since 0.1.0
 * @category constants
 */
export const lookups: ReadonlyArray<string> = [
  "listMyOrganizations",
  "listOrbits",
  "getCollection",
  "listCollections",
  "getArtifact",
  "listArtifacts",
  "getTrack",
  "listTracks",
  "listTrackEntries",
  "getDeployment",
  "listDeployments",
  "getSatellite",
  "listSatellites",
  "getOrbitSecret",
  "listOrbitSecrets",
  "getBucketSecret",
  "listBucketSecrets",
  "listOrbitMembers",
  "listOrganizationMembers"
]

/**
 * The lookups of a command that is about one of those reads itself.
 *
 * @since 0.1.0
 * @category constructors
 */
export const lookupsBefore = (operation: string): ReadonlyArray<string> => lookups.filter((id) => id !== operation)
