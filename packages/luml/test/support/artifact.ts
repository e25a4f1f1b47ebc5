/** Artifact files of any size, and folders that go with the test. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { artifact } from "@trilum/testing/archive"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"

export * from "@trilum/testing/archive"

export const folder: Effect.Effect<string, never, Scope.Scope> = Effect.acquireRelease(
  Effect.sync(() => mkdtempSync(join(tmpdir(), "trilum-test-"))),
  (path) => Effect.sync(() => rmSync(path, { recursive: true, force: true }))
)

/** An artifact in a folder of its own. */
export const file = (
  size: number,
  more?: Readonly<Record<string, string | Buffer>>
): Effect.Effect<{ readonly folder: string; readonly path: string; readonly bytes: Buffer }, never, Scope.Scope> =>
  Effect.map(folder, (folder) => {
    const bytes = artifact(size, more)
    const path = join(folder, "model.luml")
    writeFileSync(path, bytes)
    return { folder, path, bytes }
  })

export const names = (folder: string): ReadonlyArray<string> => readdirSync(folder).sort()
