/**
 * The digests of Node.
 *
 * @since 0.1.0
 */
import * as Crypto from "node:crypto"
import type { Hash } from "../archive/ArtifactFile.js"

/**
 * @since 0.1.0
 * @category constructors
 */
export const sha256 = (): Hash => Crypto.createHash("sha256")

/**
 * @since 0.1.0
 * @category constructors
 */
export const md5: (() => Hash) | undefined = () => Crypto.createHash("md5")
