import { defineConfig } from "vitest/config"
import projects from "./vitest.workspace.js"

export default defineConfig({
  test: {
    pool: "forks",
    // By default one core is left idle, which is half of a machine of two.
    maxWorkers: "100%",
    // Files of one project share the modules of their worker: loading these for each file took half of the CPU time of
    // the tests. A test that needs modules of its own is a project of its own.
    isolate: false,
    allowOnly: false,
    projects: await Promise.all(projects)
  }
})
