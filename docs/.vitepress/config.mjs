import { existsSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { defineConfig } from "vitepress"
import { sections } from "./sections.mjs"

const reference = fileURLToPath(new URL("../api/sidebar.json", import.meta.url))
const references = existsSync(reference) ? JSON.parse(readFileSync(reference, "utf8")) : []

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
    theme: { light: "github-light-high-contrast", dark: "github-dark" }
  },
  vite: { build: { chunkSizeWarningLimit: 20_000 } },
  themeConfig: {
    search: {
      provider: "local",
      options: { miniSearch: { searchOptions: { boostDocument: (id) => (id.includes("/api/") ? 0.5 : 1) } } }
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
