/**
 * Checks the built site in Chromium: every link and anchor leads somewhere, no page scrolls sideways at 360 px, text has
 * contrast in light and dark, and the search finds what a user asks for. Writes screenshots to build/site-screenshots.
 *
 *     node .vitepress/check.mjs [pages|search|screenshots]...      links always
 */
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { createServer } from "node:http"
import { dirname, extname, join, posix, relative, sep } from "node:path"
import { fileURLToPath } from "node:url"
import { chromium } from "playwright-core"
import { sections } from "./sections.mjs"

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const site = join(root, "build/site")
const screenshots = join(root, "build/site-screenshots")
const problems = []
const asked = process.argv.slice(2)
const wanted = (step) => asked.length === 0 || asked.includes(step)

const files = readdirSync(site, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) =>
    relative(site, join(entry.parentPath ?? entry.path, entry.name))
      .split(sep)
      .join("/")
  )
const pages = files.filter((file) => file.endsWith(".html") && file !== "404.html")
const guides = ["index.html", ...sections.flatMap(({ items }) => items.map(({ link }) => `${link.slice(1)}.html`))]

// Links, without a browser: the pages are static.
const decode = (text) => text.replaceAll("&amp;", "&").replaceAll("&quot;", '"').replaceAll("&#39;", "'")
const parsed = new Map(
  pages.map((page) => {
    const html = readFileSync(join(site, page), "utf8")
    const values = (name) =>
      [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, "g"))].map(([, value]) => decode(value))
    return [page, { ids: new Set(values("id")), links: new Set(values("href")) }]
  })
)
let links = 0
for (const [page, { links: hrefs }] of parsed) {
  for (const href of hrefs) {
    if (/^(?:https?|mailto|data):/.test(href)) continue
    links++
    const [path, hash = ""] = href.split("#")
    const absolute =
      path === "" ? page : posix.join("/", path.startsWith("/") ? path : posix.join(posix.dirname(page), path)).slice(1)
    const target = absolute === "" || absolute.endsWith("/") ? `${absolute}index.html` : absolute
    const found = parsed.get(target) ?? parsed.get(`${target}.html`)
    if (found === undefined && !files.includes(target)) problems.push(`${page}: nothing at ${href}`)
    else if (found !== undefined && hash !== "" && !found.ids.has(decodeURIComponent(hash)))
      problems.push(`${page}: no anchor ${href}`)
  }
}
for (const guide of guides) if (!parsed.has(guide)) problems.push(`the sidebar names ${guide}, which is missing`)
for (const name of ["llms.txt", "llms-full.txt"]) {
  if (!files.includes(name)) problems.push(`no ${name}`)
}
const listed = [...readFileSync(join(site, "llms.txt"), "utf8").matchAll(/\]\(([^)]+)\)/g)]
for (const [, link] of listed) if (!files.includes(link)) problems.push(`llms.txt: nothing at ${link}`)
console.log(`${pages.length} pages, ${links} links`)

const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".json": "application/json" }
const server = createServer((request, response) => {
  const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname).slice(1)
  const file = [path, `${path}index.html`, `${path}.html`].find((candidate) => files.includes(candidate))
  response.writeHead(file === undefined ? 404 : 200, {
    "content-type": `${types[extname(file ?? "")] ?? "text/plain"}; charset=utf-8`
  })
  response.end(file === undefined ? "" : readFileSync(join(site, file)))
})
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve))
const origin = `http://127.0.0.1:${server.address().port}`

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"]
})

