/**
 * References in the `files` of an invocation that the platform can read.
 *
 * @since 0.1.0
 */

const schemes = new Set(["http", "https", "s3", "gs", "gcs", "file", "ftp", "ftps", "blob", "data"])

/**
 * Whether the platform can read a reference: an artifact id (`artifact_...`), a URI with a known scheme, or a name that
 * does not have the form of a local path. As in the official SDKs, `dir/file.txt` passes; `report.pdf`, `./a`, `/a`,
 * `\\host\a` and `C:\a` do not.
 *
 * @since 0.1.0
 * @category predicates
 */
export const isRemote = (reference: string): boolean => {
  if (reference.startsWith("artifact_")) return true
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(reference)?.[1]?.toLowerCase()
  if (scheme !== undefined) {
    if (!schemes.has(scheme)) return false
    return scheme !== "http" && scheme !== "https" ? true : /^https?:\/\/[^/?#]/i.test(reference)
  }
  if (/^(?:[/\\]|\.{1,2}[/\\])/.test(reference) || reference === "") return false
  return reference.includes("/") || !reference.includes(".")
}

/**
 * The name of a reference without one: the last part of its path, else the reference itself.
 *
 * @since 0.1.0
 * @category accessors
 */
export const nameOf = (reference: string): string => {
  if (/^data:/i.test(reference)) return "data"
  const path = reference.replace(/[?#].*$/s, "").replace(/\/+$/, "")
  const name = path.slice(path.lastIndexOf("/") + 1)
  return name === "" ? reference : name
}
