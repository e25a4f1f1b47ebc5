/**
 * The caller of LVNG.
 *
 * @since 0.1.0
 */
import * as ApiClient from "@trilum/core/ApiClient"
import * as Credential from "@trilum/core/Credential"
import type { Connect } from "./Platform.js"

/**
 * @since 0.1.0
 * @category constructors
 */
export const connect: Connect = ({ baseUrl, key, userAgent }) =>
  ApiClient.make({
    platform: "lvng",
    baseUrl,
    credential: key === undefined ? Credential.none : Credential.bearer(key),
    userAgent,
    idempotencyKeys: "generate"
  })
