/**
 * Values of `agentConfig`. The platform determines what a preset leaves out.
 *
 * @since 0.1.0
 */
import { agentConfigPresets } from "./generated/constants.js"
import type { AgentConfig } from "./generated/responses.js"

/**
 * Quick answers: a small coordinator, no validation of tasks.
 *
 * @since 0.1.0
 * @category presets
 */
export const fastExecution: AgentConfig = agentConfigPresets.fast_execution

/**
 * Hard questions: a strong coordinator, tasks are validated.
 *
 * @since 0.1.0
 * @category presets
 */
export const deepReasoning: AgentConfig = agentConfigPresets.deep_reasoning

/**
 * Long reports: tasks are validated, the output is comprehensive.
 *
 * @since 0.1.0
 * @category presets
 */
export const comprehensiveReport: AgentConfig = agentConfigPresets.comprehensive_report

/**
 * A configuration whose agents follow these skills, by id.
 *
 * @since 0.1.0
 * @category presets
 */
export const withSkills = (skillIds: ReadonlyArray<string>, config: AgentConfig = {}): AgentConfig => ({
  ...config,
  skill_ids: skillIds
})
