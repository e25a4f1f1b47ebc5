/**
 * A package registry for one test run: our tarballs under their names, everything else from the registry that npm is
 * configured with. Install lines can then be tried as users type them.
 */
import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { createServer } from "node:http"

const integrity = (bytes) => `sha512-${createHash("sha512").update(bytes).digest("base64")}`

/** `packages`: manifest and tarball of each. `upstream`: the URL of the registry for all others. */
export const startRegistry = async (packages, upstream) => {
  const own = new Map(
    packages.map(({ manifest, tarball }) => [manifest.name, { manifest, bytes: readFileSync(tarball) }])
  )
  const server = createServer(async (request, response) => {
    try {
      const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname)
      const file = path.match(/^\/(.+)\/-\/[^/]+\.tgz$/)?.[1]
      if (file !== undefined && own.has(file)) return response.end(own.get(file).bytes)
      const found = own.get(path.slice(1))
      if (found !== undefined) {
        const { bytes, manifest } = found
        const tarball = `${url}/${manifest.name}/-/package-${manifest.version}.tgz`
        const shasum = createHash("sha1").update(bytes).digest("hex")
        response.setHeader("content-type", "application/json")
        return response.end(
          JSON.stringify({
            name: manifest.name,
            "dist-tags": { latest: manifest.version },
            versions: { [manifest.version]: { ...manifest, dist: { tarball, shasum, integrity: integrity(bytes) } } },
            time: { [manifest.version]: "2020-01-01T00:00:00.000Z" }
          })
        )
      }
      const accept = request.headers.accept ?? "application/json"
      const answer = await fetch(new URL(request.url.slice(1), upstream), { headers: { accept } })
      response.statusCode = answer.status
      response.setHeader("content-type", answer.headers.get("content-type") ?? "application/json")
      response.end(Buffer.from(await answer.arrayBuffer()))
    } catch (error) {
      response.statusCode = 502
      response.end(String(error))
    }
  })
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve))
  const url = `http://127.0.0.1:${server.address().port}`
  return { url, stop: () => new Promise((resolve) => server.close(resolve)) }
}
