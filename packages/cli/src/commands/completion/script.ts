/**
 * `trilum completion`: scripts that ask the command itself for words.
 *
 * @since 0.1.0
 */
import { UsageError } from "../../CliError.js"
import type { Command } from "../../Command.js"
import { exitCode } from "../../exitCode.js"

const bash = `# trilum completion for bash: eval "$(trilum completion bash)"
_trilum() {
  local line
  COMPREPLY=()
  while IFS= read -r line; do
    COMPREPLY+=("\${line%%$'\\t'*}")
  done < <(trilum __complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o default -F _trilum trilum
`

const zsh = `#compdef trilum
# trilum completion for zsh: source <(trilum completion zsh)
_trilum() {
  local -a found
  local line
  while IFS= read -r line; do
    found+=("\${line%%$'\\t'*}:\${line#*$'\\t'}")
  done < <(trilum __complete -- "\${words[@]:1:CURRENT-1}" 2>/dev/null)
  if (( \${#found} )); then _describe 'trilum' found; else _files; fi
}
compdef _trilum trilum
`

const fish = `# trilum completion for fish: trilum completion fish | source
function __trilum_complete
  set -l words (commandline -opc) (commandline -ct)
  trilum __complete -- $words[2..-1] 2>/dev/null
end
complete -c trilum -a '(__trilum_complete)'
`

const scripts: Readonly<Record<string, string>> = { bash, zsh, fish }

/**
 * @since 0.1.0
 * @category commands
 */
export const completion: Command = {
  _tag: "Command",
  path: ["completion"],
  summary: "Completion script for a shell.",
  arguments: [{ name: "shell", summary: "bash, zsh or fish", required: true, choices: Object.keys(scripts) }],
  options: [],
  examples: ["completion bash >> ~/.bashrc", "completion zsh >> ~/.zshrc", "completion fish | source"],
  run: async ({ io, values }) => {
    const [shell = ""] = values.arguments
    const script = scripts[shell]
    if (script === undefined) {
      throw new UsageError(`there is no completion for "${shell}"`, `the shells are ${Object.keys(scripts).join(", ")}`)
    }
    await io.stdout.write(script)
    return exitCode.ok
  }
}
