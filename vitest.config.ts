import { defineConfig } from "vitest/config"
import projects from "./vitest.workspace.js"

export default defineConfig({
  test: {
    pool: "forks",
    // By default one core is left idle, which is half of a machine of two.
    maxWorkers: "100%",
    allowOnly: false,
    projects: await Promise.all(projects)
  }
})
