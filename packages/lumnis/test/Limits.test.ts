import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as AgentPresets from "../src/AgentPresets.js"
import * as LinkedIn from "../src/LinkedInLimits.js"
import { models } from "../src/Models.js"
import * as Sequences from "../src/SequenceLimits.js"
import * as H from "./support/harness.js"

describe("limits of LinkedIn", () => {
  it("an unknown subscription counts as basic, whatever it is called", () => {
    for (const name of ["platinum", "", "constructor", "__proto__"]) {
      assert.strictEqual(LinkedIn.limitsOf(name), LinkedIn.limits.basic)
      assert.strictEqual(LinkedIn.dailyInMailsOf(name), 0)
      assert.strictEqual(Sequences.rateLimitOf("linkedin", "message", name).perDay, 40)
    }
  })

  it("InMail needs credits, and open profiles a recruiter", () => {
    const of = (can: (subscription: string) => boolean) => Object.keys(LinkedIn.limits).filter(can)
    assert.sameMembers(of(LinkedIn.canSendInMail), [
      "premium",
      "premium_career",
      "premium_business",
      "sales_navigator",
      "recruiter_lite",
      "recruiter_corporate"
    ])
    assert.sameMembers(of(LinkedIn.canMessageOpenProfiles), ["recruiter_lite", "recruiter_corporate"])
    assert.sameMembers(of(LinkedIn.isRecruiterSubscription), ["recruiter_lite", "recruiter_corporate"])
    for (const subscription of Object.keys(LinkedIn.limits)) {
      const { connection_requests, messages, profile_views } = LinkedIn.limitsOf(subscription)
      assert.deepStrictEqual(LinkedIn.getDefaultDailyLimits(subscription), {
        connection_requests: connection_requests.daily_safe,
        messages: messages.daily_safe,
        inmail: LinkedIn.dailyInMailsOf(subscription),
        profile_views: profile_views.daily_safe
      })
    }
    assert.deepStrictEqual(LinkedIn.getDefaultDailyLimits("unknown"), LinkedIn.getDefaultDailyLimits("basic"))
  })

  it("the best subscription: the only one, else by priority, else the first, else none", () => {
    assert.strictEqual(LinkedIn.bestSubscription([], "inmail"), null)
    assert.strictEqual(LinkedIn.bestSubscription(["basic"], "inmail"), "basic")
    assert.strictEqual(LinkedIn.bestSubscription(["platinum"], "messages"), "platinum")
    assert.strictEqual(LinkedIn.bestSubscription(["basic", "premium", "recruiter_lite"], "inmail"), "recruiter_lite")
    assert.strictEqual(LinkedIn.bestSubscription(["recruiter_lite", "sales_navigator"], "messages"), "sales_navigator")
    assert.strictEqual(LinkedIn.bestSubscription(["gold", "basic"], "inmail"), "gold")
    assert.strictEqual(LinkedIn.bestSubscription(["gold", "basic"], "messages"), "basic")
  })
})

describe("limits of sequences", () => {
  it("actions are known by any of their names", () => {
    const names = { DM: "message", Connect: "connection_request", like: "like_post", InMail: "inmail", Wave: "wave" }
    for (const [alias, name] of Object.entries(names)) assert.strictEqual(Sequences.normalizeAction(alias), name)
    assert.strictEqual(Sequences.normalizeAction("constructor"), "constructor")
  })

  it("an unknown action or channel gets 50 a day, 10 in five minutes, 60 to 120 seconds apart", () => {
    const fallback = { perDay: 50, perFiveMinutes: 10, delaySeconds: [60, 120] }
    assert.deepStrictEqual<unknown>(Sequences.rateLimitOf("linkedin", "wave", "premium"), fallback)
    assert.deepStrictEqual<unknown>(Sequences.rateLimitOf("carrier_pigeon", "message"), fallback)
    assert.deepStrictEqual<unknown>(Sequences.rateLimitOf("toString", "constructor"), fallback)
  })

  it("an account's limits are those of its channel, action and subscription", () => {
    assert.deepStrictEqual<unknown>(Sequences.rateLimitOf("LinkedIn", "DM", "recruiter_corporate"), {
      perDay: 80,
      perFiveMinutes: 10,
      delaySeconds: [60, 120]
    })
    assert.strictEqual(Sequences.rateLimitOf("gmail", "email").perDay, 150)
  })

  it("content has its limit by channel and action, or none", () => {
    assert.strictEqual(Sequences.contentLimitOf("linkedin", "connect"), 300)
    assert.strictEqual(Sequences.contentLimitOf("LinkedIn", "dm"), 8000)
    assert.strictEqual(Sequences.contentLimitOf("linkedin", "comment"), 1250)
    assert.strictEqual(Sequences.contentLimitOf("email", "send"), 50_000)
    assert.strictEqual(Sequences.contentLimitOf("linkedin", "wave"), undefined)
  })
})

describe("presets", () => {
  it.scoped("only what a preset names is sent (defect 13)", () =>
    Effect.gen(function* () {
      const { lumnis, server } = yield* H.make([H.created(), H.done()])
      const agentConfig = AgentPresets.withSkills(["s1"], AgentPresets.fastExecution)
      yield* lumnis.invoke("hi", { userId: "ada", agentConfig, modelOverrides: { smart_model: models.GPT_5 } })
      const [request] = yield* server.awaitRequests(1)
      assert.deepStrictEqual<unknown>(request?.json(), {
        messages: [{ role: "user", content: "hi" }],
        user_id: "ada",
        agent_config: {
          coordinator_model_name: "openai:gpt-4o-mini",
          use_cognitive_tools: false,
          enable_task_validation: false,
          generate_comprehensive_output: false,
          skill_ids: ["s1"]
        },
        model_overrides: { smart_model: "openai:gpt-5" }
      })
    })
  )
})
