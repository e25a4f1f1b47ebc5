import { describe, expect, it } from "@effect/vitest"
import type { Command, Group } from "../src/Command.js"
import { parse } from "../src/parse.js"
import * as Help from "../src/render/help.js"
import { width } from "../src/render/width.js"
import { root } from "../src/root.js"
import * as TestIo from "./support/TestIo.js"

const help = async (...argv: ReadonlyArray<string>): Promise<string> => {
  const result = await TestIo.run({ columns: 80 }, ...argv, "--help")
  expect(result).toMatchObject({ code: 0, stderr: "" })
  return result.stdout
}

describe("help pages", () => {
  it("trilum", async () => {
    expect(await help()).toMatchInlineSnapshot(`
      "Lumnis AI, LVNG and LUML from a terminal.

      Usage:
        trilum <command> [options]

      Platforms:
        lumnis  Lumnis AI: agents, threads, users, files, outreach
        lvng    LVNG: chat, workflows, agents, knowledge
        luml    LUML: registry of ML artifacts

      Commands:
        batch       Run batches over many processes and machines
        worker      Work off batches until it is stopped
        mcp         Serve the platforms to agents by the Model Context Protocol
        api         Send any request to a platform
        operations  List every operation of the platforms
        schema      JSON Schema of what an operation takes or answers
        demo        Watch an agent work, without an account
        emulator    Run the platforms on this machine
        config      Defaults of options, by profile
        auth        Log in, log out, see which key is used
        completion  Completion script for bash, zsh or fish
        help        Help of a command or a topic: environment, exit-codes, output,
                    profiles, durations, input
        version     The version of this command

      Examples:
        trilum demo
        trilum lumnis invoke "Summarise the news of the day" --user ada@example.com --stream
        trilum lumnis users list --page-size 5
        trilum lvng chat "What changed in our market this week?" --stream
        trilum luml artifacts upload model.luml --collection churn
        trilum operations --filter threads

      Keys come from LUMNISAI_API_KEY, LVNG_API_KEY and LUML_API_KEY, or from trilum
      auth login.
      In a pipe and with --json the output is one JSON document, an answer as the
      server sent it. --all and --output ndjson print one record a line.
      stdout is data, stderr is messages. Exit codes: 0 ok, 1 error, 2 usage, 4 auth,
      5 not found, 6 rate limited, 7 timeout, 130 interrupted.
      "
    `)
  })

  it("trilum lumnis users", async () => {
    expect(await help("lumnis", "users")).toMatchInlineSnapshot(`
      "Lumnis AI: users.

      Usage:
        trilum lumnis users <command> [options]

      Commands:
        list           List users
        create         Create a user, or get the existing one
        get            Read a user by id or email
        update         Update a user
        delete         Delete or deactivate a user
        get-responses  List the responses of a user
        get-threads    List the threads of a user

      Options and examples of a command: trilum lumnis users <command> --help
      "
    `)
  })

  it("trilum lumnis users get", async () => {
    expect(await help("lumnis", "users", "get")).toMatchInlineSnapshot(`
      "Read a user by id or email

      Usage:
        trilum lumnis users get <user_identifier> [options]

      Arguments:
        <user_identifier>  UUID or email of the user.

      Request:
        -o, --out FILE           Write the answer to a file, which appears when it is
                                 complete
        --dry-run                Print the request as a curl command, with --json as
                                 JSON, and do not send it
        --timeout DURATION       Limit of each request, as in 500ms, 30s or 2m
        --retries N              Attempts after the first; 0 for none
        -H, --header NAME:VALUE  Send this header, too (repeatable)

      Connection:
        --allow-insecure-http       Accept plain http to any host, in a trusted
                                    network (TRILUM_ALLOW_INSECURE_HTTP)
        --max-response-bytes N      Largest answer that is read into memory; default
                                    256 MiB (TRILUM_MAX_RESPONSE_BYTES)
        --max-connections N         Calls at once to one server; default 128
                                    (TRILUM_MAX_CONNECTIONS)
        --pool-timeout DURATION     Longest wait for a free connection; default 20s
                                    (TRILUM_POOL_TIMEOUT)
        --connect-timeout DURATION  Longest time to connect; default 10s
                                    (TRILUM_CONNECT_TIMEOUT)

      Output:
        --json           JSON, as in a pipe, and errors as one line of JSON
        --output FORMAT  Format of what is printed. Default: for people on a terminal,
                         else json [json, ndjson, yaml, csv, table]
        --jq FILTER      Print the results of a jq filter over the JSON
        --columns NAMES  Columns of a table or of CSV, as in id,name
        --wide           A table with every column, none cut
        --no-pager       Show long tables without $PAGER
        --no-color       No colours (NO_COLOR)

      General:
        --profile NAME  Settings and keys of this profile; default: TRILUM_PROFILE,
                        else default
        -q, --quiet     Nothing on stderr but errors
        --no-input      Never ask; fail where an answer is needed
        --verbose       Each request, status and wait on stderr
        --debug         As --verbose, with stack traces
        -h, --help      This help

      Examples:
        trilum lumnis users get ada@example.com

      GET /v1/users/{user_identifier}
      Answers with JSON.
      Errors: 400 (exit 1), 401 (exit 4), 403 (exit 4), 404 (exit 5), 422 (exit 1),
      429 (exit 6), 5XX (exit 1).
      "
    `)
  })

  it("are for stdout when asked for, and for stderr with exit 2 when a word is missing", async () => {
    const bare = await TestIo.run({})
    expect(bare).toMatchObject({ code: 0, stderr: "" })
    const group = await TestIo.run({}, "lumnis")
    expect(group).toMatchObject({ code: 2, stdout: "" })
    expect(group.stderr).toContain("Usage:")
    expect((await TestIo.run({}, "lumnis", "-h")).code).toBe(0)
    expect((await TestIo.run({}, "lumnis", "--help", "users")).stdout).toBe(await help("lumnis", "users"))
  })

  it("names are taken in any spelling, and typing mistakes get a suggestion", async () => {
    const page = await help("lumnis", "external-api-keys", "get-mode")
    expect(await help("lumnis", "externalApiKeys", "getMode")).toBe(page)
    expect(await help("lumnis", "external_api_keys", "get_mode")).toBe(page)
    const wrong = await TestIo.run({}, "lumnis", "usres")
    expect(wrong).toMatchObject({ code: 2, stdout: "" })
    expect(wrong.stderr).toContain('did you mean "users"?')
    expect((await TestIo.run({}, "lumnsi")).stderr).toContain('did you mean "lumnis"?')
    expect((await TestIo.run({}, "--jsno")).stderr).toContain("did you mean --json?")
    expect((await TestIo.run({}, "__proto__")).code).toBe(2)
  })

  it("--version works with other options", async () => {
    expect(await TestIo.run({}, "--version")).toMatchObject({ code: 0, stdout: "1.2.3\n" })
  })

  it("colours are for terminals that want them", async () => {
    const page = async (env: Record<string, string>) => (await TestIo.run({ stdoutTTY: true, env }, "--help")).stdout
    expect(await page({})).toContain("\u001b[1m")
    expect(await page({ NO_COLOR: "1" })).not.toContain("\u001b")
    expect(await page({ TERM: "dumb" })).not.toContain("\u001b")
  })

  it("every page of every command fits 80 columns, and its options can be parsed", async () => {
    const output = { isTTY: false, columns: 80, colour: false, write: () => Promise.resolve() }
    let pages = 0
    const visit = async (node: Command | Group): Promise<void> => {
      pages++
      for (const line of Help.render(node, output).split("\n")) {
        // What cannot be broken (a usage line, an example, a long name) may be longer.
        if (line.includes("trilum ") || !/\s/.test(line.trim())) continue
        expect(width(line), line).toBeLessThanOrEqual(80)
      }
      if (node._tag === "Group") {
        for (const entry of node.entries) {
          await visit(await entry.load())
          if (entry.operation !== undefined && entry.operation !== entry.load) await visit(await entry.operation())
        }
        if (node.fallback !== undefined) await visit(await node.fallback())
      } else {
        const names = node.options.flatMap(({ aliases = [], name }) => [name, ...aliases])
        expect(new Set(names).size, node.path.join(" ")).toBe(names.length)
        expect(parse(["--help"], node).flag("help")).toBe(true)
      }
    }
    await visit(root)
    expect(pages).toBeGreaterThan(483)
  })
})

