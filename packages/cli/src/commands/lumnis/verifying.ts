/**
 * What `trilum lumnis webhooks verify` does.
 *
 * @since 0.1.0
 */
import { readFile } from "node:fs/promises"
import { resolve } from "node:path"
import * as Webhook from "@trilum/lumnis/Webhook"
import * as Redacted from "effect/Redacted"
import { fileReason, UsageError } from "../../CliError.js"
import type { Invocation } from "../../Command.js"
import { exitCode } from "../../exitCode.js"
import { duration } from "../../parse.js"
import * as Json from "../../render/json.js"
import { run } from "../../run.js"
import { textOf } from "../operation/files.js"

const help = "see: trilum lumnis webhooks verify --help"

const bodyOf = async ({ io }: Invocation, file: string): Promise<Uint8Array> => {
  if (file !== "-") {
    try {
      return await readFile(resolve(io.cwd, file))
    } catch (cause) {
      throw new UsageError(`cannot read ${file}: ${fileReason(cause)}`)
    }
  }
  const chunks: Array<Uint8Array> = []
  for await (const chunk of io.stdin.read()) chunks.push(chunk)
  return Buffer.concat(chunks)
}

const secretOf = async ({ interactive, io, values }: Invocation): Promise<string> => {
  const file = values.text("secret-file")
  if (file === undefined && !interactive) {
    throw new UsageError("missing --secret-file", help)
  }
  const text = file === undefined ? await io.stdin.askSecret("secret: ") : await textOf(io, file)
  const secret = text.replace(/\r?\n$/, "")
  if (secret === "") throw new UsageError("the secret is empty")
  return secret
}

/**
 * @since 0.1.0
 * @category constructors
 */
export const runVerify = async (invocation: Invocation): Promise<number> => {
  const { io, json, values } = invocation
  const [file = "-"] = values.arguments
  if (file === "-" && values.text("secret-file") === "-") {
    throw new UsageError("stdin has either the body or the secret", "give one of them as a file")
  }
  if (file === "-" && io.stdin.isTTY) {
    throw new UsageError("missing <body>", `give a file, or pipe the body in; ${help}`)
  }
  const signature = values.text("signature")
  if (signature === undefined) throw new UsageError("missing --signature", help)
  const tolerance = duration(values, "tolerance")
  const secret = await secretOf(invocation)
  const event = await run(
    invocation,
    Webhook.receive({
      payload: await bodyOf(invocation, file),
      signature,
      secret: Redacted.make(secret),
      replay: tolerance === undefined ? undefined : { tolerance }
    })
  )
  await io.stdout.write(`${Json.text(event, io.stdout, json)}\n`)
  return exitCode.ok
}
