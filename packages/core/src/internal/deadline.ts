import type * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as DefaultServices from "effect/DefaultServices"
import type * as Fiber from "effect/Fiber"

/**
 * The time limit of one attempt, kept by the transport itself: a timer that fails the exchange where it stands.
 * `Effect.timeoutFail` does the same for any client by forking the work and a sleep, which costs more than all else in a
 * call.
 */
export class Deadline {
  expired = false
  private readonly timer: ReturnType<typeof setTimeout>
  private fail: ((reason: Error) => void) | undefined

  constructor(milliseconds: number) {
    this.timer = setTimeout(
      () => {
        this.expired = true
        this.fail?.(tooLong())
      },
      Math.min(milliseconds, longestTimer)
    )
  }

  /** How the exchange under way is ended; at once when time was up before it began. */
  attach(fail: (reason: Error) => void): void {
    if (this.expired) fail(tooLong())
    else this.fail = fail
  }

  /** The attempt is over, one way or another. */
  done(): void {
    clearTimeout(this.timer)
    this.fail = undefined
  }
}

const tooLong = (): Error => new Error("the attempt took too long")

/** Longer delays overflow `setTimeout` and fire at once. */
const longestTimer = 2 ** 31 - 1

const key = Symbol.for("@trilum/core/Deadline")

/** The request with its deadline on it. */
export const put = (
  request: HttpClientRequest.HttpClientRequest,
  deadline: Deadline
): HttpClientRequest.HttpClientRequest => Object.assign(request, { [key]: deadline })

export const of = (request: HttpClientRequest.HttpClientRequest): Deadline | undefined => {
  const deadline: unknown = key in request ? request[key] : undefined
  return deadline instanceof Deadline ? deadline : undefined
}

const liveClock = Context.get(DefaultServices.liveServices, Clock.Clock)

/** Timers follow the machine's clock only; under any other, limits have to be kept by `Effect`. */
export const isLive = (fiber: Fiber.RuntimeFiber<unknown, unknown>): boolean =>
  Context.get(fiber.currentDefaultServices, Clock.Clock) === liveClock
