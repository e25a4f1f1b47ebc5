/** The network between a host and the servers of a test, which can be cut and healed. */
import { execFileSync } from "node:child_process"
import { mkdirSync, rmSync, writeFileSync } from "node:fs"
import { connect, createServer, type Server, type Socket } from "node:net"

export interface Network {
  /** Where the host reaches a server of this machine. */
  readonly addressOf: (port: number) => Promise<string>
  /** What a command of the host begins with. */
  readonly prefix: ReadonlyArray<string>
  /** From now on nothing arrives, and nobody is told. */
  readonly cut: () => void
  readonly heal: () => void
  readonly close: () => Promise<void>
}

interface Forwarder {
  readonly port: number
  readonly cut: () => void
  readonly heal: () => void
  readonly close: () => void
}

/** Forwards connections to a port. While it is cut, connections are taken, and no byte and no end passes. */
const forward = async (to: number, host: string): Promise<Forwarder> => {
  const open = new Set<Socket>()
  let isCut = false
  let later: Array<() => void> = []
  const once = (act: () => void): void => {
    if (isCut) later.push(act)
    else act()
  }
  const server: Server = createServer((near) => {
    const far = connect(to, "127.0.0.1")
    for (const [from, into] of [
      [near, far],
      [far, near]
    ] as const) {
      open.add(from)
      from.on("data", (chunk: Buffer) => into.write(chunk))
      from.on("error", () => undefined)
      from.on("end", () => once(() => into.end()))
      from.on("close", () => {
        open.delete(from)
        once(() => into.destroy())
      })
      if (isCut) from.pause()
    }
  })
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject)
    server.listen(0, host, resolve)
  })
  const address = server.address()
  return {
    port: typeof address === "object" && address !== null ? address.port : 0,
    cut: () => {
      isCut = true
      for (const socket of open) socket.pause()
    },
    heal: () => {
      isCut = false
      for (const socket of open) socket.resume()
      for (const act of later) act()
      later = []
    },
    close: () => {
      server.close()
      for (const socket of open) socket.destroy()
    }
  }
}

const forwarders = (host: string) => {
  const all = new Map<number, Promise<Forwarder>>()
  const each = (act: (forwarder: Forwarder) => void): void => {
    for (const forwarder of all.values()) void forwarder.then(act)
  }
  return {
    addressOf: async (port: number) => {
      const known = all.get(port) ?? forward(port, host)
      all.set(port, known)
      return `${host}:${(await known).port}`
    },
    each,
    close: async () => {
      for (const forwarder of all.values()) (await forwarder).close()
    }
  }
}

/** A host behind forwarders that stop to forward. */
export const proxied = (): Network => {
  const { addressOf, close, each } = forwarders("127.0.0.1")
  return { addressOf, prefix: [], cut: () => each(({ cut }) => cut()), heal: () => each(({ heal }) => heal()), close }
}

const ip = (...args: ReadonlyArray<string>): string =>
  execFileSync("ip", args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] })

let namespaces = 0

/** A host in a network namespace of its own (Linux, as root). Its cable can be pulled. */
export const namespaced = (): Network => {
  namespaces += 1
  const name = `trilum${process.pid}x${namespaces}`
  const [outside, inside] = [`tr${process.pid % 100_000}o${namespaces}`, `tr${process.pid % 100_000}i${namespaces}`]
  const subnet = `10.213.${(process.pid + namespaces) % 256}`
  ip("netns", "add", name)
  try {
    ip("link", "add", outside, "type", "veth", "peer", "name", inside, "netns", name)
    ip("addr", "add", `${subnet}.1/24`, "dev", outside)
    ip("link", "set", outside, "up")
    ip("-n", name, "addr", "add", `${subnet}.2/24`, "dev", inside)
    ip("-n", name, "link", "set", inside, "up")
    ip("-n", name, "link", "set", "lo", "up")
  } catch (cause) {
    ip("netns", "delete", name)
    throw cause
  }
  // The emulator serves loopback names alone: on this host `localhost` is the machine at the other end of the cable.
  mkdirSync(`/etc/netns/${name}`, { recursive: true })
  writeFileSync(`/etc/netns/${name}/hosts`, `${subnet}.1 localhost\n`)
  const { addressOf, close } = forwarders(`${subnet}.1`)
  return {
    addressOf: async (port) => (await addressOf(port)).replace(/^.*:/, "localhost:"),
    prefix: ["ip", "netns", "exec", name],
    cut: () => void ip("link", "set", outside, "down"),
    heal: () => void ip("link", "set", outside, "up"),
    close: async () => {
      await close()
      ip("netns", "delete", name)
      rmSync(`/etc/netns/${name}`, { recursive: true })
    }
  }
}

/** Whether this machine allows network namespaces, and why not. */
export const namespacesMissing = async (): Promise<string | undefined> => {
  if (process.platform !== "linux") return `no network namespaces on ${process.platform}`
  try {
    const network = namespaced()
    await network.close()
    return undefined
  } catch (cause) {
    return `no network namespaces here: ${cause instanceof Error ? cause.message.split("\n").at(-1) : String(cause)}`
  }
}
