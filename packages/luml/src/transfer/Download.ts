/**
 * Downloads artifacts to a file, a stream or memory, whole or by member.
 *
 * A file appears under its name after all of its content is on disk and matches the SHA-256 of the record.
 *
 * @since 0.1.0
 */
import { FileSystem } from "@effect/platform/FileSystem"
import { Path } from "@effect/platform/Path"
import { type ApiError, NotFoundError, type ValidationError } from "@trilum/core/ApiError"
import * as Bytes from "@trilum/core/Bytes"
import * as FileName from "@trilum/core/FileName"
import * as LocalFile from "@trilum/core/LocalFile"
import { LocalFileError } from "@trilum/core/LocalFileError"
import * as ObjectTransfer from "@trilum/core/ObjectTransfer"
import * as Options from "@trilum/core/Options"
import * as Progress from "@trilum/core/Progress"
import * as DefaultDigest from "@trilum/luml/DefaultDigest"
import * as Effect from "effect/Effect"
import * as Encoding from "effect/Encoding"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import { isObject, parseJson } from "../archive/Manifest.js"
import type { Extent } from "../archive/Tar.js"
import * as Generated from "../generated/artifacts.js"
import type { Artifact } from "../generated/shared.js"
import * as Status from "../internal/artifactStatus.js"
import { callOptions } from "../internal/callOptions.js"
import * as Fetching from "../internal/download.js"
import { invalid } from "../internal/invalid.js"
import { type FileDownloadError, IntegrityError } from "../LumlError.js"
import type { CollectionPlace, InCollection, PlaceError } from "../Place.js"
import type { Environment } from "./Upload.js"

/**
 * The fields of a record that a download reads. A record of `get`, `list` or `create` has all of them, so no request
 * for it is sent.
 *
 * @since 0.1.0
 * @category models
 */
export type ArtifactRecord = Pick<
  Artifact,
  "id" | "collection_id" | "file_name" | "file_hash" | "file_index" | "size" | "status"
>

/**
 * An id, a name or file name, or a record.
 *
 * @since 0.1.0
 * @category models
 */
export type ArtifactReference = string | ArtifactRecord

/**
 * @since 0.1.0
 * @category models
 */
