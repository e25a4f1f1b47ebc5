import { assert, describe, expectTypeOf, it } from "@effect/vitest"
import * as FaultServer from "@trilum/testing/FaultServer"
import * as Effect from "effect/Effect"
import type { DeepPeopleSearchOutput } from "../src/generated/shared.js"
import type { Lumnis } from "../src/Lumnis.js"
import { createLumnis } from "../src/promise.js"
import * as H from "./support/harness.js"

type Agents = Lumnis.Service["agents"]

const definition = {
  criterion_id: "c1",
  column_name: "senior",
  criterion_text: "Is senior",
  criterion_type: "universal",
  weight: 1
}
const classification = { universal_criteria: [definition], varying_criteria: [], validation_only_criteria: [] }
const criteria = { criteria_definitions: [definition], criteria_classification: classification }
const profile = { linkedin_url: "https://www.linkedin.com/in/ada", Custom_Key: 1 }
const rivals = { competitors: ["Acme"] }

const candidate = {
  candidate_id: "1",
  name: "Ada",
  overall_score: 0.9,
  overall_confidence: 0.8,
  summary: "fits",
  anything_else: true
}

const outputs = {
  quickPeopleSearch: {
    candidates: [],
    total_found: 0,
    applied_filters: {},
    execution_time_ms: 1,
    data_sources_used: ["PDL"]
  },
  deepPeopleSearch: { candidates: [candidate] },
  peopleScoring: { candidates: [candidate] },
  competitorPostEngagement: {
    candidates: [candidate],
    competitors_resolved: [{ input: "Acme" }],
    cost_stats: { crustdata_credits: 1, fiber_credits: 0 },
    provenance_attached: true
  },
  competitorRepEngagement: { candidates: [candidate], competitors_resolved: [] },
  engagementExpansion: {
    candidates: [candidate],
    agent_params: { expand_from_response: null, hops: 1, people_per_next_hop: 20, limit: 10 }
  }
}

const loose = (value: object) => value as never

/** What is refused, method by method, with what the message has to say. */
const rejected: Readonly<
  Record<string, ReadonlyArray<readonly [RegExp, (agents: Agents) => Effect.Effect<unknown, unknown>]>>
