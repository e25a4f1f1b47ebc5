import * as Decoder from "@trilum/core/Decoder"
import type { ResponseSchema } from "@trilum/core/ResponseSchema"
import type { SseEvent } from "@trilum/core/Sse"
import type { DraftCreated, DraftEvent, ProspectFailed } from "../DraftEvent.js"
import * as Generated from "../generated/messaging.js"

const reader = <A>(
  schema: ResponseSchema<A>,
  make: (data: A) => DraftEvent
): ((data: unknown) => DraftEvent | undefined) => {
  const decode = Decoder.compile(schema)
  return (data) => {
    const result = decode(data)
    return result.ok ? make(result.value) : undefined
  }
}

const created = (draft: Generated.DraftResponse, id: string | null | undefined): DraftCreated => ({
  _tag: "DraftCreated",
  draft,
  prospect_external_id: id ?? draft.prospect_external_id ?? null
})

const readers: Readonly<Record<string, (data: unknown) => DraftEvent | undefined>> = {
  job_started: reader(Generated.BatchDraftJobStartedDataSchema, ({ job_id }) => ({
    _tag: "JobStarted",
    jobId: job_id
  })),
  progress: reader(Generated.BatchDraftProgressDataSchema, (data) => ({ _tag: "Progress", ...data })),
  draft_created: reader(Generated.BatchDraftCreatedDataSchema, ({ draft, prospect_external_id }) =>
    created(draft, prospect_external_id)
  ),
  error: reader(Generated.BatchDraftErrorDataSchema, ({ error, prospect }) => ({
    _tag: "ProspectFailed",
    prospect,
    error
  })),
  complete: reader(Generated.BatchDraftCompleteDataSchema, (data) => ({ _tag: "Completed", ...data }))
}

/** Decodes an event of the stream; `undefined` for one that is unknown or invalid. */
export const read = (event: SseEvent): DraftEvent | undefined => {
  let json: unknown
  try {
    json = JSON.parse(event.data)
  } catch {
    return undefined
  }
  if (typeof json !== "object" || json === null || !("event" in json) || !("data" in json)) return undefined
  const name = json.event
  return typeof name === "string" && Object.hasOwn(readers, name) ? readers[name]?.(json.data) : undefined
}

/** Records what was emitted of a batch, so that each draft and failure is emitted once, over all connections. */
export interface Ledger {
  readonly jobId: () => string | undefined
  readonly created: () => number
  /** A connection starts. It may repeat everything from the start. */
  readonly connected: () => void
  /** The news of an event. */
  readonly take: (event: DraftEvent) => ReadonlyArray<DraftEvent>
  /** The news of a state of the job. */
  readonly takeStatus: (status: Generated.BatchDraftJobStatusResponse) => ReadonlyArray<DraftEvent>
}

const keyOf = ({ error, prospect }: Pick<ProspectFailed, "error" | "prospect">): string =>
  JSON.stringify([prospect, error])

/** Number of each failure; two prospects may fail alike. */
type Counts = Map<string, number>

const count = (counts: Counts, event: ProspectFailed): number => counts.get(keyOf(event)) ?? 0

const increment = (counts: Counts, event: ProspectFailed): void => {
  counts.set(keyOf(event), count(counts, event) + 1)
}

export const make = (job: string | undefined): Ledger => {
  const drafts = new Set<string>()
  const failures: Counts = new Map()
  let failed = 0
  /** Failures that this connection sent, repetitions of earlier connections included. */
  let repeated: Counts = new Map()
  let jobId = job
  let announced = false
  let processed = -1

  const announce = (id: string): ReadonlyArray<DraftEvent> => {
    jobId = id
    if (announced) return []
    announced = true
    return [{ _tag: "JobStarted", jobId: id }]
  }

  const add = (event: DraftCreated): ReadonlyArray<DraftEvent> => {
    if (drafts.has(event.draft.id)) return []
    drafts.add(event.draft.id)
    return [event]
  }

  const fail = (event: ProspectFailed): ReadonlyArray<DraftEvent> => {
    increment(failures, event)
    failed++
    return [event]
  }

  /** What a complete list adds, without emitting more failures than it has. */
  const settle = (
    all: ReadonlyArray<DraftCreated>,
    listed: ReadonlyArray<ProspectFailed>
  ): ReadonlyArray<DraftEvent> => {
    const seen: Counts = new Map()
    const missing = listed.filter((failure) => {
      increment(seen, failure)
      return count(seen, failure) > count(failures, failure)
    })
    return [...all.flatMap(add), ...missing.slice(0, Math.max(0, listed.length - failed)).flatMap(fail)]
  }

  const progress = (event: Extract<DraftEvent, { readonly _tag: "Progress" }>): ReadonlyArray<DraftEvent> => {
    if (event.processed <= processed) return []
    processed = event.processed
    return [event]
  }

  return {
    jobId: () => jobId,
    created: () => drafts.size,
    connected: () => {
      repeated = new Map()
    },
    take: (event) => {
      switch (event._tag) {
        case "JobStarted":
          return announce(event.jobId)
        case "Progress":
          return progress(event)
        case "DraftCreated":
          return add(event)
        case "ProspectFailed":
          increment(repeated, event)
          return count(repeated, event) > count(failures, event) ? fail(event) : []
        case "Completed":
          return [
            ...settle(
              event.drafts.map((draft) => created(draft, undefined)),
              event.error_details.map((detail) => ({ _tag: "ProspectFailed", ...detail }))
            ),
            event
          ]
      }
    },
    takeStatus: (status) => {
      const listed = status.errors.map(failureOf)
      const events = [
        ...announce(status.job_id),
        ...settle(
          status.drafts.map((draft) => created(draft, undefined)),
          listed
        ),
        ...progress({
          _tag: "Progress",
          processed: status.progress.processed,
          total: status.progress.total,
          percentage: status.progress.percentage
        })
      ]
      if (status.status !== "completed") return events
      return [
        ...events,
        {
          _tag: "Completed",
          job_id: status.job_id,
          created: status.drafts.length,
          errors: listed.length,
          drafts: status.drafts,
          error_details: listed.map(({ error, prospect }) => ({ error, prospect })),
          error_message: status.error_message ?? null
        }
      ]
    }
  }
}

/** The shape of a job's errors is not documented; the names of the stream's errors are tried first. */
const failureOf = (error: Readonly<Record<string, unknown>>): ProspectFailed => {
  const text = (...names: ReadonlyArray<string>): string | undefined => {
    for (const name of names) {
      const value = error[name]
      if (typeof value === "string" && value !== "") return value
    }
    return undefined
  }
  return {
    _tag: "ProspectFailed",
    prospect: text("prospect", "prospect_name", "name", "prospect_external_id", "prospect_id") ?? "",
    error: text("error", "error_message", "message", "detail") ?? JSON.stringify(error)
  }
}
