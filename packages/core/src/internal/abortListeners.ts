/**
 * One listener a signal, however many calls share it: more than ten on one signal make Node warn of a leak.
 */
const listening = new WeakMap<AbortSignal, Listening>()

interface Listening {
  readonly waiting: Set<() => void>
  readonly listener: () => void
}

/** Calls `f` once when the signal aborts; gives the way to call it off. */
export const onAbort = (signal: AbortSignal, f: () => void): (() => void) => {
  const { listener, waiting } = listening.get(signal) ?? listen(signal)
  // Not `f` itself, which could be given twice.
  const call = (): void => f()
  waiting.add(call)
  return () => {
    waiting.delete(call)
    if (waiting.size > 0) return
    signal.removeEventListener("abort", listener)
    listening.delete(signal)
  }
}

const listen = (signal: AbortSignal): Listening => {
  const waiting = new Set<() => void>()
  const listener = (): void => {
    listening.delete(signal)
    for (const call of waiting) call()
    waiting.clear()
  }
  const made: Listening = { waiting, listener }
  signal.addEventListener("abort", listener, { once: true })
  listening.set(signal, made)
  return made
}
