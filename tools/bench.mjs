/**
 * Builds everything and runs the benchmarks against the build. Arguments go through.
 *
 *     node tools/bench.mjs [--smoke]
 */
import { command, run } from "./workspace.mjs"

run([process.execPath, "tools/build.mjs", "--quiet"])
run(command("tsc", "-b", "bench"))
run([process.execPath, "--expose-gc", "bench/dist/src/main.js", ...process.argv.slice(2)])
