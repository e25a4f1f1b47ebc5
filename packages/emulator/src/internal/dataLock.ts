/**
 * The lock of a data directory: one emulator at a time.
 *
 * The holder renews the time of `emulator.lock`. A lock that is not renewed is taken over, so that a killed process
 * does not block the next one. A process id alone is not enough: two containers can share a directory and have the same
 * process ids.
 */
import { randomUUID } from "node:crypto"
import { link, open, readFile, readlink, rename, rm, stat, utimes } from "node:fs/promises"
import { hostname } from "node:os"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"

const renewEvery = 500

/** A lock that was not renewed for so long is stale. */
const staleAfter = 2500

const codeOf = (error: unknown): unknown =>
  typeof error === "object" && error !== null && "code" in error ? error.code : undefined

/** `undefined` when the file does not exist. */
const ifPresent = <A>(work: Promise<A>): Promise<A | undefined> =>
  work.catch((error: unknown) => (codeOf(error) === "ENOENT" ? undefined : Promise.reject(error)))

const create = async (path: string, text: string): Promise<boolean> => {
  const handle = await open(path, "wx", 0o600).catch((error: unknown) =>
    codeOf(error) === "EEXIST" ? undefined : Promise.reject(error)
  )
  if (handle === undefined) return false
  try {
    await handle.writeFile(text)
  } finally {
    await handle.close()
  }
  return true
}

/** Waits until a lock is renewed (`false`) or has not been renewed for the stale time (`true`). */
const isStale = async (path: string): Promise<boolean> => {
  const first = await ifPresent(stat(path))
  for (let waited = 0; waited < staleAfter; waited += renewEvery / 5) {
    await sleep(renewEvery / 5)
    const now = await ifPresent(stat(path))
    if (now === undefined) return true
    if (now.mtimeMs !== first?.mtimeMs || now.ino !== first.ino) return false
  }
  return true
}

/** Moves a stale lock away. A lock that was made in the meantime is put back. */
const remove = async (path: string, text: string): Promise<void> => {
  const aside = `${path}.${randomUUID()}`
  await ifPresent(rename(path, aside))
  const moved = await ifPresent(readFile(aside, "utf8"))
  if (moved !== undefined && moved !== text) await ifPresent(link(aside, path)).catch(() => undefined)
  await rm(aside, { force: true })
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) !== "ESRCH"
  }
}

/** Whether the holder was a process of this machine and of this PID namespace, and has ended. */
const hasEnded = (holder: string, place: string): boolean => {
  const pid = /^process (\d+) /.exec(holder)?.[1]
  return pid !== undefined && holder.includes(place) && !isAlive(Number(pid))
}

/** Takes the lock and answers how to release it. Rejects with the name of the holder when it is in use. */
export const acquire = async (directory: string): Promise<() => Promise<void>> => {
  const path = join(directory, "emulator.lock")
  const namespace = await readlink("/proc/self/ns/pid").catch(() => "")
  const place = `on ${hostname()} (${namespace} `
  const own = `process ${process.pid} ${place}${randomUUID()})\n`
  while (!(await create(path, own))) {
    const holder = (await ifPresent(readFile(path, "utf8"))) ?? ""
    if (!hasEnded(holder, place) && !(await isStale(path))) {
      const who = holder.replace(/ \([^)]*\)\s*$/, "") || "another process"
      throw new Error(
        `The data directory ${directory} is in use by ${who}. Stop that emulator, or choose another directory.`
      )
    }
    await remove(path, holder)
  }
  const timer = setInterval(() => {
    const now = new Date()
    utimes(path, now, now).catch(() => undefined)
  }, renewEvery)
  timer.unref()
  return async () => {
    clearInterval(timer)
    if ((await ifPresent(readFile(path, "utf8"))) === own) await rm(path, { force: true })
  }
}
