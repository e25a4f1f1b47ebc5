/**
 * The operations of Lumnis AI, LVNG and LUML as tools of the Model Context Protocol.
 *
 * `Server` is the server, `Platforms` the clients that it calls, `Http` listens on a port.
 *
 * @since 0.1.0
 */
export * as Http from "./Http.js"
export * as LumlTools from "./LumlTools.js"
export * as LumnisTools from "./LumnisTools.js"
export * as LvngTools from "./LvngTools.js"
export * as OperationTools from "./OperationTools.js"
export * as Platforms from "./Platforms.js"
export * as Server from "./Server.js"
export * as Tool from "./Tool.js"
