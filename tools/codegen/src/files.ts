import { catalogFile, valueLayout } from "./catalog.js"
import { Imports } from "./imports.js"
import { inputsFile } from "./inputs.js"
import { byText, sortedEntries } from "./json.js"
import { block, hardline, type Layout, render } from "./layout.js"
import type { ApiModel, ResourceModel } from "./model.js"
import { camel, pascal } from "./naming.js"
import { operationConstant, paramsDeclaration, serviceOf } from "./operations.js"
import { type SchemaScope, schemaDeclaration } from "./schemas.js"
import { comment } from "./text.js"
import { declarationOf, type TypeScope } from "./types.js"
import { type Form, type Forms, formsOf } from "./usage.js"

/** A file of the generated folder: its name and its text. @since 0.1.0 @category models */
export interface OutputFile {
  readonly name: string
  readonly text: string
}

const generated = "Generated from the contract by `pnpm codegen`; changes belong there."

/** The types of a model, in the forms that are printed. @since 0.1.0 @category constructors */
export const formsIn = (model: ApiModel): Forms =>
  formsOf(model, (declaration, mode) => {
    const scope: TypeScope = { ref: (key) => key, imports: new Imports() }
    return render(declarationOf(declaration, "", mode, scope, model)).replace(/\n \* Inferred: .*/, "")
  })

/** Every file of a package's generated folder. @since 0.1.0 @category constructors */
export const filesOf = (model: ApiModel): ReadonlyArray<OutputFile> => {
  const forms = formsIn(model)
  const homes = new Map<string, Array<Form>>()
  for (const form of forms.all) {
    const known = homes.get(form.home)
    if (known === undefined) homes.set(form.home, [form])
    else known.push(form)
  }
  const files = [
    { name: "shared.ts", text: moduleText(model, forms, "shared", homes.get("shared") ?? [], undefined) },
    ...model.resources.map((resource) => ({
      name: `${resource.name}.ts`,
      text: moduleText(model, forms, resource.name, homes.get(resource.name) ?? [], resource)
    })),
    { name: "index.ts", text: indexText(model) },
    { name: "catalog.ts", text: catalogFile(model) },
    ...(Object.keys(model.constants).length === 0 ? [] : [{ name: "constants.ts", text: constantsText(model) }]),
    { name: "inputs.ts", text: inputsFile(model) }
  ]
  return files.sort((a, b) => byText(a.name, b.name))
}

const header = (text: string): Layout => comment([text, generated], ["@since 0.1.0"], 120)

const constantsText = ({ constants, title }: ApiModel): string =>
  render([
    header(`The constants of ${title}: \`x-constants\` of the contract.`),
    hardline,
    ...sortedEntries(constants).map(([name, value]) => [
      comment([], ["@since 0.1.0", "@category constants"], 120),
      `export const ${camel(name)} = `,
      valueLayout(value),
      " as const",
      hardline,
      hardline
    ])
  ])

const moduleText = (
  model: ApiModel,
  forms: Forms,
  home: string,
  own: ReadonlyArray<Form>,
  resource: ResourceModel | undefined
): string => {
  const imports = new Imports()
  const scope: SchemaScope = {
    imports,
    ref: (key, mode) => {
      const form = forms.of(key, mode)
      if (form.home !== home) imports.add(`./${form.home}.js`, form.name, true)
      return form.name
    },
    schema: (key, mode) => {
      const form = forms.of(key, mode)
      const name = `${form.name}Schema`
      if (form.home !== home) imports.add(`./${form.home}.js`, name, false)
      return name
    }
  }
  const operations = resource?.operations ?? []
  const types = own.map((form) => declarationOf(form.declaration, form.name, form.mode, scope, model))
  const params = operations.flatMap((operation) =>
    operation.paramsType === undefined ? [] : [paramsDeclaration(operation, scope)]
  )
  const schemas = own
    .filter(({ mode }) => mode !== "request")
    .map((form) => schemaDeclaration(form, `${form.name}Schema`, scope, model))
  const constants = operations.map((operation) => operationConstant(operation, model.platform, scope))
  const service =
    resource === undefined
      ? []
      : [
          serviceOf(
            resource.name,
            `${pascal(resource.name)} of ${model.title}.`,
            resource.description,
            operations,
            scope
          )
        ]
  const moved = forms.all.filter((form) => form.home !== home && model.homes.get(form.name) === home).flatMap(passedOn)
  const parts = [...moved, ...types, ...params, ...schemas, ...constants, ...service]
  const text =
    resource === undefined
      ? `Types and response schemas that more than one resource of ${model.title} uses, or that it only names.`
      : `The resource \`${resource.name}\` of ${model.title}.`
  return file([
    header(text),
    imports.layout(),
    ...(parts.length === 0 ? ["export {}", hardline] : parts.flatMap(spaced))
  ])
}

/** A type under the file that others import it from, when it stands elsewhere. */
const passedOn = ({ home, mode, name }: Form): ReadonlyArray<Layout> => [
  [`export type { ${name} } from "./${home}.js"`, hardline],
  ...(mode === "request" ? [] : [[`export { ${name}Schema } from "./${home}.js"`, hardline]])
]

const spaced = (part: Layout): ReadonlyArray<Layout> => [hardline, part]

const file = (parts: ReadonlyArray<Layout>): string =>
  `${render(parts)
    .replace(/\n{3,}/g, "\n\n")
    .trimEnd()}\n`

const indexText = (model: ApiModel): string => {
  const imports = new Imports()
  const names = model.resources.map(({ name }) => ({ name, space: imports.space(`./${name}.js`, pascal(name), true) }))
  return file([
    header(`The resources of ${model.title}: as a namespace, this module is the record of them.`),
    imports.layout(),
    hardline,
    names.map(({ name }) => [`export { resource as ${name} } from "./${name}.js"`, hardline]),
    hardline,
    comment(
      [`The services of ${model.title}, by the names of their resources.`],
      ["@since 0.1.0", "@category models"],
      120
    ),
    "export interface Services ",
    block(
      "{",
      names.map(({ name, space }) => `readonly ${name}: ${space}.Service`),
      "}",
      ""
    ),
    hardline
  ])
}
