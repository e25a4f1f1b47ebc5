/** The real object stores of the end-to-end tests, each on a free loopback port with its files in a folder of its own. */
import { spawn } from "node:child_process"
import { createHmac } from "node:crypto"
import { once } from "node:events"
import { fileURLToPath } from "node:url"
import S3rver from "s3rver"

/** s3rver: Amazon S3. */
export const startS3 = async (directory, bucket) => {
  const server = new S3rver({
    address: "127.0.0.1",
    port: 0,
    silent: true,
    directory,
    configureBuckets: [{ name: bucket }]
  })
  const { port } = await server.run()
  return {
    secret: {
      type: "s3",
      endpoint: `127.0.0.1:${port}`,
      secure: false,
      region: "us-east-1",
      bucket_name: bucket,
      access_key: "S3RVER",
      secret_key: "S3RVER"
    },
    stop: () => server.close()
  }
}

// Azurite's documented development account.
const account = "devstoreaccount1"
const accountKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=="

/** Shared Key authorization of the Blob service, for the one request that needs it. */
const createContainer = async (endpoint, container) => {
  const date = new Date().toUTCString()
  const version = "2021-08-06"
  const canonicalHeaders = `x-ms-date:${date}\nx-ms-version:${version}\n`
  const canonicalResource = `/${account}/${account}/${container}\nrestype:container`
  const text = `PUT\n\n\n\n\n\n\n\n\n\n\n\n${canonicalHeaders}${canonicalResource}`
  const signature = createHmac("sha256", Buffer.from(accountKey, "base64")).update(text, "utf8").digest("base64")
  const response = await fetch(`${endpoint}/${container}?restype=container`, {
    method: "PUT",
    headers: {
      "x-ms-date": date,
      "x-ms-version": version,
      authorization: `SharedKey ${account}:${signature}`
    }
  })
  if (response.status !== 201) throw new Error(`no container: ${response.status} ${await response.text()}`)
}

/** Azurite: Azure Blob Storage. */
export const startAzure = async (directory, container) => {
  const script = fileURLToPath(new URL("node_modules/azurite/dist/src/blob/main.js", import.meta.url))
  const process_ = spawn(
    process.execPath,
    [script, "--blobHost", "127.0.0.1", "--blobPort", "0", "--location", directory, "--disableTelemetry"],
    { stdio: ["ignore", "pipe", "inherit"] }
  )
  const origin = await new Promise((resolve, reject) => {
    let output = ""
    process_.once("exit", (code) => reject(new Error(`Azurite ended with ${code}: ${output}`)))
    process_.stdout.on("data", (chunk) => {
      output += chunk
      const found = output.match(/(http:\/\/127\.0\.0\.1:[1-9]\d*)/)
      if (found !== null) resolve(found[1])
    })
  })
  const endpoint = `${origin}/${account}`
  await createContainer(endpoint, container)
  return {
    secret: {
      type: "azure",
      endpoint: `DefaultEndpointsProtocol=http;AccountName=${account};AccountKey=${accountKey};BlobEndpoint=${endpoint};`,
      bucket_name: container
    },
    stop: async () => {
      process_.removeAllListeners("exit")
      process_.kill()
      await once(process_, "exit")
    }
  }
}
