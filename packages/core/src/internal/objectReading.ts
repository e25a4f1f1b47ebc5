import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as ExecutionStrategy from "effect/ExecutionStrategy"
import * as Exit from "effect/Exit"
import * as Option from "effect/Option"
import * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import * as Errors from "../ApiError.js"
import type { Call, ObjectError, ObjectInfo, ReadCall } from "../ObjectTransfer.js"
import { discardBody } from "./discardBody.js"
import type { Opened, Requests } from "./objectRequests.js"
import * as Streaming from "./streaming.js"

/** What the head of an answer says about the bytes behind it. */
interface Extent {
  /** Position in the object of the first byte that comes. */
  readonly start: number
  /** Position after the last byte of the object, when known. */
  readonly total: number | undefined
  readonly ranged: boolean
  readonly etag: string | undefined
}

const whole = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined

/** `bytes 0-99/1234`, `bytes 0-99/*`; of a 416 `bytes` and a star for the range. */
const contentRange = /^bytes (?:(\d+)-(\d+)|\*)\/(\d+|\*)$/i

const extentOf = (opened: Opened, asked: number): Extent | Errors.StreamError => {
  const { headers, status } = opened.response
  const etag = headers["etag"]
  if (status !== 206 && status !== 416)
    return { start: 0, total: whole(headers["content-length"]), ranged: false, etag }
  const range = contentRange.exec(headers["content-range"] ?? "")
  const start = whole(range?.[1])
  const total = whole(range?.[3])
  if (status === 416 && total !== undefined && asked >= total) return { start: asked, total, ranged: true, etag }
  if (status === 206 && start === asked) return { start, total, ranged: true, etag }
  return invalid(opened, "the store sent another part of the object than it was asked for")
}

const invalid = (opened: Opened, problem: string): Errors.StreamError => {
  const facts = opened.facts()
  return new Errors.StreamError({ ...facts, reason: "invalid", message: `${facts.method} ${facts.path}: ${problem}` })
}

/** Only a strong tag says that two answers are of the same bytes. */
const isStrong = (etag: string | undefined): etag is string => etag !== undefined && /^"[^"]*"$/.test(etag)

interface Connection {
  readonly pull: Effect.Effect<Chunk.Chunk<Uint8Array>, Option.Option<ObjectError>>
  readonly opened: Opened
  readonly scope: Scope.CloseableScope
}

export interface Reading {
  readonly read: <E>(call: ReadCall<E>) => Stream.Stream<Uint8Array, ObjectError | E>
  readonly probe: <E>(call: Call<E>) => Effect.Effect<ObjectInfo, ObjectError | E>
}

export const make = (requests: Requests): Reading => {
  const { idle } = requests

  const brokenOf = (opened: Opened) => Streaming.breaking(opened.facts, opened.redactor)

  const read = <E>(call: ReadCall<E>): Stream.Stream<Uint8Array, ObjectError | E> => {
    const first = call.offset ?? 0
    if (call.length === 0) return Stream.empty
    return Stream.fromPull(
      Effect.map(Effect.scope, (outer) => {
        type Pull = Effect.Effect<Chunk.Chunk<Uint8Array>, Option.Option<ObjectError | E>>
        let position = first
        let end = call.length === undefined ? undefined : first + call.length
        let skip = 0
        let etag: string | undefined
        let failures = 0
        let connection: Connection | undefined

        const headers = (): Readonly<Record<string, string>> => ({
          ...(position === 0 && end === undefined
            ? undefined
            : { range: `bytes=${position}-${end === undefined ? "" : end - 1}` }),
          ...(isStrong(etag) ? { "if-match": etag } : undefined)
        })

        const connect: Effect.Effect<void, ObjectError | E> = Effect.uninterruptibleMask((restore) =>
          Effect.flatMap(restore(requests.open(call, headers())), (opened) => {
            const extent = extentOf(opened, position)
            if ("_tag" in extent) return Effect.zipRight(discardBody(opened.response), Effect.fail(extent))
            etag ??= extent.etag
            skip = position - extent.start
            if (call.length === undefined) end ??= extent.total
            if (opened.response.status === 416) {
              end = position
              return discardBody(opened.response)
            }
            return Effect.gen(function* () {
              const scope = yield* Scope.fork(outer, ExecutionStrategy.sequential)
              yield* Scope.addFinalizer(scope, discardBody(opened.response))
              const broken = brokenOf(opened)
              const bytes = Streaming.bytes({ response: opened.response, broken }, idle)
              connection = { pull: yield* Scope.extend(Stream.toPull(bytes), scope), opened, scope }
            })
          })
        )

        const disconnect: Effect.Effect<void> = Effect.suspend(() => {
          const old = connection
          connection = undefined
          return old === undefined ? Effect.void : Scope.close(old.scope, Exit.void)
        })

        const recover = (failure: ObjectError): Pull =>
          Effect.flatMap(Effect.zipRight(disconnect, requests.pause(failure, failures++)), (retries) =>
            retries ? next : Effect.fail(Option.some(failure))
          )

        const take = (chunk: Chunk.Chunk<Uint8Array>): Pull => {
          const limit = end === undefined ? Infinity : end - position
          if (skip === 0) {
            let length = 0
            for (const bytes of chunk) length += bytes.length
            if (length <= limit) {
              position += length
              failures = 0
              return Effect.succeed(chunk)
            }
          }
          const kept: Array<Uint8Array> = []
          for (const bytes of chunk) {
            const dropped = Math.min(skip, bytes.length)
            skip -= dropped
            const rest = bytes.subarray(dropped, dropped + (end === undefined ? bytes.length : end - position))
            if (rest.length > 0) kept.push(rest)
            position += rest.length
          }
          if (kept.length === 0) return next
          failures = 0
          return Effect.succeed(Chunk.unsafeFromArray(kept))
        }

        const next: Pull = Effect.suspend((): Pull => {
          if (end !== undefined && position >= end) return Effect.zipRight(disconnect, Effect.fail(Option.none()))
          if (connection === undefined) return Effect.zipRight(Effect.mapError(connect, Option.some), next)
          const { opened, pull } = connection
          return Effect.matchEffect(pull, {
            onSuccess: take,
            onFailure: (failure) => {
              if (Option.isSome(failure)) return recover(failure.value)
              return end === undefined ? Effect.fail(Option.none()) : recover(brokenOf(opened)("cut"))
            }
          })
        })
        return next
      })
    )
  }

  const probe = <E>(call: Call<E>): Effect.Effect<ObjectInfo, ObjectError | E> =>
    Effect.flatMap(requests.open(call, { range: "bytes=0-0" }), (opened) =>
      Effect.zipRight(
        discardBody(opened.response),
        Effect.suspend(() => {
          const extent = extentOf(opened, 0)
          return "_tag" in extent
            ? Effect.fail(extent)
            : Effect.succeed<ObjectInfo>({ size: extent.total, etag: extent.etag, ranges: extent.ranged })
        })
      )
    )

  return { read, probe }
}
