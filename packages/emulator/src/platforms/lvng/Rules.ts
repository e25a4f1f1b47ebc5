/**
 * Scripts for later requests, added by admin routes. The newest that matches is used, as often as its rule says. They
 * are part of the state, so `POST /__emulator/reset` deletes them.
 */
import type { Context } from "../../Platform.js"
import type { ChatScript } from "./ChatScript.js"
import type { RunScript } from "./WorkflowRun.js"

interface Rule<Script> {
  /** Text that the message, or the name and inputs of the workflow, contain; absent: any. */
  readonly match: string | undefined
  /** How often it can still be used; `null`: without limit. */
  readonly left: number | null
  readonly script: Script
}

export interface Rules<Script> {
  readonly add: (rule: Rule<Script>) => void
  readonly take: (words: string) => Script | undefined
  readonly list: () => ReadonlyArray<Rule<Script>>
  readonly clear: () => void
}

const rules =
  <Script>(name: string) =>
  (context: Context): Rules<Script> => {
    const collection = context.store.collection<Rule<Script>>(`lvng.${name}`)
    return {
      add: (rule) => collection.set(String(context.store.count(`lvng.${name}`)), rule),
      take: (words) => {
        const found = collection
          .entries()
          .toReversed()
          .find(([, { left, match }]) => left !== 0 && (match === undefined || words.includes(match)))
        if (found === undefined) return undefined
        const [id, rule] = found
        if (rule.left !== null) collection.set(id, { ...rule, left: rule.left - 1 })
        return rule.script
      },
      list: () => collection.values().filter(({ left }) => left !== 0),
      clear: () => {
        for (const [id] of collection.entries()) collection.delete(id)
      }
    }
  }

export const runs = rules<RunScript>("run-scripts")
export const chats = rules<ChatScript>("chat-scripts")
