/** Runs `work` and prints by how many bytes the resident memory grew at most. For processes that do nothing else. */
export const printGrowth = async (work: () => Promise<void>): Promise<void> => {
  globalThis.gc?.()
  const before = process.memoryUsage.rss()
  let peak = before
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }, 20)
  await work()
  clearInterval(timer)
  console.log(Math.max(peak, process.memoryUsage.rss()) - before)
}
