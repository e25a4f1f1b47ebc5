/**
 * Tools of LVNG: chat, and search in the knowledge base.
 *
 * @since 0.1.0
 */
import * as ChatEvent from "@trilum/lvng/ChatEvent"
import * as KnowledgeDocument from "@trilum/lvng/KnowledgeDocument"
import type * as Lvng from "@trilum/lvng/Lvng"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as Stream from "effect/Stream"
import type { Platform } from "./Platforms.js"
import * as Tool from "./Tool.js"

/** Characters of a reply between two progress notifications. */
const step = 400

/** A stream of a reply that reports its text in pieces, and tools as they are used. */
const reported = <E, R>(self: Stream.Stream<ChatEvent.ChatEvent, E, R>) =>
  Stream.unwrap(
    Effect.map(Tool.Call, ({ progress }) => {
      let text = ""
      return Stream.tap(self, (event) => {
        if (event._tag === "tool_use") return progress("a tool is used")
        if (event._tag !== "text_delta") return Effect.void
        text += event.delta
        if (text.length < step) return Effect.void
        const piece = text
        text = ""
        return progress(piece)
      })
    })
  )

/**
 * @since 0.1.0
 * @category constructors
 */
export const make = ({ client }: Platform<Lvng.Lvng.Service>): ReadonlyArray<Tool.Tool> => [
  Tool.make({
    name: "lvng_chat",
    title: "Chat with LVNG",
    description: "Sends a message to LVNG and returns the reply. Routing chooses the agent unless one is named.",
    input: Schema.Struct({
      message: Schema.NonEmptyString.annotations({ description: "The message." }),
      channel_id: Tool.optional(Schema.String, "The channel whose history counts."),
      agent: Tool.optional(Schema.String, "One twin or agent, by its name."),
      model: Tool.optional(Schema.String, "A model other than the default."),
      research: Tool.optional(Schema.Boolean, "Search the web. Default: false.")
    }),
    annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
    run: (input) =>
      client.chat
        .stream({
          message: input.message,
          channelId: input.channel_id,
          personality: input.agent,
          model: input.model,
          messageType: input.research === true ? "research" : undefined
        })
        .pipe(
          reported,
          ChatEvent.fold,
          Effect.map(({ reply, toolUses }) => ({
            value: { reply, ...(toolUses.length === 0 ? {} : { tool_uses: toolUses }) }
          }))
        )
  }),
  Tool.make({
    name: "lvng_search_knowledge",
    title: "Search the LVNG knowledge base",
    description: "Searches the knowledge base by meaning and returns titles, texts and scores.",
    input: Schema.Struct({
      query: Schema.NonEmptyString.annotations({ description: "What to search for." }),
      limit: Tool.optional(Schema.Int.pipe(Schema.between(1, 50)), "Most hits. Default: 10.")
    }),
    annotations: Tool.reads,
    run: ({ limit = 10, query }) =>
      Effect.map(client.knowledge.find({ query, limit }), (hits) => ({
        value: {
          hits: hits.slice(0, limit).map((hit) => ({
            title: KnowledgeDocument.titleOf(hit),
            score: hit.score ?? undefined,
            text: KnowledgeDocument.textOf(hit)
          }))
        }
      }))
  })
]