> = {
  quickPeopleSearch: [
    [/query must be/, (a) => a.quickPeopleSearch("  ")],
    [/limit must be a whole number from 1 to 100/, (a) => a.quickPeopleSearch("q", { limit: 101 })],
    [/limit must be/, (a) => a.quickPeopleSearch("q", { limit: 1.5 })],
    [/data_sources must be/, (a) => a.quickPeopleSearch("q", { data_sources: ["LINKEDIN"] })]
  ],
  deepPeopleSearch: [
    [/limit must be a whole number from 1 to 1000/, (a) => a.deepPeopleSearch("q", { limit: 1001 })],
    [/requested_candidates/, (a) => a.deepPeopleSearch("q", { requested_candidates: 0 })],
    [
      /engagement_score_weight must be a number from 0 to 0.3/,
      (a) => a.deepPeopleSearch("q", { engagement_score_weight: 0.4 })
    ],
    [/posts_max_keywords/, (a) => a.deepPeopleSearch("q", { posts_max_keywords: 21 })],
    [/given together/, (a) => a.deepPeopleSearch("q", { criteria_definitions: [definition] })],
    [/given together/, (a) => a.deepPeopleSearch("q", { criteria_classification: classification })],
    [
      /criteria_definitions must be a list of at least 1/,
      (a) => a.deepPeopleSearch("q", { ...criteria, criteria_definitions: [] })
    ],
    [
      /criterion_id "c1" twice/,
      (a) =>
        a.deepPeopleSearch("q", {
          ...criteria,
          criteria_definitions: [definition, { ...definition, column_name: "other" }]
        })
    ],
    [
      /column_name "senior" twice/,
      (a) =>
        a.deepPeopleSearch("q", {
          ...criteria,
          criteria_definitions: [definition, { ...definition, criterion_id: "c2" }]
        })
    ],
    [
      /criterion_type must be one of universal, varying, validation_only/,
      (a) => a.deepPeopleSearch("q", { ...criteria, criteria_definitions: [{ ...definition, criterion_type: "some" }] })
    ],
    [
      /weight must be a number above 0/,
      (a) => a.deepPeopleSearch("q", { ...criteria, criteria_definitions: [{ ...definition, weight: 0 }] })
    ],
    [
      /criteria_classification.varying_criteria must be a list/,
      (a) =>
        a.deepPeopleSearch(
          "q",
          loose({ ...criteria, criteria_classification: { ...classification, varying_criteria: undefined } })
        )
    ],
    [/run_single_criterion needs criteria/, (a) => a.deepPeopleSearch("q", { run_single_criterion: "c1" })],
    [
      /add_criterion needs criteria/,
      (a) => a.deepPeopleSearch("q", { add_criterion: { column_name: "x", criterion_text: "y" } })
    ],
    [/add_and_run_criterion needs criteria/, (a) => a.deepPeopleSearch("q", { add_and_run_criterion: "Is tall" })],
    [
      /add_and_run_criterion must be a text that is not blank/,
      (a) => a.deepPeopleSearch("q", { ...criteria, add_and_run_criterion: " " })
    ],
    [
      /add_and_run_criterion.criterion_text must be/,
      (a) => a.deepPeopleSearch("q", { ...criteria, add_and_run_criterion: { criterion_text: "" } })
    ],
    [
      /column_kind must be one of extraction, verdict/,
      (a) =>
        a.deepPeopleSearch("q", { ...criteria, add_and_run_criterion: { criterion_text: "x", column_kind: "guess" } })
    ],
    [
      /web_verify must be true or false/,
      (a) =>
        a.deepPeopleSearch("q", {
          ...criteria,
          add_and_run_criterion: loose({ criterion_text: "x", web_verify: "yes" })
        })
    ]
  ],
  peopleScoring: [
    [/candidate_profiles must be a list of at least 1/, (a) => a.peopleScoring("q", { candidate_profiles: [] })],
    [
      /candidate_profiles\[1\] needs a linkedin_url, an email or some emails/,
      (a) => a.peopleScoring("q", { candidate_profiles: [profile, { name: "x", emails: [] }] })
    ],
    [
      /run_single_criterion needs criteria/,
      (a) => a.peopleScoring("q", { candidate_profiles: [profile], run_single_criterion: "c1" })
    ],
    [
      /add_and_run_criterion must be/,
      (a) => a.peopleScoring("q", { candidate_profiles: [profile], add_and_run_criterion: "" })
    ]
  ],
  competitorPostEngagement: [
    [/exactly one of company and competitors/, (a) => a.competitorPostEngagement("q", loose({}))],
    [
      /exactly one of company and competitors/,
      (a) => a.competitorPostEngagement("q", loose({ company: "x", competitors: ["y"] }))
    ],
    [/company must be/, (a) => a.competitorPostEngagement("q", { company: " " })],
    [/competitors must be a list of at least 1/, (a) => a.competitorPostEngagement("q", { competitors: [] })],
    [/engagement_types must be/, (a) => a.competitorPostEngagement("q", { ...rivals, engagement_types: [] })],
    [/engagement_types must be/, (a) => a.competitorPostEngagement("q", { ...rivals, engagement_types: ["sharer"] })],
    [/limit must be a whole number from 1 to 1000/, (a) => a.competitorPostEngagement("q", { ...rivals, limit: 0 })],
    [/max_competitors .* from 1 to 50/, (a) => a.competitorPostEngagement("q", { ...rivals, max_competitors: 51 })],
    [/max_execs_per_target .* 20/, (a) => a.competitorPostEngagement("q", { ...rivals, max_execs_per_target: 21 })],
    [/max_posts_per_target .* 20/, (a) => a.competitorPostEngagement("q", { ...rivals, max_posts_per_target: 0 })],
    [
      /max_reactors_per_post .* 5000/,
      (a) => a.competitorPostEngagement("q", { ...rivals, max_reactors_per_post: 5001 })
    ],
    [/max_comments_per_post .* 100/, (a) => a.competitorPostEngagement("q", { ...rivals, max_comments_per_post: 101 })],
    [/run_single_criterion needs/, (a) => a.competitorPostEngagement("q", { ...rivals, run_single_criterion: "c" })]
  ],
  competitorRepEngagement: [
    [/exactly one of company and competitors/, (a) => a.competitorRepEngagement("q", loose({}))],
    [
      /max_reps_per_competitor .* 100/,
      (a) => a.competitorRepEngagement("q", { ...rivals, max_reps_per_competitor: 101 })
    ],
    [
      /max_engagements_per_rep .* 1000/,
      (a) => a.competitorRepEngagement("q", { ...rivals, max_engagements_per_rep: 1001 })
    ]
  ],
  contentIntelligence: [
    [/query must be/, (a) => a.contentIntelligence("")],
    [/limit must be a whole number from 1 to 1000/, (a) => a.contentIntelligence("q", { limit: 0.5 })],
    [/exa_results_per_query/, (a) => a.contentIntelligence("q", { exa_results_per_query: 0 })],
    [/outputs must be/, (a) => a.contentIntelligence("q", { outputs: [] })],
    [/outputs must be/, (a) => a.contentIntelligence("q", { outputs: ["poems"] })]
  ],
  engagementExpansion: [
    [/query must be/, (a) => a.engagementExpansion("\n")],
    [/expand_from_response must be/, (a) => a.engagementExpansion("q", { expand_from_response: " " })],
    [/hops/, (a) => a.engagementExpansion("q", { hops: 0 })],
    [/posts_per_hop/, (a) => a.engagementExpansion("q", { posts_per_hop: -1 })],
    [/people_per_next_hop/, (a) => a.engagementExpansion("q", { people_per_next_hop: 1.5 })],
    [/limit/, (a) => a.engagementExpansion("q", { limit: 0 })],
    [/exclude_urls must be a list of texts/, (a) => a.engagementExpansion("q", { exclude_urls: loose([1]) })]
  ]
}

