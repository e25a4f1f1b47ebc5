/**
 * The arrows of the design: cli -> {batch, emulator}, batch -> {lumnis, lvng, luml} -> core.
 *
 * @type {import("dependency-cruiser").IConfiguration}
 */
const platform = "(?:lumnis|lvng|luml)"

module.exports = {
  forbidden: [
    {
      name: "core-imports-no-package",
      comment: "Everything else stands on core, so core stands on nothing of ours.",
      severity: "error",
      from: { path: "^packages/core/src/" },
      to: { path: ["^packages/(?!core/)", "^(?:tools|bench|examples|e2e)/"] }
    },
    {
      name: "platform-imports-core-only",
      comment: "A platform package knows core and itself: no other platform, no emulator, no cli.",
      severity: "error",
      from: { path: `^packages/(${platform})/src/` },
      to: { path: ["^packages/(?!core/|$1/)", "^(?:tools|bench|examples|e2e)/"] }
    },
    {
      name: "emulator-imports-core-only",
      comment: "The emulator reads the contracts, never a client: a wrong generator must not agree with itself.",
      severity: "error",
      from: { path: "^packages/emulator/src/" },
      to: { path: ["^packages/(?!core/|emulator/)", "^(?:tools|bench|examples|e2e)/"] }
    },
    {
      name: "nothing-imports-cli",
      comment: "The cli is the last arrow: it wires and renders.",
      severity: "error",
      from: { path: "^(?:packages/(?!cli/)|tools/|examples/)" },
      to: { path: "^packages/cli/" }
    },
    {
      name: "codegen-imports-no-package",
      comment: "The generator writes source text; it runs before the packages compile.",
      severity: "error",
      from: { path: "^tools/codegen/src/" },
      to: { path: "^packages/" }
    },
    {
      name: "http-client-in-core-only",
      comment:
        "Only core sends requests. Elsewhere HttpClient is a requirement, imported as a type. The rate limiter wraps one.",
      severity: "error",
      from: { path: "^packages/(?!core/|testing/)[^/]+/src/", pathNot: "^packages/batch/src/RateLimiter\\.ts$" },
      to: {
        path: "@effect/platform(?:-node)?/.*(?:HttpClient\\w*|FetchHttpClient|NodeHttpClient)\\.(?:ts|js|d\\.ts)$",
        dependencyTypesNot: ["type-only"]
      }
    },
    {
      name: "sockets-in-core-only",
      comment: "Requests go through core's transport. The emulator is a server and may listen.",
      severity: "error",
      from: { path: `^packages/(?:${platform}|cli)/src/` },
      to: { path: "(?:^|node_modules/)(?:node:)?(?:https?|http2|net|tls|undici|axios|node-fetch)(?:$|/)" }
    },
    {
      name: "core-main-runs-anywhere",
      comment:
        "Core's main entry runs in browsers and workers: Node's modules stay in src/node/ and src/internal/node/.",
      severity: "error",
      from: { path: "^packages/core/src/", pathNot: "^packages/core/src/(?:internal/)?node/" },
      to: { dependencyTypes: ["core"] }
    },
    {
      name: "core-main-imports-no-node-folder",
      comment: "src/node/ is reached through the `@trilum/core/node` entry or an export condition only.",
      severity: "error",
      from: { path: "^packages/core/src/", pathNot: "^packages/core/src/(?:internal/)?node/" },
      to: { path: "^packages/core/src/(?:internal/)?node/", pathNot: "^packages/core/src/node/Default\\w+\\.ts$" }
    },
    {
      name: "no-internal-of-another-package",
      severity: "error",
      comment: "src/internal/ belongs to its package.",
      from: { path: "^packages/([^/]+)/" },
      to: { path: "^packages/[^/]+/src/internal/", pathNot: "^packages/$1/" }
    },
    {
      name: "src-imports-no-test",
      comment: "What ships does not depend on tests.",
      severity: "error",
      from: { path: "^(?:packages|tools)/[^/]+/src/" },
      to: { path: "/test/" }
    },
    {
      name: "no-cycles",
      comment: "A cycle makes evaluation order matter.",
      severity: "error",
      from: { path: "^(?:packages|tools|bench|examples)/" },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } }
    },
    {
      name: "no-cycles-of-types",
      comment:
        "Readers follow imports in one direction. As in Effect, src/internal/x.ts takes the types of the public module that it implements.",
      severity: "error",
      from: { path: "^(?:packages|tools|bench|examples)/", pathNot: "/src/internal/" },
      to: { circular: true, viaOnly: { pathNot: "/src/internal/" } }
    },
    {
      name: "no-undeclared-dependency",
      comment: "What a package imports stands in its own package.json.",
      severity: "error",
      from: { path: "^(?:packages|tools)/[^/]+/src/" },
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] }
    },
    {
      name: "no-dev-dependency-at-run-time",
      comment:
        "A published module imports dependencies. The cli is bundled, and so is DefaultFiles of core: theirs are development ones.",
      severity: "error",
      from: { path: "^packages/(?!cli/)[^/]+/src/", pathNot: "^packages/core/src/node/DefaultFiles[.]ts$" },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only", "npm", "npm-peer"] }
    },
    {
      name: "not-resolvable",
      comment:
        "An import that leads nowhere. examples/queues has a manifest of its own, installed by its step of .ci/run.",
      severity: "error",
      from: { path: "^(?:packages|tools|bench|examples)/", pathNot: "^examples/queues/" },
      to: { couldNotResolve: true }
    }
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(?!.*node_modules/).*(?:^|/)(?:dist|build|coverage)/" },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      conditionNames: ["@trilum/source", "types", "node", "import", "default"],
      extensions: [".ts", ".mts", ".d.ts", ".js", ".mjs", ".json"],
      exportsFields: ["exports"]
    }
  }
}
