/**
 * Commands made by hand, for what people do daily. They stand beside the operations of their platform.
 *
 * @since 0.1.0
 */
import type { Command, Entry } from "../../Command.js"
import type { PlatformName } from "../../platforms/Platform.js"

/**
 * What a platform has beside its operations. A name that an operation has too is the hand-made command's; the operation
 * is called with its ids as arguments, or with `--raw`.
 *
 * @since 0.1.0
 * @category models
 */
export interface Daily {
  /** Right under the platform. */
  readonly entries: ReadonlyArray<Entry>
  /** Under the platform's resources, by their names with dashes. */
  readonly resources: Readonly<Record<string, ReadonlyArray<Entry>>>
  /** What a resource alone does. */
  readonly fallbacks: Readonly<Record<string, () => Promise<Command>>>
}

const lumnis: Daily = {
  entries: [
    {
      name: "invoke",
      summary: "Ask an agent and wait for its answer",
      heading: "Agents",
      load: async () => (await import("../lumnis/invoke.js")).invoke
    },
    {
      name: "attach",
      summary: "Wait for a run that was started before",
      heading: "Agents",
      load: async () => (await import("../lumnis/attach.js")).attach
    },
    {
      name: "agents",
      summary: "Find people and what they engage with, by specialised agents",
      heading: "Agents",
      load: async () => (await import("../lumnis/agents.js")).agents
    },
    {
      name: "webhooks",
      summary: "Check deliveries of events, offline",
      heading: "Events",
      load: async () => (await import("../lumnis/webhooks.js")).webhooks
    }
  ],
  resources: {
    files: [
      {
        name: "upload",
        summary: "Upload files, and wait until agents can read them",
        load: async () => (await import("../lumnis/files.js")).upload
      },
      {
        name: "download",
        summary: "Download files",
        covers: true,
        load: async () => (await import("../lumnis/files.js")).download
      },
      {
        name: "search",
        summary: "Find what files say, by meaning",
        load: async () => (await import("../lumnis/files.js")).search
      },
      {
        name: "wait",
        summary: "Wait until uploaded files are processed",
        load: async () => (await import("../lumnis/files.js")).wait
      }
    ],
    integrations: [
      {
        name: "connect",
        summary: "Connect an app, and wait until it is done",
        load: async () => (await import("../lumnis/integrations.js")).connect
      },
      {
        name: "wait",
        summary: "Wait until an app is connected",
        load: async () => (await import("../lumnis/integrations.js")).wait
      }
    ]
  },
  fallbacks: {}
}

const lvng: Daily = {
  entries: [],
  resources: {
    knowledge: [
      {
        name: "search",
        summary: "Search the knowledge base",
        load: async () => (await import("../lvng/knowledgeSearch.js")).search
      },
      {
        name: "ingest",
        summary: "Take files of text into the knowledge base",
        load: async () => (await import("../lvng/knowledgeIngest.js")).ingest
      }
    ],
    workflows: [
      {
        name: "run",
        summary: "Run a workflow and wait for its end",
        load: async () => (await import("../lvng/workflowRun.js")).runWorkflow
      },
      {
        name: "attach",
        summary: "Wait for a run that was started before",
        load: async () => (await import("../lvng/workflowRun.js")).attachRun
      },
      {
        name: "parse",
        summary: "Turn words into a definition of a workflow",
        load: async () => (await import("../lvng/workflowRun.js")).parseWorkflow
      }
    ]
  },
  fallbacks: { chat: async () => (await import("../lvng/chat.js")).chat }
}

const luml: Daily = {
  entries: [],
  resources: {
    artifacts: [
      {
        name: "upload",
        summary: "Bring files into the registry",
        load: async () => (await import("../luml/upload.js")).upload
      },
      {
        name: "download",
        summary: "Bring artifacts out of the registry",
        load: async () => (await import("../luml/download.js")).download
      },
      {
        name: "list",
        summary: "List the artifacts of a collection",
        load: async () => (await import("../luml/artifacts.js")).list
      },
      {
        name: "get",
        summary: "Show an artifact, by id or name",
        load: async () => (await import("../luml/artifacts.js")).get
      },
      {
        name: "inspect",
        summary: "Show what a file says of itself, offline",
        load: async () => (await import("../luml/inspect.js")).inspect
      },
      {
        name: "delete",
        summary: "Delete an artifact, by id or name",
        load: async () => (await import("../luml/artifacts.js")).remove
      }
    ],
    collections: [
      {
        name: "list",
        summary: "List the collections of an orbit",
        load: async () => (await import("../luml/collections.js")).list
      },
      {
        name: "create",
        summary: "Create a collection",
        load: async () => (await import("../luml/collections.js")).create
      }
    ],
    orbits: [
      {
        name: "list",
        summary: "List the orbits of an organization",
        load: async () => (await import("../luml/orbits.js")).list
      }
    ],
    tracks: [
      {
        name: "promote",
        summary: "Give a version of a track a stage",
        load: async () => (await import("../luml/tracks.js")).promote
      },
      {
        name: "rollback",
        summary: "Give a stage back to the version before",
        load: async () => (await import("../luml/tracks.js")).rollback
      }
    ]
  },
  fallbacks: {}
}

/**
 * @since 0.1.0
 * @category constants
 */
export const daily: Readonly<Record<PlatformName, Daily>> = { lumnis, lvng, luml }