/** What is sent, method by method. */
const sent: ReadonlyArray<
  readonly [string, (agents: Agents) => Effect.Effect<unknown, unknown>, Readonly<Record<string, unknown>>]
> = [
  [
    "quick_people_search without parameters",
    (a) => a.startQuickPeopleSearch("CTOs in Berlin"),
    { specialized_agent: "quick_people_search" }
  ],
  [
    "quick_people_search with CRM exclusions in options",
    (a) =>
      a.startQuickPeopleSearch(
        "CTOs in Berlin",
        { limit: 5, exclude_crm_contacts: false, crm_exclusion_owners: ["o"], crm_name_company_match: true },
        { options: { Mine: 1 } }
      ),
    {
      specialized_agent: "quick_people_search",
      specialized_agent_params: { limit: 5 },
      options: { Mine: 1, exclude_crm_contacts: false, crm_exclusion_owners: ["o"], crm_name_company_match: true }
    }
  ],
  [
    "deep_people_search with its two defaults",
    (a) => a.startDeepPeopleSearch("CTOs in Berlin", { limit: 3, search_posts: undefined }),
    {
      specialized_agent: "deep_people_search",
      specialized_agent_params: {
        deep_validation_use_relevance_reranker: true,
        deep_validation_backfill_below_criteria: true,
        limit: 3
      }
    }
  ],
  [
    "people_scoring with profiles as they are",
    (a) =>
      a.startPeopleScoring("CTOs in Berlin", {
        candidate_profiles: [profile],
        deep_validation_backfill_below_criteria: false,
        add_and_run_criterion: "Is tall"
      }),
    {
      specialized_agent: "people_scoring",
      specialized_agent_params: {
        deep_validation_use_relevance_reranker: true,
        deep_validation_backfill_below_criteria: false,
        candidate_profiles: [profile],
        add_and_run_criterion: "Is tall"
      }
    }
  ],
  [
    "competitor_post_engagement with one default",
    (a) => a.startCompetitorPostEngagement("CTOs in Berlin", { ...rivals, engagement_types: ["commenter"] }),
    {
      specialized_agent: "competitor_post_engagement",
      specialized_agent_params: {
        deep_validation_use_relevance_reranker: true,
        competitors: ["Acme"],
        engagement_types: ["commenter"]
      }
    }
  ],
  [
    "competitor_rep_engagement with one default",
    (a) => a.startCompetitorRepEngagement("CTOs in Berlin", { company: "Acme" }),
    {
      specialized_agent: "competitor_rep_engagement",
      specialized_agent_params: { deep_validation_use_relevance_reranker: true, company: "Acme" }
    }
  ],
  [
    "content_intelligence with nothing made up",
    (a) => a.startContentIntelligence("CTOs in Berlin"),
    { specialized_agent: "content_intelligence", specialized_agent_params: {} }
  ],
  [
    "engagement_expansion with nothing made up, and what the contract does not know",
    (a) => a.startEngagementExpansion("CTOs in Berlin", { hops: 2 }, { extraParams: { brand_new: true } }),
    { specialized_agent: "engagement_expansion", specialized_agent_params: { hops: 2, brand_new: true } }
  ]
]

