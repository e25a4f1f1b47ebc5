/**
 * Locks on files, between fibers, processes, containers and hosts that share a folder.
 *
 * The lock of `results.jsonl` is an entry `.results.jsonl.<token>.trilum-lock` beside it, whose modification time its holder
 * renews. A holder that no longer renews it is gone, however it ended; process ids are of no use, since two containers can
 * both run as process 1. docs/decisions/0075-file-locks.md has the protocol and why it is safe.
 *
 * @since 0.1.0
 */
import * as FileSystemModule from "@effect/platform/FileSystem"
import { FileSystem } from "@effect/platform/FileSystem"
import { Path } from "@effect/platform/Path"
import * as Clock from "effect/Clock"
import * as Deferred from "effect/Deferred"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Random from "effect/Random"
import type * as Scope from "effect/Scope"
import { randomName } from "./AtomicFile.js"
import * as LocalFile from "./LocalFile.js"
import { of as errorOf, LocalFileError } from "./LocalFileError.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface Options {
  /** Names the holder in the error of those who do not get the lock, such as `process 12 on build-1`. */
  readonly owner?: string | undefined
  /** A lock that was not renewed for so long is taken over. Default: 5 seconds. */
  readonly stale?: Duration.DurationInput | undefined
}

/**
 * A lock that is held until its scope closes.
 *
 * @since 0.1.0
 * @category models
 */
export interface FileLock {
  /** Fails once another process has taken the lock over, which happens to a process that was stopped for long. */
  readonly lost: Effect.Effect<never, LocalFileError>
}

const suffix = ".trilum-lock"

/** Share of the stale time after which a lock is renewed. */
const renewals = 5

interface Seen {
  readonly time: number
  /** When this time was first seen, by the clock of this process. */
  readonly since: number
  /** The time was another one before: its holder is at work. */
  readonly renewed: boolean
}

/**
 * Takes the lock of a file, or fails with reason `locked` while another holder renews it. After a holder was killed it
 * waits until the lock is stale.
 *
 * @since 0.1.0
 * @category constructors
 */
