/**
 * The constants of Lumnis AI REST API (wire contract): `x-constants` of the contract.
 *
 * Generated from the contract by `pnpm codegen`; changes belong there.
 *
 * @since 0.1.0
 */

/**
 * @since 0.1.0
 * @category constants
 */
export const models = {
  GPT_5: "openai:gpt-5",
  GPT_5_MINI: "openai:gpt-5-mini",
  GPT_5_NANO: "openai:gpt-5-nano",
  O3: "openai:o3",
  O3_MINI: "openai:o3-mini",
  O4_MINI: "openai:o4-mini",
  O1: "openai:o1",
  O1_MINI: "openai:o1-mini",
  O1_PREVIEW: "openai:o1-preview",
  O1_PRO: "openai:o1-pro",
  GPT_4_1: "openai:gpt-4.1",
  GPT_4_1_MINI: "openai:gpt-4.1-mini",
  GPT_4_1_NANO: "openai:gpt-4.1-nano",
  GPT_4O: "openai:gpt-4o",
  GPT_4O_MINI: "openai:gpt-4o-mini",
  GPT_4O_MINI_2024_07_18: "openai:gpt-4o-mini-2024-07-18",
  GPT_4: "openai:gpt-4",
  GPT_4_TURBO: "openai:gpt-4-turbo",
  GPT_4_TURBO_PREVIEW: "openai:gpt-4-turbo-preview",
  GPT_3_5_TURBO: "openai:gpt-3.5-turbo",
  GPT_3_5_TURBO_16K: "openai:gpt-3.5-turbo-16k",
  CLAUDE_3_7_SONNET: "anthropic:claude-3-7-sonnet-20250219",
  CLAUDE_3_5_SONNET: "anthropic:claude-3-5-sonnet",
  CLAUDE_3_5_SONNET_20241022: "anthropic:claude-3-5-sonnet-20241022",
  CLAUDE_3_5_HAIKU: "anthropic:claude-3-5-haiku",
  CLAUDE_3_OPUS: "anthropic:claude-3-opus",
  CLAUDE_3_OPUS_20240229: "anthropic:claude-3-opus-20240229",
  CLAUDE_3_SONNET: "anthropic:claude-3-sonnet",
  CLAUDE_3_SONNET_20240229: "anthropic:claude-3-sonnet-20240229",
  CLAUDE_3_HAIKU: "anthropic:claude-3-haiku",
  CLAUDE_3_HAIKU_20240307: "anthropic:claude-3-haiku-20240307",
  GEMINI_2_5_PRO: "google_genai:gemini-2.5-pro",
  GEMINI_2_5_FLASH: "google_genai:gemini-2.5-flash",
  GEMINI_2_0_FLASH: "google_genai:gemini-2.0-flash",
  GEMINI_2_0_FLASH_LITE: "google_genai:gemini-2.0-flash-lite",
  GEMINI_1_5_PRO: "google_genai:gemini-1.5-pro",
  GEMINI_1_5_FLASH: "google_genai:gemini-1.5-flash",
  GEMMA_3: "google_genai:gemma-3",
  GEMMA_2: "google_genai:gemma-2",
  DEEPSEEK_CHAT: "deepseek:deepseek-chat",
  DEEPSEEK_V3: "deepseek:deepseek-v3",
  DEEPSEEK_REASONER: "deepseek:deepseek-reasoner",
  DEEPSEEK_R1: "deepseek:deepseek-r1",
  DEEPSEEK_CODER: "deepseek:deepseek-coder",
  QWEN_2_5_CODER_32B: "qwen:qwen2.5-coder-32b",
  QWEN_2_5_72B: "qwen:qwen2.5-72b",
  QWEN_2_5_72B_INSTRUCT: "qwen:qwen2.5-72b-instruct",
  QWEN_2_5_32B: "qwen:qwen2.5-32b",
  QWEN_2_5_14B: "qwen:qwen2.5-14b",
  QWEN_2_5_7B: "qwen:qwen2.5-7b",
  QWEN_2_5_3B: "qwen:qwen2.5-3b",
  QWQ: "qwen:qwq",
  QWQ_32B_PREVIEW: "qwen:qwq-32b-preview",
  MISTRAL_LARGE: "mistralai:mistral-large",
  MISTRAL_MEDIUM: "mistralai:mistral-medium",
  MISTRAL_SMALL: "mistralai:mistral-small",
  MISTRAL_7B_INSTRUCT: "mistralai:mistral-7b-instruct",
  MISTRAL_NEMO: "mistralai:mistral-nemo",
  MIXTRAL_8X7B: "mistralai:mixtral-8x7b",
  MIXTRAL_8X22B: "mistralai:mixtral-8x22b",
  LLAMA_3_3_70B: "meta:llama-3.3-70b",
  LLAMA_3_2_90B: "meta:llama-3.2-90b",
  LLAMA_3_2_70B: "meta:llama-3.2-70b",
  LLAMA_3_1_405B: "meta:llama-3.1-405b",
  LLAMA_3_1_70B: "meta:llama-3.1-70b",
  LLAMA_3_1_8B: "meta:llama-3.1-8b",
  LLAMA_3_70B: "meta:llama-3-70b",
  LLAMA_3_8B: "meta:llama-3-8b",
  PHI_4: "microsoft:phi-4",
  PHI_3: "microsoft:phi-3",
  PHI_3_MEDIUM: "microsoft:phi-3-medium",
  PHI_3_MINI: "microsoft:phi-3-mini",
  COMMAND_R_PLUS: "cohere:command-r-plus",
  COMMAND_R: "cohere:command-r",
  GROK_2: "xai:grok-2",
  GROK_2_MINI: "xai:grok-2-mini",
  YI_LARGE: "01ai:yi-large",
  YI_34B: "01ai:yi-34b"
} as const