describe("specialised agents", () => {
  for (const [name, cases] of Object.entries(rejected)) {
    it.scoped(`${name}: what is wrong is refused before anything is sent`, () =>
      Effect.gen(function* () {
        const { lumnis, server } = yield* H.make([])
        const { agents } = lumnis.forUser("ada")
        for (const [message, call] of cases) {
          const error = yield* Effect.flip(call(agents))
          assert.deepInclude(
            error,
            { _tag: "ValidationError", operation: "createResponse", attempts: 0 },
            String(message)
          )
          assert.match(String(Reflect.get(Object(error), "message")), message)
          assert.include(String(Reflect.get(Object(error), "message")), `agents.${name}: `)
        }
        assert.strictEqual(server.requests.length, 0)
      })
    )
  }

  for (const [name, call, wanted] of sent) {
    it.scoped(`sends ${name}`, () =>
      Effect.gen(function* () {
        const { lumnis, server } = yield* H.make([H.created()])
        yield* call(lumnis.forUser("ada").agents)
        const [request] = yield* server.awaitRequests(1)
        assert.deepStrictEqual(request?.json(), {
          messages: [{ role: "user", content: "CTOs in Berlin" }],
          user_id: "ada",
          ...wanted
        })
      })
    )
  }

  it.scoped("results are typed and decoded, and stay as they came beside it", () =>
    Effect.gen(function* () {
      const calls: Readonly<Record<keyof typeof outputs, (agents: Agents) => Effect.Effect<unknown, unknown>>> = {
        quickPeopleSearch: (a) => a.quickPeopleSearch("q"),
        deepPeopleSearch: (a) => a.deepPeopleSearch("q"),
        peopleScoring: (a) => a.peopleScoring("q", { candidate_profiles: [{ email: "a@b.c" }] }),
        competitorPostEngagement: (a) => a.competitorPostEngagement("q", rivals),
        competitorRepEngagement: (a) => a.competitorRepEngagement("q", rivals),
        engagementExpansion: (a) => a.engagementExpansion("q")
      }
      for (const [name, output] of Object.entries(outputs)) {
        const { lumnis } = yield* H.make([H.created(), H.done({ structured_response: output })])
        const run = yield* calls[name as keyof typeof outputs](lumnis.forUser("ada").agents)
        assert.deepStrictEqual(Reflect.get(Object(run), "structured"), output, name)
        assert.deepStrictEqual(Reflect.get(Object(run), "structured_response"), output, name)
      }
    })
  )

  it.scoped("timestamps in a result are dates, those beside it are texts", () =>
    Effect.gen(function* () {
      const output = {
        candidates: [],
        preview: { is_partial: false, phase: "a_new_phase", last_update: "2025-09-14T19:24:28Z" }
      }
      const { lumnis } = yield* H.make([H.done({ structured_response: output })])
      const run = yield* lumnis.agents.attachDeepPeopleSearch(H.ids.response)
      expectTypeOf(run.structured).toEqualTypeOf<DeepPeopleSearchOutput>()
      assert.instanceOf(run.structured.preview?.last_update, Date)
      assert.deepStrictEqual(run.structured_response, output)
    })
  )

  it.scoped("a missing result is an error that has the response; one that differs from the contract passes", () =>
    Effect.gen(function* () {
      const { lumnis } = yield* H.make([H.done(), H.done({ structured_response: { candidates: "none" } })])
      const missing = yield* Effect.flip(lumnis.agents.attachContentIntelligence(H.ids.response))
      assert.strictEqual(missing._tag, "StructuredOutputError")
      const other = yield* lumnis.agents.attachPeopleScoring(H.ids.response)
      assert.deepStrictEqual<unknown>(other.structured, { candidates: "none" })
    })
  )

  it.scoped("promises: start in one client, attach in another", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([H.created(), H.done({ structured_response: outputs.deepPeopleSearch })])
      yield* Effect.promise(async () => {
        const lumnis = createLumnis({ apiKey: H.apiKey, baseUrl: server.url, retry: false })
        const { response_id } = await lumnis.forUser("ada").agents.startDeepPeopleSearch("CTOs", { limit: 2 })
        const run = await lumnis.agents.attachDeepPeopleSearch(response_id)
        expectTypeOf(run.structured.candidates[0]?.overall_score).toEqualTypeOf<number | undefined>()
        assert.strictEqual(run.structured.candidates[0]?.name, "Ada")
        await lumnis.close()
      })
    })
  )
})
