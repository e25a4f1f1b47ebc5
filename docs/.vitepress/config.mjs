import { existsSync, readFileSync } from "node:fs"
import { posix } from "node:path"
import { fileURLToPath } from "node:url"
import { defineConfig } from "vitepress"
import { sections } from "./sections.mjs"

const reference = fileURLToPath(new URL("../api/sidebar.json", import.meta.url))
const references = existsSync(reference) ? JSON.parse(readFileSync(reference, "utf8")) : []

/** A link out of `docs/` leads somewhere in the repository and nowhere on the site: there, its text stays. */
const withoutOutsideLinks = (markdown) =>
  markdown.core.ruler.push("outside-links", ({ env, tokens }) => {
    for (const { children } of tokens) {
      let outside = false
      for (const token of children ?? []) {
        if (token.type === "link_open") {
          const href = token.attrGet("href") ?? ""
          const target = posix.join(posix.dirname(env.relativePath ?? ""), href)
          outside = !/^(?:[a-z]+:|[/#])/i.test(href) && target.startsWith("../")
        }
        if (outside && (token.type === "link_open" || token.type === "link_close")) {
          if (token.type === "link_close") outside = false
          token.type = "text"
          token.tag = ""
          token.content = ""
          token.nesting = 0
        }
      }
    }
  })

export default defineConfig({
  title: "Trilum",
  description: "Typed clients, a local emulator and a command for Lumnis AI, LVNG and LUML.",
  lang: "en",
  // Works below any path of any host, and from a file server.
  base: process.env.TRILUM_DOCS_BASE ?? "/",
  outDir: "../build/site",
  srcExclude: ["node_modules/**"],
  cleanUrls: false,
  lastUpdated: false,
  head: [["link", { rel: "icon", href: "data:," }]],
  markdown: {
    theme: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" },
    config: withoutOutsideLinks
  },
  vite: { build: { chunkSizeWarningLimit: 20_000 } },
  themeConfig: {
    search: {
      provider: "local",
      // The reference has every name on many pages: a guide that explains it comes first.
      options: {
        miniSearch: {
          searchOptions: { boostDocument: (id) => (id.includes("/api/") ? 0.02 : id.includes("/decisions/") ? 0.1 : 1) }
        }
      }
    },
    outline: { level: [2, 3] },
    nav: [
      { text: "Start", link: "/start/promises" },
      { text: "Errors", link: "/errors" },
      { text: "Limits", link: "/limits" },
      { text: "Reference", link: "/api/" }
    ],
    sidebar: { "/api/": references, "/": sections },
    docFooter: { prev: false, next: false }
  }
})
