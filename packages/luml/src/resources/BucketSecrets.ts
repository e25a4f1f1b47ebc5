/**
 * The buckets of an organization, and tests of their capabilities.
 *
 * @since 0.1.0
 */

import type { ApiError } from "@trilum/core/ApiError"
import * as ObjectTransfer from "@trilum/core/ObjectTransfer"
import * as Resource from "@trilum/core/Resource"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import * as Stream from "effect/Stream"
import type { ApiClient } from "../client.js"
import * as Generated from "../generated/bucketSecrets.js"
import { invalid } from "../internal/invalid.js"
import { named, orNone } from "../internal/lookup.js"
import { BucketTestError } from "../LumlError.js"
import type { InOrganization } from "../Place.js"
import type { Connection } from "../Platform.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface TestOptions extends InOrganization {
  /** `false`: stores the secret without a test. Default: `true`. */
  readonly test?: boolean | undefined
  /**
   * The test writes and deletes the object `test_file` of the bucket. It fails when this object exists and is not from
   * an earlier test. `true`: overwrites it. Default: `false`.
   */
  readonly overwriteTestFile?: boolean | undefined
}

/**
 * A bucket with its location. The connection string of an Azure bucket contains the account key, so it is `Redacted`.
 * It can be passed to `update`.
 *
 * @since 0.1.0
 * @category models
 */
export type BucketSecret =
  | Generated.S3BucketSecret
  | (Omit<Generated.AzureBucketSecret, "endpoint"> & { readonly endpoint: Redacted.Redacted })

const testBody = new TextEncoder().encode("Connection test.")
const testRange = { offset: 0, length: 11 }

const concealed = (secret: Generated.BucketSecret): BucketSecret =>
  secret.type === "azure" ? { ...secret, endpoint: Redacted.make(secret.endpoint) } : secret

/**
 * Methods identify a secret by id or by the name of its bucket.
 *
 * @since 0.1.0
 * @category resources
 */
