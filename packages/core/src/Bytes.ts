/**
 * Bytes in pieces.
 *
 * @since 0.1.0
 */

/**
 * Joins pieces into one array.
 *
 * @since 0.1.0
 * @category combinators
 */
export const concat = (pieces: Iterable<Uint8Array>): Uint8Array => {
  const all = [...pieces]
  const whole = new Uint8Array(all.reduce((size, piece) => size + piece.length, 0))
  let at = 0
  for (const piece of all) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
