/** A tracer that keeps its spans. */
import type * as Context from "effect/Context"
import type * as Exit from "effect/Exit"
import type * as Option from "effect/Option"
import * as Tracer from "effect/Tracer"

export class Span implements Tracer.Span {
  readonly _tag = "Span"
  readonly spanId = "00f067aa0ba902b7"
  readonly traceId = "4bf92f3577b34da6a3ce929d0e0e4736"
  readonly sampled = true
  readonly links: Array<Tracer.SpanLink> = []
  readonly attributes = new Map<string, unknown>()
  status: Tracer.SpanStatus = { _tag: "Started", startTime: 0n }
  readonly name: string
  readonly kind: Tracer.SpanKind
  readonly parent: Option.Option<Tracer.AnySpan>
  readonly context: Context.Context<never>
  constructor(
    name: string,
    kind: Tracer.SpanKind,
    parent: Option.Option<Tracer.AnySpan>,
    context: Context.Context<never>
  ) {
    this.name = name
    this.kind = kind
    this.parent = parent
    this.context = context
  }
  end(endTime: bigint, exit: Exit.Exit<unknown, unknown>): void {
    this.status = { _tag: "Ended", startTime: 0n, endTime, exit }
  }
  attribute(name: string, value: unknown): void {
    this.attributes.set(name, value)
  }
  event(): void {}
  addLinks(): void {}
}

export const recorder = () => {
  const spans: Array<Span> = []
  const tracer = Tracer.make({
    span: (name, parent, context, _links, _start, kind) => {
      const span = new Span(name, kind, parent, context)
      spans.push(span)
      return span
    },
    context: (f) => f()
  })
  return { spans, tracer }
}