/**
 * @since 0.1.0
 * @category constants
 */
export const agentConfigPresets = {
  fast_execution: {
    coordinator_model_name: "openai:gpt-4o-mini",
    use_cognitive_tools: false,
    enable_task_validation: false,
    generate_comprehensive_output: false
  },
  deep_reasoning: {
    coordinator_model_name: "openai:o3",
    planner_model_type: "REASONING_MODEL",
    use_cognitive_tools: true,
    enable_task_validation: true,
    generate_comprehensive_output: false
  },
  comprehensive_report: {
    coordinator_model_type: "REASONING_MODEL",
    use_cognitive_tools: true,
    enable_task_validation: true,
    generate_comprehensive_output: true
  }
} as const

/**
 * @since 0.1.0
 * @category constants
 */
export const linkedin = {
  default_subscription: "basic",
  limits: {
    basic: {
      connection_requests: { weekly_max: 100, daily_safe: 15, personalized_monthly: 10 },
      messages: { weekly_max: 100, daily_safe: 15 },
      inmail: { monthly_credits: 0, max_accumulation: 0, rollover: false },
      profile_views: { daily_max: 500, daily_safe: 250 },
      open_profile_messages_monthly: null
    },
    premium: {
      connection_requests: { weekly_max: 150, daily_safe: 20, personalized_monthly: null },
      messages: { weekly_max: 150, daily_safe: 20 },
      inmail: { monthly_credits: 5, max_accumulation: 15, rollover: true },
      profile_views: { daily_max: 1000, daily_safe: 500 },
      open_profile_messages_monthly: null
    },
    premium_career: {
      connection_requests: { weekly_max: 150, daily_safe: 20, personalized_monthly: null },
      messages: { weekly_max: 150, daily_safe: 20 },
      inmail: { monthly_credits: 5, max_accumulation: 15, rollover: true },
      profile_views: { daily_max: 1000, daily_safe: 500 },
      open_profile_messages_monthly: null
    },
    premium_business: {
      connection_requests: { weekly_max: 150, daily_safe: 20, personalized_monthly: null },
      messages: { weekly_max: 150, daily_safe: 20 },
      inmail: { monthly_credits: 15, max_accumulation: 45, rollover: true },
      profile_views: { daily_max: 1000, daily_safe: 500 },
      open_profile_messages_monthly: null
    },
    sales_navigator: {
      connection_requests: { weekly_max: 200, daily_safe: 25, personalized_monthly: null },
      messages: { weekly_max: 150, daily_safe: 20 },
      inmail: { monthly_credits: 50, max_accumulation: 150, rollover: true },
      profile_views: { daily_max: 2000, daily_safe: 1000 },
      open_profile_messages_monthly: null
    },
    recruiter_lite: {
      connection_requests: { weekly_max: 200, daily_safe: 25, personalized_monthly: null },
      messages: { weekly_max: 200, daily_safe: 25 },
      inmail: { monthly_credits: 30, max_accumulation: 120, rollover: true },
      profile_views: { daily_max: 2000, daily_safe: 1000 },
      open_profile_messages_monthly: 1000
    },
    recruiter_corporate: {
      connection_requests: { weekly_max: 250, daily_safe: 30, personalized_monthly: null },
      messages: { weekly_max: 200, daily_safe: 30 },
      inmail: { monthly_credits: 150, max_accumulation: 600, rollover: true },
      profile_views: { daily_max: 2000, daily_safe: 1000 },
      open_profile_messages_monthly: 1000
    }
  },
  sequence_rate_limits: {
    linkedin: {
      connection_request: {
        per_day: {
          basic: 25,
          premium: 40,
          premium_career: 40,
          premium_business: 40,
          sales_navigator: 50,
          recruiter_lite: 100,
          recruiter_corporate: 150
        },
        per5_min: 8,
        delay_seconds: [60, 120]
      },
      message: {
        per_day: {
          basic: 40,
          premium: 40,
          premium_career: 40,
          premium_business: 40,
          sales_navigator: 50,
          recruiter_lite: 60,
          recruiter_corporate: 80
        },
        per5_min: 10,
        delay_seconds: [60, 120]
      },
      inmail: {
        per_day: {
          basic: 40,
          premium: 40,
          premium_career: 40,
          premium_business: 40,
          sales_navigator: 50,
          recruiter_lite: 130,
          recruiter_corporate: 1000
        },
        per5_min: 10,
        delay_seconds: [60, 120]
      },
      view_profile: {
        per_day: {
          basic: 80,
          premium: 100,
          premium_career: 100,
          premium_business: 100,
          sales_navigator: 150,
          recruiter_lite: 200,
          recruiter_corporate: 200
        },
        per5_min: 15,
        delay_seconds: [30, 60]
      },
      like_post: {
        per_day: {
          basic: 50,
          premium: 50,
          premium_career: 50,
          premium_business: 50,
          sales_navigator: 50,
          recruiter_lite: 50,
          recruiter_corporate: 50
        },
        per5_min: 12,
        delay_seconds: [30, 60]
      },
      comment_post: {
        per_day: {
          basic: 25,
          premium: 25,
          premium_career: 25,
          premium_business: 25,
          sales_navigator: 25,
          recruiter_lite: 25,
          recruiter_corporate: 25
        },
        per5_min: 6,
        delay_seconds: [90, 180]
      }
    },
    email: { email: { per_day: 150, per5_min: 20, delay_seconds: [30, 60] } },
    gmail: { email: { per_day: 150, per5_min: 20, delay_seconds: [30, 60] } },
    outlook: { email: { per_day: 150, per5_min: 20, delay_seconds: [30, 60] } }
  },
  rate_limit_fallback: { per_day: 50, per5_min: 10, delay_seconds: [60, 120] },
  action_aliases: {
    direct_message: "message",
    dm: "message",
    connection_request_with_note: "connection_request",
    connection_request_no_note: "connection_request",
    connect: "connection_request",
    in_mail: "inmail",
    profile_view: "view_profile",
    like: "like_post",
    comment: "comment_post"
  },
  cooldown_seconds: {
    connection_request_rejected: 3600,
    message_rate_limited: 1800,
    daily_limit_reached: 86400,
    weekly_limit_reached: 604800
  },
  action_delay_seconds: {
    between_connection_requests: 30,
    between_messages: 15,
    between_profile_views: 5,
    after_error: 60
  },
  daily_inmail_limits: {
    basic: 0,
    premium: 5,
    premium_career: 5,
    premium_business: 15,
    sales_navigator: 50,
    recruiter_lite: 100,
    recruiter_corporate: 1000
  },
  provider_rate_limit_http_codes: {
    "422": "cannot_resend_yet",
    "429": "rate_limited",
    "500": "server_error_possibly_rate_limited"
  },
  best_subscription_priority: {
    inmail: [
      "recruiter_corporate",
      "sales_navigator",
      "recruiter_lite",
      "premium_business",
      "premium",
      "premium_career"
    ],
    connection_requests: [
      "recruiter_corporate",
      "sales_navigator",
      "recruiter_lite",
      "premium_business",
      "premium",
      "premium_career",
      "basic"
    ],
    messages: [
      "recruiter_corporate",
      "sales_navigator",
      "recruiter_lite",
      "premium_business",
      "premium",
      "premium_career",
      "basic"
    ]
  }
} as const

/**
 * @since 0.1.0
 * @category constants
 */
export const contentLimits = {
  "linkedin:connection_request": 300,
  "linkedin:message": 8000,
  "linkedin:inmail": 1900,
  "linkedin:comment_post": 1250,
  "email:send": 50000
} as const
