/**
 * Ready-made values of `agentConfig`. What a preset does not name, the platform decides.
 *
 * @since 0.1.0
 */
import type { AgentConfig } from "./generated/responses.js"

/**
 * Quick answers: a small coordinator, no validation of tasks.
 *
 * @since 0.1.0
 * @category presets
 */
export const fastExecution: AgentConfig = {
  coordinator_model_name: "openai:gpt-4o-mini",
  use_cognitive_tools: false,
  enable_task_validation: false,
  generate_comprehensive_output: false
}

/**
 * Hard questions: a strong coordinator, tasks are validated.
 *
 * @since 0.1.0
 * @category presets
 */
export const deepReasoning: AgentConfig = {
  coordinator_model_name: "openai:o3",
  planner_model_type: "REASONING_MODEL",
  use_cognitive_tools: true,
  enable_task_validation: true,
  generate_comprehensive_output: false
}

/**
 * Long reports: tasks are validated, the output is comprehensive.
 *
 * @since 0.1.0
 * @category presets
 */
export const comprehensiveReport: AgentConfig = {
  coordinator_model_type: "REASONING_MODEL",
  use_cognitive_tools: true,
  enable_task_validation: true,
  generate_comprehensive_output: true
}

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
