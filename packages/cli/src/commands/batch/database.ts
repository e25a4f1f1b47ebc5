/** The database of batches, and the services on it. */
import { resolve } from "node:path"
import * as Batch from "@trilum/batch/Batch"
import * as Database from "@trilum/batch/Database"
import * as Encryption from "@trilum/batch/Encryption"
import * as Queue from "@trilum/batch/Queue"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import { UsageError } from "../../CliError.js"
import type { Invocation, OptionSpec } from "../../Command.js"
import * as Layers from "../../layers.js"
import { type Needs, run } from "../../run.js"

const variable = "TRILUM_DATABASE_URL"

/** Where batches are when nothing is said. */
const fallback = "trilum-batches.db"

export const databaseOption: OptionSpec = {
  name: "database",
  type: "string",
  placeholder: "URL",
  summary: `postgres://user@host/name, or a SQLite file. Default: ${variable}, else ${fallback} in the working folder`,
  heading: "Database"
}

/** A password on the command line is visible to every user of the machine, so `-` and the variable are the ways to give one. */
export const url = ({ io, values }: Invocation, otherwise = fallback): Redacted.Redacted<string> => {
  const text = values.text("database") ?? io.env[variable] ?? otherwise
  if (text.trim() === "") throw new UsageError("--database is empty", `give a URL or a file, or set ${variable}`)
  const isAddress = /^(?:[a-z][a-z0-9+.-]*:|:memory:)/i.test(text)
  return Redacted.make(isAddress ? text : resolve(io.cwd, text))
}

export const layer = (invocation: Invocation, otherwise?: string) =>
  Layer.suspend(() =>
    Layer.mergeAll(Batch.layer, Queue.layer).pipe(
      Layer.provideMerge(Database.layer(url(invocation, otherwise))),
      Layer.provideMerge(Encryption.layerConfig)
    )
  )

/** Runs an effect on the batches of the database. */
export const runBatches = <A, E>(
  invocation: Invocation,
  effect: Effect.Effect<A, E, Needs | Batch.Batch>
): Promise<A> => run(invocation, Layers.withEnvironment(invocation.io)(Effect.provide(effect, layer(invocation))))
