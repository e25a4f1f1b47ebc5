/**
 * Parameters whose values must not be typed on a command line: the shell's history and the process list show them.
 *
 * @since 0.1.0
 */
import type { CatalogEntry } from "@trilum/core/OperationCatalog"
import { UsageError } from "../../CliError.js"
import { kebab } from "../../names.js"

/** Endings of names of credentials. `page_token` and the like are positions, not secrets. */
const secretName =
  /(?:^|-)(?:api-?key|access-key|access-key-id|secret|secret-key|private-key|client-secret|password|passphrase|session-token|access-token|refresh-token|confirmation-token|reset-token|auth-token|authorization|credentials?)$/

/**
 * Whether a name says that its value is a credential.
 *
 * @since 0.1.0
 * @category predicates
 */
export const hasSecretName = (name: string): boolean => secretName.test(kebab(name))

/** The names that the contract marks for an operation (`x-secret`), at any depth of the parameters. */
const marked = ({ secrets }: CatalogEntry, name: string): boolean =>
  secrets?.params?.some((path) => path.split(".").findLast((part) => part !== "*") === name) === true

/**
 * Whether the value of a parameter is a secret: the contract marks it, or its name says so.
 *
 * @since 0.1.0
 * @category predicates
 */
export const isSecret = (entry: CatalogEntry, name: string): boolean => marked(entry, name) || hasSecretName(name)

/**
 * Whether a path parameter is a secret, so that it is read from a file and is no argument.
 *
 * @since 0.1.0
 * @category predicates
 */
export const isSecretPath = ({ secrets }: CatalogEntry, name: string): boolean => secrets?.path?.includes(name) === true

/**
 * Throws a `UsageError` when JSON from the command line contains a secret at any depth.
 *
 * @since 0.1.0
 * @category combinators
 */
export const rejectTyped = (entry: CatalogEntry, option: string, value: unknown): void => {
  if (typeof value !== "object" || value === null) return
  for (const [name, inner] of Object.entries(value)) {
    if (inner !== null && inner !== "" && isSecret(entry, name)) {
      throw new UsageError(
        `${option} has the secret "${name}", which must not be typed on a command line`,
        `write the JSON to a file and give --body @FILE, or pipe it in with --body -`
      )
    }
    rejectTyped(entry, option, inner)
  }
}
