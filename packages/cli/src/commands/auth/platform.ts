/**
 * The platform that `auth` commands are about.
 *
 * @since 0.1.0
 */
import type { OptionSpec, Values } from "../../Command.js"
import { choice } from "../../parse.js"
import { byName, type Platform, platforms } from "../../platforms/Platform.js"

const names = platforms.map(({ name }) => name)

/**
 * @since 0.1.0
 * @category constructors
 */
export const platformOption = (summary: string): OptionSpec => ({
  name: "platform",
  type: "string",
  choices: names,
  placeholder: "PLATFORM",
  summary
})

/**
 * @since 0.1.0
 * @category accessors
 */
export const platformOf = (values: Values): Platform | undefined => {
  const name = choice(values, "platform", names)
  return name === undefined ? undefined : byName(name)
}
