/**
 * Names of files that a server chose.
 *
 * @since 0.1.0
 */

/** Device names of Windows, which it also finds in `nul.txt`. */
const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?= *(?:\.|$))/i

/** Most file systems limit a name to 255 bytes. Partial files add their own suffix. */
const longest = 200

/**
 * The name to store a server's file under: the last part of the server's name, which may hold folders, `..` and absolute
 * paths. What Windows does not allow is replaced (`NUL`, `a:b`, trailing dots), and a long name is cut before its
 * extension. `undefined` when nothing usable is left.
 *
 * @since 0.1.0
 * @category combinators
 */
export const lastPart = (fileName: string): string | undefined => {
  const last = fileName.slice(Math.max(fileName.lastIndexOf("/"), fileName.lastIndexOf("\\")) + 1)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no file system shows them, some refuse them
  if (/[\u0000-\u001f\u007f]/.test(last)) return undefined
  const name = last.replace(/[. ]+$/, "")
  if (name === "") return undefined
  const portable = name.replace(/[<>:"|?*]/g, "_")
  return shortened(reserved.test(portable) ? `_${portable}` : portable)
}

const shortened = (name: string): string => {
  const bytes = (text: string): number => new TextEncoder().encode(text).length
  if (bytes(name) <= longest) return name
  const dot = name.lastIndexOf(".")
  const extension = dot > 0 && bytes(name.slice(dot)) <= 20 ? name.slice(dot) : ""
  let stem = ""
  for (const char of name.slice(0, name.length - extension.length)) {
    if (bytes(stem + char) > longest - bytes(extension)) break
    stem += char
  }
  return stem + extension
}
