/**
 * Turns a response schema into closures that decode JSON values in place.
 */
import type * as ResponseSchema from "../ResponseSchema.js"
import * as Timestamp from "../Timestamp.js"

/** A level takes up to ten frames, so more would endanger a call stack of 1 MB. */
const maxDepth = 256

const maxFound = 50
const maxKeyLength = 64
const maxLabelLength = 120

type Kind = "missing" | "type" | "field" | "member"

/** A difference whose path is still being built, from its end. */
export interface Found {
  readonly kind: Kind
  readonly reversed: Array<string | number>
  readonly message: string
}

export interface Context {
  depth: number
  /** Unknown fields and members are reported too. */
  readonly unknown: boolean
  found: Array<Found>
  fatal: boolean
}

/** Returns the decoded value, or what it was given where that is not what the schema says. */
type Decode = (value: unknown, context: Context) => unknown

export interface Compiled {
  readonly decode: Decode
  /** Whether `decode` would find a value that differs. Changes nothing. */
  readonly fits: (value: unknown, depth: number) => boolean
  /** Never looks into objects or arrays. */
  readonly leaf: boolean
}

type JsonObject = { [key: string]: unknown }

const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** `typeof`, with `null` and `array` told apart from `object`. */
const kindOf = (value: unknown): string => (value === null ? "null" : Array.isArray(value) ? "array" : typeof value)

const note = (context: Context, kind: Kind, message: string, name?: string): void => {
  if (context.found.length < maxFound) {
    context.found.push({ kind, reversed: name === undefined ? [] : [name], message })
  } else if ((kind === "missing" || kind === "type") && context.found.every(isAddition)) {
    // What fails a strict client must not be crowded out by what does not.
    context.found[maxFound - 1] = { kind, reversed: name === undefined ? [] : [name], message }
  }
}

const isAddition = ({ kind }: Found): boolean => kind === "field" || kind === "member"

const differs = (context: Context, expected: string, actual: unknown): void =>
  note(context, "type", `expected ${expected}, actual ${kindOf(actual)}`)

const prefix = (context: Context, since: number, key: string | number): void => {
  for (let index = since; index < context.found.length; index++) context.found[index]?.reversed.push(key)
}

/** Leaves out what an earlier row had as well, and puts `key` before the paths of the rest. */
const prefixNew = (context: Context, since: number, key: string | number, seen: Set<string>): void => {
  const fresh = context.found.slice(since).filter(({ kind, message, reversed }) => {
    const id = `${kind} ${message} ${reversed.map((part) => (typeof part === "number" ? "*" : part)).join("\n")}`
    if (seen.has(id)) return false
    seen.add(id)
    return true
  })
  context.found.length = since
  context.found.push(...fresh)
  prefix(context, since, key)
}

const tooDeep = (context: Context): void => note(context, "type", `expected at most ${maxDepth} levels of nesting`)

const write = (target: JsonObject, name: string, value: unknown): void => {
  if (name === "__proto__") {
    Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true })
  } else target[name] = value
}

const leaf = (label: string, is: (value: unknown) => boolean): Compiled => ({
  decode: (value, context) => {
    if (!is(value)) differs(context, label, value)
    return value
  },
  fits: is,
  leaf: true
})

const isString = (value: unknown): boolean => typeof value === "string"

const primitives = {
  string: leaf("string", isString),
  number: leaf("number", (value) => typeof value === "number"),
  boolean: leaf("boolean", (value) => typeof value === "boolean"),
  unknown: leaf("any value", () => true),
  none: leaf("any value", () => true),
  timestamp: {
    decode: (value, context) => {
      const date = typeof value === "string" ? Timestamp.parse(value) : undefined
      if (date !== undefined) return date
      differs(context, "ISO 8601 timestamp", value)
      return value
    },
    fits: (value) => typeof value === "string" && Timestamp.parse(value) !== undefined,
    leaf: true
  }
} satisfies Record<string, Compiled>

const enumeration = (known: ReadonlyArray<string>): Compiled => {
  const members: ReadonlySet<unknown> = new Set(known)
  return {
    decode: (value, context) => {
      if (typeof value !== "string") differs(context, "string", value)
      else if (context.unknown && !members.has(value)) note(context, "member", "is no known member")
      return value
    },
    fits: isString,
    leaf: true
  }
}

const nullable = (inner: Compiled): Compiled => ({
  decode: (value, context) => (value === null ? null : inner.decode(value, context)),
  fits: (value, depth) => value === null || inner.fits(value, depth),
  leaf: inner.leaf
})

