/**
 * Turns a SchemaAST into closures that decode JSON values in place.
 */
import * as Either from "effect/Either"
import * as Option from "effect/Option"
import * as ParseResult from "effect/ParseResult"
import * as Schema from "effect/Schema"
import * as AST from "effect/SchemaAST"
import * as Timestamp from "../Timestamp.js"
import {
  acceptedKind,
  type Context,
  fail,
  failed,
  failMissing,
  failTooDeep,
  isFull,
  kindOf,
  label,
  maxDepth,
  prefix,
  reportDefect,
  reportParseIssue
} from "./decoderIssues.js"

/**
 * Decodes `value` or returns {@link failed} after it has told `context` why.
 *
 * A dry run only answers whether it would succeed: it writes nothing and reports nothing. Runs that are not dry may
 * leave a half decoded value behind when they fail, so they are made only where a failure fails the whole input:
 * whatever has alternatives is tried dry first.
 */
type Decode = (value: unknown, context: Context) => unknown

export interface Node {
  readonly decode: Decode
  /** `decode` returns what it is given, unchanged within. */
  readonly pure: boolean
  /** `decode` does not look into objects or arrays. */
  readonly leaf: boolean
}

type JsonObject = { [key: string]: unknown }

const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const dryRun = (decode: Decode, value: unknown, context: Context): boolean => {
  const wasDry = context.dry
  context.dry = true
  const result = decode(value, context)
  context.dry = wasDry
  return result !== failed
}

const leaf = (ast: AST.AST, is: (value: unknown) => boolean): Node => ({
  decode: (value, context) => (is(value) ? value : fail(context, ast, value)),
  pure: true,
  leaf: true
})

const isTimestamp = (ast: AST.Transformation): boolean => {
  const own = Timestamp.Timestamp.ast
  return AST.isTransformation(own) && own.transformation === ast.transformation
}

const timestamp = (ast: AST.AST): Node => ({
  decode: (value, context) =>
    (typeof value === "string" ? Timestamp.parse(value) : undefined) ?? fail(context, ast, value),
  pure: false,
  leaf: true
})

const fallback = (ast: AST.AST, options: AST.ParseOptions): Node => {
  const parse = ParseResult.decodeUnknownEither(Schema.make<unknown, unknown>(ast), { ...options, errors: "all" })
  const decode: Decode = (value, context) => {
    try {
      const result = parse(value)
      if (Either.isRight(result)) return result.right
      reportParseIssue(context, result.left, [])
    } catch (error) {
      // Input can make ParseResult throw: a discriminator such as {"toString":{}} has no text to compare.
      reportDefect(context, error)
    }
    return failed
  }
  return { decode, pure: false, leaf: false }
}

interface Field extends Node {
  readonly name: string
  readonly ast: AST.AST
  readonly optional: boolean
  /** Objects have a member of this name without owning it. */
  readonly inherited: boolean
}

const write = (target: JsonObject, name: string, value: unknown): void => {
  if (name === "__proto__") {
    Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true })
  } else target[name] = value
}

const struct = (ast: AST.TypeLiteral, options: AST.ParseOptions, keepsUnknown: boolean): Node => {
  const fields: Array<Field> = []
  for (const signature of ast.propertySignatures) {
    const name = signature.name
    if (typeof name === "symbol") return fallback(ast, options)
    fields.push({
      ...compileNode(signature.type, options),
      name: String(name),
      ast: signature.type,
      optional: signature.isOptional,
      inherited: name in Object.prototype
    })
  }
  // Scalars decide most mismatches, so a dry run of the wrong member of a union ends before it walks deep values.
  fields.sort((a, b) => Number(b.leaf) - Number(a.leaf))
  const exact = options.exact === true
  const decode: Decode = (input, context) => {
    if (!isObject(input)) return fail(context, ast, input)
    const output: JsonObject = keepsUnknown || context.dry ? input : {}
    let reported = context.issues.length
    let valid = true
    for (const field of fields) {
      const name = field.name
      const value = input[name]
      if (value === undefined || field.inherited) {
        if (!Object.hasOwn(input, name)) {
          if (field.optional) continue
          if (exact || !dryRun(field.decode, undefined, context)) {
            failMissing(context, field.ast)
            valid = false
            reported = prefix(context, reported, name)
            if (isFull(context)) break
          } else if (!context.dry) write(output, name, field.decode(undefined, context))
          continue
        }
      }
      const result = field.decode(value, context)
      if (result === failed) {
        valid = false
        reported = prefix(context, reported, name)
        if (isFull(context)) break
      } else if (!context.dry && (result !== value || output !== input)) write(output, name, result)
    }
    return valid ? output : failed
  }
  return {
    decode,
    pure: keepsUnknown && fields.every((field) => field.pure && (exact || field.optional)),
    leaf: false
  }
}

