/**
 * Digests of a runtime without a streaming one of its own. On Node, an export condition replaces this module by
 * `node/DefaultDigest.ts`.
 *
 * @since 0.1.0
 */
import { sha256 as noble } from "@noble/hashes/sha2.js"
import type { Hash } from "./archive/ArtifactFile.js"

/**
 * @since 0.1.0
 * @category constructors
 */
export const sha256 = (): Hash => noble.create()

/**
 * Absent here: uploads carry no `Content-MD5`.
 *
 * @since 0.1.0
 * @category constructors
 */
export const md5: (() => Hash) | undefined = undefined
