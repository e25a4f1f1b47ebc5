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
export const agentConfigPresets = {
  comprehensive_report: {
    coordinator_model_type: "REASONING_MODEL",
    enable_task_validation: true,
    generate_comprehensive_output: true,
    use_cognitive_tools: true
  },
  deep_reasoning: {
    coordinator_model_name: "openai:o3",
    enable_task_validation: true,
    generate_comprehensive_output: false,
    planner_model_type: "REASONING_MODEL",
    use_cognitive_tools: true
  },
  fast_execution: {
    coordinator_model_name: "openai:gpt-4o-mini",
    enable_task_validation: false,
    generate_comprehensive_output: false,
    use_cognitive_tools: false
  }
} as const

/**
 * @since 0.1.0
 * @category constants
 */
export const contentLimits = {
  "email:send": 50000,
  "linkedin:comment_post": 1250,
  "linkedin:connection_request": 300,
  "linkedin:inmail": 1900,
  "linkedin:message": 8000
} as const

/**
 * @since 0.1.0
 * @category constants
 */
export const linkedin = {
  action_aliases: {
    comment: "comment_post",
    connect: "connection_request",
    connection_request_no_note: "connection_request",
    connection_request_with_note: "connection_request",
    direct_message: "message",
    dm: "message",
    in_mail: "inmail",
    like: "like_post",
    profile_view: "view_profile"
  },
  action_delay_seconds: {
    after_error: 60,
    between_connection_requests: 30,
    between_messages: 15,
    between_profile_views: 5
  },
  best_subscription_priority: {
    connection_requests: [
      "recruiter_corporate",
      "sales_navigator",
      "recruiter_lite",
      "premium_business",
      "premium",
      "premium_career",
      "basic"
    ],
    inmail: [
      "recruiter_corporate",
      "sales_navigator",
      "recruiter_lite",
      "premium_business",
      "premium",
      "premium_career"
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
  },
  cooldown_seconds: {
    connection_request_rejected: 3600,
    daily_limit_reached: 86400,
    message_rate_limited: 1800,
    weekly_limit_reached: 604800
  },
  daily_inmail_limits: {
    basic: 0,
    premium: 5,
    premium_business: 15,
    premium_career: 5,
    recruiter_corporate: 1000,
    recruiter_lite: 100,
    sales_navigator: 50
  },
  default_subscription: "basic",
  limits: {
    basic: {
      connection_requests: { daily_safe: 15, personalized_monthly: 10, weekly_max: 100 },
      inmail: { max_accumulation: 0, monthly_credits: 0, rollover: false },
      messages: { daily_safe: 15, weekly_max: 100 },
      open_profile_messages_monthly: null,
      profile_views: { daily_max: 500, daily_safe: 250 }
    },
    premium: {
      connection_requests: { daily_safe: 20, personalized_monthly: null, weekly_max: 150 },
      inmail: { max_accumulation: 15, monthly_credits: 5, rollover: true },
      messages: { daily_safe: 20, weekly_max: 150 },
      open_profile_messages_monthly: null,
      profile_views: { daily_max: 1000, daily_safe: 500 }
    },
    premium_business: {
      connection_requests: { daily_safe: 20, personalized_monthly: null, weekly_max: 150 },
      inmail: { max_accumulation: 45, monthly_credits: 15, rollover: true },
      messages: { daily_safe: 20, weekly_max: 150 },
      open_profile_messages_monthly: null,
      profile_views: { daily_max: 1000, daily_safe: 500 }
    },
    premium_career: {
      connection_requests: { daily_safe: 20, personalized_monthly: null, weekly_max: 150 },
      inmail: { max_accumulation: 15, monthly_credits: 5, rollover: true },
      messages: { daily_safe: 20, weekly_max: 150 },
      open_profile_messages_monthly: null,
      profile_views: { daily_max: 1000, daily_safe: 500 }
    },
    recruiter_corporate: {
      connection_requests: { daily_safe: 30, personalized_monthly: null, weekly_max: 250 },
      inmail: { max_accumulation: 600, monthly_credits: 150, rollover: true },
      messages: { daily_safe: 30, weekly_max: 200 },
      open_profile_messages_monthly: 1000,
      profile_views: { daily_max: 2000, daily_safe: 1000 }
    },
    recruiter_lite: {
      connection_requests: { daily_safe: 25, personalized_monthly: null, weekly_max: 200 },
      inmail: { max_accumulation: 120, monthly_credits: 30, rollover: true },
      messages: { daily_safe: 25, weekly_max: 200 },
      open_profile_messages_monthly: 1000,
      profile_views: { daily_max: 2000, daily_safe: 1000 }
    },
    sales_navigator: {
      connection_requests: { daily_safe: 25, personalized_monthly: null, weekly_max: 200 },
      inmail: { max_accumulation: 150, monthly_credits: 50, rollover: true },
      messages: { daily_safe: 20, weekly_max: 150 },
      open_profile_messages_monthly: null,
      profile_views: { daily_max: 2000, daily_safe: 1000 }
    }
  },
  provider_rate_limit_http_codes: {
    "422": "cannot_resend_yet",
    "429": "rate_limited",
    "500": "server_error_possibly_rate_limited"
  },
  rate_limit_fallback: { delay_seconds: [60, 120], per5_min: 10, per_day: 50 },
  sequence_rate_limits: {
    email: { email: { delay_seconds: [30, 60], per5_min: 20, per_day: 150 } },
    gmail: { email: { delay_seconds: [30, 60], per5_min: 20, per_day: 150 } },
    linkedin: {
      comment_post: {
        delay_seconds: [90, 180],
        per5_min: 6,
        per_day: {
          basic: 25,
          premium: 25,
          premium_business: 25,
          premium_career: 25,
          recruiter_corporate: 25,
          recruiter_lite: 25,
          sales_navigator: 25
        }
      },
      connection_request: {
        delay_seconds: [60, 120],
        per5_min: 8,
        per_day: {
          basic: 25,
          premium: 40,
          premium_business: 40,
          premium_career: 40,
          recruiter_corporate: 150,
          recruiter_lite: 100,
          sales_navigator: 50
        }
      },
      inmail: {
        delay_seconds: [60, 120],
        per5_min: 10,
        per_day: {
          basic: 40,
          premium: 40,
          premium_business: 40,
          premium_career: 40,
          recruiter_corporate: 1000,
          recruiter_lite: 130,
          sales_navigator: 50
        }
      },
      like_post: {
        delay_seconds: [30, 60],
        per5_min: 12,
        per_day: {
          basic: 50,
          premium: 50,
          premium_business: 50,
          premium_career: 50,
          recruiter_corporate: 50,
          recruiter_lite: 50,
          sales_navigator: 50
        }
      },
      message: {
        delay_seconds: [60, 120],
        per5_min: 10,
        per_day: {
          basic: 40,
          premium: 40,
          premium_business: 40,
          premium_career: 40,
          recruiter_corporate: 80,
          recruiter_lite: 60,
          sales_navigator: 50
        }
      },
      view_profile: {
        delay_seconds: [30, 60],
        per5_min: 15,
        per_day: {
          basic: 80,
          premium: 100,
          premium_business: 100,
          premium_career: 100,
          recruiter_corporate: 200,
          recruiter_lite: 200,
          sales_navigator: 150
        }
      }
    },
    outlook: { email: { delay_seconds: [30, 60], per5_min: 20, per_day: 150 } }
  }
} as const

/**
 * @since 0.1.0
 * @category constants
 */
export const models = {
  CLAUDE_3_5_HAIKU: "anthropic:claude-3-5-haiku",
  CLAUDE_3_5_SONNET: "anthropic:claude-3-5-sonnet",
  CLAUDE_3_5_SONNET_20241022: "anthropic:claude-3-5-sonnet-20241022",
  CLAUDE_3_7_SONNET: "anthropic:claude-3-7-sonnet-20250219",
  CLAUDE_3_HAIKU: "anthropic:claude-3-haiku",
  CLAUDE_3_HAIKU_20240307: "anthropic:claude-3-haiku-20240307",
  CLAUDE_3_OPUS: "anthropic:claude-3-opus",
  CLAUDE_3_OPUS_20240229: "anthropic:claude-3-opus-20240229",
  CLAUDE_3_SONNET: "anthropic:claude-3-sonnet",
  CLAUDE_3_SONNET_20240229: "anthropic:claude-3-sonnet-20240229",
  COMMAND_R: "cohere:command-r",
  COMMAND_R_PLUS: "cohere:command-r-plus",
  DEEPSEEK_CHAT: "deepseek:deepseek-chat",
  DEEPSEEK_CODER: "deepseek:deepseek-coder",
  DEEPSEEK_R1: "deepseek:deepseek-r1",
  DEEPSEEK_REASONER: "deepseek:deepseek-reasoner",
  DEEPSEEK_V3: "deepseek:deepseek-v3",
  GEMINI_1_5_FLASH: "google_genai:gemini-1.5-flash",
  GEMINI_1_5_PRO: "google_genai:gemini-1.5-pro",
  GEMINI_2_0_FLASH: "google_genai:gemini-2.0-flash",
  GEMINI_2_0_FLASH_LITE: "google_genai:gemini-2.0-flash-lite",
  GEMINI_2_5_FLASH: "google_genai:gemini-2.5-flash",
  GEMINI_2_5_PRO: "google_genai:gemini-2.5-pro",
  GEMMA_2: "google_genai:gemma-2",
  GEMMA_3: "google_genai:gemma-3",
  GPT_3_5_TURBO: "openai:gpt-3.5-turbo",
  GPT_3_5_TURBO_16K: "openai:gpt-3.5-turbo-16k",
  GPT_4: "openai:gpt-4",
  GPT_4O: "openai:gpt-4o",
  GPT_4O_MINI: "openai:gpt-4o-mini",
  GPT_4O_MINI_2024_07_18: "openai:gpt-4o-mini-2024-07-18",
  GPT_4_1: "openai:gpt-4.1",
  GPT_4_1_MINI: "openai:gpt-4.1-mini",
  GPT_4_1_NANO: "openai:gpt-4.1-nano",
  GPT_4_TURBO: "openai:gpt-4-turbo",
  GPT_4_TURBO_PREVIEW: "openai:gpt-4-turbo-preview",
  GPT_5: "openai:gpt-5",
  GPT_5_MINI: "openai:gpt-5-mini",
  GPT_5_NANO: "openai:gpt-5-nano",
  GROK_2: "xai:grok-2",
  GROK_2_MINI: "xai:grok-2-mini",
  LLAMA_3_1_405B: "meta:llama-3.1-405b",
  LLAMA_3_1_70B: "meta:llama-3.1-70b",
  LLAMA_3_1_8B: "meta:llama-3.1-8b",
  LLAMA_3_2_70B: "meta:llama-3.2-70b",
  LLAMA_3_2_90B: "meta:llama-3.2-90b",
  LLAMA_3_3_70B: "meta:llama-3.3-70b",
  LLAMA_3_70B: "meta:llama-3-70b",
  LLAMA_3_8B: "meta:llama-3-8b",
  MISTRAL_7B_INSTRUCT: "mistralai:mistral-7b-instruct",
  MISTRAL_LARGE: "mistralai:mistral-large",
  MISTRAL_MEDIUM: "mistralai:mistral-medium",
  MISTRAL_NEMO: "mistralai:mistral-nemo",
  MISTRAL_SMALL: "mistralai:mistral-small",
  MIXTRAL_8X22B: "mistralai:mixtral-8x22b",
  MIXTRAL_8X7B: "mistralai:mixtral-8x7b",
  O1: "openai:o1",
  O1_MINI: "openai:o1-mini",
  O1_PREVIEW: "openai:o1-preview",
  O1_PRO: "openai:o1-pro",
  O3: "openai:o3",
  O3_MINI: "openai:o3-mini",
  O4_MINI: "openai:o4-mini",
  PHI_3: "microsoft:phi-3",
  PHI_3_MEDIUM: "microsoft:phi-3-medium",
  PHI_3_MINI: "microsoft:phi-3-mini",
  PHI_4: "microsoft:phi-4",
  QWEN_2_5_14B: "qwen:qwen2.5-14b",
  QWEN_2_5_32B: "qwen:qwen2.5-32b",
  QWEN_2_5_3B: "qwen:qwen2.5-3b",
  QWEN_2_5_72B: "qwen:qwen2.5-72b",
  QWEN_2_5_72B_INSTRUCT: "qwen:qwen2.5-72b-instruct",
  QWEN_2_5_7B: "qwen:qwen2.5-7b",
  QWEN_2_5_CODER_32B: "qwen:qwen2.5-coder-32b",
  QWQ: "qwen:qwq",
  QWQ_32B_PREVIEW: "qwen:qwq-32b-preview",
  YI_34B: "01ai:yi-34b",
  YI_LARGE: "01ai:yi-large"
} as const
