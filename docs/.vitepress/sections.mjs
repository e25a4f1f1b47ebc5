/** The guides in the order in which a reader needs them: the sidebar, and llms.txt. */
const page = (text, link) => ({ text, link })

export const sections = [
  {
    text: "Start",
    items: [
      page("With promises", "/start/promises"),
      page("With Effect", "/start/effect"),
      page("In a terminal", "/start/terminal"),
      page("Limits", "/limits"),
      page("Troubleshooting", "/troubleshooting")
    ]
  },
  {
    text: "Platforms",
    items: [page("Lumnis AI", "/lumnis"), page("LVNG", "/lvng"), page("LUML", "/luml")]
  },
  {
    text: "Guides",
    items: [
      page("Layers", "/layers"),
      page("Errors and retries", "/errors"),
      page("Streaming", "/streaming"),
      page("Lists and pages", "/paging"),
      page("Files and transfers", "/files"),
      page("Structured output", "/structured-output"),
      page("Testing and mocking", "/testing"),
      page("Transports, middleware, logs", "/clients"),
      page("Proxies and certificates", "/network"),
      page("Browsers and edge", "/browsers"),
      page("Servers", "/servers"),
      page("Bundlers", "/bundlers"),
      page("Observability", "/observability"),
      page("Batches", "/batch"),
      page("Command line", "/cli"),
      page("Emulator", "/emulator"),
      page("MCP server", "/mcp"),
      page("A vendor's OpenAPI file", "/contracts")
    ]
  },
  {
    text: "Migrate",
    items: [
      page("From lumnisai for Node", "/migrate/lumnis-node"),
      page("From lumnisai for Python", "/migrate/lumnis-python"),
      page("From LVNG over HTTP", "/migrate/lvng"),
      page("From the LUML SDK for Python", "/migrate/luml-python")
    ]
  },
  {
    text: "How it works",
    items: [page("Reliability", "/reliability"), page("How a request flows", "/request-flow")]
  }
]
