import type { ObservedAnswer } from "@trilum/core/ApiClient"

/** Tells whoever listens of every answer that a client gets, those that are repeated included. */
export interface Answers {
  readonly tell: (answer: ObservedAnswer) => void
  /** Returns what ends the listening. */
  readonly listen: (listener: (answer: ObservedAnswer) => void) => () => void
}

export const make = (): Answers => {
  const listeners = new Set<(answer: ObservedAnswer) => void>()
  return {
    tell: (answer) => {
      for (const listener of listeners) listener(answer)
    },
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    }
  }
}
