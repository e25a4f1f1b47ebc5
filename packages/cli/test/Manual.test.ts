/** Topics of help, synonyms of commands, and manual pages. */
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { topics } from "../src/commands/help/topics.js"
import { settings } from "../src/config.js"
import { exitCode } from "../src/exitCode.js"
import { platforms } from "../src/platforms/Platform.js"
import * as TestIo from "./support/TestIo.js"

const stdout = async (setup: TestIo.Setup, ...argv: ReadonlyArray<string>): Promise<string> => {
  const result = await TestIo.run(setup, ...argv)
  assert.deepStrictEqual({ code: result.code, stderr: result.stderr }, { code: 0, stderr: "" })
  return result.stdout
}

describe("trilum help", () => {
  it.each([40, 80, 120])("has every topic, within %s columns", async (columns) => {
    for (const { name } of topics) {
      const page = await stdout({ columns, stdoutTTY: true, env: { NO_COLOR: "1" } }, "help", name)
      for (const line of page.split("\n")) assert.isAtMost(line.length, Math.max(columns, 46), line)
    }
  })

  it("names every variable, setting and exit code that there is", async () => {
    const environment = await stdout({}, "help", "environment")
    for (const { variable } of settings) assert.include(environment, variable)
    for (const { keyVariable, tokens } of platforms) {
      for (const variable of [keyVariable, ...tokens.map((token) => token.variable)])
        assert.include(environment, variable)
    }
    const profiles = await stdout({}, "help", "profiles")
    for (const { key } of settings) assert.include(profiles, key)
    const codes = await stdout({}, "help", "exit-codes")
    for (const code of Object.values(exitCode)) assert.match(codes, new RegExp(`^  ${code} `, "m"))
  })

  it("has the pages of commands, and says what is none", async () => {
    const page = await stdout({}, "lumnis", "users", "list", "--help")
    assert.strictEqual(await stdout({}, "help", "lumnis", "users", "list"), page)
    assert.strictEqual(await stdout({}, "help"), await stdout({}, "--help"))
    const wrong = await TestIo.run({}, "help", "nothing")
    assert.deepStrictEqual([wrong.code, wrong.stdout], [2, ""])
  })
})

describe("words of other commands", () => {
  it("are version and -v", async () => {
    for (const word of ["version", "-v", "-V", "--version"]) assert.strictEqual(await stdout({}, word), "1.2.3\n")
    assert.strictEqual(await stdout({}, "version", "--json"), '{"version":"1.2.3"}\n')
  })

  it("are ls, rm and show, where a group has what they stand for", async () => {
    const help = (...words: ReadonlyArray<string>) => stdout({}, ...words, "--help")
    assert.strictEqual(await help("lumnis", "users", "ls"), await help("lumnis", "users", "list"))
    assert.strictEqual(await help("lumnis", "threads", "rm"), await help("lumnis", "threads", "delete"))
    assert.strictEqual(await help("luml", "orbit-members", "rm"), await help("luml", "orbit-members", "remove"))
    assert.strictEqual(await help("luml", "artifacts", "show"), await help("luml", "artifacts", "get"))
    assert.strictEqual((await TestIo.run({}, "lumnis", "crm", "rm")).code, 2)
    const chat = await help("lvng", "chat", "show")
    assert.include(chat, "trilum lvng chat")
  })
})

describe("manual pages", () => {
  it("are made of the same declarations, and of nothing that roff would take for a request", async () => {
    const cwd = TestIo.directory()
    await stdout({ cwd }, "__man", "man1")
    const pages = readdirSync(join(cwd, "man1"))
    for (const name of ["trilum.1", "trilum-lumnis-invoke.1", "trilum-luml-artifacts.1", "trilum-config-set.1"]) {
      assert.include(pages, name)
    }
    const known = /^\.(?:TH|SH|TP|PP|BR|nf|fi)\b/
    for (const name of pages) {
      const page = readFileSync(join(cwd, "man1", name), "utf8")
      assert.match(page, /^\.TH TRILUM/)
      for (const line of page.split("\n")) {
        assert.isTrue(!/^[.']/.test(line) || known.test(line), `${name}: ${line}`)
        assert.notMatch(line, /\\(?![efB&-]|fB|fR)/, `${name}: ${line}`)
      }
    }
    const invoke = readFileSync(join(cwd, "man1", "trilum-lumnis-invoke.1"), "utf8")
    assert.include(invoke, "\\-\\-cancel\\-on\\-interrupt")
    const main = readFileSync(join(cwd, "man1", "trilum.1"), "utf8")
    for (const { name } of topics) assert.include(main, `.SH ${name.toUpperCase()}\n`)
  })
})
