/**
 * Node's digests.
 *
 * @since 0.1.0
 */
import * as Crypto from "node:crypto"
import type { Hash } from "../archive/Sha256.js"

const hash = (algorithm: "sha256" | "md5"): Hash => {
  const state = Crypto.createHash(algorithm)
  return { update: (bytes) => state.update(bytes), digest: () => state.digest() }
}

/**
 * @since 0.1.0
 * @category constructors
 */
export const sha256 = (): Hash => hash("sha256")

/**
 * @since 0.1.0
 * @category constructors
 */
export const md5: (() => Hash) | undefined = () => hash("md5")
