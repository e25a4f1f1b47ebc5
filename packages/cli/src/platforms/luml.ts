/**
 * The caller of LUML.
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
    platform: "luml",
    baseUrl,
    credential: key === undefined ? Credential.none : Credential.bearer(key),
    userAgent
  })
