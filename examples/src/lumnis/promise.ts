/**
 * A user, a thread, a streamed run in it, the list of runs, and a run that is called off. Promise style.
 *
 * Reads LUMNISAI_API_KEY and LUMNISAI_BASE_URL.
 */
import { createLumnis } from "@trilum/lumnis/promise"

export const main = async (options: { readonly apiKey?: string; readonly baseUrl?: string } = {}) => {
  await using lumnis = createLumnis(options)

  const user = await lumnis.users.create({ email: "grace@example.com", first_name: "Grace" })
  const grace = lumnis.forUser(user.id)
  const thread = await grace.threads.create({ title: "Market watch" })

  let answer = ""
  for await (const update of grace.invokeStream("What changed in our market this week?", {
    threadId: thread.thread_id
  })) {
    if (update._tag === "Progress") console.log(`${update.entry.state}: ${update.entry.message}`)
    if (update._tag === "Completed") answer = update.output_text ?? ""
  }
  console.log(answer)

  const { response_id } = await grace.responses.create({
    messages: [{ role: "user", content: "A long report, please" }]
  })
  await grace.responses.cancel(response_id)

  const statuses: Array<string> = []
  for await (const run of grace.responses.listAll({ limit: 50 })) statuses.push(run.status)
  console.log(statuses.join(", "))
  return { user, thread, answer, statuses }
}
