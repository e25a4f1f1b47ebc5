/**
 * Names as people type them: any of `listAll`, `list-all` and `list_all`.
 *
 * @since 0.1.0
 */

/**
 * `page_size`, `pageSize` and `PageSize` become `page-size`.
 *
 * @since 0.1.0
 * @category formatting
 */
export const kebab = (name: string): string =>
  name
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, "$1-$2")
    .replaceAll(/[_\s.]+/g, "-")
    .toLowerCase()

/** Edits that turn one text into the other; a swap of neighbours counts as one. */
const distance = (a: string, b: string): number => {
  let beforeLast: Array<number> = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1)
      }
      row.push(best)
    }
    beforeLast = last
    last = row
  }
  return last[b.length] ?? 0
}

/**
 * What was probably meant: the nearest candidate by edit distance, if it is near enough to be a typing mistake, else one
 * that begins with what was typed.
 *
 * @since 0.1.0
 * @category accessors
 */
export const nearest = (typed: string, candidates: Iterable<string>): string | undefined => {
  const text = typed.toLowerCase()
  let found: string | undefined
  let smallest = Math.max(1, Math.floor(text.length / 3)) + 1
  let longer: string | undefined
  for (const candidate of candidates) {
    const other = candidate.toLowerCase()
    const edits = distance(text, other)
    if (edits < smallest) {
      smallest = edits
      found = candidate
    }
    if (longer === undefined && text.length > 1 && other.startsWith(text)) longer = candidate
  }
  return found ?? longer
}
