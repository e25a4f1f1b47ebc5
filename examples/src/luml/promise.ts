/**
 * An artifact goes up, is found by name, comes down verified, and goes away with its bytes. Promise style.
 *
 * Reads LUML_API_KEY and LUML_BASE_URL.
 */
import { createLuml } from "@trilum/luml/promise"

export const main = async (
  file: string,
  folder: string,
  options: { readonly apiKey?: string; readonly baseUrl?: string } = {}
) => {
  await using luml = createLuml(options)

  const collection = await luml.collections.create({ name: "churn", description: "Churn models", type: "mixed" })
  const models = luml.withCollection(collection.id)

  const uploaded = await models.artifacts.upload(file, { name: "nightly" })
  const found = await models.artifacts.get("nightly")
  const { path, sha256 } = await models.artifacts.download(found, folder)
  console.log(`${path} is verified: ${sha256}`)

  const names: Array<string | null> = []
  for await (const artifact of models.artifacts.listAll({ sort_by: "size" })) names.push(artifact.name)
  console.log(names.join(", "))

  await models.artifacts.delete(found)
  return { uploaded, found, path, sha256, names, left: await models.artifacts.find("nightly") }
}
