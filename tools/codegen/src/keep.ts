import { buildModel } from "./build.js"
import { type Document, pointerPart } from "./document.js"
import { formsIn } from "./files.js"
import { arrayAt, canonical, isArray, isObject, type Json, type JsonObject, objectAt, stringAt } from "./json.js"
import type { ApiModel } from "./model.js"
import { Names, pascal } from "./naming.js"
import { identity, methodsOf } from "./overlay.js"
import { type HandTuned, platformOf } from "./platforms.js"
import { Problems } from "./problems.js"

/** A document with what hand-written code needs of the contract. @since 0.1.0 @category models */
export interface Kept {
  readonly document: Document
  /** The operations that stay as the contract has them, as `resource.method`. */
  readonly operations: ReadonlySet<string>
  /** The files that hand-written code imports types from, by their names. */
  readonly homes: ApiModel["homes"]
}

/** An operation of the contract with all that its place says of it. */
interface Anchor {
  readonly path: string
  readonly method: string
  readonly operation: JsonObject
}

type Sections = Readonly<Record<string, JsonObject>>

/**
 * Takes from the contract the operations and schemas that code of the package is written against, in place of the
 * document's own: another document has the same calls with types of other names and forms, and the package would not
 * compile. Components of the document that have their names, but another content, get new ones.
 *
 * @since 0.1.0
 * @category constructors
 */
export const keepHandTuned = (document: Document, contract: Document, platformName: string): Kept => {
  const { handTuned } = platformOf(platformName)
  if (handTuned === undefined) return { document, operations: new Set(), homes: new Map() }
  const anchors = anchorsOf(document, contract, handTuned)
  const needed = reachable(contract, [
    ...anchors.map(({ operation }) => operation),
    ...handTuned.schemas.map((name) => ({ $ref: `#/components/schemas/${pointerPart(name)}` }))
  ])
  const names = printedNames(contract, anchors, needed, platformName)
  const others = renamed(document, needed, names)
  const homes = homesOf(contract, platformName, names)
  return {
    document: { ...others, root: withAnchors(others.root, anchors, needed) },
    operations: new Set(handTuned.operations),
    homes
  }
}

const anchorsOf = (document: Document, contract: Document, { operations }: HandTuned): ReadonlyArray<Anchor> => {
  const there = new Map(
    Object.entries(objectAt(document.root, "paths")).flatMap(([path, item]) =>
      methodsOf(item).map(([method, operation]) => [`${method} ${identity(path)}`, operation] as const)
    )
  )
  return Object.entries(objectAt(contract.root, "paths")).flatMap(([path, item]) =>
    methodsOf(item).flatMap(([method, operation]) => {
      if (!operations.includes(`${stringAt(operation, "x-resource")}.${stringAt(operation, "x-method")}`)) return []
      const whole = selfContained(operation, item, contract.root)
      const theirs = there.get(`${method} ${identity(path)}`)
      // What the document has is more than named, whatever it has there.
      const evidence = whole["x-evidence"] === undefined ? undefined : (stringAt(theirs, "x-evidence") ?? "documented")
      const isSure = theirs !== undefined && evidence !== undefined
      return [{ path, method, operation: isSure ? { ...whole, "x-evidence": evidence } : whole }]
    })
  )
}

/** An operation that says itself what its path and its document say for it. */
const selfContained = (operation: JsonObject, item: Json | undefined, root: JsonObject): JsonObject => {
  const parameters = [...arrayAt(item, "parameters"), ...arrayAt(operation, "parameters")]
  return {
    ...(root["security"] === undefined ? {} : { security: root["security"] }),
    ...operation,
    ...(parameters.length === 0 ? {} : { parameters })
  }
}

const componentOf = (ref: string): readonly [section: string, name: string] | undefined => {
  const [, section, name] = /^#\/components\/([^/]+)\/([^/]+)/.exec(ref) ?? []
  return section === undefined || name === undefined
    ? undefined
    : [section, name.replaceAll("~1", "/").replaceAll("~0", "~")]
}

/** The components that values refer to, and those that these refer to. */
const reachable = (contract: Document, values: ReadonlyArray<Json>): Sections => {
  const found: Record<string, Record<string, Json>> = {}
  const visit = (value: Json | undefined): void => {
    if (isArray(value)) return value.forEach(visit)
    if (!isObject(value)) return
    const [section = "", name = ""] = componentOf(stringAt(value, "$ref") ?? "") ?? []
    const component = objectAt(objectAt(contract.root, "components"), section)[name]
    const known = found[section] ?? {}
    if (component !== undefined && !Object.hasOwn(known, name)) {
      known[name] = component
      found[section] = known
      visit(component)
    }
    Object.values(value).forEach(visit)
  }
  values.forEach(visit)
  return found
}

/** The names of the types that come from what is kept. */
const printedNames = (
  contract: Document,
  anchors: ReadonlyArray<Anchor>,
  needed: Sections,
  platformName: string
): ReadonlySet<string> => {
  const root = withAnchors({ ...contract.root, paths: {}, webhooks: {}, components: {} }, anchors, needed)
  return new Set(typeNames(buildModel({ ...contract, root }, platformName, new Problems())).keys())
}

