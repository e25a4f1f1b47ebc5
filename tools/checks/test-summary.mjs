/**
 * Prints the plain line `N passed, N failed` from vitest's JSON report. A file that failed to load counts as one
 * failure, and so does a step of the run that failed outside the tests, so that the line is never green on a red run.
 *
 *     node tools/checks/test-summary.mjs REPORT [FAILED_STEPS]
 */
import { existsSync, readFileSync } from "node:fs"

const [report, failedSteps = "0"] = process.argv.slice(2)
let passed = 0
let failed = Number(failedSteps)
if (report !== undefined && existsSync(report)) {
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, "utf8"))
  const unloaded = testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0).length
  passed = numPassedTests
  failed = Math.max(failed, numFailedTests + unloaded)
}
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
