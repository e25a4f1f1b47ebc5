/**
 * The resources of Lumnis, for promise clients with a choice of them: `createLumnis({ resources: [Resources.users] })` of
 * `@trilum/lumnis/slim`. A resource written by hand takes the place of the generated one of the same name.
 *
 * @since 0.1.0
 */
export * from "./generated/index.js"
export { agents } from "./resources/Agents.js"
export { assets } from "./resources/Assets.js"
export { campaigns } from "./resources/Campaigns.js"
export { contactRelationships } from "./resources/ContactRelationships.js"
export { crm } from "./resources/Crm.js"
export { email } from "./resources/Email.js"
export { enrichment } from "./resources/Enrichment.js"
export { externalApiKeys } from "./resources/ExternalApiKeys.js"
export { files } from "./resources/Files.js"
export { integrations } from "./resources/Integrations.js"
export { invokeMany } from "./resources/InvokeMany.js"
export { mcpServers } from "./resources/McpServers.js"
export { messaging } from "./resources/Messaging.js"
export { modelPreferences } from "./resources/ModelPreferences.js"
export { people } from "./resources/People.js"
export { responses } from "./resources/Responses.js"
export { sequences } from "./resources/Sequences.js"
export { skills } from "./resources/Skills.js"
export { tenant } from "./resources/Tenant.js"
export { threads } from "./resources/Threads.js"
