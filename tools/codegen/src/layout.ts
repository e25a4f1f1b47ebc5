/**
 * Text that may be laid out on one line or on several: a group is printed flat when it fits into the width, else its
 * breaks become line ends.
 *
 * @since 0.1.0
 * @category models
 */
export type Layout =
  | string
  | ReadonlyArray<Layout>
  | { readonly kind: "group"; readonly content: Layout }
  | { readonly kind: "indent"; readonly content: Layout }
  /** A line end when broken, else `flat`. */
  | { readonly kind: "break"; readonly flat: string }
  | { readonly kind: "hard" }
  | { readonly kind: "choice"; readonly broken: Layout; readonly flat: Layout }

/** @since 0.1.0 @category constructors */
export const group = (...content: ReadonlyArray<Layout>): Layout => ({ kind: "group", content })

/** @since 0.1.0 @category constructors */
export const indent = (...content: ReadonlyArray<Layout>): Layout => ({ kind: "indent", content })

/** A space, or a line end in a broken group. @since 0.1.0 @category constructors */
export const line: Layout = { kind: "break", flat: " " }

/** Nothing, or a line end in a broken group. @since 0.1.0 @category constructors */
export const softline: Layout = { kind: "break", flat: "" }

/** Always a line end. @since 0.1.0 @category constructors */
export const hardline: Layout = { kind: "hard" }

/** @since 0.1.0 @category constructors */
export const whenBroken = (broken: Layout, flat: Layout = ""): Layout => ({ kind: "choice", broken, flat })

/** @since 0.1.0 @category combinators */
export const join = (separator: Layout, items: ReadonlyArray<Layout>): Layout =>
  items.flatMap((item, index) => (index === 0 ? [item] : [separator, item]))

/** `open` items `close`, on one line if they fit, else one item a line. @since 0.1.0 @category combinators */
export const list = (open: string, items: ReadonlyArray<Layout>, close: string, pad: Layout = softline): Layout =>
  items.length === 0 ? open + close : group(open, indent(pad, join([",", line], items)), pad, close)

/** As {@link list}, never on one line. @since 0.1.0 @category combinators */
export const block = (open: string, items: ReadonlyArray<Layout>, close: string, separator: Layout = ","): Layout =>
  items.length === 0 ? open + close : [open, indent(hardline, join([separator, hardline], items)), hardline, close]

/**
 * `name: value`; a text that does not fit moves to the next line, unless the name is so short that little is won.
 *
 * @since 0.1.0
 * @category combinators
 */
export const field = (name: string, value: Layout): Layout =>
  typeof value === "string" && value.startsWith('"') && name.length > 4
    ? [`${name}:`, group(indent(line, value))]
    : [`${name}: `, value]

const isBroken = (layout: Layout): boolean => {
  if (typeof layout === "string") return layout.includes("\n")
  if (isSequence(layout)) return layout.some(isBroken)
  switch (layout.kind) {
    case "hard":
      return true
    case "group":
    case "indent":
      return isBroken(layout.content)
    case "choice":
      return isBroken(layout.flat)
    case "break":
      return false
  }
}

const isSequence = (layout: Layout): layout is ReadonlyArray<Layout> => Array.isArray(layout)

interface Frame {
  readonly layout: Layout
  readonly indent: number
  readonly flat: boolean
}

/** Whether what comes next, up to the first line end, fits into `width` columns. */
const fits = (first: Frame, rest: ReadonlyArray<Frame>, width: number): boolean => {
  let left = width
  const stack: Array<Frame> = [first]
  let next = rest.length - 1
  while (left >= 0) {
    const frame = stack.pop() ?? rest[next--]
    if (frame === undefined) return true
    const { layout } = frame
    if (typeof layout === "string") left -= layout.length
    else if (isSequence(layout))
      for (let at = layout.length - 1; at >= 0; at--) stack.push({ ...frame, layout: layout[at] ?? "" })
    else if (layout.kind === "group" || layout.kind === "indent") {
      stack.push({
        ...frame,
        layout: layout.content,
        flat: frame.flat && !(layout.kind === "group" && isBroken(layout))
      })
    } else if (layout.kind === "choice") stack.push({ ...frame, layout: frame.flat ? layout.flat : layout.broken })
    else if (layout.kind === "hard" || !frame.flat) return true
    else left -= layout.flat.length
  }
  return false
}

/** @since 0.1.0 @category rendering */
export const render = (layout: Layout, width = 120): string => {
  const out: Array<string> = []
  let column = 0
  const stack: Array<Frame> = [{ layout, indent: 0, flat: false }]
  for (let frame = stack.pop(); frame !== undefined; frame = stack.pop()) {
    const { layout: current } = frame
    if (typeof current === "string") {
      out.push(current)
      column += current.length
    } else if (isSequence(current)) {
      for (let at = current.length - 1; at >= 0; at--) stack.push({ ...frame, layout: current[at] ?? "" })
    } else {
      switch (current.kind) {
        case "group": {
          const flat: Frame = { ...frame, layout: current.content, flat: true }
          stack.push(
            frame.flat || (!isBroken(current) && fits(flat, stack, width - column)) ? flat : { ...flat, flat: false }
          )
          break
        }
        case "indent":
          stack.push({ ...frame, layout: current.content, indent: frame.indent + 2 })
          break
        case "choice":
          stack.push({ ...frame, layout: frame.flat ? current.flat : current.broken })
          break
        case "hard":
        case "break":
          if (current.kind === "break" && frame.flat) {
            out.push(current.flat)
            column += current.flat.length
          } else {
            out.push("\n", " ".repeat(frame.indent))
            column = frame.indent
          }
      }
    }
  }
  return out.join("").replace(/[ ]+$/gm, "")
}