describe("trilum operations", () => {
  it("has every operation in each form", async () => {
    const lines = (await TestIo.run({}, "operations")).stdout.trimEnd().split("\n")
    expect(lines).toHaveLength(217 + 158 + 108)
    expect(lines.every((line) => line.split("\t").length === 6)).toBe(true)
    const json = JSON.parse((await TestIo.run({}, "operations", "--json")).stdout)
    expect(json).toHaveLength(483)
    expect(json[0]).toEqual({
      platform: "lumnis",
      resource: "assets",
      method: "list",
      http_method: "GET",
      path: "/v1/assets",
      summary: "List outreach assets",
      id: "listAssets",
      command: "trilum lumnis assets list",
      response: "json",
      paginated: false
    })
    const table = (await TestIo.run({ stdoutTTY: true, columns: 60 }, "operations", "--platform", "luml")).stdout
    expect(table.trimEnd().split("\n")).toHaveLength(109)
  })

  it("filters by platform and text", async () => {
    const found = (await TestIo.run({}, "operations", "--filter", "CANCEL", "--platform", "lumnis")).stdout
    expect(found).toContain("lumnis\tresponses\tcancel\tPOST\t/v1/responses/{response_id}/cancel")
    expect(found).not.toContain("lvng")
    const none = await TestIo.run({}, "operations", "--filter", "no such thing")
    expect(none).toMatchObject({ code: 0, stdout: "", stderr: "no operation matches\n" })
    expect((await TestIo.run({}, "operations", "--platform", "lumni")).stderr).toContain("did you mean lumnis?")
  })
})

