/**
 * Names of files that a server chose.
 *
 * @since 0.1.0
 */

/**
 * The name under which a file of a server may be written here: the last part of its own, which may hold folders, `..` and
 * absolute paths. `undefined` for one that is none.
 *
 * @since 0.1.0
 * @category combinators
 */
export const lastPart = (fileName: string): string | undefined => {
  const name = fileName.slice(Math.max(fileName.lastIndexOf("/"), fileName.lastIndexOf("\\")) + 1)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no file system shows them, some refuse them
  return name === "" || name === "." || name === ".." || /[\u0000-\u001f\u007f]/.test(name) ? undefined : name
}
