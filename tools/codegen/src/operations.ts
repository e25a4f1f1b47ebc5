import { block, field, hardline, join, type Layout, list } from "./layout.js"
import type { OperationModel, Parameter } from "./model.js"
import { initialSchemaOf, type SchemaScope } from "./schemas.js"
import type { Shape } from "./shape.js"
import { comment, key, quote } from "./text.js"
import { membersOf, propertyLine, typeOf, unionType } from "./types.js"
import { type Mode, paramsForm } from "./usage.js"

const client = "../client.js"

/** The form an operation's answer is printed in. @since 0.1.0 @category accessors */
export const answerMode = (operation: OperationModel): Mode => (operation.facts.lenient ? "lenient" : "response")

/** What a call gives, e.g. `User`. @since 0.1.0 @category rendering */
export const answerType = (operation: OperationModel, scope: SchemaScope): Layout => {
  if (operation.response === "text") return "string"
  return operation.success === undefined ? "void" : typeOf(operation.success, answerMode(operation), scope)
}

const answerSchema = (operation: OperationModel, scope: SchemaScope): Layout => {
  const { response, success } = operation
  if (success !== undefined) return initialSchemaOf(success, answerMode(operation), scope)
  return `${scope.imports.space("@trilum/core/ResponseSchema", "R", false)}.${response === "text" ? "string" : "none"}`
}

/** Data of an operation that the catalog has as well. @since 0.1.0 @category rendering */
export const operationFields = (
  operation: OperationModel,
  platform: string
): ReadonlyArray<readonly [string, Layout]> => {
  const { body, facts, pagination, parameters, queryStyles } = operation
  const names = (place: Parameter["in"]): ReadonlyArray<Layout> =>
    parameters.filter((parameter) => parameter.in === place).map(({ name }) => quote(name))
  const record = (entries: ReadonlyArray<readonly [string, string]>): Layout =>
    list(
      "{",
      entries.map(([name, value]) => `${key(name)}: ${quote(value)}`),
      "}",
      " "
    )
  const query = names("query")
  const headers = names("header")
  const optional: ReadonlyArray<readonly [string, Layout | false | undefined]> = [
    ["id", quote(operation.id)],
    ["platform", quote(platform)],
    ["resource", quote(operation.resource)],
    ["name", quote(operation.name)],
    ["method", quote(operation.method)],
    ["path", quote(operation.path)],
    ["query", query.length > 0 && list("[", query, "]")],
    ["queryStyle", queryStyles.length > 0 && record(queryStyles)],
    ["headers", headers.length > 0 && list("[", headers, "]")],
    ["body", body !== undefined && quote(body.kind)],
    ["wholeBody", body?.whole === true && "true"],
    ["bodyRequired", body?.required === true && "true"],
    ["response", quote(operation.response)],
    ["needs", operation.needs.length > 0 && list("[", operation.needs.map(quote), "]")],
    ["pagination", pagination !== undefined && record([["style", pagination.style], ...pagination.fields])],
    ["auth", !facts.auth && "false"],
    ["idempotencyKey", operation.idempotencyKey && "true"],
    ["repeatable", facts.repeatable !== undefined && String(facts.repeatable)],
    ["secrets", secretsOf(operation)],
    ["prepare", String(facts.prepare)],
    ["platformData", facts.data.length > 0 && record(facts.data)],
    ["deprecated", operation.deprecated && "true"]
  ]
  return optional.flatMap(([name, value]) => (value === false || value === undefined ? [] : [[name, value] as const]))
}

const secretsOf = ({ secrets }: OperationModel): Layout | false => {
  const places = [
    ["path", secrets.path],
    ["params", secrets.params],
    ["answer", secrets.answer]
  ] as const
  const known = places.filter(([, paths]) => paths.length > 0)
  return (
    known.length > 0 &&
    list(
      "{",
      known.map(([name, paths]) => [`${name}: `, list("[", paths.map(quote), "]")]),
      "}",
      " "
    )
  )
}

/** `export const getUser: Operation<User, false>`. @since 0.1.0 @category rendering */
export const operationConstant = (operation: OperationModel, platform: string, scope: SchemaScope): Layout => {
  const type = scope.imports.add("@trilum/core/Operation", "Operation", true)
  const entries = operationFields(operation, platform).flatMap(
    ([name, value]): ReadonlyArray<Layout> =>
      name === "response" ? [field(name, value), ["success: ", answerSchema(operation, scope)]] : [field(name, value)]
  )
  return [
    comment([`${operation.method} \`${operation.path}\``], tags(operation, "operations"), 120),
    `export const ${operation.constant}: `,
    list(`${type}<`, [answerType(operation, scope), String(operation.facts.prepare)], ">"),
    " = ",
    block("{", entries, "}"),
    hardline
  ]
}

const tags = (operation: OperationModel, category: string): ReadonlyArray<string> => [
  ...(operation.deprecated ? ["@deprecated"] : []),
  "@since 0.1.0",
  `@category ${category}`
]

