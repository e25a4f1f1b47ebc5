import { defineConfig } from "vitest/config"

// Not one of the projects of the repository: it needs packages, and servers, that only its step of `.ci/run` installs.
export default defineConfig({ test: { include: ["*.test.mjs"], testTimeout: 60_000, hookTimeout: 60_000 } })