/** The file of every type of a model. */
const typeNames = (model: ApiModel): ReadonlyMap<string, string> =>
  new Map([
    ...formsIn(model).all.map(({ home, name }) => [name, home] as const),
    ...model.resources.flatMap(({ name, operations }) =>
      operations.flatMap(({ paramsType }) => (paramsType === undefined ? [] : [[paramsType, name] as const]))
    )
  ])

const homesOf = (contract: Document, platformName: string, names: ReadonlySet<string>): ReadonlyMap<string, string> =>
  new Map([...typeNames(buildModel(contract, platformName, new Problems()))].filter(([name]) => names.has(name)))

/** What a component says without prose and our extensions; equal components give equal text. */
const meaning = (component: Json | undefined): string =>
  canonical(
    JSON.parse(
      JSON.stringify(component ?? null, (key, value: unknown) =>
        key.startsWith("x-") || ((key === "description" || key === "title") && typeof value === "string")
          ? undefined
          : value
      )
    )
  )

/** The document with new names for its components that have a name of what is kept, but are something else. */
const renamed = (document: Document, needed: Sections, names: ReadonlySet<string>): Document => {
  let current = document
  for (;;) {
    const sections = objectAt(current.root, "components")
    const found = new Map<string, string>()
    for (const [section, components] of Object.entries(sections)) {
      const kept = needed[section] ?? {}
      const free = new Names([...Object.keys(objectAt(sections, section)), ...Object.keys(kept), ...names])
      for (const [name, component] of Object.entries(isObject(components) ? components : {})) {
        const taken = Object.hasOwn(kept, name)
          ? meaning(kept[name]) !== meaning(component)
          : section === "schemas" && names.has(pascal(name))
        if (taken) found.set(`${section}/${name}`, free.take(name))
      }
    }
    if (found.size === 0) return current
    // A component that refers to one with a new name is itself something else now.
    current = { ...current, root: withNewNames(current.root, found) }
  }
}

const withNewNames = (root: JsonObject, names: ReadonlyMap<string, string>): JsonObject => {
  const reference = (ref: string): string => {
    const [section = "", name = ""] = componentOf(ref) ?? []
    const fresh = names.get(`${section}/${name}`)
    return fresh === undefined
      ? ref
      : ref.replace(/^#\/components\/[^/]+\/[^/]+/, `#/components/${section}/${pointerPart(fresh)}`)
  }
  const rewrite = (value: Json | undefined): Json => {
    if (isArray(value)) return value.map(rewrite)
    if (!isObject(value)) return value ?? null
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, entry]): ReadonlyArray<readonly [string, Json]> => {
        if (entry === undefined) return []
        if (key === "$ref" && typeof entry === "string") return [[key, reference(entry)]]
        if (key === "mapping" && isObject(entry)) return [[key, mapping(entry)]]
        return [[key, rewrite(entry)]]
      })
    )
  }
  /** Values of a discriminator's mapping are references or names of schemas. */
  const mapping = (entries: JsonObject): JsonObject =>
    Object.fromEntries(
      Object.entries(entries).map(([value, to]): readonly [string, Json] => [
        value,
        typeof to === "string" ? (names.get(`schemas/${to}`) ?? reference(to)) : rewrite(to)
      ])
    )
  const components = Object.entries(objectAt(root, "components")).map(([section, entries]): readonly [string, Json] => [
    section,
    Object.fromEntries(
      Object.entries(isObject(entries) ? entries : {}).map(([name, entry]): readonly [string, Json] => [
        names.get(`${section}/${name}`) ?? name,
        rewrite(entry)
      ])
    )
  ])
  return Object.fromEntries(
    Object.entries(root).map(([key, value]): readonly [string, Json] => [
      key,
      key === "components" ? Object.fromEntries(components) : rewrite(value)
    ])
  )
}

/** The document with the operations that are kept, in place of its own, and the components that they need. */
const withAnchors = (root: JsonObject, anchors: ReadonlyArray<Anchor>, needed: Sections): JsonObject => {
  const kept = new Set(anchors.map(({ method, path }) => `${method} ${identity(path)}`))
  const places = new Set(anchors.map(({ path }) => identity(path)))
  const own = Object.entries(objectAt(root, "paths")).map(([path, item]): readonly [string, Json] => {
    if (!isObject(item) || !places.has(identity(path))) return [path, item ?? null]
    // Parameters of the path would be those of what is kept, too.
    const { parameters = [], ...rest } = item
    const operations = new Set(methodsOf(item).map(([method]) => method))
    const plain = Object.entries(rest).filter(([name]) => !operations.has(name))
    const others = methodsOf(item)
      .filter(([method]) => !kept.has(`${method} ${identity(path)}`))
      .map(([method, operation]) => [method, selfContained(operation, { parameters }, {})] as const)
    return [path, Object.fromEntries([...plain, ...others])]
  })
  const paths = new Map<string, Json>(own)
  for (const { method, operation, path } of anchors) {
    const item = paths.get(path)
    paths.set(path, { ...(isObject(item) ? item : {}), [method]: operation })
  }
  const components = objectAt(root, "components")
  const sections = [...new Set([...Object.keys(components), ...Object.keys(needed)])].map(
    (section) => [section, { ...objectAt(components, section), ...needed[section] }] as const
  )
  return { ...root, paths: Object.fromEntries(paths), components: Object.fromEntries(sections) }
}
