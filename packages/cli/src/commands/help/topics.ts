/**
 * The topics of `trilum help`: what belongs to no single command. What the program knows as data is read from there.
 *
 * @since 0.1.0
 */
import { settings } from "../../config.js"
import { exitCode } from "../../exitCode.js"
import { platforms } from "../../platforms/Platform.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface Topic {
  readonly name: string
  readonly summary: string
  /** Paragraphs; one that begins with two spaces is shown as it is. */
  readonly paragraphs: ReadonlyArray<string>
}

const column = (pairs: ReadonlyArray<readonly [string, string]>): ReadonlyArray<string> => {
  const left = Math.max(...pairs.map(([name]) => name.length)) + 2
  return pairs.map(([name, text]) => `  ${name.padEnd(left)}${text}`)
}

/** The causes of {@link exitCode}. */
const causes: { readonly [K in keyof typeof exitCode]: string } = {
  ok: "success; also when the reader of stdout closes it early, as head does",
  error: "the platform or this machine failed, or some of several items did",
  usage: "the command line or the configuration is invalid; nothing was sent",
  auth: "the key is missing or wrong, or lacks a permission (401, 403)",
  notFound: "not found (404)",
  rateLimited: "rate limited, after all attempts (429)",
  timeout: "a time limit passed; what was started may go on",
  interrupted: "interrupted by Ctrl-C; 143 by SIGTERM, 129 by SIGHUP"
}

/**
 * @since 0.1.0
 * @category constants
 */
export const topics: ReadonlyArray<Topic> = [
  {
    name: "environment",
    summary: "Environment variables",
    paragraphs: [
      "Keys and tokens. A variable takes precedence over what trilum auth login stored.",
      ...column(
        platforms.flatMap(({ keyVariable, title, tokens }) => [
          [keyVariable, `key of ${title}`] as const,
          ...tokens.map(({ kind, variable }) => [variable, `${kind} token of ${title}`] as const)
        ])
      ),
      "Settings. An option takes precedence over its variable, and the variable over the profile.",
      ...column(settings.map(({ summary, variable }) => [variable, summary] as const)),
      "The command itself.",
      ...column([
        ["TRILUM_PROFILE", "the profile, where --profile is not given"],
        ["TRILUM_ALLOW_INSECURE_HTTP", "1: accept plain http to any host"],
        ["TRILUM_DATABASE_URL", "database of batches"],
        ["TRILUM_BATCH_KEY", "key that encrypts the items of batches"],
        ["XDG_CONFIG_HOME", "folder of settings and keys; default ~/.config"],
        ["XDG_CACHE_HOME", "folder of cached names for completion; default ~/.cache"],
        ["PAGER", "program for long tables; default less, empty or cat for none"],
        ["NO_COLOR, FORCE_COLOR", "no colours, or colours in a pipe too"],
        ["TERM=dumb, CI", "no colours and no moving lines"],
        ["COLUMNS", "width, where the terminal does not say it"]
      ])
    ]
  },
  {
    name: "exit-codes",
    summary: "Exit codes, for scripts",
    paragraphs: [
      ...column(
        Object.entries(exitCode).map(([name, code]) => [String(code), Reflect.get(causes, name) as string] as const)
      ),
      "Errors are on stderr. With --json or --output json they are one line of JSON, with exit_code, status, request_id and hint where these are known."
    ]
  },
  {
    name: "output",
    summary: "Formats, jq, tables, files and the pager",
    paragraphs: [
      "stdout has data, stderr has messages. On a terminal lists are tables and JSON is indented. In a pipe JSON is as the server sent it.",
      ...column([
        ["--json", "the whole answer as JSON in one line; --all makes one array"],
        ["--output json", "the same"],
        ["--output ndjson", "a record a line"],
        ["--output yaml", "YAML; more than one answer is a stream of documents"],
        ["--output csv", "CSV with a line of headings; nested values are JSON"],
        ["--output table", "a table, in a pipe as wide as it is"],
        ["--columns id,name", "columns of a table or CSV, in this order; owner.name reads a nested value"],
        ["--wide", "every column, none cut"],
        ["--jq FILTER", "the results of a jq filter, strings as text; with --output in that format"],
        ["-o FILE, --out FILE", "into a file, which appears when it is complete; - is stdout"],
        ["--no-pager", "long tables without a pager; so does PAGER=cat"],
        ["--no-color", "no colours"],
        ["-q, --quiet", "nothing on stderr but errors"]
      ]),
      "ndjson, csv and table have the records of a list; json and yaml have the whole answer. jq runs over the JSON that --json prints.",
      "Numbers keep every digit in every format. In CSV, text that begins with = + - or @ gets an apostrophe, so that no spreadsheet runs it; JSON has it unchanged. On a terminal, control characters are removed."
    ]
  },
  {
    name: "profiles",
    summary: "Settings and keys by profile",
    paragraphs: [
      "A profile is a set of settings and keys, such as one for each account or server. Settings are defaults of options: the user, the place in LUML, base URLs and limits.",
      ...column([
        ["trilum config set KEY VALUE", "sets a default in the profile"],
        ["trilum config list --show-origin", "what applies, and where it comes from"],
        ["trilum auth login", "stores a key in the profile"],
        ["--profile NAME", "the profile of one call; TRILUM_PROFILE of a shell"]
      ]),
      "Precedence: option, environment variable, profile, default. A key is sent only to the server that it was stored for.",
      ...column(settings.map(({ key, summary }) => [key, summary] as const))
    ]
  },
  {
    name: "durations",
    summary: "Durations and times",
    paragraphs: [
      "A duration is a number with a unit: 500ms, 30s, 2m, 1h. A number alone is seconds.",
      "--timeout limits each request, --deadline a whole wait; what was started goes on at the server. A time of an API is as in 2026-01-31T09:00:00Z."
    ]
  },
  {
    name: "input",
    summary: "Options, JSON, files, prompts and stdin",
    paragraphs: [
      ...column([
        ["--name value", "or --name=value, which a value that begins with a dash needs"],
        ["--page-size", "also --page_size and --pageSize, as the API spells it"],
        ["--tag a --tag b", "a list: the option is repeated"],
        ["--flag, --no-flag", "true, false"],
        ["--body JSON|@FILE|-", "a whole body: inline, of a file, of stdin"],
        ["--set name=value", "any parameter by its name; JSON if it reads as JSON, else text"],
        ["--xyz-file FILE", "a secret: of a file, or of stdin with -"],
        ["--", "ends the options"]
      ]),
      'A prompt and piped input are joined: trilum lumnis invoke "Summarise this" < report.txt. A prompt of - is the input alone.',
      "A command that destroys asks on a terminal. Elsewhere, and with --no-input, it needs --yes. --dry-run shows the request and sends nothing."
    ]
  }
]
