/** Finds the places of a source file that can be changed, and what a change puts there. */
import { createHash } from "node:crypto"
import ts from "typescript"

const K = ts.SyntaxKind
const swapped = new Map([
  [K.LessThanToken, "<="],
  [K.LessThanEqualsToken, "<"],
  [K.GreaterThanToken, ">="],
  [K.GreaterThanEqualsToken, ">"],
  [K.EqualsEqualsEqualsToken, "!=="],
  [K.ExclamationEqualsEqualsToken, "==="],
  [K.AmpersandAmpersandToken, "||"],
  [K.BarBarToken, "&&"],
  [K.PlusToken, "-"],
  [K.MinusToken, "+"],
  [K.AsteriskToken, "/"],
  [K.SlashToken, "*"]
])
const swappedNames = new Map([
  ["min", "max"],
  ["max", "min"],
  ["some", "every"],
  ["every", "some"]
])
/** Calls that give something back: sockets, timers, listeners, memory, bytes on a disk. */
const cleanup =
  /^(?:abort|cancel|clear|close|complete|delete|destroy|end|interrupt|off|release|remove|sync|unref|unlink)/
/** Steps of a pipe that can be left out: the effect before them goes through unchanged. */
const wrappers =
  /^Effect\.(?:ensuring|onExit|onInterrupt|onError|tap\w*|uninterruptible|interruptible|timeout\w*|retry|catch\w+|mapError|filterOr\w+|forkDaemon)$/
/** Statements without an effect that a test asserts: telemetry and messages for people. */
const quiet = /^(?:yield\* )?(?:Effect\.(?:log|annotate)|console\.)/

/** An argument of `pipe`, which gets its first argument there. */
const isStep = ({ parent }) => ts.isCallExpression(parent) && /(?:^|\.)pipe$/.test(parent.expression.getText())

/** The compiler demands a default for `list[index]`, also where the index is always right. */
const isIndexed = (node) =>
  ts.isElementAccessExpression(node) || (ts.isParenthesizedExpression(node) && isIndexed(node.expression))

const isString = (node) =>
  ts.isStringLiteralLike(node) || ts.isTemplateExpression(node) || (ts.isBinaryExpression(node) && isString(node.left))

