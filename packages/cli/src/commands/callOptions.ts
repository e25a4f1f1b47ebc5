/**
 * Options of the calls that a command sends, and of the connections that they use.
 *
 * @since 0.1.0
 */
import type { OptionSpec } from "../Command.js"

const request = "Request"
const connection = "Connection"

/**
 * Accepts plain http. Beside it the environment variable, for whole sessions.
 *
 * @since 0.1.0
 * @category constants
 */
export const insecureSpec: OptionSpec = {
  name: "allow-insecure-http",
  type: "boolean",
  summary: "Accept plain http to any host, in a trusted network (TRILUM_ALLOW_INSECURE_HTTP)",
  heading: connection
}

/**
 * Of the connections that a command uses.
 *
 * @since 0.1.0
 * @category constants
 */
export const connectionSpecs: ReadonlyArray<OptionSpec> = [
  insecureSpec,
  {
    name: "max-response-bytes",
    setting: "max-response-bytes",
    type: "string",
    placeholder: "N",
    summary: "Largest answer that is read into memory; default 256 MiB (TRILUM_MAX_RESPONSE_BYTES)",
    heading: connection
  },
  {
    name: "max-connections",
    setting: "max-connections",
    type: "string",
    placeholder: "N",
    summary: "Calls at once to one server; default 128 (TRILUM_MAX_CONNECTIONS)",
    heading: connection
  },
  {
    name: "pool-timeout",
    setting: "pool-timeout",
    type: "string",
    placeholder: "DURATION",
    summary: "Longest wait for a free connection; default 20s (TRILUM_POOL_TIMEOUT)",
    heading: connection
  },
  {
    name: "connect-timeout",
    setting: "connect-timeout",
    type: "string",
    placeholder: "DURATION",
    summary: "Longest time to connect; default 10s (TRILUM_CONNECT_TIMEOUT)",
    heading: connection
  }
]

/**
 * As `requestOptions` and `settings` read them.
 *
 * @since 0.1.0
 * @category constants
 */
export const callSpecs: ReadonlyArray<OptionSpec> = [
  {
    name: "dry-run",
    type: "boolean",
    summary: "Print the request as a curl command, with --json as JSON, and do not send it",
    heading: request
  },
  {
    name: "timeout",
    setting: "timeout",
    type: "string",
    placeholder: "DURATION",
    summary: "Limit of each request, as in 500ms, 30s or 2m",
    heading: request
  },
  {
    name: "retries",
    setting: "retries",
    type: "string",
    placeholder: "N",
    summary: "Attempts after the first; 0 for none",
    heading: request
  },
  {
    name: "header",
    short: "H",
    type: "string",
    multiple: true,
    placeholder: "NAME:VALUE",
    summary: "Send this header, too",
    heading: request
  },
  ...connectionSpecs
]