export interface ReadOptions extends InCollection {
  /**
   * Receives the progress in bytes. `true` writes it to stderr. Default: only the progress sink in the context receives
   * it.
   */
  readonly progress?: Progress.Option | undefined
  /** `false`: does not compare the SHA-256 with that of the record. Default: `true`. */
  readonly verify?: boolean | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface DownloadOptions extends ReadOptions {
  /** Maximum number of parallel parts. Default: 4. */
  readonly concurrency?: number | undefined
  /** Size of a part in bytes. Default: 16 MiB. */
  readonly partSize?: number | undefined
  /**
   * `true`: atomically replaces an existing file at the end. `false`: an existing file is an error. Default: `true` for
   * a path, `false` for a directory, where the server determines the name.
   */
  readonly overwrite?: boolean | undefined
  /**
   * `true`: keeps the received bytes when the download is interrupted or the network fails. The next download continues
   * from there. Default: `true`.
   */
  readonly resume?: boolean | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Downloaded {
  readonly path: string
  /** In bytes. */
  readonly size: number
  /** Lower-case hexadecimal. Missing when it was not verified. */
  readonly sha256?: string | undefined
  readonly artifact: ArtifactRecord
}

/**
 * @since 0.1.0
 * @category models
 */
export type DownloadError = PlaceError | LocalFileError | FileDownloadError | IntegrityError

/**
 * @since 0.1.0
 * @category models
 */
export interface Downloads {
  /**
   * Downloads to a file. `target` is a path or a directory, where the file gets the last path segment of the record's
   * file name. Default: the working directory.
   */
  readonly download: (
    artifact: ArtifactReference,
    target?: string,
    options?: DownloadOptions
  ) => Effect.Effect<Downloaded, DownloadError, FileSystem | Path>
  /** Emits the bytes as received. At the end, compares the SHA-256 and fails with `IntegrityError` if it differs. */
  readonly stream: (artifact: ArtifactReference, options?: ReadOptions) => Stream.Stream<Uint8Array, DownloadError>
  /** Downloads to memory. */
  readonly bytes: (artifact: ArtifactReference, options?: ReadOptions) => Effect.Effect<Uint8Array, DownloadError>
  /** Downloads one member of the archive with a range request. */
  readonly readMember: (
    artifact: ArtifactReference,
    member: string,
    options?: InCollection
  ) => Effect.Effect<Uint8Array, DownloadError>
  readonly streamMember: (
    artifact: ArtifactReference,
    member: string,
    options?: InCollection
  ) => Stream.Stream<Uint8Array, DownloadError>
  /** Downloads one attachment of an experiment: a member of `attachments.tar` in the archive. */
  readonly readAttachment: (
    artifact: ArtifactReference,
    attachment: string,
    options?: InCollection
  ) => Effect.Effect<Uint8Array, DownloadError>
}

const defaultPartSize = 16 * 1024 * 1024

const sha256 = /^[0-9a-f]{64}$/i

/** The SHA-256 of the record. `undefined`: `verify` is false. Fails when the record has none. */
const hashOf = (record: ArtifactRecord, options: ReadOptions): Effect.Effect<string | undefined, IntegrityError> => {
  if (options.verify === false) return Effect.succeed(undefined)
  return sha256.test(record.file_hash)
    ? Effect.succeed(record.file_hash.toLowerCase())
    : Effect.fail(
        new IntegrityError({
          artifactId: record.id,
          what: "sha256",
          expected: record.file_hash,
          actual: "",
          message: `the record of artifact ${record.id} has no SHA-256; set verify to false to skip the comparison`
        })
      )
}

const member = (record: ArtifactRecord, name: string): Effect.Effect<Extent, NotFoundError | ValidationError> => {
  const extent = Object.hasOwn(record.file_index, name) ? record.file_index[name] : undefined
  if (extent === undefined) {
    return Effect.fail(
      new NotFoundError({
        platform: "luml",
        identifier: name,
        code: "MEMBER_NOT_FOUND",
        message: `artifact ${record.id} has no member ${JSON.stringify(name)}; see its file_index`
      })
    )
  }
  return within(extent, record.size)
    ? Effect.succeed(extent)
    : Effect.fail(
        invalid("artifacts.readMember", `the extent of ${JSON.stringify(name)} in the record exceeds the file`)
      )
}

const within = ([offset, length]: Extent, size: number): boolean =>
  Number.isSafeInteger(offset) && Number.isSafeInteger(length) && offset >= 0 && length >= 0 && offset + length <= size

const isRecord = (artifact: unknown): boolean =>
  typeof artifact === "object" &&
  artifact !== null &&
  "id" in artifact &&
  typeof artifact.id === "string" &&
  "file_index" in artifact &&
  typeof artifact.file_index === "object" &&
  artifact.file_index !== null

type Find = (value: string, options?: InCollection) => Effect.Effect<ArtifactRecord, PlaceError>

/**
 * The record that a reference stands for. Fails for anything else, which JavaScript programs may pass.
 *
 * @since 0.1.0
 * @category accessors
 */
export const recordOf = (
  find: Find,
  artifact: ArtifactReference,
  options?: InCollection
): Effect.Effect<ArtifactRecord, PlaceError> => {
  if (typeof artifact === "string") return find(artifact, options)
  return isRecord(artifact)
    ? Effect.succeed(artifact)
    : Effect.fail(invalid("artifacts", "the artifact must be an id, an exact name or a record of an artifact"))
}

/**
 * @since 0.1.0
 * @category constructors
 */
export const make = (environment: Environment, find: Find): Downloads => {
  const { client, places, storage } = environment

  const located = (
    artifact: ArtifactReference,
    options: InCollection
  ): Effect.Effect<readonly [record: ArtifactRecord, place: CollectionPlace], PlaceError> =>
    Effect.gen(function* () {
      const record = yield* recordOf(find, artifact, options)
      const place = yield* places.orbit(options)
      return [record, { ...place, collectionId: record.collection_id }] as const
    })

  const urlOf = (record: ArtifactRecord, place: CollectionPlace): ObjectTransfer.SignedUrl<ApiError> => {
    const path = Status.pathOf(place, record.id)
    return ObjectTransfer.renewableUrl(
      Effect.map(client.request(Generated.getArtifactDownloadUrl, path), ({ url }) => url)
    )
  }

  const whole = (
    record: ArtifactRecord,
    place: CollectionPlace,
    expected: string | undefined,
    options: ReadOptions
  ): Stream.Stream<Uint8Array, DownloadError> =>
    Stream.suspend(() => {
      const hash = expected === undefined ? undefined : DefaultDigest.sha256()
      let size = 0
      const bytes = storage.read({ url: urlOf(record, place), operation: "downloadObject" }).pipe(
        Stream.mapError((failure) => Fetching.toError(failure, record)),
        Stream.mapChunksEffect((chunk) => {
          for (const piece of chunk) {
            size += piece.length
            hash?.update(piece)
          }
          return size > record.size ? Effect.fail(Fetching.wrongSize(record, size)) : Effect.succeed(chunk)
        })
      )
      const check = Effect.suspend((): Effect.Effect<void, IntegrityError> => {
        if (size !== record.size) return Effect.fail(Fetching.wrongSize(record, size))
        const actual = hash === undefined ? undefined : Encoding.encodeHex(hash.digest())
        return actual === expected || actual === undefined || expected === undefined
          ? Effect.void
          : Effect.fail(new IntegrityError({ artifactId: record.id, what: "sha256", expected, actual }))
      })
      return Stream.concat(
        Progress.trackBytes(
          { phase: "download", label: record.file_name, total: record.size },
          options.progress
        )(bytes),
        Stream.drain(Stream.fromEffect(check))
      )
    })

  const streamMember = (
    artifact: ArtifactReference,
    extentOf: (record: ArtifactRecord, place: CollectionPlace) => Effect.Effect<Extent, DownloadError>,
    options: InCollection
  ): Stream.Stream<Uint8Array, DownloadError> =>
    Stream.unwrap(
      Effect.gen(function* () {
        const [record, place] = yield* located(artifact, options)
        const [offset, length] = yield* extentOf(record, place)
        return readExtent(record, place, [offset, length])
      })
    )

  const readExtent = (
    record: ArtifactRecord,
    place: CollectionPlace,
    [offset, length]: Extent
  ): Stream.Stream<Uint8Array, DownloadError> =>
    Stream.suspend(() => {
      let got = 0
      const bytes = storage.read({ url: urlOf(record, place), operation: "downloadMember", offset, length }).pipe(
        Stream.mapError((failure) => Fetching.toError(failure, record)),
        Stream.tap((piece) =>
          Effect.sync(() => {
            got += piece.length
          })
        )
      )
      const check = Effect.suspend(() =>
        got === length ? Effect.void : Effect.fail(Fetching.wrongSize(record, offset + got))
      )
      return Stream.concat(bytes, Stream.drain(Stream.fromEffect(check)))
    })

  const collected = (stream: Stream.Stream<Uint8Array, DownloadError>): Effect.Effect<Uint8Array, DownloadError> =>
    Effect.map(Stream.runCollect(stream), Bytes.concat)

  const attachment =
    (name: string) =>
    (record: ArtifactRecord, place: CollectionPlace): Effect.Effect<Extent, DownloadError> =>
      Effect.gen(function* () {
        const [start, size] = yield* member(record, "attachments.tar")
        const bytes = yield* collected(readExtent(record, place, yield* member(record, "attachments.index.json")))
        const index = parseJson(bytes)
        const inner: unknown = isObject(index) && Object.hasOwn(index, name) ? index[name] : undefined
        if (!Array.isArray(inner) || !inner.every((value): value is number => typeof value === "number")) {
          return yield* new NotFoundError({
            platform: "luml",
            identifier: name,
            code: "ATTACHMENT_NOT_FOUND",
            message: `artifact ${record.id} has no attachment ${JSON.stringify(name)}; see attachments.index.json`
          })
        }
        const [offset = -1, length = -1] = inner
        return within([offset, length], size)
          ? ([start + offset, length] as const)
          : yield* invalid(
              "artifacts.readAttachment",
              `the extent of ${JSON.stringify(name)} in the index exceeds attachments.tar`
            )
      })

  return {
    download: (artifact, target, options = {}) =>
      Effect.gen(function* () {
        const wrong = Options.problem(callOptions, options)
        if (wrong !== undefined) return yield* invalid("artifacts.download", wrong)
        const { concurrency = 4, partSize = defaultPartSize } = options
        const [record, place] = yield* located(artifact, options)
        const expected = yield* hashOf(record, options)
        const { named, path } = yield* pathOf(record, target)
        const sha256 = yield* LocalFile.orUnavailable(path)(
          Fetching.toFile(environment, {
            record,
            expected,
            path,
            url: urlOf(record, place),
            concurrency,
            partSize,
            overwrite: options.overwrite ?? named,
            options
          })
        )
        return { path, size: record.size, sha256, artifact: record }
      }),
    stream: (artifact, options = {}) =>
      Stream.unwrap(
        Effect.gen(function* () {
          const [record, place] = yield* located(artifact, options)
          return whole(record, place, yield* hashOf(record, options), options)
        })
      ),
    bytes: (artifact, options = {}) =>
      Effect.gen(function* () {
        const [record, place] = yield* located(artifact, options)
        const once = collected(whole(record, place, yield* hashOf(record, options), options))
        // One retry repairs bytes that were corrupted in transit, but not those that are corrupt in the storage.
        return yield* Effect.catchTag(once, "IntegrityError", () => once)
      }),
    streamMember: (artifact, name, options = {}) => streamMember(artifact, (record) => member(record, name), options),
    readMember: (artifact, name, options = {}) =>
      collected(streamMember(artifact, (record) => member(record, name), options)),
    readAttachment: (artifact, name, options = {}) => collected(streamMember(artifact, attachment(name), options))
  }

  function pathOf(
    record: ArtifactRecord,
    target: string | undefined
  ): Effect.Effect<{ readonly path: string; readonly named: boolean }, LocalFileError> {
    return Effect.gen(function* () {
      const fileSystem = yield* FileSystem
      const { join } = yield* Path
      const folder = target === undefined || target === "" ? "." : target
      const info = yield* Effect.option(fileSystem.stat(folder))
      const isFolder = Option.exists(info, ({ type }) => type === "Directory")
      if (!/[/\\]$/.test(folder) && !isFolder) return { path: folder, named: true }
      const name = FileName.lastPart(record.file_name)
      return name === undefined
        ? yield* new LocalFileError({
            platform: "luml",
            reason: "invalid_name",
            file: record.file_name,
            problem: "the file name of the record is not valid on this system",
            hint: "Pass a target path."
          })
        : { path: join(folder, name), named: false }
    }).pipe(LocalFile.orUnavailable(target ?? record.file_name))
  }
}
