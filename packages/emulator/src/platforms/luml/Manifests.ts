/**
 * The type of an artifact, which the server derives from manifest and file index, not from the file name.
 */
import { isObject, type JsonObject } from "../../Contract.js"
import { reject, type Session } from "./Session.js"

const modelFiles = ["manifest.json", "ops.json", "variant_config.json", "dtypes.json", "env.json", "meta.json"]

const types = ["model", "experiment", "dataset"]

/** Fields of the two shapes; those of the third column are null when they are left out. */
const lumlFields = ["artifact_type", "variant", "producer_name", "producer_version", "producer_tags", "payload"]
const modelFields = [
  "variant",
  "producer_name",
  "producer_version",
  "producer_tags",
  "inputs",
  "outputs",
  "dynamic_attributes",
  "env_vars"
]
const optional = ["name", "description", "version"]

const pick = (value: JsonObject, fields: ReadonlyArray<string>, nullable: ReadonlyArray<string>): JsonObject =>
  Object.fromEntries([
    ...fields.filter((field) => field in value).map((field) => [field, value[field]] as const),
    ...nullable.map((field) => [field, value[field] ?? null] as const)
  ])

const eachOf = (value: unknown, pickOne: (item: JsonObject) => JsonObject): unknown =>
  Array.isArray(value) ? value.map((item: unknown) => (isObject(item) ? pickOne(item) : item)) : value

const io = (item: JsonObject): JsonObject =>
  pick(item, ["name", "content_type", "dtype", ...(item["content_type"] === "NDJSON" ? ["shape"] : [])], ["tags"])

const variable = (item: JsonObject): JsonObject => pick(item, ["name", "description"], ["tags"])

const modelOf = (manifest: JsonObject): JsonObject => {
  const model = pick(manifest, modelFields, optional)
  return {
    ...model,
    inputs: eachOf(model["inputs"], io),
    outputs: eachOf(model["outputs"], io),
    dynamic_attributes: eachOf(model["dynamic_attributes"], variable),
    env_vars: eachOf(model["env_vars"], variable)
  }
}

const count = (manifest: JsonObject, fields: ReadonlyArray<string>): number =>
  [...fields, ...optional].filter((field) => field in manifest).length

export interface Read {
  /** The manifest without what its shape does not know. */
  readonly manifest: JsonObject
  readonly type: string
}

/** Reads a manifest that has passed the contract's check, which is that it fits one of the shapes. */
export const read = async (session: Session, manifest: JsonObject, fileIndex: JsonObject): Promise<Read> => {
  const { validator } = session.context
  const fits = (name: string): Promise<boolean> => validator.matches({ $ref: `#/components/schemas/${name}` }, manifest)
  const luml = await fits("LumlManifest")
  const model = await fits("ModelManifest")
  const isModel = model && (!luml || count(manifest, modelFields) > count(manifest, lumlFields))
  if (isModel) {
    if (!modelFiles.every((name) => name in fileIndex)) throw reject(400, "Could not define artifact type.")
    return { manifest: modelOf(manifest), type: "model" }
  }
  const type = String(manifest["artifact_type"])
  if (!types.includes(type)) throw reject(400, "Unsupported LUML Artifact type.")
  return { manifest: pick(manifest, lumlFields, optional), type }
}

/** `model_dataset` takes both of its words, `mixed` everything. */
export const accepts = (collectionType: string, type: string): boolean =>
  collectionType === "mixed" || collectionType.split("_").includes(type)