/** Every mutant of a file, in the order of the text. An id survives edits elsewhere in the file. */
export const mutantsOf = (file, text) => {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true)
  const found = []
  const seen = new Map()
  const add = (operator, start, end, replacement) => {
    const from = text.slice(start, end)
    const { line } = source.getLineAndCharacterOfPosition(start)
    const lineText = source.text.split("\n")[line].trim()
    const key = [file, operator, from, replacement, lineText].join("\0")
    const nth = seen.get(key) ?? 0
    seen.set(key, nth + 1)
    const id = createHash("sha1").update(`${key}\0${nth}`).digest("hex").slice(0, 8)
    found.push({ id, file, line: line + 1, lineText, operator, from, to: replacement, start, end })
  }
  const replace = (operator, node, replacement) => add(operator, node.getStart(source), node.getEnd(), replacement)
  const textOf = (node) => node.getText(source)
  const negate = (node) => replace("condition", node, `!(${textOf(node)})`)

  const visit = (node) => {
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return
    if (ts.isIfStatement(node)) negate(node.expression)
    else if (ts.isConditionalExpression(node)) negate(node.condition)
    else if (ts.isWhileStatement(node)) replace("condition", node.expression, "false")
    else if (ts.isBinaryExpression(node)) binary(node)
    else if (ts.isNumericLiteral(node)) number(node)
    else if (node.kind === K.TrueKeyword) replace("constant", node, "false")
    else if (node.kind === K.FalseKeyword) replace("constant", node, "true")
    else if (ts.isExpressionStatement(node)) statement(node)
    else if (ts.isCallExpression(node)) call(node)
    ts.forEachChild(node, visit)
  }
  const binary = (node) => {
    const operator = node.operatorToken
    if (operator.kind === K.QuestionQuestionToken) {
      if (!isIndexed(node.left)) replace("default", node, `(${textOf(node.left)})`)
      return
    }
    const to = swapped.get(operator.kind)
    if (to === undefined || (operator.kind === K.PlusToken && (isString(node.left) || isString(node.right)))) return
    replace("operator", operator, to)
  }
  const number = (node) => {
    const value = Number(textOf(node).replaceAll("_", ""))
    if (ts.isBinaryExpression(node.parent) && isIndexed(node.parent.left)) return
    replace("constant", node, String(value >= 100 ? value * 2 : value + 1))
  }
  const statement = (node) => {
    const shown = textOf(node)
    if (quiet.test(shown)) return
    let inner = node.expression
    while (ts.isYieldExpression(inner) || ts.isVoidExpression(inner) || ts.isAwaitExpression(inner)) {
      inner = inner.expression
      if (inner === undefined) return
    }
    const assigns = ts.isBinaryExpression(inner) && inner.operatorToken.kind >= K.FirstAssignment
    if (!ts.isCallExpression(inner) && !assigns && inner === node.expression) return
    const name = ts.isCallExpression(inner) ? textOf(inner.expression).split(/[?.]+/).at(-1) : ""
    replace(cleanup.test(name) || name === "addFinalizer" ? "cleanup" : "statement", node, "void 0;")
  }
  const call = (node) => {
    const name = textOf(node.expression)
    const member = ts.isPropertyAccessExpression(node.expression) ? node.expression.name : undefined
    const to = member && swappedNames.get(textOf(member))
    if (to !== undefined) replace("method", member, to)
    if (name === "Effect.acquireRelease" && node.arguments.length === 2)
      replace("cleanup", node.arguments[1], "(() => Effect.void)")
    if (name.endsWith(".pipe") || name === "pipe") {
      for (const [index, step] of node.arguments.entries()) {
        const wrapper = textOf(ts.isCallExpression(step) ? step.expression : step)
        if (wrappers.test(wrapper) && (index > 0 || member !== undefined)) replace("wrapper", step, "((it) => it)")
      }
    } else if (wrappers.test(name) && node.arguments.length > 1 && !isStep(node)) {
      replace(/ensuring|onExit|onInterrupt/.test(name) ? "cleanup" : "wrapper", node, `(${textOf(node.arguments[0])})`)
    }
  }
  visit(source)
  return found
}

/**
 * The file with a mark in every function and block: what a test file executes of it.
 * Marks are the offsets of the block in the original text; `blockOf` gives the mark of a mutant.
 */
const blocksOf = (file, text) => {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true)
  const blocks = []
  const visit = (node) => {
    if (ts.isBlock(node)) blocks.push({ start: node.getStart(source), end: node.getEnd(), block: true })
    else if (ts.isArrowFunction(node) && !ts.isBlock(node.body))
      blocks.push({ start: node.body.getStart(source), end: node.body.getEnd(), block: false })
    ts.forEachChild(node, visit)
  }
  visit(source)
  return blocks
}

export const blockOf = (mutant, text) =>
  blocksOf(mutant.file, text)
    .filter(({ start, end }) => start <= mutant.start && mutant.end <= end)
    .reduce((mark, { start }) => Math.max(mark, start), -1)

export const marked = (file, text) => {
  const hit = (mark) => `globalThis.trilumHit?.(${JSON.stringify(file)}, ${mark})`
  const edits = blocksOf(file, text).flatMap(({ start, end, block }) =>
    block
      ? [{ at: start + 1, order: start, insert: ` ${hit(start)};` }]
      : [
          { at: start, order: start, insert: `(${hit(start)}, ` },
          { at: end, order: -start, insert: ")" }
        ]
  )
  edits.sort((a, b) => b.at - a.at || b.order - a.order)
  let out = `${text}\n;${hit(-1)}`
  for (const { at, insert } of edits) out = out.slice(0, at) + insert + out.slice(at)
  return out
}