/** The parameter type of an operation. @since 0.1.0 @category rendering */
export const paramsDeclaration = (operation: OperationModel, scope: SchemaScope): Layout => {
  const { body, paramsType, parameters } = operation
  if (paramsType === undefined) return ""
  const doc = comment([`Parameters of {@link ${operation.constant}}.`], ["@since 0.1.0", "@category models"], 120)
  const lines = (some: ReadonlyArray<Parameter>): ReadonlyArray<Layout> =>
    some.map(({ doc: said, name, required, shape }) => propertyLine(name, shape, required, said, "request", scope))
  const form = paramsForm(operation)
  if (form !== "fields" && body?.declaration !== undefined) {
    const base = scope.ref(body.declaration, "request")
    if (form === "alias") return [doc, `export type ${paramsType} = ${base}`, hardline]
    const others = parameters.filter((parameter) => parameter.in === "query" || parameter.in === "header")
    return [doc, `export interface ${paramsType} extends ${base} `, block("{", lines(others), "}", ""), hardline]
  }
  const open = body?.open === true ? ["readonly [key: string]: unknown"] : []
  const sorted = [...parameters.filter(({ required }) => required), ...parameters.filter(({ required }) => !required)]
  return [doc, `export interface ${paramsType} `, block("{", [...lines(sorted), ...open], "}", ""), hardline]
}

const paramsOptional = (operation: OperationModel): boolean => operation.parameters.every(({ required }) => !required)

/** One method of a service: its name, type, comment and implementation. */
interface Method {
  readonly name: string
  readonly doc: Layout
  readonly type: Layout
  readonly value: Layout
}

const signature = (operation: OperationModel, options: string, result: Layout, scope: SchemaScope): Layout => {
  const { paramsType, pathParameters } = operation
  const args: Array<Layout> = pathParameters.map(({ argument, shape }) => [`${argument}: `, pathType(shape, scope)])
  if (paramsType !== undefined) args.push(`params${paramsOptional(operation) ? "?" : ""}: ${paramsType}`)
  args.push(`options?: ${options}`)
  // The parameters break before the result does.
  return ["(", join(", ", args), ") => ", result]
}

/** Core takes texts and numbers; everything else a path may hold is given as text. */
const pathType = (shape: Shape, scope: SchemaScope): Layout => {
  const members = membersOf(shape, "request", scope)
  const plain = shape.kind === "number" || shape.kind === "string" || shape.kind === "ref" || shape.kind === "literal"
  return plain
    ? unionType(members.map((member) => (member === "true" || member === "false" ? "string" : member)))
    : "string"
}

const arrow = (
  operation: OperationModel,
  how: string,
  first: ReadonlyArray<Layout>,
  last: ReadonlyArray<Layout>
): Layout => {
  const path = operation.pathParameters.map(({ argument }) => argument)
  const params = operation.paramsType === undefined ? [] : ["params"]
  const args = [...first, operation.constant, `[${path.join(", ")}]`, params[0] ?? "undefined", "options", ...last]
  return [list("(", [...path, ...params, "options"], ")"), " => ", list(`${how}(`, args, ")")]
}

const call = (operation: OperationModel, how: string): Layout => arrow(operation, how, [], [])

const pagesCall = (operation: OperationModel, how: string, last: ReadonlyArray<Layout>): Layout =>
  arrow(operation, how, ["client"], last)

const errors = (operation: OperationModel, scope: SchemaScope, stream: boolean): ReadonlyArray<Layout> => [
  scope.imports.add("@trilum/core/ApiError", "ApiError", true),
  ...(stream ? [scope.imports.add("@trilum/core/ApiError", "StreamError", true)] : []),
  ...(operation.facts.prepare ? [scope.imports.add(client, "PreparedError", true)] : [])
]

/** `Effect.Effect<A, E>` and its kin. */
const result = (name: string, value: Layout, failures: ReadonlyArray<Layout>): Layout =>
  list(`${name}<`, [value, unionType(failures)], ">")

