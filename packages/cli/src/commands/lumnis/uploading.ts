/**
 * What `trilum lumnis files upload` and `wait` do.
 *
 * @since 0.1.0
 */
import { readFile } from "node:fs/promises"
import { basename, resolve } from "node:path"
import type { FilePart } from "@trilum/core/FileInput"
import * as CoreProgress from "@trilum/core/Progress"
import type { FileUploadResponse, ProcessingStatusResponse } from "@trilum/lumnis/generated/files"
import { Lumnis } from "@trilum/lumnis/Lumnis"
import * as Upload from "@trilum/lumnis/Upload"
import * as Effect from "effect/Effect"
import { UsageError } from "../../CliError.js"
import type { Invocation } from "../../Command.js"
import * as Dry from "../../dryRun.js"
import { exitCode } from "../../exitCode.js"
import { isLively } from "../../Io.js"
import * as Layers from "../../layers.js"
import { choice, duration, integer } from "../../parse.js"
import * as Bars from "../../render/bars.js"
import * as Bytes from "../../render/bytes.js"
import * as Outcomes from "../../render/outcomes.js"
import * as Progress from "../../render/progress.js"
import { attempt } from "../../run.js"
import { partOf } from "../operation/files.js"
import { duplicates } from "./choices.js"
import { type ForWhom, forWhom, withUser } from "./forWhom.js"

/** Up to so many bytes a file is read before it is sent, so that it can be sent again after a fault that passes. */
const small = 8 * 1024 * 1024

const contentOf = async ({ io, values }: Invocation, file: string, name: string | undefined): Promise<FilePart> => {
  const part = await partOf(io, file, name)
  // A dry run shows the path and does not read the file.
  if (values.flag("dry-run") === true) {
    const { contentType } = part
    const filename = name === undefined ? file : `${file};filename=${name}`
    return { filename, contentType, content: new Uint8Array() }
  }
  if (part.size === undefined || part.size > small) return part
  const { filename, contentType } = part
  return { filename, contentType, content: await readFile(resolve(io.cwd, file)) }
}

/** Bytes of an upload as a bar. */
const barOf =
  (bars: Bars.Bars, file: string, size: number): CoreProgress.Listener =>
  ({ done, phase, status }) => {
    if (status === "running") bars.step(file, { phase, done, total: size })
  }

interface Wanted {
  readonly who: ForWhom
  readonly tags: ReadonlyArray<string> | undefined
  readonly duplicate_handling: (typeof duplicates)[number] | undefined
  readonly waits: boolean
  readonly deadline: number | undefined
}

const wantedOf = ({ values }: Invocation): Wanted => {
  const waits = values.flag("wait") !== false
  const deadline = duration(values, "deadline")
  if (!waits && deadline !== undefined) throw new UsageError("--deadline is for waiting; leave out --no-wait")
  const tags = values.texts("tag")
  return {
    who: forWhom(values),
    tags: tags.length === 0 ? undefined : tags,
    duplicate_handling: choice(values, "duplicate-handling", duplicates),
    waits,
    deadline
  }
}

const uploadedLine = (
  file: string,
  size: number,
  elapsed: number,
  { file_name, message }: FileUploadResponse,
  skips: boolean
) => {
  const name = basename(file)
  const renamed = file_name === name ? "" : ` as ${file_name}`
  const figures = `${Bytes.size(size)} in ${Bytes.time(elapsed)} (${Bytes.rate(size, Math.max(1, elapsed))})`
  return `uploaded ${name}${renamed}: ${figures}${skips ? `; ${message}` : ""}`
}

const processedLine = (name: string, elapsed: number, { error_message, status }: ProcessingStatusResponse): string =>
  status === "partial_success"
    ? `processed ${name} in part only: ${error_message ?? "the platform does not say why"}`
    : `processed ${name} in ${Bytes.time(elapsed)}`

/**
 * @since 0.1.0
 * @category constructors
 */
