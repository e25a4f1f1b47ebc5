/**
 * How the promise client of LUML platform API loads a resource: when one of its methods is first used.
 *
 * Generated from the contract by `pnpm codegen`; changes belong there.
 *
 * @since 0.1.0
 */
import type { LazyResources } from "@trilum/core/PromiseClient"
import type { ApiClient } from "../client.js"
import type { Resources } from "./index.js"

/**
 * For every resource, how it is loaded and what its methods give.
 *
 * @since 0.1.0
 * @category constructors
 */
export const lazy: LazyResources<Resources, ApiClient> = {
  apiKeys: {
    load: async () => (await import("./apiKeys.js")).make,
    methods: {
      create: "effect",
      delete: "effect"
    }
  },
  artifacts: {
    load: async () => (await import("./artifacts.js")).make,
    methods: {
      list: "effect",
      listPages: "stream",
      listAll: "stream",
      create: "effect",
      get: "effect",
      update: "effect",
      delete: "effect",
      deleteUrl: "effect",
      downloadUrl: "effect",
      forceDelete: "effect"
    }
  },
  auth: {
    load: async () => (await import("./auth.js")).make,
    methods: {
      validateApiKey: "effect"
    }
  },
  bucketSecrets: {
    load: async () => (await import("./bucketSecrets.js")).make,
    methods: {
      getMultipartUploadUrls: "effect",
      getConnectionUrls: "effect",
      list: "effect",
      create: "effect",
      get: "effect",
      update: "effect",
      delete: "effect",
      getStoredConnectionUrls: "effect"
    }
  },
  collections: {
    load: async () => (await import("./collections.js")).make,
    methods: {
      list: "effect",
      listPages: "stream",
      listAll: "stream",
      create: "effect",
      get: "effect",
      update: "effect",
      delete: "effect"
    }
  },
  deployments: {
    load: async () => (await import("./deployments.js")).make,
    methods: {
      list: "effect",
      create: "effect",
      get: "effect",
      update: "effect",
      requestDeletion: "effect",
      forceDelete: "effect"
    }
  },
  orbitMembers: {
    load: async () => (await import("./orbitMembers.js")).make,
    methods: {
      list: "effect",
      add: "effect",
      update: "effect",
      remove: "effect"
    }
  },
  orbitSecrets: {
    load: async () => (await import("./orbitSecrets.js")).make,
    methods: {
      list: "effect",
      create: "effect",
      get: "effect",
      update: "effect",
      delete: "effect"
    }
  },
  orbits: {
    load: async () => (await import("./orbits.js")).make,
    methods: {
      list: "effect",
      create: "effect",
      get: "effect",
      update: "effect",
      delete: "effect"
    }
  },
  organizationInvitations: {
    load: async () => (await import("./organizationInvitations.js")).make,
    methods: {
      list: "effect",
      create: "effect",
      cancel: "effect"
    }
  },
  organizationMembers: {
    load: async () => (await import("./organizationMembers.js")).make,
    methods: {
      list: "effect",
      add: "effect",
      update: "effect",
      remove: "effect"
    }
  },
  organizations: {
    load: async () => (await import("./organizations.js")).make,
    methods: {
      create: "effect",
      get: "effect",
      update: "effect",
      delete: "effect",
      leave: "effect",
      list: "effect"
    }
  },
  satelliteWorker: {
    load: async () => (await import("./satelliteWorker.js")).make,
    methods: {
      getArtifact: "effect",
      getArtifactDownloadUrl: "effect",
      listDeployments: "effect",
      checkInferenceAccess: "effect",
      getDeployment: "effect",
      updateDeployment: "effect",
      deleteDeployment: "effect",
      updateDeploymentStatus: "effect",
      getModelArtifact: "effect",
      getModelArtifactDownloadUrl: "effect",
      pair: "effect",
      listSecrets: "effect",
      getSecret: "effect",
      listTasks: "effect",
      updateTask: "effect"
    }
  },
  satellites: {
    load: async () => (await import("./satellites.js")).make,
    methods: {
      list: "effect",
      create: "effect",
      get: "effect",
      update: "effect",
      delete: "effect",
      rotateApiKey: "effect"
    }
  },
  session: {
    load: async () => (await import("./session.js")).make,
    methods: {
      confirmEmail: "effect",
      forgotPassword: "effect",
      googleCallback: "effect",
      googleLogin: "effect",
      signOut: "effect",
      microsoftCallback: "effect",
      microsoftLogin: "effect",
      refresh: "effect",
      resetPassword: "effect",
      signIn: "effect",
      signUp: "effect",
      getMe: "effect",
      updateMe: "effect",
      deleteMe: "effect"
    }
  },
  trackEntries: {
    load: async () => (await import("./trackEntries.js")).make,
    methods: {
      list: "effect",
      listPages: "stream",
      listAll: "stream",
      create: "effect",
      deleteMany: "effect",
      getByStage: "effect",
      get: "effect",
      update: "effect",
      delete: "effect"
    }
  },
  tracks: {
    load: async () => (await import("./tracks.js")).make,
    methods: {
      list: "effect",
      listPages: "stream",
      listAll: "stream",
      create: "effect",
      get: "effect",
      update: "effect",
      delete: "effect",
      listStages: "effect"
    }
  },
  userInvitations: {
    load: async () => (await import("./userInvitations.js")).make,
    methods: {
      list: "effect",
      accept: "effect",
      reject: "effect"
    }
  }
}
