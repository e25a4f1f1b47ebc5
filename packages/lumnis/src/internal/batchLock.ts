import { randomUUID } from "node:crypto"
import * as Fs from "node:fs/promises"

/** A lock that is held, or the process that holds it. */
export type Lock = { readonly release: () => Promise<void> } | { readonly owner: number }

/** Locks of this process: in a container, the process before it may have had the same number. */
const held = new Set<string>()

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (cause) {
    return cause instanceof Error && "code" in cause && cause.code === "EPERM"
  }
}

const ownerOf = async (file: string): Promise<number | undefined> => {
  const text = await Fs.readFile(file, "utf8").catch(() => "")
  const pid = /^\d+$/.test(text.trim()) ? Number(text) : undefined
  if (pid === undefined || (pid === process.pid && !held.has(file))) return undefined
  return isAlive(pid) ? pid : undefined
}

/** A file with the number of the process that made it. One whose process is gone is taken over. */
export const take = async (file: string): Promise<Lock> => {
  // Linked into place, so that nobody ever reads a lock without its number.
  const own = `${file}.${randomUUID()}`
  await Fs.writeFile(own, String(process.pid), { flag: "wx" })
  try {
    for (let tries = 0; ; tries++) {
      try {
        await Fs.link(own, file)
        held.add(file)
        return {
          release: async () => {
            await Fs.rm(file, { force: true })
            held.delete(file)
          }
        }
      } catch (cause) {
        const taken = cause instanceof Error && "code" in cause && cause.code === "EEXIST"
        if (!taken || tries > 2) throw cause
        const owner = await ownerOf(file)
        if (owner !== undefined) return { owner }
        await Fs.rm(file, { force: true })
      }
    }
  } finally {
    await Fs.rm(own, { force: true })
  }
}