const record = (ast: AST.TypeLiteral, value: AST.AST, options: AST.ParseOptions): Node => {
  const item = compileNode(value, options)
  const decode: Decode = (input, context) => {
    if (!isObject(input)) return fail(context, ast, input)
    let reported = context.issues.length
    let valid = true
    for (const key of Object.keys(input)) {
      const before = input[key]
      const result = item.decode(before, context)
      if (result === failed) {
        valid = false
        reported = prefix(context, reported, key)
        if (isFull(context)) break
      } else if (!context.dry && result !== before) write(input, key, result)
    }
    return valid ? input : failed
  }
  return { decode, pure: item.pure, leaf: false }
}

const typeLiteral = (ast: AST.TypeLiteral, options: AST.ParseOptions): Node => {
  const [index, ...others] = ast.indexSignatures
  const excess = options.onExcessProperty
  if (index === undefined) {
    if (ast.propertySignatures.length === 0) return leaf(ast, (value) => value !== undefined && value !== null)
    return excess === "error" ? fallback(ast, options) : struct(ast, options, excess === "preserve")
  }
  const keepsAll = index.type._tag === "UnknownKeyword" || index.type._tag === "AnyKeyword"
  if (others.length > 0 || index.parameter._tag !== "StringKeyword") return fallback(ast, options)
  if (keepsAll) return struct(ast, options, true)
  return ast.propertySignatures.length > 0 ? fallback(ast, options) : record(ast, index.type, options)
}

const tuple = (ast: AST.TupleType, options: AST.ParseOptions): Node => {
  const [rest, ...tail] = ast.rest.map((item) => compileNode(item.type, options))
  if (tail.length > 0) return fallback(ast, options)
  const elements = ast.elements.map((item) => compileNode(item.type, options))
  const required = ast.elements.filter((item) => !item.isOptional)
  const decode: Decode = (input, context) => {
    if (!Array.isArray(input)) return fail(context, ast, input)
    let reported = context.issues.length
    const missing = required[input.length]
    if (missing !== undefined) {
      failMissing(context, missing.type)
      prefix(context, reported, input.length)
      return failed
    }
    let valid = true
    for (let index = 0; index < input.length; index++) {
      const value: unknown = input[index]
      const item = index < elements.length ? elements[index] : rest
      const result = item === undefined ? fail(context, AST.neverKeyword, value) : item.decode(value, context)
      if (result === failed) {
        valid = false
        reported = prefix(context, reported, index)
        if (isFull(context)) break
      } else if (!context.dry && result !== value) input[index] = result
    }
    return valid ? input : failed
  }
  return { decode, pure: elements.every((item) => item.pure) && (rest === undefined || rest.pure), leaf: false }
}

interface Member extends Node {
  readonly ast: AST.AST
  readonly tags: ReadonlyArray<Tag>
}

/** A required property that can only be one literal. */
type Tag = readonly [name: string, literal: AST.LiteralValue]

const tagsOf = (ast: AST.AST): ReadonlyArray<Tag> => {
  switch (ast._tag) {
    case "TypeLiteral":
      return ast.propertySignatures.flatMap((signature) => tagOf(String(signature.name), signature))
    case "TupleType":
      return ast.elements.flatMap((element, index) => tagOf(String(index), element))
    case "Declaration":
      return Option.match(AST.getSurrogateAnnotation(ast), { onNone: () => [], onSome: tagsOf })
    case "Refinement":
    case "Transformation":
      return tagsOf(ast.from)
    case "Suspend":
      return tagsOf(ast.f())
    default:
      return []
  }
}

const tagOf = (name: string, part: AST.OptionalType): ReadonlyArray<Tag> => {
  let type = part.type
  while (type._tag === "Refinement" || type._tag === "Transformation") type = type.from
  return type._tag === "Literal" && !part.isOptional ? [[name, type.literal]] : []
}

/**
 * The order in which `ParseResult` tries members: those with tags first, by the tag that tells them apart best, then
 * the rest as declared. Each tagged member goes to its first tag whose literal no earlier member took, else to its last.
 */
const inOrder = (members: ReadonlyArray<Member>): ReadonlyArray<Member> => {
  const groups: { [name: string]: { readonly literals: Set<string>; readonly members: Array<Member> } } =
    Object.create(null)
  for (const member of members) {
    for (const [position, [name, literal]] of member.tags.entries()) {
      const group = groups[name] ?? { literals: new Set(), members: [] }
      groups[name] = group
      if (group.literals.has(String(literal)) && position < member.tags.length - 1) continue
      group.literals.add(String(literal))
      group.members.push(member)
      break
    }
  }
  return [
    ...Object.values(groups).flatMap((group) => group.members),
    ...members.filter((member) => member.tags.length === 0)
  ]
}

const acceptsNothingButNull = (ast: AST.AST): boolean =>
  ast._tag === "UndefinedKeyword" || (ast._tag === "Literal" && ast.literal === null)

