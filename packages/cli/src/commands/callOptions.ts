/**
 * Options of the calls that a command made by hand sends.
 *
 * @since 0.1.0
 */
import type { OptionSpec } from "../Command.js"

const heading = "Request"

/**
 * As `requestOptions` reads them.
 *
 * @since 0.1.0
 * @category constants
 */
export const callSpecs: ReadonlyArray<OptionSpec> = [
  {
    name: "timeout",
    type: "string",
    placeholder: "DURATION",
    summary: "Limit of each request, as in 30s or 2m",
    heading
  },
  { name: "retries", type: "string", placeholder: "N", summary: "Attempts after the first; 0 for none", heading },
  {
    name: "header",
    short: "H",
    type: "string",
    multiple: true,
    placeholder: "NAME:VALUE",
    summary: "Send this header, too",
    heading
  }
]
