/**
 * An artifact goes up, is promoted to a stage of a track, comes down verified, and one member of it is read. Effect style.
 *
 * Reads LUML_API_KEY and LUML_BASE_URL.
 */
import * as NodeContext from "@effect/platform-node/NodeContext"
import { NodeTransport } from "@trilum/core/node"
import { Luml } from "@trilum/luml"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"

const program = (file: string, folder: string) =>
  Effect.gen(function* () {
    const luml = yield* Luml

    const inspection = yield* luml.inspect(file)
    yield* Console.log(`${inspection.artifact_type}, ${inspection.size} bytes, ${inspection.file_hash}`)

    const artifact = yield* luml.artifacts.upload(file, {
      tags: ["nightly"],
      progress: ({ done, phase, total }) => console.error(`${phase} ${done}/${total}`)
    })

    const track = yield* luml.tracks.create({ name: "churn", artifact_type: "model", stages: ["production"] })
    const version = yield* luml.tracks.addArtifact(track.id, artifact.id)
    yield* luml.tracks.promote(track.id, version.version, "production")

    const copy = yield* luml.artifacts.download(artifact, folder)
    const manifest = yield* luml.artifacts.readMember(artifact, "manifest.json")
    yield* Console.log(`${copy.path} is verified; its manifest has ${manifest.length} bytes`)
    return { inspection, artifact, copy, manifest, version }
  })

export const main = (file: string, folder: string) =>
  program(file, folder).pipe(
    Effect.provide(Layer.merge(Layer.provide(Luml.layerConfig(), NodeTransport.layer()), NodeContext.layer))
  )
