import { assert, describe, it } from "@effect/vitest"
import * as FileReference from "../src/FileReference.js"

describe("file references", () => {
  const accepted = [
    "artifact_1",
    "artifact_../x.pdf",
    "https://example.com/a.pdf",
    "HTTPS://example.com",
    "http://127.0.0.1/a",
    "s3://bucket/key.txt",
    "gs://b/k",
    "gcs://b/k",
    "file:///shared/a.txt",
    "ftp://h/a",
    "ftps://h/a",
    "blob:https://example.com/1",
    "data:text/plain;base64,aGk=",
    "report",
    "dir/file.txt",
    "3f2b8c1e-5d47-4a90-9c36-1b7e2d84f0a5"
  ]
  const rejected = [
    "",
    "report.pdf",
    ".env",
    "/etc/passwd",
    "./report",
    "../report",
    ".\\report",
    "\\\\host\\share",
    "\\report",
    "C:\\x\\report.pdf",
    "c:/x",
    "https://",
    "https:///a.pdf",
    "http:?a",
    "ssh://host/a",
    "javascript:alert(1)",
    "mailto:a@b.c"
  ]
  for (const reference of accepted) it(`${reference} is sent`, () => assert.isTrue(FileReference.isRemote(reference)))
  for (const reference of rejected)
    it(`${reference} is refused`, () => assert.isFalse(FileReference.isRemote(reference)))

  it("are named after the last part of their path, never after a signature", () => {
    assert.strictEqual(
      FileReference.nameOf("https://b.s3.amazonaws.com/x/a%20b.pdf?X-Amz-Signature=abc#p"),
      "a%20b.pdf"
    )
    assert.strictEqual(FileReference.nameOf("s3://bucket/dir/"), "dir")
    assert.strictEqual(FileReference.nameOf("artifact_1"), "artifact_1")
    assert.strictEqual(FileReference.nameOf("data:text/plain,secret/words"), "data")
  })
})
