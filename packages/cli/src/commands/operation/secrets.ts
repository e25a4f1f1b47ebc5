/**
 * Values that must not be typed on a command line, where the shell's history and the process list show them.
 *
 * @since 0.1.0
 */
import { UsageError } from "../../CliError.js"
import { kebab } from "../../names.js"
import type { Platform } from "../../platforms/Platform.js"

/** The end of a name that says that its value is a credential. `page_token` and the like are positions, not secrets. */
const telling =
  /(?:^|-)(?:api-?key|access-key|access-key-id|secret|secret-key|private-key|client-secret|password|passphrase|session-token|access-token|refresh-token|confirmation-token|reset-token|auth-token|authorization|credentials?)$/

/**
 * Whether a name says that its value is a credential.
 *
 * @since 0.1.0
 * @category predicates
 */
export const isTelling = (name: string): boolean => telling.test(kebab(name))

/**
 * Whether the value of a parameter is a secret: by its name, or because the contract says so.
 *
 * @since 0.1.0
 * @category predicates
 */
export const isSecret = (platform: Platform, resource: string, name: string): boolean =>
  platform.secrets[resource]?.includes(name) === true || isTelling(name)

/**
 * Throws a `UsageError` when JSON that was typed on the command line holds a secret at any depth.
 *
 * @since 0.1.0
 * @category combinators
 */
export const refuseTyped = (platform: Platform, resource: string, option: string, value: unknown): void => {
  if (typeof value !== "object" || value === null) return
  for (const [name, inner] of Object.entries(value)) {
    if (inner !== null && inner !== "" && isSecret(platform, resource, name)) {
      throw new UsageError(
        `${option} has the secret "${name}", which must not be typed on a command line`,
        `write the JSON to a file and give --body @FILE, or pipe it in with --body -`
      )
    }
    refuseTyped(platform, resource, option, inner)
  }
}
