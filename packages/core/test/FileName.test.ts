import { assert, describe, it } from "@effect/vitest"
import * as FileName from "../src/FileName.js"

describe("a file name of a server", () => {
  it.each([
    ["model.luml", "model.luml"],
    ["a/b.luml", "b.luml"],
    ["/etc/passwd", "passwd"],
    ["../../x.txt", "x.txt"],
    ["c:\\x.luml", "x.luml"],
    ["..luml", "..luml"]
  ])("%j never leaves the folder", (given, name) => {
    assert.strictEqual(FileName.lastPart(given), name)
  })

  it.each([
    ["NUL", "_NUL"],
    ["nul.txt", "_nul.txt"],
    ["com1", "_com1"],
    ["LPT9.tar.gz", "_LPT9.tar.gz"],
    ["null.txt", "null.txt"],
    ["a:b", "a_b"],
    ["what?.txt", "what_.txt"],
    ["report.", "report"],
    ["report. . ", "report"],
    ["aux .txt", "_aux .txt"],
    ["...", undefined]
  ])("%j becomes a name that Windows can store", (given, name) => {
    assert.strictEqual(FileName.lastPart(given), name)
  })

  it("a long name is cut before its extension, at whole characters", () => {
    const name = FileName.lastPart(`${"\u{1f600}".repeat(100)}.luml`) ?? ""
    assert.isAtMost(new TextEncoder().encode(name).length, 200)
    assert.match(name, /^(?:\u{1f600})+\.luml$/u)
  })

  it.each(["", ".", "..", "/", "a/", "a/..", "a\nb", "x\u0000y"])("%j is none", (given) => {
    assert.isUndefined(FileName.lastPart(given))
  })
})
