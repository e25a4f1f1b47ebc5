/**
 * The status page of a worker in Chromium: it shows the batches, follows them live, survives a lost connection, and fits a
 * telephone in light and dark.
 */
import assert from "node:assert/strict"
import { existsSync } from "node:fs"
import { mkdir } from "node:fs/promises"
import { after, before, describe, it } from "node:test"
import { fileURLToPath } from "node:url"
import { chromium } from "playwright-core"
import * as Batch from "../packages/batch/dist/Batch.js"
import * as Database from "../packages/batch/dist/Database.js"
import * as Job from "../packages/batch/dist/Job.js"
import * as Monitor from "../packages/batch/dist/Monitor.js"
import * as Queue from "../packages/batch/dist/Queue.js"
import * as RateLimiter from "../packages/batch/dist/RateLimiter.js"
import * as Worker from "../packages/batch/dist/Worker.js"
// The copy that the package imports.
import {
  Deferred,
  Effect,
  Exit,
  Layer,
  Logger,
  Schema,
  Scope
} from "../packages/batch/node_modules/effect/dist/esm/index.js"

const executablePath = ["/usr/bin/chromium", "/usr/bin/google-chrome"].find(existsSync)
const pictures = fileURLToPath(new URL("../build/e2e/", import.meta.url))
const run = (effect) => Effect.runPromise(effect)

describe("the status page of a worker", { skip: executablePath === undefined && "Chromium is not installed" }, () => {
  let browser, scope, services, url
  /** Opened by the test: what each item waits for. */
  const gate = Effect.runSync(Deferred.make())

  const job = Job.make({
    name: "test.wait",
    platform: "test",
    input: Schema.Struct({ value: Schema.Number }),
    start: ({ value }) =>
      value < 30
        ? Effect.succeed(Job.finished(value))
        : value < 33
          ? Effect.fail(new TypeError("a bug"))
          : Effect.as(Deferred.await(gate), Job.finished(value))
  })

  before(async () => {
    await mkdir(pictures, { recursive: true })
    scope = await run(Scope.make())
    const layer = Monitor.layer({ port: 0 }).pipe(
      Layer.provideMerge(Worker.layer({ jobs: [job], name: "worker-1", pollInterval: 100 })),
      Layer.provideMerge(Batch.layer),
      Layer.provide(RateLimiter.layer()),
      Layer.provide(Queue.layer),
      Layer.provide(Database.layer(":memory:")),
      Layer.provide(Logger.remove(Logger.defaultLogger))
    )
    services = await run(Layer.buildWithScope(layer, scope))
    url = (await run(Effect.provide(Monitor.Monitor, services))).url
    const items = Array.from({ length: 60 }, (_, value) => ({ id: `item-${value}`, input: { value } }))
    await run(
      Effect.flatMap(Batch.Batch, (batches) =>
        Effect.zipRight(
          batches.submit(job, items, { id: "summaries of the quarterly reports, second edition" }),
          batches.submit(job, items.slice(0, 20), { id: "<img src=x onerror=alert(1)>" })
        )
      ).pipe(Effect.provide(services))
    )
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] })
  })
  after(async () => {
    await browser?.close()
    await run(Scope.close(scope, Exit.void))
  })

  const rowOf = (page, batch) =>
    page
      .locator("tr")
      .filter({ has: page.getByText(batch, { exact: true }) })
      .first()

  it("shows batches and failures by kind, and follows them without a reload", async () => {
    const page = await browser.newPage()
    const problems = []
    page.on("pageerror", (error) => problems.push(String(error)))
    page.on("console", (message) => message.type() === "error" && problems.push(message.text()))
    await page.goto(url)
    const row = rowOf(page, "summaries of the quarterly reports, second edition")
    await row.getByText("33 / 60").waitFor()
    await page.getByText("TypeError: 3").waitFor()
    await page.getByText("database connected").waitFor()
    // Ids are text.
    await rowOf(page, "<img src=x onerror=alert(1)>").getByText("20 / 20").waitFor()
    await run(Deferred.succeed(gate, undefined))
    await row.getByText("60 / 60").waitFor({ timeout: 10_000 })
    await row.getByText("finished").waitFor()
    assert.deepEqual(problems, [])
    await page.close()
  })

  for (const colorScheme of ["light", "dark"]) {
    it(`is readable on a telephone, ${colorScheme}`, async () => {
      const page = await browser.newPage({ colorScheme, viewport: { width: 360, height: 640 } })
      await page.goto(url)
      await rowOf(page, "<img src=x onerror=alert(1)>").waitFor()
      await page.screenshot({ path: `${pictures}batches-${colorScheme}.png` })
      // Nothing is cut off or scrolls sideways, and text stands out from its ground as WCAG AA asks.
      const { low, wide } = await page.evaluate(() => {
        const canvas = document.createElement("canvas").getContext("2d")
        const rgb = (color) => {
          canvas.clearRect(0, 0, 1, 1)
          canvas.fillStyle = color
          canvas.fillRect(0, 0, 1, 1)
          return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3)
        }
        const luminance = (color) => {
          const [r, g, b] = rgb(color).map((v) =>
            v / 255 <= 0.03928 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4
          )
          return 0.2126 * r + 0.7152 * g + 0.0722 * b
        }
        const ground = luminance(getComputedStyle(document.body).backgroundColor)
        const low = []
        const wide = []
        for (const element of document.querySelectorAll("h1, p:not([hidden]), th, td")) {
          const { right, width } = element.getBoundingClientRect()
          if (width > 0 && right > innerWidth) wide.push(element.textContent)
          const text = luminance(getComputedStyle(element).color)
          const contrast = (Math.max(text, ground) + 0.05) / (Math.min(text, ground) + 0.05)
          if (contrast < 4.5) low.push(`${element.textContent}: ${contrast.toFixed(1)}`)
        }
        if (document.documentElement.scrollWidth > innerWidth) wide.push("the page")
        return { low, wide }
      })
      assert.deepEqual({ low, wide }, { low: [], wide: [] })
      await page.close()
    })
  }

  it("says that its figures are old once the worker is gone", async () => {
    const page = await browser.newPage()
    await page.goto(url)
    await rowOf(page, "<img src=x onerror=alert(1)>").waitFor()
    await run(Scope.close(scope, Exit.void))
    await page.getByText("The figures are old").waitFor()
    await page.close()
  })
})
