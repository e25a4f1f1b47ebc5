/** Types of the modules of undici that `connections.ts` imports one by one. */
declare module "undici/lib/core/connect.js" {
  import { buildConnector } from "undici"
  export = buildConnector
}
declare module "undici/lib/core/errors.js" {
  import { errors } from "undici"
  export = errors
}
declare module "undici/lib/dispatcher/client.js" {
  import { Client } from "undici"
  export = Client
}
declare module "undici/lib/dispatcher/proxy-agent.js" {
  import { ProxyAgent } from "undici"
  export = ProxyAgent
}
