/** One message of any queue: a run of an agent under the id of the message, so that a second delivery gets the same run. */
import { createLumnis } from "@trilum/lumnis/promise"

const lumnis = createLumnis()

/** @param {{ id: string, prompt: string, user: string }} message */
export const handle = async ({ id, prompt, user }) => {
  const { output_text, response_id } = await lumnis.invoke(prompt, { userId: user, idempotencyKey: id })
  return { output_text, response_id }
}
