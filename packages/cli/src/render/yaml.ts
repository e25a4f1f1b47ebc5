/**
 * A JSON document as YAML.
 *
 * @since 0.1.0
 */
import * as JsonNumber from "@trilum/core/JsonNumber"
import { Document, visit } from "yaml"
import * as Json from "./json.js"

/** Numbers with the digits that the server sent. */
const exact = {
  tag: "tag:yaml.org,2002:float",
  default: true,
  test: /(?!)/,
  identify: (value: unknown) => value instanceof JsonNumber.JsonNumber,
  stringify: ({ value }: { readonly value: unknown }) => String(value),
  resolve: Number
}

/**
 * Every number keeps its digits. Texts with characters that drive a terminal are quoted, with escapes.
 *
 * @since 0.1.0
 * @category formatting
 */
export const render = (value: unknown): string => {
  const document = new Document(value, {
    aliasDuplicateObjects: false,
    // Older readers take `no` for false, and a date for a time.
    compat: "yaml-1.1",
    customTags: (tags) => [exact, ...tags]
  })
  visit(document, {
    Scalar: (_, node) => {
      if (typeof node.value === "string" && Json.hasControls(node.value)) node.type = "QUOTE_DOUBLE"
    }
  })
  return Json.withoutControls(document.toString({ lineWidth: 0 }))
}