export const acquire = (
  file: string,
  options: Options = {}
): Effect.Effect<FileLock, LocalFileError, FileSystem | Path | Scope.Scope> =>
  Effect.gen(function* () {
    const fileSystem = yield* FileSystem
    const path = yield* Path
    const stale = Duration.toMillis(options.stale ?? "5 seconds")
    const target = path.resolve(file)
    const folder = path.dirname(target)
    const prefix = `.${path.basename(target)}.`
    const token = yield* randomName
    const pathOf = (name: string): string => path.join(folder, name)
    const own = pathOf(`${prefix}${token}${suffix}`)

    const others = Effect.map(LocalFile.attempt(file, fileSystem.readDirectory(folder)), (names) =>
      names.filter(
        (name) =>
          name.startsWith(prefix) &&
          name.endsWith(suffix) &&
          !name.startsWith(`${prefix}${token}`) &&
          // The rest is a token: the lock of `a` is not that of `a.b`.
          !name.slice(prefix.length, -suffix.length).includes(".")
      )
    )
    const remove = (name: string) => Effect.ignore(fileSystem.remove(name, { force: true }))
    // Added first: whatever ends this, a full disk or an interruption, nothing is left.
    yield* Effect.addFinalizer(() => remove(own))

    const stat = (name: string) => Effect.provideService(LocalFile.stat(file, pathOf(name)), FileSystem, fileSystem)
    const seen = new Map<string, Seen>()
    /**
     * `stale`: not renewed for the stale time, or old and not renewed for a part of it. The age alone does not decide, since
     * the clock of another host may differ and a machine may have slept.
     */
    const judge = (
      name: string
    ): Effect.Effect<"absent" | "candidate" | "stale" | "held" | "unknown", LocalFileError> =>
      Effect.gen(function* () {
        const info = yield* stat(name)
        if (Option.isNone(info)) return "absent"
        const now = yield* Clock.currentTimeMillis
        const time = Option.match(info.value.mtime, { onNone: () => 0, onSome: (date) => date.getTime() })
        const before = seen.get(name)
        const current = before?.time === time ? before : { time, since: now, renewed: before !== undefined }
        seen.set(name, current)
        const watched = now - current.since
        const age = now - time
        if (watched >= stale || (age >= stale && watched >= (stale * 2) / renewals)) return "stale"
        if (info.value.size === FileSystemModule.Size(0)) return "candidate"
        return current.renewed ? "held" : "unknown"
      })
    const inUse = (name: string): Effect.Effect<never, LocalFileError> =>
      Effect.flatMap(
        Effect.orElseSucceed(fileSystem.readFileString(pathOf(name)), () => ""),
        (text) =>
          Effect.fail(
            new LocalFileError({
              reason: "locked",
              file,
              problem: `${text.trim() === "" ? "another process" : text.trim()} is using it`,
              hint: `Wait until it has finished. Its lock is ${pathOf(name)}.`
            })
          )
      )
    /** What is in the way: a candidate, a lock that may be held, or nothing but stale entries. */
    const look = Effect.gen(function* () {
      const dead: Array<string> = []
      let candidate = false
      let unknown = false
      for (const name of yield* others) {
        const state = yield* judge(name)
        if (state === "held") return yield* inUse(name)
        if (state === "stale") dead.push(name)
        candidate ||= state === "candidate"
        unknown ||= state === "unknown"
      }
      return { dead, candidate, unknown }
    })

    /**
     * Removes a stale entry. It is moved aside first, to a name of this process, so that its holder can no longer renew it;
     * one that was renewed since it was judged is put back.
     */
    const bury = (name: string): Effect.Effect<boolean, LocalFileError> =>
      Effect.gen(function* () {
        const grave = `${prefix}${token}-${name.slice(prefix.length)}`
        const moved = yield* Effect.isSuccess(fileSystem.rename(pathOf(name), pathOf(grave)))
        if (!moved) return false
        const info = yield* stat(grave)
        const time = Option.flatMap(info, ({ mtime }) => mtime)
        if (Option.isSome(time) && time.value.getTime() !== seen.get(name)?.time) {
          yield* Effect.ignore(fileSystem.rename(pathOf(grave), pathOf(name)))
          return false
        }
        yield* remove(pathOf(grave))
        return true
      }).pipe(Effect.uninterruptible)

    /**
     * Announces this process with an empty entry and then looks who else is there: of two that come at once, at least one
     * sees the other and withdraws. The entry keeps its name when it is won, since a folder that is read while an entry is
     * renamed may show neither name.
     */
    const claim = (dead: ReadonlyArray<string>): Effect.Effect<boolean, LocalFileError> =>
      Effect.gen(function* () {
        yield* LocalFile.attempt(file, fileSystem.writeFile(own, new Uint8Array(), { flag: "wx", mode: 0o600 }))
        if ((yield* others).some((name) => !dead.includes(name))) {
          yield* remove(own)
          return false
        }
        for (const name of dead) if (!(yield* bury(name))) return yield* Effect.as(remove(own), false)
        // `r+` creates nothing: a candidate that slept and was taken for dead does not win.
        const won = LocalFile.attempt(
          file,
          fileSystem.writeFileString(own, `${options.owner ?? "another process"}\n`, { flag: "r+" })
        )
        return yield* Effect.catchIf(
          Effect.as(won, true),
          (failure) => failure.reason === "not_found",
          () => Effect.succeed(false)
        )
      })

    for (let pause = 10; ; pause = Math.min(pause * 2, stale / renewals / 2)) {
      const { candidate, dead, unknown } = yield* look
      if (!candidate && !unknown && (yield* claim(dead))) break
      yield* Effect.sleep(unknown ? stale / renewals / 4 : yield* Random.nextRange(pause / 10, pause))
    }

    const lost = yield* Deferred.make<never, LocalFileError>()
    const renew = Effect.gen(function* () {
      yield* background(stale / renewals)
      const now = new Date(yield* Clock.currentTimeMillis)
      yield* LocalFile.attempt(file, fileSystem.utimes(own, now, now))
    })
    yield* Effect.forever(renew).pipe(
      Effect.catchAll(() => Deferred.fail(lost, errorOf(file, "locked", "another process has taken it over"))),
      Effect.forkScoped
    )
    return { lost: Deferred.await(lost) }
  })

/** A wait that does not keep the process alive: a program that forgets to close a file must still end. */
const background = (milliseconds: number): Effect.Effect<void> =>
  Effect.async((resume) => {
    const timer: unknown = setTimeout(() => resume(Effect.void), milliseconds)
    if (typeof timer === "object" && timer !== null && "unref" in timer && typeof timer.unref === "function") {
      timer.unref()
    }
    return Effect.sync(() => clearTimeout(Number(timer)))
  })

/**
 * Runs an effect with the lock of a file, and interrupts it should the lock be lost.
 *
 * @since 0.1.0
 * @category combinators
 */
export const withLock =
  (file: string, options?: Options) =>
  <A, E, R>(self: Effect.Effect<A, E, R>): Effect.Effect<A, E | LocalFileError, R | FileSystem | Path> =>
    Effect.scoped(Effect.flatMap(acquire(file, options), ({ lost }) => Effect.raceFirst(self, lost)))
