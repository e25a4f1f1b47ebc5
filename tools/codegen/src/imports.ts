import { byText } from "./json.js"
import { hardline, type Layout } from "./layout.js"

/**
 * Collects what a module imports while it is printed.
 *
 * @since 0.1.0
 * @category models
 */
export class Imports {
  private readonly named = new Map<string, Map<string, boolean>>()
  private readonly spaces = new Map<string, { readonly name: string; isType: boolean }>()

  /** A named import; a name that is used as a value anywhere is imported as one. */
  add(module: string, name: string, isType: boolean): string {
    const names = this.named.get(module) ?? new Map<string, boolean>()
    this.named.set(module, names)
    names.set(name, (names.get(name) ?? true) && isType)
    return name
  }

  /** `import * as name`. */
  space(module: string, name: string, isType: boolean): string {
    const known = this.spaces.get(module)
    this.spaces.set(module, { name, isType: (known?.isType ?? true) && isType })
    return name
  }

  layout(): Layout {
    const modules = [...new Set([...this.named.keys(), ...this.spaces.keys()])].sort(
      (a, b) => rank(a) - rank(b) || byText(a, b)
    )
    return modules.flatMap((module): ReadonlyArray<Layout> => {
      const out: Array<Layout> = []
      const space = this.spaces.get(module)
      if (space !== undefined) {
        out.push(`import ${space.isType ? "type " : ""}* as ${space.name} from "${module}"`, hardline)
      }
      const names = [...(this.named.get(module) ?? [])].sort(([a], [b]) => byText(a, b))
      for (const isType of [true, false]) {
        const kind = names.filter((entry) => entry[1] === isType).map(([name]) => name)
        if (kind.length === 0) continue
        const opening = isType ? "import type {" : "import {"
        out.push(`${opening} ${kind.join(", ")} } from "${module}"`, hardline)
      }
      return out
    })
  }
}

const rank = (module: string): number => (module.startsWith("../") ? 2 : module.startsWith("./") ? 3 : 1)
