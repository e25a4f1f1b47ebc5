/**
 * A room whose messages LVNG answers: anything that brings messages and takes replies. Effect style.
 *
 * Each author has one answer at a time; one that breaks is posted as far as it came.
 */
import { ChatEvent, ChatStreamError, Lvng } from "@trilum/lvng"
import * as Effect from "effect/Effect"
import * as GroupBy from "effect/GroupBy"
import * as Stream from "effect/Stream"

export interface Message {
  readonly author: string
  readonly text: string
}

export interface Room {
  readonly messages: Stream.Stream<Message>
  readonly post: (message: Message) => Effect.Effect<void>
}

export const chatBridge = (room: Room) =>
  Effect.gen(function* () {
    const lvng = yield* Lvng
    const reply = ({ author, text }: Message) =>
      ChatEvent.fold(lvng.streamChat({ message: text, userId: author, platform: "room" })).pipe(
        Effect.map(({ reply }) => reply),
        Effect.catchAll((error) =>
          Effect.succeed(
            error instanceof ChatStreamError ? `${error.partialText} (interrupted)` : "I cannot answer now."
          )
        ),
        Effect.flatMap((text) => room.post({ author: "lvng", text: `@${author} ${text}` }))
      )
    yield* room.messages.pipe(
      Stream.groupByKey(({ author }) => author),
      GroupBy.evaluate((_, messages) => Stream.mapEffect(messages, reply)),
      Stream.runDrain
    )
  })