interface Field extends Compiled {
  readonly name: string
  readonly optional: boolean
  readonly schema: ResponseSchema.ResponseSchema<unknown>
  /** Objects have a member of this name without owning it. */
  readonly inherited: boolean
}

const struct = (node: Extract<ResponseSchema.Node, { readonly kind: "struct" }>): Compiled => {
  let known: { readonly fields: ReadonlyArray<Field>; readonly names: ReadonlySet<string> } | undefined
  // Fields are compiled at the first value: a struct may contain itself.
  const ready = () => {
    const fields = Object.entries(node.fields()).map(([name, field]): Field => {
      const optional = "optional" in field
      const schema = optional ? field.optional : field
      const compiled = compileNode(schema)
      return {
        ...(optional ? nullable(compiled) : compiled),
        name,
        optional,
        schema,
        inherited: name in Object.prototype
      }
    })
    // Scalars decide most mismatches, so the wrong member of a union is left before its deep values are looked at.
    fields.sort((a, b) => Number(b.leaf) - Number(a.leaf))
    known = { fields, names: new Set(fields.map(({ name }) => name)) }
    return known
  }
  const decode: Decode = (input, context) => {
    if (!isObject(input)) {
      differs(context, label(node), input)
      return input
    }
    if (context.depth >= maxDepth) {
      tooDeep(context)
      return input
    }
    const { fields, names } = known ?? ready()
    context.depth++
    for (const field of fields) {
      const name = field.name
      const value = input[name]
      if ((value === undefined || field.inherited) && !Object.hasOwn(input, name)) {
        if (!field.optional) note(context, "missing", `is missing, expected ${label(field.schema.node)}`, name)
        continue
      }
      const since = context.found.length
      const result = field.decode(value, context)
      if (context.found.length !== since) prefix(context, since, name)
      if (result !== value) write(input, name, result)
    }
    if (context.unknown) {
      for (const name of Object.keys(input)) {
        if (!names.has(name)) note(context, "field", "is not in the contract", name)
      }
    }
    context.depth--
    return input
  }
  return {
    decode,
    fits: (input, depth) =>
      isObject(input) &&
      depth < maxDepth &&
      (known ?? ready()).fields.every((field) =>
        Object.hasOwn(input, field.name) ? field.fits(input[field.name], depth + 1) : field.optional
      ),
    leaf: false
  }
}

const record = (value: ResponseSchema.ResponseSchema<unknown>): Compiled => {
  if (value.node.kind === "unknown") return { ...leaf("object", isObject), leaf: false }
  const item = compileNode(value)
  return {
    decode: (input, context) => {
      if (!isObject(input)) {
        differs(context, "object", input)
        return input
      }
      if (context.depth >= maxDepth) {
        tooDeep(context)
        return input
      }
      context.depth++
      let seen: Set<string> | undefined
      for (const key of Object.keys(input)) {
        const since = context.found.length
        const before = input[key]
        const result = item.decode(before, context)
        if (context.found.length !== since) {
          seen ??= new Set()
          prefixNew(context, since, key, seen)
        }
        if (result !== before) write(input, key, result)
      }
      context.depth--
      return input
    },
    fits: (input, depth) =>
      isObject(input) && depth < maxDepth && Object.values(input).every((value) => item.fits(value, depth + 1)),
    leaf: false
  }
}

/** `items` at the start, `rest` behind them. */
const list = (items: ReadonlyArray<Compiled>, rest: Compiled): Compiled => ({
  decode: (input, context) => {
    if (!Array.isArray(input)) {
      differs(context, "array", input)
      return input
    }
    if (context.depth >= maxDepth) {
      tooDeep(context)
      return input
    }
    context.depth++
    let seen: Set<string> | undefined
    for (let index = 0; index < input.length; index++) {
      const since = context.found.length
      const before: unknown = input[index]
      const result = (items[index] ?? rest).decode(before, context)
      if (context.found.length !== since) {
        seen ??= new Set()
        prefixNew(context, since, index, seen)
      }
      if (result !== before) input[index] = result
    }
    context.depth--
    for (let index = input.length; index < items.length; index++) {
      note(context, "missing", "is missing")
      prefix(context, context.found.length - 1, index)
    }
    return input
  },
  fits: (input, depth) =>
    Array.isArray(input) &&
    depth < maxDepth &&
    input.length >= items.length &&
    input.every((value, index) => (items[index] ?? rest).fits(value, depth + 1)),
  leaf: false
})

interface Member extends Compiled {
  readonly node: ResponseSchema.Node
  readonly tags: ReadonlyArray<Tag>
  /** The {@link kindOf} of every value it accepts, `undefined` when there are several. */
  readonly accepts: string | undefined
}

