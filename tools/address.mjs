/**
 * Writes the address of the repository into the manifests of the published packages: `repository` with the directory,
 * `homepage` and `bugs`. The repository itself names no host, so that a fork publishes its own.
 *
 *     node tools/address.mjs https://host.example/owner/name
 */
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { published, root } from "./workspace.mjs"

/** The manifest with the address. Its other fields keep their order. */
export const withAddress = (manifest, address, name) => {
  const { description, engines, license, name: packageName, type, version, ...rest } = manifest
  return {
    name: packageName,
    version,
    description,
    type,
    license,
    repository: { type: "git", url: `git+${address}.git`, directory: `packages/${name}` },
    homepage: `${address}/tree/HEAD/packages/${name}#readme`,
    bugs: `${address}/issues`,
    engines,
    ...rest
  }
}

const [address] = process.argv.slice(2)
if (process.argv[1] === import.meta.filename && address !== undefined) {
  if (!/^https:\/\/[^/]+\/[^/]+\/[^/]+$/.test(address)) throw new Error(`${address} is not https://host/owner/name`)
  for (const name of published) {
    const file = join(root, "packages", name, "package.json")
    const manifest = withAddress(JSON.parse(readFileSync(file, "utf8")), address, name)
    writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`)
  }
}
