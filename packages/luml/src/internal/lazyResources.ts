import * as OnDemand from "@trilum/core/OnDemand"
import type { LazyResources } from "@trilum/core/PromiseClient"
import * as Effect from "effect/Effect"
import type { ApiClient } from "../client.js"
import { lazy } from "../generated/lazy.js"
import type { Resources } from "../Luml.js"
import * as Place from "../Place.js"
import type { Session } from "./session.js"

/** Places whose lookups are loaded with the first of them. */
export const places = (client: ApiClient, names: Place.Names): Place.Places => {
  const lookups = OnDemand.once("luml", "places", async () => (await import("./placeLookups.js")).make(client))
  return Place.make(
    {
      organization: (name) => Effect.flatMap(lookups, ({ organization }) => organization(name)),
      orbit: (organizationId, name) => Effect.flatMap(lookups, ({ orbit }) => orbit(organizationId, name)),
      collection: (place, name) => Effect.flatMap(lookups, ({ collection }) => collection(place, name))
    },
    names
  )
}

/**
 * The resources of a client at a place, each loaded on first use. Those of `src/resources/` take the place of generated
 * ones.
 */
export const make = (
  { client, storage }: Session,
  places: Place.Places
): LazyResources<Omit<Resources, "api">, ApiClient> => {
  const { trackEntries: _, ...generated } = lazy
  return {
    ...generated,
    artifacts: {
      load: async () => {
        const { make } = await import("../resources/Artifacts.js")
        return () => make({ client, places, storage })
      },
      methods: {
        list: "effect",
        listPages: "stream",
        listAll: "stream",
        get: "effect",
        find: "effect",
        create: "effect",
        update: "effect",
        downloadUrl: "effect",
        deleteUrl: "effect",
        delete: "effect",
        upload: "effect",
        download: "effect",
        stream: "stream",
        bytes: "effect",
        readMember: "effect",
        streamMember: "stream",
        readAttachment: "effect"
      }
    },
    bucketSecrets: {
      load: async () => {
        const { make } = await import("../resources/BucketSecrets.js")
        return (client) => make(client, places, storage)
      },
      methods: {
        list: "effect",
        get: "effect",
        find: "effect",
        create: "effect",
        update: "effect",
        delete: "effect",
        test: "effect"
      }
    },
    collections: {
      load: async () => {
        const { make } = await import("../resources/Collections.js")
        return (client) => make(client, places)
      },
      methods: {
        list: "effect",
        listAll: "stream",
        get: "effect",
        find: "effect",
        create: "effect",
        update: "effect",
        delete: "effect"
      }
    },
    deployments: {
      load: async () => {
        const { make } = await import("../resources/Deployments.js")
        return (client) => make(client, places)
      },
      methods: { ...lazy.deployments.methods, find: "effect" }
    },
    orbits: {
      load: async () => {
        const { make } = await import("../resources/Orbits.js")
        return (client) => make(client, places)
      },
      methods: { ...lazy.orbits.methods, find: "effect" }
    },
    orbitSecrets: {
      load: async () => {
        const { make } = await import("../resources/OrbitSecrets.js")
        return (client) => make(client, places)
      },
      methods: { list: "effect", get: "effect", find: "effect", create: "effect", update: "effect", delete: "effect" }
    },
    organizations: {
      load: async () => {
        const { make } = await import("../resources/Organizations.js")
        return (client) => make(client, places)
      },
      methods: { ...lazy.organizations.methods, find: "effect", details: "effect" }
    },
    satellites: {
      load: async () => {
        const { make } = await import("../resources/Satellites.js")
        return (client) => make(client, places)
      },
      methods: { ...lazy.satellites.methods, find: "effect" }
    },
    tracks: {
      load: async () => {
        const { make } = await import("../resources/Tracks.js")
        return (client) => make(client, places)
      },
      methods: {
        list: "effect",
        listAll: "stream",
        get: "effect",
        find: "effect",
        create: "effect",
        update: "effect",
        delete: "effect",
        listStages: "effect",
        addStage: "effect",
        renameStage: "effect",
        removeStage: "effect",
        listVersions: "stream",
        getVersion: "effect",
        atStage: "effect",
        addArtifact: "effect",
        removeVersions: "effect",
        promote: "effect",
        demote: "effect",
        rollback: "effect"
      }
    }
  }
}