const methodsOf = (operation: OperationModel, scope: SchemaScope): ReadonlyArray<Method> => {
  const { imports } = scope
  const options = imports.add(client, "RequestOptions", true)
  const doc = (lines: ReadonlyArray<string | undefined>): Layout => methodComment(operation, lines)
  const stream = (): string => `${imports.space("effect/Stream", "Stream", true)}.Stream`
  if (operation.response === "bytes") {
    return [
      {
        name: operation.name,
        doc: doc(["The body as it arrives."]),
        type: signature(operation, options, result(stream(), "Uint8Array", errors(operation, scope, true)), scope),
        value: call(operation, "client.stream")
      }
    ]
  }
  if (operation.response === "events") {
    const event = imports.add("@trilum/core/Sse", "SseEvent", true)
    const terminal = `${options} & { readonly terminal?: ((event: ${event}) => boolean) | undefined }`
    const data = operation.eventData === undefined ? undefined : membersOf(operation.eventData, "response", scope)
    const named =
      data?.length === 1 && typeof data[0] === "string" ? `Data of the events: {@link ${data[0]}}.` : undefined
    return [
      {
        name: operation.name,
        doc: doc(["Events as they arrive; `options.terminal` tells the last one.", named]),
        type: signature(operation, terminal, result(stream(), event, errors(operation, scope, true)), scope),
        value: call(operation, "client.events")
      }
    ]
  }
  const effect = `${imports.space("effect/Effect", "Effect", true)}.Effect`
  const answer = answerType(operation, scope)
  const main: Method = {
    name: operation.name,
    doc: doc([]),
    type: signature(operation, options, result(effect, answer, errors(operation, scope, false)), scope),
    value: call(operation, "client.request")
  }
  const { pagination } = operation
  if (pagination === undefined) return [main]
  const pages = imports.space("@trilum/core/Pagination", "Pagination", false)
  const item = typeOf(pagination.item, answerMode(operation), scope)
  const failures = errors(operation, scope, false)
  return [
    main,
    {
      name: `${operation.name}Pages`,
      doc: helperComment(operation, `Every page of \`${operation.name}\`, asked for one at a time.`),
      type: signature(operation, options, result(stream(), answer, failures), scope),
      value: pagesCall(operation, `${pages}.pages`, [])
    },
    {
      name: `${operation.name}All`,
      doc: helperComment(operation, `Every item of \`${operation.name}\`, page after page.`),
      type: signature(operation, options, result(stream(), item, failures), scope),
      value: pagesCall(operation, `${pages}.items`, [["(page) => ", itemsOf(operation)]])
    }
  ]
}

/** An expression for the list of a page, whatever member of a union the page is. */
const itemsOf = (operation: OperationModel): Layout => {
  const paths = operation.pagination?.items ?? []
  const isUnion = operation.unionAnswer
  const one = (path: string): string => {
    if (path === "") return "page"
    const [head = "", ...rest] = path.split(".")
    const access = accessor("page", head) + rest.map((part) => `?${accessor(".", part).replace(/^\.\./, ".")}`).join("")
    return isUnion ? `(${quote(head)} in page ? ${access} : undefined)` : access
  }
  const expressions = paths.map(one)
  const [only = "undefined"] = expressions
  return expressions.length === 1 ? only : expressions.join(" ?? ")
}

const accessor = (of: string, name: string): string => (key(name) === name ? `${of}.${name}` : `${of}[${quote(name)}]`)

const helperComment = (operation: OperationModel, text: string): Layout =>
  comment(
    [text, ...operation.facts.notes.filter((note) => note.startsWith("Scope"))],
    operation.deprecated ? ["@deprecated"] : [],
    118
  )

const methodComment = (operation: OperationModel, more: ReadonlyArray<string | undefined>): Layout => {
  const failures = operation.statuses.filter((status) => !/^[23]/.test(status) && status !== "default")
  const redirects = operation.statuses.filter((status) => /^3/.test(status))
  const described = operation.pathParameters.filter(({ doc }) => doc.description !== undefined)
  return comment(
    [
      operation.summary === undefined ? undefined : sentence(operation.summary),
      operation.description === operation.summary ? undefined : operation.description,
      ...more,
      `\`${operation.method} ${operation.path}\``,
      [
        ...(failures.length === 0 ? [] : [`Errors: ${failures.join(", ")}.`]),
        ...(redirects.length === 0 ? [] : [`Redirects: ${redirects.join(", ")}.`]),
        ...(operation.pagination === undefined ? [] : [`Pages by ${operation.pagination.style}.`]),
        ...(operation.idempotencyKey ? ["Takes an idempotency key."] : []),
        ...(operation.facts.auth ? [] : ["Needs no credential."])
      ].join(" "),
      operation.facts.notes.join("\n")
    ],
    [
      ...described.map(({ argument, doc }) => `@param ${argument} ${doc.description?.replace(/\s+/g, " ").trim()}`),
      ...(operation.deprecated ? ["@deprecated"] : [])
    ],
    118
  )
}

const sentence = (text: string): string => (/[.!?]$/.test(text.trim()) ? text : `${text.trim()}.`)

/** The service of a resource, and the resource itself. @since 0.1.0 @category rendering */
export const serviceOf = (
  name: string,
  title: string,
  description: string | undefined,
  operations: ReadonlyArray<OperationModel>,
  scope: SchemaScope
): Layout => {
  const methods = operations.flatMap((operation) => methodsOf(operation, scope))
  const apiClient = scope.imports.add(client, "ApiClient", true)
  const resource = scope.imports.space("@trilum/core/Resource", "Resource", false)
  return [
    comment([description === undefined ? title : sentence(description)], ["@since 0.1.0", "@category models"], 120),
    "export interface Service ",
    block(
      "{",
      methods.map(({ doc, name, type }) => [doc, `readonly ${key(name)}: `, type]),
      "}",
      ""
    ),
    hardline,
    hardline,
    comment([], ["@since 0.1.0", "@category resources"], 120),
    `export const resource = /* @__PURE__ */ ${resource}.make(`,
    [
      hardline,
      quote(name),
      ",",
      hardline,
      `(client: ${apiClient}): Service => (`,
      block(
        "{",
        methods.map(({ name, value }) => [`${key(name)}: `, value]),
        "}"
      ),
      ")"
    ],
    hardline,
    ")",
    hardline
  ]
}