/** Elements that are wider than the screen, and text whose contrast is below 4.5 (WCAG AA). Runs in the page. */
const inspect = () => {
  const wide = document.documentElement.scrollWidth > window.innerWidth
  const channels = (color) => (color.match(/[\d.]+/g) ?? []).map(Number)
  const luminance = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((value) => {
      const s = value / 255
      return s <= 0.03928 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * x + 0.7152 * y + 0.0722 * z
  }
  const over = ([r, g, b, a = 1], [x, y, z]) => [r * a + x * (1 - a), g * a + y * (1 - a), b * a + z * (1 - a)]
  const behind = (element) => {
    const layers = []
    for (let at = element; at !== null; at = at.parentElement)
      layers.push(channels(getComputedStyle(at).backgroundColor))
    return layers.reduceRight((below, layer) => over(layer, below), [255, 255, 255])
  }
  const faint = []
  for (const element of document.querySelectorAll(".vp-doc :is(p, li, td, th, a, h1, h2, h3, code, code span)")) {
    if (
      element.closest(".header-anchor, button") !== null ||
      !/\S/.test([...element.childNodes].map((node) => (node.nodeType === 3 ? node.data : "")).join(""))
    )
      continue
    const back = behind(element)
    const front = over(channels(getComputedStyle(element).color), back)
    const [high, low] = [luminance(front), luminance(back)].sort((a, b) => b - a)
    const ratio = (high + 0.05) / (low + 0.05)
    if (ratio < 4.5) faint.push(`"${element.textContent.trim().slice(0, 30)}" ${ratio.toFixed(1)}`)
  }
  const widest = wide
    ? [...document.querySelectorAll("body *")]
        .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 1)
        .slice(0, 3)
        .map((element) => `${element.tagName}.${element.className} ${element.textContent.trim().slice(0, 40)}`)
    : []
  return { wide, widest, faint: [...new Set(faint)].slice(0, 5) }
}

const inspectAll = async (list, colorScheme) => {
  const context = await browser.newContext({
    colorScheme,
    viewport: { width: 360, height: 740 },
    javaScriptEnabled: true
  })
  const page = await context.newPage()
  page.on("pageerror", (error) => problems.push(`${page.url().slice(origin.length)}: ${error.message}`))
  page.on("response", (response) => {
    if (response.status() >= 400) problems.push(`${response.url().slice(origin.length)}: ${response.status()}`)
  })
  for (const path of list) {
    await page.goto(`${origin}/${path}`, { waitUntil: "domcontentloaded" })
    const { faint, wide, widest } = await page.evaluate(inspect)
    if (wide) problems.push(`${path} scrolls sideways at 360 px: ${widest.join("; ")}`)
    if (faint.length > 0) problems.push(`${path} has faint text (${colorScheme}): ${faint.join(", ")}`)
  }
  await context.close()
}

/** What a user types, and the page that has to be among the first results. */
const questions = { "rate limit": "rate", proxy: "network", listAll: "paging", ConfigurationError: "troubleshooting" }

const search = async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await page.goto(`${origin}/`)
  for (const [text, expected] of Object.entries(questions)) {
    await page.keyboard.press("Control+k")
    await page.fill(".VPLocalSearchBox input", text)
    await page.waitForSelector(".VPLocalSearchBox .result", { timeout: 20_000 })
    const found = await page.$$eval(".VPLocalSearchBox .result", (results) =>
      results.map((result) => result.getAttribute("href"))
    )
    if (!found.slice(0, 8).some((href) => href.includes(expected)))
      problems.push(`search for "${text}" finds ${found.slice(0, 8).join(", ")} and not ${expected}`)
    await page.keyboard.press("Escape")
  }
  await page.close()
}

const shoot = async () => {
  rmSync(screenshots, { recursive: true, force: true })
  mkdirSync(screenshots, { recursive: true })
  const shots = [
    "index",
    "start/promises",
    "errors",
    "migrate/lumnis-node",
    "troubleshooting",
    "api/lumnis/generated/users"
  ]
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [360, 1280]) {
      const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } })
      const page = await context.newPage()
      for (const name of shots) {
        await page.goto(`${origin}/${name}.html`)
        await page.screenshot({ path: join(screenshots, `${name.replaceAll("/", "-")}-${width}-${colorScheme}.png`) })
      }
      await context.close()
    }
  }
}

try {
  if (wanted("pages")) {
    await inspectAll(pages, "light")
    await inspectAll(
      guides.filter((guide) => parsed.has(guide)),
      "dark"
    )
  }
  if (wanted("search")) await search()
  if (wanted("screenshots")) await shoot()
} finally {
  await browser.close()
  server.close()
}
if (problems.length > 0) {
  console.error(`${problems.join("\n")}\n${problems.length} problems`)
  process.exit(1)
}
console.log(`no problem in links, ${(asked.length === 0 ? ["pages", "search", "screenshots"] : asked).join(", ")}`)
