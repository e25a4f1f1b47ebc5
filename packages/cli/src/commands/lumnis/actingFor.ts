/**
 * Options that say for whom a command of Lumnis AI acts, and how its calls are sent.
 *
 * @since 0.1.0
 */
import type { OptionSpec } from "../../Command.js"
import { callSpecs } from "../callOptions.js"

const heading = "Request"

/**
 * @since 0.1.0
 * @category constants
 */
export const userSpec: OptionSpec = {
  name: "user",
  type: "string",
  placeholder: "ID",
  summary: "The user to act for: id or e-mail. Default: the setting lumnis.user.",
  setting: "lumnis.user",
  heading
}

/**
 * For what a user or the whole tenant may have.
 *
 * @since 0.1.0
 * @category constants
 */
export const actingFor: ReadonlyArray<OptionSpec> = [
  userSpec,
  {
    name: "scope",
    type: "string",
    choices: ["user", "tenant"],
    placeholder: "SCOPE",
    summary: "Act for one user (default) or the whole tenant",
    heading
  },
  ...callSpecs
]
