/** Metrics of this process as text for Prometheus, version 0.0.4 of the format. */
import * as Chunk from "effect/Chunk"
import * as MetricKeyType from "effect/MetricKeyType"
import type * as MetricPair from "effect/MetricPair"
import * as MetricState from "effect/MetricState"
import * as Option from "effect/Option"

const escape = (text: string): string => text.replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll('"', '\\"')

const labels = (pairs: ReadonlyArray<readonly [string, string]>): string =>
  pairs.length === 0 ? "" : `{${pairs.map(([name, value]) => `${name}="${escape(value)}"`).join(",")}}`

const numeral = (value: number | bigint): string =>
  value === Number.POSITIVE_INFINITY ? "+Inf" : value === Number.NEGATIVE_INFINITY ? "-Inf" : String(value)

/** Metrics whose names begin with `prefix`. Counters get the suffix `_total`. */
export const render = (pairs: ReadonlyArray<MetricPair.MetricPair.Untyped>, prefix: string): string => {
  const families = new Map<string, { readonly head: string; readonly lines: Array<string> }>()
  for (const { metricKey, metricState } of pairs) {
    if (!metricKey.name.startsWith(prefix)) continue
    const isCounter = MetricKeyType.isCounterKey(metricKey.keyType)
    const name = isCounter ? `${metricKey.name}_total` : metricKey.name
    const kind = isCounter ? "counter" : MetricState.isHistogramState(metricState) ? "histogram" : "gauge"
    const help = Option.getOrElse(metricKey.description, () => "")
    const family = families.get(name) ?? {
      head: `# HELP ${name} ${help.replaceAll("\n", " ")}\n# TYPE ${name} ${kind}\n`,
      lines: []
    }
    families.set(name, family)
    const tags = metricKey.tags.map(({ key, value }) => [key, value] as const)
    if (MetricState.isCounterState(metricState))
      family.lines.push(`${name}${labels(tags)} ${numeral(metricState.count)}`)
    else if (MetricState.isGaugeState(metricState))
      family.lines.push(`${name}${labels(tags)} ${numeral(metricState.value)}`)
    else if (MetricState.isHistogramState(metricState)) {
      for (const [limit, count] of metricState.buckets) {
        family.lines.push(`${name}_bucket${labels([...tags, ["le", numeral(limit)]])} ${count}`)
      }
      if (
        !Chunk.toReadonlyArray(Chunk.fromIterable(metricState.buckets)).some(
          ([limit]) => limit === Number.POSITIVE_INFINITY
        )
      ) {
        family.lines.push(`${name}_bucket${labels([...tags, ["le", "+Inf"]])} ${metricState.count}`)
      }
      family.lines.push(
        `${name}_sum${labels(tags)} ${metricState.sum}`,
        `${name}_count${labels(tags)} ${metricState.count}`
      )
    }
  }
  return [...families.values()].map(({ head, lines }) => `${head}${lines.join("\n")}\n`).join("")
}
