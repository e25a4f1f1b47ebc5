import * as Effect from "effect/Effect"
import * as Errors from "../ApiError.js"

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

/**
 * Plain http shows the credential to the network. It is accepted for loopback, and for other hosts with
 * `allowInsecureHttp`.
 */
export const parse = (
  platform: string,
  input: string | URL,
  allowInsecureHttp = false
): Effect.Effect<URL, Errors.ConfigurationError> => {
  const refuse = (message: string) => Effect.fail(new Errors.ConfigurationError({ platform, message }))
  if (!URL.canParse(String(input))) return refuse("the base URL is not a URL; write it like https://host.example")
  const url = new URL(String(input))
  if (url.protocol !== "https:" && url.protocol !== "http:") return refuse("the base URL must start with https://")
  if (url.protocol === "http:" && !allowInsecureHttp && !loopback.test(url.hostname)) {
    return refuse(
      "the base URL must start with https://: plain http shows the credential to the network. For a trusted private network set allowInsecureHttp (TRILUM_ALLOW_INSECURE_HTTP=1)"
    )
  }
  if (url.username !== "" || url.password !== "") return refuse("the base URL must not carry a user or password")
  if (url.search !== "" || url.hash !== "") return refuse("the base URL must not carry a query or a fragment")
  return Effect.succeed(url)
}
