/** The specialised agents, as commands. */

/**
 * @since 0.1.0
 * @category models
 */
export interface AgentKind {
  /** As it is typed. */
  readonly name: string
  /** As the client calls it. */
  readonly method:
    | "quickPeopleSearch"
    | "deepPeopleSearch"
    | "peopleScoring"
    | "competitorPostEngagement"
    | "competitorRepEngagement"
    | "contentIntelligence"
    | "engagementExpansion"
  readonly summary: string
  readonly example: string
}

const user = "--user ada@example.com"

/**
 * @since 0.1.0
 * @category constants
 */
export const kinds: ReadonlyArray<AgentKind> = [
  {
    name: "quick-people-search",
    method: "quickPeopleSearch",
    summary: "Find people in databases of people",
    example: `lumnis agents quick-people-search "CTOs of logistics companies in Berlin" ${user} --limit 10`
  },
  {
    name: "deep-people-search",
    method: "deepPeopleSearch",
    summary: "Find people, with evidence and scores by criteria",
    example: `lumnis agents deep-people-search "CTOs who changed jobs this year" ${user} --limit 20 --stream`
  },
  {
    name: "people-scoring",
    method: "peopleScoring",
    summary: "Score people of yours by criteria",
    example: `lumnis agents people-scoring "Has built a data team" ${user} --params @profiles.json`
  },
  {
    name: "competitor-post-engagement",
    method: "competitorPostEngagement",
    summary: "Find who engages with competitors' posts",
    example: `lumnis agents competitor-post-engagement "VPs of sales" ${user} --set company=acme.com`
  },
  {
    name: "competitor-rep-engagement",
    method: "competitorRepEngagement",
    summary: "Find whom competitors' salespeople engage with",
    example: `lumnis agents competitor-rep-engagement "Buyers" ${user} --set 'competitors=["acme.com"]'`
  },
  {
    name: "content-intelligence",
    method: "contentIntelligence",
    summary: "Find what works in posts on a topic, and ideas for more",
    example: `lumnis agents content-intelligence "warehouse robots" ${user} --set 'outputs=["post_ideas"]'`
  },
  {
    name: "engagement-expansion",
    method: "engagementExpansion",
    summary: "Walk from posts to the people around them",
    example: `lumnis agents engagement-expansion "warehouse robots" ${user} --set hops=2`
  }
]
