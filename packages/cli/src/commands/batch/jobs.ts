/** The jobs that the command knows, and the items of their files. */
import { resolve } from "node:path"
import type { FileSystem } from "@effect/platform/FileSystem"
import type * as HttpClient from "@effect/platform/HttpClient"
import type { Path } from "@effect/platform/Path"
import type { Item } from "@trilum/batch/Batch"
import * as ItemsFile from "@trilum/batch/ItemsFile"
import * as Job from "@trilum/batch/Job"
import * as LumlJobs from "@trilum/batch/LumlJobs"
import * as LumnisJobs from "@trilum/batch/LumnisJobs"
import * as LvngJobs from "@trilum/batch/LvngJobs"
import * as RateLimiter from "@trilum/batch/RateLimiter"
import type { LocalFileError } from "@trilum/core/LocalFileError"
import * as BatchInput from "@trilum/lumnis/node/BatchInput"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type * as Scope from "effect/Scope"
import type * as Stream from "effect/Stream"
import { UsageError } from "../../CliError.js"
import type { Invocation, OptionSpec } from "../../Command.js"
import * as Credentials from "../../credentials.js"
import * as Layers from "../../layers.js"
import { choice } from "../../parse.js"
import { byName, type PlatformName } from "../../platforms/Platform.js"
import { harmless } from "../../render/width.js"
import { attempt } from "../../run.js"

const names = ["lumnis.invoke", "lvng.chat", "lvng.workflow", "luml.upload", "luml.download"] as const

type Name = (typeof names)[number]

export const jobOptions: ReadonlyArray<OptionSpec> = [
  {
    name: "job",
    type: "string",
    placeholder: "JOB",
    choices: names,
    summary: `What is done with each line. Default: lumnis.invoke`
  },
  {
    name: "user",
    type: "string",
    placeholder: "ID",
    summary: "The user of lines without user_id (lumnis.invoke). Default: the setting lumnis.user.",
    setting: "lumnis.user"
  },
  {
    name: "scope",
    type: "string",
    placeholder: "SCOPE",
    choices: ["user", "tenant"],
    summary: "Default: user (lumnis.invoke)"
  },
  {
    name: "system",
    type: "string",
    placeholder: "TEXT",
    summary: "A system message for lines without one (lumnis.invoke)"
  }
]

const shownProblems = 20

/** What a file is submitted as. The file of `lumnis.invoke` is checked as a whole first, to name every invalid line. */
export const work = (
  { io, values }: Invocation,
  given: string
): Effect.Effect<
  {
    readonly job: Job.Job<unknown, unknown>
    readonly items: Stream.Stream<Item<unknown>, LocalFileError, FileSystem>
  },
  LocalFileError | UsageError,
  FileSystem
> =>
  Effect.gen(function* () {
    const name: Name = choice(values, "job", names) ?? "lumnis.invoke"
    const file = resolve(io.cwd, given)
    if (name !== "lumnis.invoke") {
      const stray = ["user", "scope", "system"].find((option) => values.has(option))
      if (stray !== undefined) return yield* Effect.fail(new UsageError(`--${stray} is for the job lumnis.invoke`))
      return { job: byJob[name] as Job.Job<unknown, unknown>, items: ItemsFile.objects(file) }
    }
    const options = {
      userId: values.text("user"),
      scope: choice(values, "scope", ["user", "tenant"]),
      system: values.text("system")
    }
    const { invalid, problems } = yield* BatchInput.check(file, options)
    if (invalid > 0) {
      const lines = problems.slice(0, shownProblems).map(({ line, message }) => `line ${line}: ${harmless(message)}`)
      const more = invalid > lines.length ? [`and ${invalid - lines.length} more`] : []
      const text = `${given}: ${invalid} invalid ${invalid === 1 ? "line" : "lines"}; nothing was submitted`
      return yield* Effect.fail(new UsageError([text, ...lines, ...more].join("\n")))
    }
    return { job: LumnisJobs.invoke as Job.Job<unknown, unknown>, items: ItemsFile.lumnis(file, options) }
  })

const byJob = {
  "lvng.chat": LvngJobs.chat,
  "lvng.workflow": LvngJobs.workflow,
  "luml.upload": LumlJobs.upload,
  "luml.download": LumlJobs.download
}

type World = HttpClient.HttpClient | FileSystem | Path | RateLimiter.RateLimiter | Scope.Scope

const limited = <A, E>(name: PlatformName, client: Layer.Layer<A, E, HttpClient.HttpClient>) =>
  Layer.build(Layer.provide(client, RateLimiter.httpClient(name)))

/** The jobs of the platforms that there are credentials for. */
export const available = (invocation: Invocation): Effect.Effect<ReadonlyArray<Job.Job<never>>, Error, World> =>
  Effect.gen(function* () {
    const has = (name: PlatformName) =>
      Effect.map(
        attempt(() => Credentials.of(invocation, byName(name))),
        ({ key, tokens }) => key !== undefined || tokens.length > 0
      )
    const jobs: Array<Job.Job<never>> = []
    if (yield* has("lumnis")) {
      const client = yield* limited("lumnis", Layers.lumnis(invocation))
      jobs.push(Job.provide(LumnisJobs.invoke, client))
    }
    if (yield* has("lvng")) {
      const client = yield* limited("lvng", Layers.lvng(invocation))
      jobs.push(Job.provide(LvngJobs.chat, client), Job.provide(LvngJobs.workflow, client))
    }
    if (yield* has("luml")) {
      const client = yield* limited("luml", Layers.luml(invocation))
      const files = yield* Effect.context<FileSystem | Path>()
      const upload = Job.provide(LumlJobs.upload, Context.merge(client, files))
      jobs.push(upload, Job.provide(LumlJobs.download, Context.merge(client, files)))
    }
    if (jobs.length === 0) {
      return yield* Effect.fail(
        new UsageError(
          "there is no key of any platform, so this worker has nothing to do",
          "set LUMNISAI_API_KEY, LVNG_API_KEY or LUML_API_KEY, or run: trilum auth login"
        )
      )
    }
    return jobs
  })
