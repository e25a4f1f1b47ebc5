import type { LazyResources } from "@trilum/core/PromiseClient"
import type { ApiClient } from "../client.js"
import { lazy } from "../generated/lazy.js"
import type { Resources } from "../Lvng.js"
import type { Service as Agents } from "../resources/Agents.js"

/** `withTemporaryAgent` is generic, so it is no method that a table can describe. */
interface Loaded extends Omit<Resources, "agents"> {
  readonly agents: Omit<Agents, "withTemporaryAgent">
}

/** The resources, each loaded on first use. Those of `src/resources/` take the place of generated ones. */
export const resources: LazyResources<Loaded, ApiClient> = {
  ...lazy,
  agents: {
    load: async () => (await import("../resources/Agents.js")).make,
    methods: { ...lazy.agents.methods, ask: "effect" }
  },
  apiKeys: {
    load: async () => (await import("../resources/ApiKeys.js")).make,
    methods: lazy.apiKeys.methods
  },
  chat: {
    load: async () => (await import("../resources/Chat.js")).make,
    methods: { ...lazy.chat.methods, streamText: "stream", streamReply: "effect" }
  },
  knowledge: {
    load: async () => (await import("../resources/Knowledge.js")).make,
    methods: { ...lazy.knowledge.methods, find: "effect", ingestFile: "effect", ingestMany: "stream" }
  },
  workflows: {
    load: async () => (await import("../resources/Workflows.js")).make,
    methods: {
      ...lazy.workflows.methods,
      executeAndWait: "effect",
      executeStream: "stream",
      awaitRun: "effect",
      watchRun: "stream"
    }
  }
}