describe("completion", () => {
  const words = async (...line: ReadonlyArray<string>): Promise<ReadonlyArray<string>> => {
    const result = await TestIo.run({}, "__complete", "--", ...line)
    expect(result).toMatchObject({ code: 0, stderr: "" })
    return result.stdout
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => line.split("\t")[0] ?? "")
  }

  it("knows platforms, resources, methods, options and values", async () => {
    expect(await words("lu")).toEqual(["lumnis", "luml"])
    expect(await words("lumnis", "th")).toEqual(["threads"])
    expect(await words("lumnis", "inv")).toEqual(["invoke"])
    expect(await words("lumnis", "users", "g")).toEqual(["get", "get-responses", "get-threads"])
    expect(await words("lumnis", "users", "list", "--page")).toEqual(["--page", "--page-size"])
    expect(await words("lumnis", "assets", "create", "--type", "")).toEqual(["link", "text", "file"])
    expect(await words("lumnis", "assets", "create", "--type=l")).toEqual(["--type=link"])
    expect(await words("lumnis", "assets", "create", "--type", "=", "l")).toEqual(["link"])
    expect(await words("lumnis", "assets", "create", "--type", "=")).toEqual(["link", "text", "file"])
    expect(await words("auth", "login", "--platform", "lv")).toEqual(["lvng"])
    expect(await words("lvng", "chat", "")).toEqual(["send-v1", "send", "stream"])
    expect(await words("lvng", "chat", "--idle")).toEqual(["--idle-timeout"])
    expect(await words("lvng", "chat", "--stream", "--type", "res")).toEqual(["research"])
    expect(await words("lvng", "chat", "a question", "--type", "res")).toEqual(["research"])
    expect(await words("luml", "artifacts", "up")).toEqual(["upload", "update"])
    expect(await words("luml", "artifacts", "list", "--or")).toEqual(["--order", "--organization", "--orbit"])
    expect(await words("completion", "")).toEqual(["bash", "zsh", "fish"])
  })

  it("does not repeat an option, offer hidden words, or fail on nonsense", async () => {
    expect(await words("lumnis", "users", "list", "--page-size", "5", "--page-s")).toEqual([])
    expect(await words("")).not.toContain("__complete")
    expect(await words("nonsense", "x")).toEqual([])
    expect(await words("lumnis", "users", "get", "--nonsense", "")).toEqual([])
    expect(await words()).toContain("lumnis")
  })

  it("has a script for each shell", async () => {
    for (const shell of ["bash", "zsh", "fish"]) {
      const result = await TestIo.run({}, "completion", shell)
      expect(result.code).toBe(0)
      expect(result.stdout).toContain("trilum __complete --")
    }
    expect((await TestIo.run({}, "completion", "tcsh")).code).toBe(2)
  })
})
