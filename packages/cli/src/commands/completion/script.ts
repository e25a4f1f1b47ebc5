/**
 * `trilum completion`: scripts that ask the command itself for words.
 *
 * @since 0.1.0
 */
import { UsageError } from "../../CliError.js"
import type { Command } from "../../Command.js"
import { exitCode } from "../../exitCode.js"

// Bash splits words at the characters of COMP_WORDBREAKS, such as the @ of an e-mail address. The words are put together
// before they are sent. Bash replaces $2, the end of the last one, so the rest of it is cut from the answers.
const bash = `# trilum completion for bash: eval "$(trilum completion bash)"
_trilum() {
  local rest=\${COMP_LINE:0:COMP_POINT} words=() piece line word last prefix quote="" i
  for ((i = 0; i <= COMP_CWORD; i++)); do
    piece=\${COMP_WORDS[i]}
    if ((i == 0)) || [[ $rest == [[:space:]]* ]]; then
      words+=("")
      rest=\${rest#"\${rest%%[![:space:]]*}"}
    fi
    if ((i == COMP_CWORD)); then piece=$rest; fi
    words[\${#words[@]}-1]+=$piece
    rest=\${rest#"$piece"}
  done
  last=\${words[\${#words[@]}-1]}
  prefix=\${last%"$2"}
  case $last in '"'* | "'"*) quote=\${last:0:1} ;; esac
  COMPREPLY=()
  while IFS= read -r line; do
    if [[ $line == :files ]]; then compopt -o default; continue; fi
    word=\${line%%$'\\t'*}
    if [[ -z $quote ]]; then printf -v word %q "$word"; fi
    COMPREPLY+=("\${word#"$prefix"}")
  done < <(trilum __complete -- "\${words[@]:1}" 2>/dev/null </dev/null)
}
complete -F _trilum trilum
`

// In a file of fpath it is the function itself. In a script it may come before compinit, which it then waits for.
const zsh = `#compdef trilum
# trilum completion for zsh: source <(trilum completion zsh)
_trilum() {
  local -a found
  local line word files=0
  while IFS= read -r line; do
    if [[ $line == ":files" ]]; then files=1; continue; fi
    word="\${line%%$'\\t'*}"
    found+=("\${word//:/\\\\:}:\${line#*$'\\t'}")
  done < <(trilum __complete -- "\${(@Q)words[2,CURRENT]}" 2>/dev/null </dev/null)
  if (( files )); then _files; elif (( \${#found} )); then _describe -V trilum found; fi
}
_trilum_register() {
  if (( ! $+functions[compdef] )); then autoload -Uz compinit && compinit -i; fi
  compdef _trilum trilum
  precmd_functions=(\${precmd_functions:#_trilum_register})
}
if [[ "\${funcstack[1]}" == "_trilum" ]]; then
  _trilum "$@"
elif (( $+functions[compdef] )); then
  compdef _trilum trilum
else
  precmd_functions+=(_trilum_register)
fi
`

const fish = `# trilum completion for fish: trilum completion fish | source
function __trilum_complete
  set -l words (commandline -opc) (commandline -ct)
  for line in (trilum __complete -- $words[2..-1] 2>/dev/null </dev/null)
    if test "$line" = ":files"
      __fish_complete_path (commandline -ct)
    else
      echo $line
    end
  end
end
complete -c trilum -f -k -a '(__trilum_complete)'
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
  description:
    "Completes commands, options and their values, and ids and names of your records: users, threads, agents, artifacts, collections and more. Those are read from the server and cached for two minutes in $XDG_CACHE_HOME/trilum; nothing is read without a key.",
  arguments: [{ name: "shell", summary: "bash, zsh or fish", required: true, choices: Object.keys(scripts) }],
  options: [],
  examples: [
    "completion bash >> ~/.bashrc",
    "completion zsh >> ~/.zshrc",
    "completion fish > ~/.config/fish/completions/trilum.fish"
  ],
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
