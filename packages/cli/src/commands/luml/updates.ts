/**
 * Updates of LUML records through the methods of the client. The server's PATCH replaces what is left out; these methods
 * read the record first and keep it.
 *
 * @since 0.1.0
 */
import type * as HttpClient from "@effect/platform/HttpClient"
import type { Luml } from "@trilum/luml/Luml"
import type { InOrbit } from "@trilum/luml/Place"
import * as Effect from "effect/Effect"
import { UsageError } from "../../CliError.js"
import type { Invocation } from "../../Command.js"
import type { CallInput } from "../operation/input.js"
import { connect } from "./connect.js"

type Update = (
  luml: Luml.Service,
  path: ReadonlyArray<string>,
  params: object,
  options: InOrbit
) => Effect.Effect<unknown, Error>

/** By operation. Paths hold the ids of organization, orbit and record, as far as the operation has them. */
const updates: Readonly<Record<string, Update>> = {
  updateBucketSecret: (luml, [organization, id = ""], params, options) =>
    luml.bucketSecrets.update(id, params, { ...options, organization }),
  updateCollection: (luml, [organization, orbit, id = ""], params, options) =>
    luml.collections.update(id, params, { ...options, organization, orbit }),
  updateDeployment: (luml, [organization, orbit, id = ""], params, options) =>
    luml.deployments.update(id, params, { ...options, organization, orbit })
}

/**
 * The update of a record by the client's method, `undefined` for operations that have none.
 *
 * @since 0.1.0
 * @category constructors
 */
export const updateOf = async (
  invocation: Invocation,
  operation: string,
  { options, params = {}, path }: CallInput
): Promise<Effect.Effect<unknown, Error, HttpClient.HttpClient> | undefined> => {
  if (operation === "updateTrackEntry" && !("stage_id" in params)) {
    throw new UsageError(
      "missing --stage-id: without it the server takes the stage away from the entry",
      "to take the stage away: --set stage_id=null"
    )
  }
  const update = updates[operation]
  if (update === undefined) return undefined
  const connecting = await connect(invocation)
  return Effect.flatMap(connecting, (luml) => update(luml, path, params, options))
}
