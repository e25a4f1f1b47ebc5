import { createParser } from "eventsource-parser"
import type { SseEvent } from "../Sse.js"

/**
 * A push parser from bytes to events. After an event that `terminal` names, everything is ignored.
 */
export interface SseParser {
  readonly push: (bytes: Uint8Array) => void
  /** The events completed since the last call. */
  readonly take: () => ReadonlyArray<SseEvent>
  /** Whether the terminal event has been parsed. */
  readonly ended: () => boolean
}

const BOM = "\uFEFF"

/**
 * Marks an `id` line on its way through the parser. A UTF-8 decoder never yields a lone surrogate, so no server can
 * forge it.
 */
const ID_MARK = "\uD800"

/** Lines that end in a lone CR, or some in CRLF and some in LF. */
const MIXED = /\r(?!\n)|[^\r]\n/

/**
 * eventsource-parser holds back a CR at the end of a chunk, is quadratic where line ends are mixed, forgets the id of
 * a block without data and takes the characters U+00EF U+00BB U+00BF for a byte order mark. So it is fed text whose
 * line ends are all CRLF or all LF, whose `id` lines are marked comments, and whose byte order mark is gone.
 */
export const make = (terminal: ((event: SseEvent) => boolean) | undefined): SseParser => {
  let events: Array<SseEvent> = []
  let ended = false
  let lastId = ""
  let retry: number | undefined

  const emit = (event: SseEvent): void => {
    if (ended) return
    events.push(event)
    if (terminal?.(event) === true) ended = true
  }

  const parser = createParser({
    onEvent: (message) => {
      const event = message.event ?? "message"
      const data = message.data
      if (lastId === "" && retry === undefined) {
        emit({ event, data })
      } else if (retry === undefined) {
        emit({ event, data, id: lastId })
      } else {
        const after = retry
        retry = undefined
        emit(lastId === "" ? { event, data, retry: after } : { event, data, id: lastId, retry: after })
      }
    },
    onRetry: (milliseconds) => {
      retry = milliseconds
    },
    onComment: (line) => {
      if (!line.startsWith(ID_MARK)) return
      if (line.length > 1 && line[1] !== ":") return
      const value = line.slice(line[2] === " " ? 3 : 2)
      if (!value.includes("\0")) lastId = value
    }
  })
  parser.feed("")

  const decode = utf8()
  let started = false
  let afterCr = false
  let atLineStart = true
  let held = ""

  const push = (bytes: Uint8Array): void => {
    if (ended) return
    let text = decode(bytes)
    if (text === "") return
    if (!started) {
      started = true
      if (text.startsWith(BOM)) text = text.slice(1)
    }
    if (afterCr && text !== "") {
      afterCr = false
      if (text.startsWith("\n")) text = text.slice(1)
    }
    if (text === "") return
    if (text.includes("\r")) {
      if (text.endsWith("\r")) {
        afterCr = true
        text += "\n"
      }
      if (MIXED.test(text)) text = text.replace(/\r\n?/g, "\n")
    }
    if (held !== "") {
      text = held + text
      held = ""
    }
    if (text.endsWith("\ni") || (atLineStart && text === "i")) {
      held = "i"
      text = text.slice(0, -1)
      if (text === "") return
    }
    const startsWithId = atLineStart && text.startsWith("id")
    atLineStart = text.endsWith("\n")
    if (startsWithId) text = `:${ID_MARK}${text.slice(2)}`
    if (text.includes("id") && text.includes("\nid")) text = text.replaceAll("\nid", `\n:${ID_MARK}`)
    parser.feed(text)
  }

  const take = (): ReadonlyArray<SseEvent> => {
    if (events.length === 0) return events
    const taken = events
    events = []
    return taken
  }

  return { push, take, ended: () => ended }
}

/**
 * Decodes UTF-8 that is cut at any byte. Holding back the unfinished sequence here keeps each call on the decoder's
 * one-shot path, several times faster than its streaming one. A cut before a lead byte never changes the result,
 * for invalid input too, because a lead byte always starts anew.
 */
const utf8 = (): ((bytes: Uint8Array) => string) => {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true })
  let pending: Uint8Array | undefined
  return (chunk) => {
    let bytes = chunk
    if (pending !== undefined) {
      bytes = new Uint8Array(pending.length + chunk.length)
      bytes.set(pending)
      bytes.set(chunk, pending.length)
      pending = undefined
    }
    const end = completeLength(bytes)
    if (end < bytes.length) {
      pending = bytes.slice(end)
      bytes = bytes.subarray(0, end)
    }
    return bytes.length === 0 ? "" : decoder.decode(bytes)
  }
}

/** Bytes before a sequence that the end of `bytes` leaves unfinished. */
const completeLength = (bytes: Uint8Array): number => {
  const length = bytes.length
  for (let back = 1; back <= 3 && back <= length; back++) {
    const byte = bytes[length - back] ?? 0
    if (byte < 0x80) return length
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return needed > back ? length - back : length
    }
  }
  return length
}
