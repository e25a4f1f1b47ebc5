/**
 * The browser of this machine.
 *
 * @since 0.1.0
 */
import { spawn } from "node:child_process"
import type { Io } from "../../Io.js"

/** The program that opens an address, and its arguments before the address. */
const opener = (): readonly [string, ...ReadonlyArray<string>] => {
  switch (process.platform) {
    case "darwin":
      return ["open"]
    case "win32":
      // Unlike `start`, it takes the address as it is.
      return ["rundll32", "url.dll,FileProtocolHandler"]
    default:
      return ["xdg-open"]
  }
}

/**
 * Opens an address of the web; resolves with whether that could be begun. Nothing else is opened: what a server names may
 * not start a program.
 *
 * @since 0.1.0
 * @category constructors
 */
export const open = (io: Io, url: string): Promise<boolean> => {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) return Promise.resolve(false)
  const [program, ...first] = opener()
  return new Promise((resolve) => {
    const child = spawn(program, [...first, new URL(url).href], { detached: true, env: { ...io.env }, stdio: "ignore" })
    child.once("error", () => resolve(false))
    child.once("spawn", () => {
      child.unref()
      resolve(true)
    })
  })
}