export const runUpload = async (invocation: Invocation): Promise<number> => {
  const { io, json, values } = invocation
  const files = [...new Map(values.arguments.map((file) => [resolve(io.cwd, file), file])).values()]
  const { deadline, duplicate_handling, tags, waits, who } = wantedOf(invocation)
  const concurrency = integer(values, "concurrency", 1) ?? 4
  const name = values.text("file-name")
  if (name !== undefined && files.length > 1) throw new UsageError("--file-name is for a single file")
  const shown = !json && values.flag("progress") !== false && isLively(io)
  /** Uploaded files by their ids that are not processed yet. */
  const waiting = new Map<string, string>()
  let done = 0

  await Layers.runLumnis(
    invocation,
    Effect.gen(function* () {
      const client = yield* Lumnis
      const bars = yield* Effect.acquireRelease(
        Effect.sync(() => Bars.make(io, shown)),
        (made) => Effect.promise(made.stop)
      )
      const say = (text: string): Effect.Effect<void, Error> => (json ? Effect.void : attempt(() => bars.line(text)))
      const outcomes = Outcomes.make(invocation, {
        done: "uploaded",
        noun: "file",
        total: files.length,
        above: bars.above,
        line: (text) => Effect.orDie(attempt(() => bars.line(text)))
      })

      const processed = (file: string, size: number, id: string) =>
        Effect.gen(function* () {
          const began = io.now()
          waiting.set(id, file)
          const processing = yield* waitFor(client, who, id, deadline, (status) => {
            const part = Upload.percentage(status) / 100
            bars.step(file, { phase: "process", done: Math.floor(size * part), total: size })
          })
          bars.end(file)
          yield* say(processedLine(basename(file), io.now() - began, processing))
          return processing
        }).pipe(Effect.tapBoth({ onFailure: () => forget(id), onSuccess: () => forget(id) }))
      const forget = (id: string): Effect.Effect<void> => Effect.sync(() => waiting.delete(id))

      const one = (file: string) => {
        let record: { readonly file: string; readonly file_id?: string } = { file }
        return Effect.gen(function* () {
          const began = io.now()
          const content = yield* attempt(() => contentOf(invocation, file, name))
          const size = Upload.sizeOf(content) ?? 0
          const sending = client.files.upload({
            file: content,
            scope: who.scope,
            user_id: who.user,
            tags,
            duplicate_handling
          })
          const upload = yield* shown ? CoreProgress.withSink(barOf(bars, file, size))(sending) : sending
          const { file_id } = upload
          record = { file, file_id }
          done += 1
          if (!waits) bars.end(file)
          yield* say(uploadedLine(file, size, io.now() - began, upload, duplicate_handling === "skip"))
          const processing = waits ? yield* processed(file, size, file_id) : undefined
          yield* outcomes.succeeded({ ...record, upload, processing }, `${file_id}\t${file}`)
        }).pipe(
          Effect.ensuring(Effect.sync(() => bars.end(file))),
          Effect.catchAll((error) => outcomes.failed(record, file, error))
        )
      }
      const farewell = Effect.promise(async () => {
        await bars.stop()
        const ids = [...waiting.keys()].join(" ")
        await io.stderr.write(
          waiting.size === 0
            ? `interrupted: ${done} of ${files.length} files are uploaded\n`
            : `interrupted: what is uploaded goes on being processed; to wait for it again: ` +
                `trilum lumnis files wait ${ids} ${withUser(who)}\n`
        )
      })
      yield* Dry.forEach(invocation, files, one, concurrency).pipe(Effect.onInterrupt(() => farewell))
      yield* outcomes.end
    })
  )
  return exitCode.ok
}

const waitFor = (
  client: Lumnis.Service,
  { user }: ForWhom,
  fileId: string,
  deadline: number | undefined,
  onStatus: (status: ProcessingStatusResponse) => void
) => client.files.waitUntilProcessed(fileId, { user_id: user, deadline, onStatus })

/**
 * @since 0.1.0
 * @category constructors
 */
export const runWait = async (invocation: Invocation): Promise<number> => {
  const { io, json, values } = invocation
  const ids = [...new Set(values.arguments)]
  const who = forWhom(values)
  const deadline = duration(values, "deadline")
  await Layers.runLumnis(
    invocation,
    Effect.gen(function* () {
      const client = yield* Lumnis
      const progress = yield* Effect.acquireRelease(
        Effect.sync(() => Progress.make(io)),
        (made) => Effect.promise(made.stop)
      )
      progress.status("waiting")
      const outcomes = Outcomes.make(invocation, {
        done: "processed",
        noun: "file",
        total: ids.length,
        above: progress.above,
        line: (text) => Effect.orDie(attempt(() => progress.line(text)))
      })
      const one = (id: string) => {
        const began = io.now()
        const watch = (status: ProcessingStatusResponse): void =>
          progress.status(`file ${id}: ${status.status} ${Math.floor(Upload.percentage(status))}%`)
        return waitFor(client, who, id, deadline, watch).pipe(
          Effect.tap((processing) =>
            json ? Effect.void : attempt(() => progress.line(processedLine(`file ${id}`, io.now() - began, processing)))
          ),
          Effect.flatMap((processing) =>
            outcomes.succeeded({ file_id: id, processing }, `${id}\t${processing.status}`)
          ),
          Effect.catchAll((error) => outcomes.failed({ file_id: id }, id, error))
        )
      }
      yield* Effect.forEach(ids, one, { concurrency: 8, discard: true })
      yield* Effect.promise(progress.stop)
      yield* outcomes.end
    })
  )
  return exitCode.ok
}