/** A required field that can only be one literal. */
type Tag = readonly [name: string, literal: ResponseSchema.Literal]

const tagsOf = (node: ResponseSchema.Node): ReadonlyArray<Tag> => {
  switch (node.kind) {
    case "lazy":
      return tagsOf(node.of().node)
    case "map":
      return tagsOf(node.from.node)
    case "struct":
      return Object.entries(node.fields()).flatMap(([name, field]) => {
        if ("optional" in field || field.node.kind !== "literal") return []
        const [only, ...others] = field.node.values
        return only === undefined || others.length > 0 ? [] : [[name, only] as const]
      })
    default:
      return []
  }
}

const accepts = (node: ResponseSchema.Node): string | undefined => {
  switch (node.kind) {
    case "string":
    case "enum":
    case "timestamp":
      return "string"
    case "number":
    case "boolean":
      return node.kind
    case "array":
    case "tuple":
      return "array"
    case "record":
    case "struct":
      return "object"
    case "literal": {
      const kinds = new Set(node.values.map(kindOf))
      return kinds.size === 1 ? [...kinds][0] : undefined
    }
    case "lazy":
      return accepts(node.of().node)
    case "map":
      return accepts(node.from.node)
    default:
      return undefined
  }
}

/** The members of a union that accept something beside `null`, unions within unions included. */
const solid = (
  schema: ResponseSchema.ResponseSchema<unknown>
): ReadonlyArray<ResponseSchema.ResponseSchema<unknown>> => {
  const { node } = schema
  switch (node.kind) {
    case "nullable":
      return solid(node.of)
    case "union":
      return node.members.flatMap(solid)
    case "literal":
      return node.values.every((value) => value === null) ? [] : [schema]
    default:
      return [schema]
  }
}

const union = (node: Extract<ResponseSchema.Node, { readonly kind: "union" }>): Compiled => {
  let known: ReadonlyArray<Member> | undefined
  const takesNull = (schema: ResponseSchema.ResponseSchema<unknown>): boolean =>
    schema.node.kind === "nullable" ||
    schema.node.kind === "unknown" ||
    (schema.node.kind === "literal" && schema.node.values.includes(null)) ||
    (schema.node.kind === "union" && schema.node.members.some(takesNull))
  const ready = () => {
    known = node.members.flatMap(solid).map(
      (schema): Member => ({
        ...compileNode(schema),
        node: schema.node,
        accepts: accepts(schema.node),
        tags: tagsOf(schema.node)
      })
    )
    return known
  }
  const ofKind = (value: unknown): ReadonlyArray<Member> => {
    const kind = kindOf(value)
    return (known ?? ready()).filter((member) => member.accepts === undefined || member.accepts === kind)
  }
  /** The one member that a value was meant to be. */
  const meant = (value: unknown, candidates: ReadonlyArray<Member>): Member | undefined => {
    if (candidates.length < 2) return candidates[0]
    const tagged = candidates.filter(({ tags }) => tags.length > 0)
    const matching = isObject(value)
      ? tagged.filter(({ tags }) => tags.every(([name, literal]) => value[name] === literal))
      : []
    const [only, ...others] = matching
    const decided = others.length === 0 ? only : undefined
    if (decided !== undefined && tagged.length === candidates.length) return decided
    return [...matching, ...candidates].find((member) => member.fits(value, 0)) ?? decided
  }
  const decode: Decode = (value, context) => {
    if (value === null && node.members.some(takesNull)) return null
    const candidates = ofKind(value)
    const member = meant(value, candidates)
    if (member !== undefined) return member.decode(value, context)
    explain(node, candidates, value, context)
    return value
  }
  return {
    decode,
    fits: (value, depth) =>
      value === null ? node.members.some(takesNull) : ofKind(value).some((member) => member.fits(value, depth)),
    leaf: false
  }
}

/** Names what was tried: the discriminator's values where there is one, else the members. */
const explain = (
  node: ResponseSchema.Node,
  candidates: ReadonlyArray<Member>,
  value: unknown,
  context: Context
): void => {
  const [first] = candidates
  for (const [name] of first?.tags ?? []) {
    const literals = candidates.map(({ tags }) => tags.find((tag) => tag[0] === name)?.[1])
    if (!isObject(value) || literals.includes(undefined)) continue
    const expected = shortened([...new Set(literals.map((literal) => JSON.stringify(literal)))].join(" | "))
    if (Object.hasOwn(value, name)) {
      note(context, "type", `expected ${expected}, actual ${kindOf(value[name])}`, name)
    } else note(context, "missing", `is missing, expected ${expected}`, name)
    return
  }
  if (candidates.length === 0) differs(context, label(node), value)
  else note(context, "type", `fits none of ${shortened(candidates.map((member) => label(member.node)).join(" | "))}`)
}

