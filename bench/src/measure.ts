/** One figure of the benchmarks, as a ratio to a baseline measured in turn with it. */
export interface Row {
  readonly name: string
  readonly ratio: number
  /** `max`: the ratio must not exceed it; `min`: it must reach it. */
  readonly budget: { readonly kind: "max" | "min"; readonly value: number }
  /** The ratio of each round; `ratio` is their median. */
  readonly samples: ReadonlyArray<number>
}

export const isOk = ({ budget, ratio }: Row): boolean =>
  budget.kind === "max" ? ratio <= budget.value : ratio >= budget.value

export const median = (values: ReadonlyArray<number>): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2
}

const collect = (): void => globalThis.gc?.()

/** Microseconds of CPU that `work` takes, user and system, all threads of this process. */
export const cpu = async (work: () => Promise<void>): Promise<number> => {
  collect()
  const before = process.cpuUsage()
  await work()
  const used = process.cpuUsage(before)
  return used.user + used.system
}

/** Milliseconds that `work` takes. */
export const wall = async (work: () => Promise<void> | void): Promise<number> => {
  collect()
  const before = performance.now()
  await work()
  return performance.now() - before
}

/**
 * Rounds of subject and baseline in turn, so that a machine that changes its speed changes both. Each round gives one
 * ratio `subject / baseline` of whatever `meter` reads.
 */
export const ratios = async (options: {
  readonly rounds: number
  readonly meter: (work: () => Promise<void>) => Promise<number>
  readonly subject: () => Promise<void>
  readonly baseline: () => Promise<void>
}): Promise<ReadonlyArray<number>> => {
  const samples: Array<number> = []
  await options.subject()
  await options.baseline()
  for (let round = 0; round < options.rounds; round++) {
    const subjectFirst = round % 2 === 0
    const first = await options.meter(subjectFirst ? options.subject : options.baseline)
    const second = await options.meter(subjectFirst ? options.baseline : options.subject)
    samples.push(subjectFirst ? first / second : second / first)
  }
  return samples
}

export const row = (name: string, kind: "max" | "min", value: number, samples: ReadonlyArray<number>): Row => ({
  name,
  ratio: median(samples),
  budget: { kind, value },
  samples
})
