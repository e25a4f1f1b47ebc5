/**
 * Digests of a runtime without its own. On Node, an export condition replaces this module by `node/DefaultDigest.ts`.
 *
 * @since 0.1.0
 */
import * as Sha256 from "./archive/Sha256.js"

/**
 * @since 0.1.0
 * @category constructors
 */
export const sha256: () => Sha256.Hash = Sha256.make

/**
 * Absent here: uploads carry no `Content-MD5`.
 *
 * @since 0.1.0
 * @category constructors
 */
export const md5: (() => Sha256.Hash) | undefined = undefined