const union = (ast: AST.Union, options: AST.ParseOptions): Node => {
  const members = inOrder(ast.types.map((type) => ({ ...compileNode(type, options), ast: type, tags: tagsOf(type) })))
  const solid = members.filter((member) => !acceptsNothingButNull(member.ast))
  const [only, ...others] = solid
  const decode: Decode = (value, context) => {
    const isNothing = value === null || value === undefined
    if (!isNothing && only !== undefined && others.length === 0) return only.decode(value, context)
    for (const member of isNothing ? members : solid) {
      if (dryRun(member.decode, value, context)) {
        return member.pure || context.dry ? value : member.decode(value, context)
      }
    }
    return context.dry ? failed : explain(ast, solid, value, context)
  }
  return {
    decode,
    pure: members.every((member) => member.pure),
    leaf: members.every((member) => member.leaf)
  }
}

/** Reports the issues of the one member that `value` was meant to be, when its kind and tags tell which. */
const explain = (ast: AST.AST, members: ReadonlyArray<Member>, value: unknown, context: Context): typeof failed => {
  if (context.tooDeep) return failTooDeep(context)
  const sameKind = members.filter((member) => acceptedKind(member.ast) === kindOf(value))
  const tagged = sameKind.filter(
    ({ tags }) => tags.length > 0 && isObject(value) && tags.every(([name, literal]) => value[name] === literal)
  )
  const [meant, ...others] = tagged.length > 0 ? tagged : sameKind
  if (meant !== undefined && others.length === 0 && meant.decode(value, context) === failed) return failed
  const [tag] = meant?.tags ?? []
  if (tag !== undefined && tagged.length === 0 && isObject(value)) {
    const name = tag[0]
    const literals = sameKind.map((member) => member.tags.find((other) => other[0] === name)?.[1])
    if (!literals.includes(undefined)) {
      const reported = context.issues.length
      const expected = [...new Set(literals.map((literal) => label(new AST.Literal(literal ?? null))))].join(" | ")
      if (Object.hasOwn(value, name)) fail(context, expected, value[name])
      else failMissing(context, expected)
      prefix(context, reported, name)
      return failed
    }
  }
  return fail(context, ast, value)
}

/** The only node through which a schema can contain itself, so the one that counts how deep the value is. */
const suspend = (ast: AST.Suspend, options: AST.ParseOptions): Node => {
  let inner: Node | undefined
  const decode: Decode = (value, context) => {
    inner ??= compileNode(ast.f(), options)
    if (context.depth === maxDepth) return failTooDeep(context)
    context.depth++
    const result = inner.decode(value, context)
    context.depth--
    return result
  }
  return { decode, pure: false, leaf: false }
}

const build = (ast: AST.AST, options: AST.ParseOptions): Node => {
  if (Option.isSome(AST.getDecodingFallbackAnnotation(ast))) return fallback(ast, options)
  switch (ast._tag) {
    case "UnknownKeyword":
    case "AnyKeyword":
    case "VoidKeyword":
      return leaf(ast, () => true)
    case "StringKeyword":
      return leaf(ast, (value) => typeof value === "string")
    case "NumberKeyword":
      return leaf(ast, (value) => typeof value === "number")
    case "BooleanKeyword":
      return leaf(ast, (value) => typeof value === "boolean")
    case "UndefinedKeyword":
      return leaf(ast, (value) => value === undefined)
    case "NeverKeyword":
      return leaf(ast, () => false)
    case "ObjectKeyword":
      return leaf(ast, (value) => (typeof value === "object" && value !== null) || typeof value === "function")
    case "Literal":
      return leaf(ast, (value) => value === ast.literal)
    case "Enums":
      return leaf(ast, (value) => ast.enums.some(([, member]) => member === value))
    case "TypeLiteral":
      return typeLiteral(ast, options)
    case "TupleType":
      return tuple(ast, options)
    case "Union":
      return union(ast, options)
    case "Suspend":
      return suspend(ast, options)
    case "Transformation":
      return isTimestamp(ast) ? timestamp(ast) : fallback(ast, options)
    default:
      return fallback(ast, options)
  }
}

const caches = new Map<string, WeakMap<AST.AST, Node>>()

/**
 * The decoder of `ast` under `options`, of which a schema inherits those of the schemas around it; made once.
 */
export const compileNode = (ast: AST.AST, inherited: AST.ParseOptions): Node => {
  const options = Option.match(AST.getParseOptionsAnnotation(ast), {
    onNone: () => inherited,
    onSome: (own) => ({ ...inherited, ...own })
  })
  const key = `${options.exact === true} ${options.onExcessProperty ?? "ignore"}`
  const cache = caches.get(key) ?? new WeakMap<AST.AST, Node>()
  caches.set(key, cache)
  const node = cache.get(ast) ?? build(ast, options)
  cache.set(ast, node)
  return node
}
