/**
 * What `trilum lumnis integrations connect` and `wait` do.
 *
 * @since 0.1.0
 */
import { Lumnis } from "@trilum/lumnis/Lumnis"
import * as Effect from "effect/Effect"
import { LocalError, UsageError } from "../../CliError.js"
import type { Invocation } from "../../Command.js"
import { exitCode } from "../../exitCode.js"
import * as Layers from "../../layers.js"
import { duration } from "../../parse.js"
import * as Json from "../../render/json.js"
import * as Progress from "../../render/progress.js"
import { harmless } from "../../render/width.js"
import { attempt, print } from "../../run.js"
import * as Browser from "./browser.js"
import { quoted } from "./forWhom.js"

interface Wanted {
  readonly app: string
  readonly user: string
  readonly provider: string | undefined
  readonly deadline: number | undefined
}

const wantedOf = ({ values }: Invocation): Wanted => {
  const [app = ""] = values.arguments
  if (app.trim() === "") throw new UsageError("the app is empty")
  const user = values.text("user") ?? ""
  if (user === "")
    throw new UsageError("a connection is a user's, and none is given", "add --user ID (an id or an e-mail)")
  return { app, user, provider: values.text("provider"), deadline: duration(values, "deadline") }
}

const waiting = (invocation: Invocation, client: Lumnis.Service, { app, deadline, provider, user }: Wanted) =>
  Effect.gen(function* () {
    const { io, json } = invocation
    const name = harmless(app.toUpperCase())
    const progress = yield* Effect.acquireRelease(
      Effect.sync(() => Progress.make(io)),
      (made) => Effect.promise(made.stop)
    )
    progress.status(`waiting until ${name} is connected`)
    const connection = yield* client.integrations.waitForConnection(user, app, { provider, deadline }).pipe(
      Effect.onInterrupt(() =>
        Effect.promise(async () => {
          await progress.stop()
          await progress.line(
            `interrupted: the address stays as it is; to wait again: trilum lumnis integrations wait ${name} --user ${quoted(user)}`
          )
        })
      )
    )
    yield* Effect.promise(progress.stop)
    if (json) return yield* print(io.stdout, `${Json.compact({ type: "connected", connection })}\n`)
    yield* attempt(() => progress.line(`${name} is connected`))
  })

/**
 * @since 0.1.0
 * @category constructors
 */
export const runConnect = async (invocation: Invocation): Promise<number> => {
  const { io, json, values } = invocation
  const wanted = wantedOf(invocation)
  const waits = values.flag("wait") !== false
  if (!waits && wanted.deadline !== undefined) throw new UsageError("--deadline is for waiting; leave out --no-wait")
  await Layers.runLumnis(
    invocation,
    Effect.gen(function* () {
      const client = yield* Lumnis
      const { app, provider, user } = wanted
      const begun = yield* client.integrations.connect({
        app_name: app,
        user_id: user,
        provider,
        enable: values.flag("enable"),
        integration_id: values.text("integration-id")
      })
      const url = begun.redirect_url ?? undefined
      if (json) yield* print(io.stdout, `${Json.compact({ type: "started", ...begun })}\n`)
      else if (url === undefined) {
        yield* print(io.stderr, `${harmless(begun.message ?? "the platform gives no address to open")}\n`)
      } else {
        yield* print(io.stderr, `open this address to connect ${harmless(app.toUpperCase())}:\n`)
        yield* print(io.stdout, `${io.stdout.isTTY ? harmless(url) : url}\n`)
      }
      if (values.flag("open") === true && url !== undefined && !(yield* Effect.promise(() => Browser.open(io, url)))) {
        yield* print(io.stderr, "warning: no browser could be opened; open the address yourself\n")
      }
      if (waits) yield* waiting(invocation, client, wanted)
      else if (url === undefined && !json) {
        return yield* Effect.fail(new LocalError("there is no address to open"))
      }
    })
  )
  return exitCode.ok
}

/**
 * @since 0.1.0
 * @category constructors
 */
export const runWait = async (invocation: Invocation): Promise<number> => {
  const wanted = wantedOf(invocation)
  await Layers.runLumnis(
    invocation,
    Effect.flatMap(Lumnis, (client) => waiting(invocation, client, wanted))
  )
  return exitCode.ok
}
