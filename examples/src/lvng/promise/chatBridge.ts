/**
 * A room whose messages LVNG answers: anything that brings messages and takes replies. Promise style.
 *
 * Each author has one answer at a time; one that breaks is posted as far as it came.
 */
import { ChatStreamError, type LvngPromise } from "@trilum/lvng/promise"

export interface Message {
  readonly author: string
  readonly text: string
}

export interface Room {
  readonly messages: AsyncIterable<Message>
  readonly post: (message: Message) => Promise<void>
}

export const chatBridge = async (lvng: LvngPromise, room: Room) => {
  const answer = async ({ author, text }: Message): Promise<string> => {
    try {
      return (await lvng.chat.streamReply({ message: text, userId: author, platform: "room" })).reply
    } catch (error) {
      return error instanceof ChatStreamError ? `${error.partialText} (interrupted)` : "I cannot answer now."
    }
  }
  const turns = new Map<string, Promise<void>>()
  for await (const message of room.messages) {
    const { author } = message
    const before = turns.get(author) ?? Promise.resolve()
    turns.set(
      author,
      before
        .then(async () => room.post({ author: "lvng", text: `@${author} ${await answer(message)}` }))
        .catch((error: unknown) => console.error(`${author} got no answer:`, error))
    )
  }
  await Promise.all(turns.values())
}
