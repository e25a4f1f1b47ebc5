/** A PostgreSQL server of this machine's package, with a data folder of its own. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process"
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"

const programs = "/usr/lib/postgresql"

const folderOfPrograms = (): string | undefined => {
  if (!existsSync(programs)) return undefined
  return readdirSync(programs)
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(programs, version, "bin"))
    .find((folder) => existsSync(join(folder, "initdb")))
}

const bin = folderOfPrograms()

/** The server refuses to run as root. */
const user = (): { readonly uid?: number; readonly gid?: number } => {
  if (process.getuid?.() !== 0) return {}
  const id = (flag: string): number => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }))
  return { uid: id("-u"), gid: id("-g") }
}

/** Whether the tests on PostgreSQL can run here. */
export const isAvailable = bin !== undefined

if (!isAvailable)
  console.warn("PostgreSQL is not installed: its tests are skipped (Debian: apt-get install postgresql)")

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once("error", reject)
    server.listen(0, "127.0.0.1", () => {
      const address = server.address()
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0))
    })
  })

export interface Postgres {
  readonly port: number
  /** The URL of a new database. */
  readonly database: () => string
  /** Ends all connections at once, and takes no new ones until `start`. */
  readonly stop: () => Promise<void>
  readonly start: () => Promise<void>
  readonly close: () => Promise<void>
}

export const start = async (): Promise<Postgres> => {
  if (bin === undefined) throw new Error("PostgreSQL is not installed")
  const as = user()
  const data = mkdtempSync(join(tmpdir(), "trilum-postgres-"))
  if (as.uid !== undefined && as.gid !== undefined) chownSync(data, as.uid, as.gid)
  execFileSync(join(bin, "initdb"), ["-D", data, "-U", "trilum", "-A", "trust", "--no-sync", "-E", "UTF8"], {
    ...as,
    cwd: tmpdir(),
    stdio: "ignore"
  })
  const port = await freePort()
  let server: ChildProcess | undefined
  const psql = (sql: string): void => {
    execFileSync(
      join(bin, "psql"),
      ["-h", "127.0.0.1", "-p", String(port), "-U", "trilum", "-d", "postgres", "-c", sql],
      {
        stdio: "ignore"
      }
    )
  }
  const isUp = (): boolean => {
    try {
      execFileSync(join(bin, "pg_isready"), ["-h", "127.0.0.1", "-p", String(port)], { stdio: "ignore" })
      return true
    } catch {
      return false
    }
  }
  const run = async (): Promise<void> => {
    const child = spawn(
      join(bin, "postgres"),
      ["-D", data, "-p", String(port), "-k", data, "-c", "listen_addresses=127.0.0.1", "-c", "max_connections=100"],
      { ...as, cwd: tmpdir(), stdio: "ignore" }
    )
    server = child
    while (!isUp()) {
      if (child.exitCode !== null) throw new Error(`PostgreSQL ended with ${child.exitCode}`)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  const stop = async (): Promise<void> => {
    const child = server
    if (child === undefined || child.exitCode !== null) return
    const ended = new Promise((resolve) => child.once("exit", resolve))
    child.kill("SIGINT")
    await ended
    server = undefined
  }
  await run()
  let count = 0
  return {
    port,
    database: () => {
      count += 1
      psql(`create database batch_${count}`)
      return `postgres://trilum@127.0.0.1:${port}/batch_${count}`
    },
    stop,
    start: run,
    close: async () => {
      await stop()
      rmSync(data, { recursive: true, force: true })
    }
  }
}
