/**
 * `trilum help`: the page of a command, or of a topic.
 *
 * @since 0.1.0
 */
import type { Command } from "../../Command.js"
import { exitCode } from "../../exitCode.js"
import { kebab } from "../../names.js"
import { topicPage } from "../../render/help.js"
import { topics } from "./topics.js"

/**
 * @since 0.1.0
 * @category commands
 */
export const help: Command = {
  _tag: "Command",
  path: ["help"],
  summary: "Help of a command, or of a topic.",
  description: `The topics: ${topics.map(({ name }) => name).join(", ")}.`,
  arguments: [
    {
      name: "topic",
      summary: "A topic, or the words of a command",
      required: false,
      repeated: true,
      choices: topics.map(({ name }) => name)
    }
  ],
  options: [],
  examples: ["help output", "help exit-codes", "help lumnis users list"],
  run: async ({ io, main, values }) => {
    const [word = "", ...more] = values.arguments
    const topic = more.length === 0 ? topics.find(({ name }) => name === kebab(word)) : undefined
    if (topic === undefined) return main([...values.arguments, "--help"], io)
    await io.stdout.write(topicPage(topic, io.stdout))
    return exitCode.ok
  }
}

/**
 * @since 0.1.0
 * @category commands
 */
export const version: Command = {
  _tag: "Command",
  path: ["version"],
  summary: "The version of this command.",
  arguments: [],
  options: [],
  examples: ["version", "version --json"],
  run: async ({ io, json }) => {
    await io.stdout.write(json ? `${JSON.stringify({ version: io.version })}\n` : `${io.version}\n`)
    return exitCode.ok
  }
}
