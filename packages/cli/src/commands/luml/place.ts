/**
 * Options that say where in LUML a command works.
 *
 * @since 0.1.0
 */
import type { OptionSpec } from "../../Command.js"
import { callSpecs } from "../callOptions.js"

const heading = "Place"

const organization: OptionSpec = {
  name: "organization",
  type: "string",
  placeholder: "ID|NAME",
  summary: "Not needed when there is one",
  heading
}

const orbit: OptionSpec = { ...organization, name: "orbit" }

const collection: OptionSpec = { ...organization, name: "collection" }

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
