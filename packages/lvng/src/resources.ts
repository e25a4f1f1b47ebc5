/**
 * The resources of LVNG, for promise clients with a choice of them: `createLvng({ resources: [Resources.chat] })` of
 * `@trilum/lvng/slim`. A resource written by hand takes the place of the generated one of the same name.
 *
 * @since 0.1.0
 */
export * from "./generated/index.js"
export { agents } from "./resources/Agents.js"
export { apiKeys } from "./resources/ApiKeys.js"
export { chat, streamChat } from "./resources/Chat.js"
export { knowledge } from "./resources/Knowledge.js"
export { workflows } from "./resources/Workflows.js"
