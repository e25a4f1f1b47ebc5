import { describe, expect, it } from "vitest"
import { type Json, ok, parsed, type Send, send, started } from "./support.js"

const post = (body: unknown): Send => ({ method: "POST", body })

const batch = (...names: ReadonlyArray<string>) =>
  post({
    prospects: names.map((name, index) => ({ external_id: `p-${index}`, name })),
    project_id: "p",
    channel: "gmail",
    content_template: "Hi"
  })

const eventsOf = (text: string): ReadonlyArray<Json> =>
  text
    .trim()
    .split("\n\n")
    .map((block) => JSON.parse(block.replace(/^data: /, "")))

describe("batches of drafts", () => {
  it("go on by the clock and can be read by status at any moment", async () => {
    const emulator = await started({ clock: "manual" })
    const url = `${emulator.urls.lumnis}/v1/messaging/drafts/batch`
    const begun = await send(`${url}?user_id=u`, batch("Ada", "Alan [error]", "Grace"))
    expect(begun.status).toBe(202)
    const { job_id, poll_url, total_prospects } = parsed(begun)
    expect([poll_url, total_prospects]).toEqual([`/v1/messaging/drafts/batch/jobs/${job_id}`, 3])
    const look = () => ok(`${emulator.urls.lumnis}${poll_url}?user_id=u`)
    expect(await look()).toMatchObject({ status: "in_progress", progress: { processed: 0, total: 3 } })
    await emulator.advance(120)
    expect(await look()).toMatchObject({
      status: "in_progress",
      progress: { processed: 2, drafts_created: 1, errors: 1 },
      errors: [{ prospect: "Alan [error]" }]
    })
    await emulator.advance(120)
    const done = await look()
    expect(done).toMatchObject({ status: "completed", progress: { processed: 3, percentage: 100 } })
    expect(done.drafts.map((draft: Json) => draft.content)).toEqual(["Hi", "Hi"])
    expect((await send(`${emulator.urls.lumnis}${poll_url}?user_id=other`)).status).toBe(404)
    await emulator.advance(86_400_000)
    expect((await send(`${emulator.urls.lumnis}${poll_url}?user_id=u`)).status).toBe(404)
  })

  it("tell the same drafts when their stream is resumed", async () => {
    const { urls } = await started({ pace: 0 })
    const url = `${urls.lumnis}/v1/messaging/drafts/batch/stream?user_id=u`
    const first = eventsOf((await send(url, batch("Ada", "Grace"))).text)
    const job = first[0].data.job_id
    const second = eventsOf((await send(`${url}&job_id=${job}`, batch("Ada", "Grace"))).text)
    expect(second).toEqual(first)
    expect((await send(`${url}&job_id=00000000-0000-4000-8000-000000000000`, batch("Ada"))).status).toBe(404)
  })

  it("answer with the drafts when waited for, and fail as a whole at a prospect named so", async () => {
    const { urls } = await started({ pace: 0 })
    const url = `${urls.lumnis}/v1/messaging/drafts/batch`
    const waited = await send(`${url}?user_id=u&wait=true`, batch("Ada"))
    expect([waited.status, parsed(waited).created]).toEqual([200, 1])
    const { poll_url } = await ok(`${url}?user_id=u`, batch("Ada", "Bob [fail]", "Cid"))
    expect(await ok(`${urls.lumnis}${poll_url}?user_id=u`)).toMatchObject({
      status: "failed",
      progress: { processed: 1, total: 3 },
      error_message: "The job stopped at a prospect."
    })
    const cut = eventsOf((await send(`${url}/stream?user_id=u`, batch("Ada", "Bob [fail]"))).text)
    expect(cut.map(({ event }) => event)).toEqual(["job_started", "draft_created", "progress"])
  })
})

describe("connections of apps", () => {
  it("are pending while the user is in the browser, then active, until they are disconnected", async () => {
    const emulator = await started({ clock: "manual" })
    const base = `${emulator.urls.lumnis}/v1/integrations`
    const status = () => ok(`${base}/connections/ada%40x.io/GMAIL?include_enabled=true`)
    expect(await status()).toMatchObject({ app_name: "GMAIL", status: "not_connected", is_enabled: true })
    const begun = await ok(`${base}/connections/initiate`, post({ app_name: "gmail", user_id: "ada@x.io" }))
    expect(begun.redirect_url).toMatch(/^https:\/\//)
    expect(await status()).toMatchObject({ status: "pending", connected_at: null })
    await emulator.advance(2000)
    const active = await status()
    expect(active.status).toBe("active")
    expect(active.connected_at).toMatch(/\d$/)
    expect((await ok(`${base}/connections/ada%40x.io`)).connections).toMatchObject([
      { app_name: "GMAIL", connection_id: begun.connection_id }
    ])
    const many = await ok(`${base}/connections/batch`, post({ user_id: "ada@x.io", app_names: ["GMAIL", "SLACK"] }))
    expect(many).toMatchObject({ total_checked: 2, active_count: 1 })
    const gone = await ok(`${base}/connections/disconnect`, post({ user_id: "ada@x.io", app_name: "GMAIL" }))
    expect(gone.success).toBe(true)
    expect(await status()).toMatchObject({ status: "not_connected" })
  })

  it("end as failed or expired when told to", async () => {
    const { urls } = await started({ pace: 0 })
    const base = `${urls.lumnis}/v1/integrations/connections`
    for (const outcome of ["failed", "expired"]) {
      await ok(`${base}/initiate`, post({ app_name: "SLACK", user_id: "u", integration_id: `[${outcome}]` }))
      const ended = await ok(`${base}/u/SLACK`)
      expect(ended.status).toBe(outcome)
      expect(ended.error_message).toMatch(/\w/)
    }
  })

  it("need an app that is enabled", async () => {
    const { urls } = await started({ pace: 0 })
    const base = `${urls.lumnis}/v1/integrations`
    const set = (enabled: boolean) => ok(`${base}/apps/GMAIL?enabled=${enabled}`, { method: "PUT" })
    expect(await set(false)).toMatchObject({ app_name: "GMAIL", enabled: false })
    expect(await ok(`${base}/apps/gmail/enabled`)).toMatchObject({ app_name: "GMAIL", enabled: false })
    const rejected = await send(`${base}/connections/initiate`, post({ app_name: "GMAIL", user_id: "u" }))
    expect([rejected.status, parsed(rejected).error.code]).toEqual([400, "APP_NOT_ENABLED"])
    await set(true)
    expect((await send(`${base}/connections/initiate`, post({ app_name: "GMAIL", user_id: "u" }))).status).toBe(200)
  })
})