export const bucketSecrets = /* @__PURE__ */ Resource.make(
  "bucketSecrets",
  (client: ApiClient, { places, storage }: Connection) => {
    const generated = Generated.resource.make(client, undefined)

    const check = (
      urls: Effect.Effect<Generated.BucketSecretUrls, ApiError>,
      type: Generated.BucketType,
      options: TestOptions | undefined
    ): Effect.Effect<void, ApiError | BucketTestError> => {
      const failed = (step: BucketTestError["step"], why: string) => (cause: ObjectTransfer.ObjectError) =>
        new BucketTestError({
          step,
          operation: cause.operation,
          status: cause.status,
          code: cause.code,
          attempts: cause.attempts,
          message: `${why}: ${cause.message}`
        })
      return Effect.gen(function* () {
        const { delete_url, download_url, presigned_url } = yield* urls
        const reading = { url: ObjectTransfer.fixedUrl(download_url), operation: "testBucketRead" }
        const found = yield* storage
          .read({ ...reading, ...testRange })
          .pipe(Stream.decodeText(), Stream.mkString, Effect.option)
        const foreign = found._tag === "Some" && !"Connection test.".startsWith(found.value)
        if (foreign && options?.overwriteTestFile !== true) {
          return yield* new BucketTestError({
            step: "occupied",
            message:
              "the bucket has an object test_file, which the test would delete; rename it, or set overwriteTestFile"
          })
        }
        yield* Effect.mapError(
          storage.send({
            method: "PUT",
            url: ObjectTransfer.fixedUrl(presigned_url),
            operation: "testBucketWrite",
            body: { bytes: testBody },
            headers: {
              "content-type": "application/octet-stream",
              ...(type === "azure" ? { "x-ms-blob-type": "BlockBlob" } : undefined)
            }
          }),
          failed("write", "the test object could not be written")
        )
        const cleanup = Effect.ignore(
          storage.remove({ url: ObjectTransfer.fixedUrl(delete_url), operation: "testBucketDelete" })
        )
        const info = yield* Effect.ensuring(
          Effect.mapError(storage.probe(reading), failed("range", "the test object could not be read")),
          cleanup
        )
        if (!info.ranges) {
          return yield* new BucketTestError({
            step: "range",
            message: "the bucket ignores range requests, which the registry requires"
          })
        }
      })
    }

    const { at } = named(places.organization, {
      kind: "BucketSecret",
      resource: "bucketSecrets",
      argument: "secret",
      byId: (organizationId, id, options?: InOrganization) => generated.get(organizationId, id, options),
      all: (organizationId, _, options) => generated.list(organizationId, options),
      nameOf: ({ bucket_name }) => bucket_name
    })

    const get = (secret: string, options?: InOrganization) =>
      at(secret, options, (stored) => Effect.succeed(concealed(stored)))

    return {
      list: (options?: InOrganization) =>
        Effect.flatMap(places.organization(options), (id) =>
          Effect.map(generated.list(id, options), (all) => all.map(concealed))
        ),
      get,
      /** Like `get`, but returns `undefined` when there is none. */
      find: (secret: string, options?: InOrganization) => orNone(get(secret, options)),
      /** Tests the bucket, then stores its secret. */
      create: (params: Generated.BucketSecretCreate, options?: TestOptions) =>
        Effect.gen(function* () {
          const organizationId = yield* places.organization(options)
          if (options?.test !== false) {
            yield* check(generated.getConnectionUrls({ body: params }, options), params?.type, options)
          }
          return concealed(yield* generated.create(organizationId, { body: params }, options))
        }),
      /**
       * Tests the bucket, then changes the given fields and keeps the others. The server deletes missing fields and
       * never returns keys, so each update of an S3 bucket must contain `access_key` and `secret_key`, and
       * `session_token` if it has one. `null` removes a key.
       */
      update: (secret: string, params: Omit<Generated.BucketSecretUpdate, "type">, options?: TestOptions) =>
        at(secret, options, (stored, organizationId) =>
          Effect.gen(function* () {
            const full = replacement(stored, params)
            if (typeof full === "string") return yield* invalid("bucketSecrets.update", full)
            if (options?.test !== false) {
              yield* check(
                generated.getStoredConnectionUrls(
                  organizationId,
                  stored.id,
                  { ...full, id: stored.id, type: stored.type },
                  options
                ),
                stored.type,
                options
              )
            }
            return concealed(yield* generated.update(organizationId, stored.id, full, options))
          })
        ),
      delete: (secret: string, options?: InOrganization) =>
        at(secret, options, (stored, organizationId) => generated.delete(organizationId, stored.id, options)),
      /** Tests a stored bucket. */
      test: (secret: string, options?: TestOptions) =>
        at(secret, options, (stored, organizationId) =>
          check(
            generated.getStoredConnectionUrls(organizationId, stored.id, { id: stored.id, type: stored.type }, options),
            stored.type,
            options
          )
        )
    }
  }
)

/** Completes all fields, because the server deletes missing ones. Returns a string if one cannot be completed. */
const replacement = (
  stored: Generated.BucketSecret,
  params: Omit<Generated.BucketSecretUpdate, "type">
): Omit<Generated.BucketSecretUpdate, "type"> | string => {
  const { bucket_name, endpoint } = params
  if (bucket_name === null || endpoint === null)
    return "bucket_name and endpoint cannot be cleared; omit them to keep them"
  const shared = { bucket_name: bucket_name ?? stored.bucket_name, endpoint: endpoint ?? stored.endpoint }
  if (stored.type === "azure") return shared
  if (params.region === null)
    return "region cannot be cleared: the server cannot read or update a secret without a region"
  if (params.access_key === undefined || params.secret_key === undefined) {
    return (
      "the server deletes missing keys and never returns them: pass access_key and secret_key " +
      "(and session_token if there is one), or null to remove them"
    )
  }
  return {
    ...shared,
    access_key: params.access_key,
    secret_key: params.secret_key,
    session_token: params.session_token ?? null,
    region: params.region ?? stored.region,
    secure: params.secure === undefined ? stored.secure : params.secure,
    cert_check: params.cert_check === undefined ? stored.cert_check : params.cert_check
  }
}
