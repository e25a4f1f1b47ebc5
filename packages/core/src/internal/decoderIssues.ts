/**
 * What a decoder keeps while it runs, and the words in which it reports issues. No word holds a value of the input.
 */
import * as Option from "effect/Option"
import type * as ParseResult from "effect/ParseResult"
import * as AST from "effect/SchemaAST"

/** Stands for a value that could not be decoded. */
export const failed: unique symbol = Symbol("failed")

/** Levels of a recursive schema; a level may take ten frames, so more would endanger a call stack of 1 MB. */
export const maxDepth = 256

const maxIssues = 10
const maxKeyLength = 64
const maxLabelLength = 120

/** An issue whose path is still being built, from its end. */
export interface OpenIssue {
  readonly reversed: Array<string | number>
  readonly message: string
}

export interface Context {
  dry: boolean
  depth: number
  /** Some part was not looked into because it is nested too deeply. */
  tooDeep: boolean
  readonly issues: Array<OpenIssue>
}

/** Nothing is left to be learned from a run that failed. */
export const isFull = (context: Context): boolean => context.dry || context.issues.length >= maxIssues

/** Puts `key` before the paths of the issues since `reported`, and returns how many there are now. */
export const prefix = (context: Context, reported: number, key: string | number): number => {
  for (let index = reported; index < context.issues.length; index++) context.issues[index]?.reversed.push(key)
  return context.issues.length
}

/** Reports that `actual` is not what was expected. */
export const fail = (context: Context, expected: AST.AST | string, actual: unknown): typeof failed => {
  if (!isFull(context)) report(context, `expected ${words(expected)}, actual ${kindOf(actual)}`, [])
  return failed
}

/** Reports that a value is nested deeper than a decoder goes. */
export const failTooDeep = (context: Context): typeof failed => {
  context.tooDeep = true
  report(context, `expected at most ${maxDepth} levels of nesting`, [])
  return failed
}

/** Reports that a value is not there. */
export const failMissing = (context: Context, expected: AST.AST | string): typeof failed => {
  if (!isFull(context)) report(context, `is missing, expected ${words(expected)}`, [])
  return failed
}

/** Adds an issue at `path` below the value that is being decoded. */
export const report = (context: Context, message: string, path: ReadonlyArray<string | number>): void => {
  if (!isFull(context)) context.issues.push({ reversed: [...path].reverse(), message })
}

/** Reports an issue of `ParseResult` by type alone; its own messages would show the value. */
export const reportParseIssue = (
  context: Context,
  issue: ParseResult.ParseIssue,
  path: ReadonlyArray<string | number>
): void => {
  switch (issue._tag) {
    case "Pointer":
      return reportParseIssue(context, issue.issue, [...path, ...[issue.path].flat().map(segment)])
    case "Composite":
      return [issue.issues].flat().forEach((part) => reportParseIssue(context, part, path))
    case "Refinement":
    case "Transformation":
      return reportParseIssue(context, issue.issue, path)
    case "Type":
      return report(context, `expected ${label(issue.ast)}, actual ${kindOf(issue.actual)}`, path)
    case "Missing":
      return report(context, `is missing, expected ${label(issue.ast.type)}`, path)
    case "Unexpected":
      return report(context, "is not expected", path)
    case "Forbidden":
      return report(context, "the schema needs an asynchronous effect, which a response cannot wait for", path)
  }
}

/** Reports by its name what a schema has thrown; its message may show the value. */
export const reportDefect = (context: Context, error: unknown): void =>
  report(context, `the schema threw ${error instanceof Error ? error.name : kindOf(error)}`, [])

const segment = (key: PropertyKey): string | number => (typeof key === "number" ? key : String(key))

const words = (expected: AST.AST | string): string => (typeof expected === "string" ? expected : label(expected))

const shortened = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length)}\u2026` : text

/** `typeof`, with `null` and `array` told apart from `object`. */
export const kindOf = (value: unknown): string =>
  value === null ? "null" : Array.isArray(value) ? "array" : typeof value

/** The {@link kindOf} of every value that `ast` accepts, `undefined` when there are several. */
export const acceptedKind = (ast: AST.AST): string | undefined => {
  switch (ast._tag) {
    case "StringKeyword":
    case "TemplateLiteral":
      return "string"
    case "NumberKeyword":
      return "number"
    case "BooleanKeyword":
      return "boolean"
    case "Literal":
      return kindOf(ast.literal)
    case "TypeLiteral":
      return ast.propertySignatures.length > 0 || ast.indexSignatures.length > 0 ? "object" : undefined
    case "TupleType":
      return "array"
    case "Refinement":
    case "Transformation":
      return acceptedKind(ast.from)
    case "Suspend":
      return acceptedKind(ast.f())
    default:
      return undefined
  }
}

/** What `ast` expects, in a few words: its identifier, else its kind. */
export const label = (ast: AST.AST): string => {
  const identifier = Option.getOrUndefined(AST.getIdentifierAnnotation(ast))
  if (identifier !== undefined) return shortened(identifier, maxLabelLength)
  switch (ast._tag) {
    case "Literal":
      return shortened(
        JSON.stringify(typeof ast.literal === "bigint" ? String(ast.literal) : ast.literal),
        maxLabelLength
      )
    case "Union":
      return shortened([...new Set(ast.types.map(label))].join(" | "), maxLabelLength)
    case "Suspend":
      return label(ast.f())
    case "StringKeyword":
    case "NumberKeyword":
    case "BooleanKeyword":
    case "TypeLiteral":
    case "TupleType":
      return acceptedKind(ast) ?? "a value"
    default:
      return shortened(String(ast), maxLabelLength)
  }
}

/** Where an issue is, as `data[3].created_at`; `""` is the input itself. */
export const formatPath = (issue: OpenIssue): string =>
  issue.reversed.reduceRight<string>((path, key) => {
    if (typeof key === "number") return `${path}[${key}]`
    if (!/^[\p{ID_Start}$_][\p{ID_Continue}$-]*$/u.test(key) || key.length > maxKeyLength) {
      return `${path}[${JSON.stringify(shortened(key, maxKeyLength))}]`
    }
    return path === "" ? key : `${path}.${key}`
  }, "")
