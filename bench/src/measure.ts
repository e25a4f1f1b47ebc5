/** One figure of the benchmarks, as a ratio to a baseline measured in turn with it. */
export interface Row {
  readonly name: string
  readonly ratio: number
  /** `max`: the ratio must not exceed it; `min`: it must reach it. See section 8 of the design. */
  readonly budget: { readonly kind: "max" | "min"; readonly value: number }
  /** The ratio of each round; `ratio` is their median. */
  readonly samples: ReadonlyArray<number>
}

export const isOk = ({ budget, ratio }: Row): boolean =>
  budget.kind === "max" ? ratio <= budget.value : ratio >= budget.value

const median = (values: ReadonlyArray<number>): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2
}

/** Gives one reading of a piece of work. */
type Meter = (work: () => Promise<void>) => Promise<number>

/**
 * Microseconds of CPU, user and system, of all threads of this process. Garbage is not collected before: that would drop
 * the optimized code of whatever is idle, and the figure would be that of the interpreter.
 */
export const cpu: Meter = async (work) => {
  const before = process.cpuUsage()
  await work()
  const used = process.cpuUsage(before)
  return used.user + used.system
}

/** Milliseconds. */
export const wall: Meter = async (work) => {
  const before = performance.now()
  await work()
  return performance.now() - before
}

/**
 * Rounds of subject and baseline in turn, so that a machine that changes its speed changes both. Each round gives one
 * ratio of their readings. The first round is not counted.
 */
export const ratiosOf = async (
  rounds: number,
  subject: () => Promise<number>,
  baseline: () => Promise<number>
): Promise<ReadonlyArray<number>> => {
  const samples: Array<number> = []
  for (let round = 0; round <= rounds; round++) {
    const subjectFirst = round % 2 === 0
    const first = await (subjectFirst ? subject : baseline)()
    const second = await (subjectFirst ? baseline : subject)()
    if (round > 0) samples.push(subjectFirst ? first / second : second / first)
  }
  return samples
}

interface Compared {
  readonly rounds: number
  readonly meter: Meter
  readonly subject: () => Promise<void>
  readonly baseline: () => Promise<void>
}

/** Cost of the subject for 1 of the baseline. */
export const costs = ({ baseline, meter, rounds, subject }: Compared): Promise<ReadonlyArray<number>> =>
  ratiosOf(
    rounds,
    () => meter(subject),
    () => meter(baseline)
  )

/** Speed of the subject for 1 of the baseline. */
export const speeds = async (compared: Compared): Promise<ReadonlyArray<number>> =>
  (await costs(compared)).map((cost) => 1 / cost)

export const row = (name: string, kind: "max" | "min", value: number, samples: ReadonlyArray<number>): Row => ({
  name,
  ratio: median(samples),
  budget: { kind, value },
  samples
})
