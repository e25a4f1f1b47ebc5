import { describe, expect, it } from "@effect/vitest"
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
    expect(FileName.lastPart(given)).toBe(name)
  })

  it.each(["", ".", "..", "/", "a/", "a/..", "a\nb", "x\u0000y"])("%j is none", (given) => {
    expect(FileName.lastPart(given)).toBeUndefined()
  })
})