const mapped = (inner: Compiled, to: (value: unknown) => unknown): Compiled => ({
  decode: (value, context) => {
    const decoded = inner.decode(value, context)
    try {
      return to(decoded)
    } catch (error) {
      context.fatal = true
      note(context, "type", `cannot be read: ${error instanceof Error ? error.name : kindOf(error)}`)
      return decoded
    }
  },
  fits: inner.fits,
  leaf: false
})

const custom = (decode: (input: unknown) => ResponseSchema.Custom<unknown>): Compiled => ({
  decode: (value, context) => {
    const result = decode(value)
    if (result.ok) return result.value
    context.fatal = true
    for (const { message, path } of result.issues) note(context, "type", path === "" ? message : `${path}: ${message}`)
    if (result.issues.length === 0) note(context, "type", "does not fit its schema")
    return value
  },
  fits: (value) => decode(value).ok,
  leaf: false
})

const build = (node: ResponseSchema.Node): Compiled => {
  switch (node.kind) {
    case "enum":
      return enumeration(node.known)
    case "literal":
      return leaf(label(node), (value) => node.values.some((literal) => literal === value))
    case "nullable":
      return nullable(compileNode(node.of))
    case "array":
      return list([], compileNode(node.item))
    case "tuple":
      return list(node.items.map(compileNode), primitives.unknown)
    case "record":
      return record(node.value)
    case "union":
      return union(node)
    case "lazy":
      return deferred(node.of)
    case "map":
      return mapped(compileNode(node.from), node.to)
    case "custom":
      return custom(node.decode)
    case "struct":
      return struct(node)
    default:
      return primitives[node.kind]
  }
}

/** A schema that may contain itself, so it is compiled at the first value. */
const deferred = (of: () => ResponseSchema.ResponseSchema<unknown>): Compiled => {
  let inner: Compiled | undefined
  const ready = () => {
    inner ??= compileNode(of())
    return inner
  }
  return {
    decode: (value, context) => ready().decode(value, context),
    fits: (value, depth) => ready().fits(value, depth),
    leaf: false
  }
}

const cache = new WeakMap<ResponseSchema.Node, Compiled>()

/** The decoder of a schema; made once. */
export const compileNode = ({ node }: ResponseSchema.ResponseSchema<unknown>): Compiled => {
  const known = cache.get(node)
  if (known !== undefined) return known
  const compiled = build(node)
  cache.set(node, compiled)
  return compiled
}

const shortened = (text: string): string =>
  text.length > maxLabelLength ? `${text.slice(0, maxLabelLength)}\u2026` : text

/** What a schema expects, in a few words. */
const label = (node: ResponseSchema.Node): string => {
  switch (node.kind) {
    case "enum":
      return "string"
    case "timestamp":
      return "ISO 8601 timestamp"
    case "unknown":
    case "none":
    case "custom":
      return "a value"
    case "literal":
      return shortened(node.values.map((value) => JSON.stringify(value)).join(" | "))
    case "nullable":
      return `${label(node.of.node)} | null`
    case "tuple":
      return "array"
    case "record":
      return "object"
    case "union":
      return shortened([...new Set(node.members.map((member) => label(member.node)))].join(" | "))
    case "lazy":
      return label(node.of().node)
    case "map":
      return label(node.from.node)
    case "struct": {
      if (node.name !== undefined) return shortened(node.name)
      const names = Object.entries(node.fields()).flatMap(([name, field]) => ("optional" in field ? [] : [name]))
      return names.length === 0
        ? "object"
        : shortened(`object { ${names.slice(0, 4).join(", ")}${names.length > 4 ? ", \u2026" : ""} }`)
    }
    default:
      return node.kind
  }
}

const segment = (key: string): string => (key.length > maxKeyLength ? `${key.slice(0, maxKeyLength)}\u2026` : key)

/** Where a difference is, as `data[3].created_at`; `""` is the input itself. */
export const formatPath = (found: Found): string =>
  found.reversed.reduceRight<string>((path, key) => {
    if (typeof key === "number") return `${path}[${key}]`
    if (!/^[\p{ID_Start}$_][\p{ID_Continue}$-]*$/u.test(key) || key.length > maxKeyLength) {
      return `${path}[${JSON.stringify(segment(key))}]`
    }
    return path === "" ? key : `${path}.${key}`
  }, "")
