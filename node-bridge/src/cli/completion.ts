import { type Command, UsageError } from './command.ts'
import { linesOfOurs } from './output.ts'

/** Completes the commands, their options and, where nothing else fits, files. Nothing is asked of the node. */
export const createCompletion = (commands: readonly Command[]): Command => ({
  name: 'completion',
  summary: 'Print the completion for bash or zsh: source <(accord completion bash)',
  usage: 'bash | zsh',
  positionals: { min: 1, max: 1 },
  options: {},
  explain: {},
  run: async ({ words }) => {
    const shell = words.positionals[0]
    if (shell !== 'bash' && shell !== 'zsh') throw new UsageError('There is completion for bash and for zsh.')
    const script = bashScript(commands)
    const human = shell === 'bash' ? script : `autoload -Uz bashcompinit && bashcompinit\n${script}`
    return { human: linesOfOurs(human), json: { shell, script: human } }
  },
})

function bashScript(commands: readonly Command[]): string {
  const names = [...new Set([...commands.map(({ name }) => name.split(' ')[0] ?? ''), 'completion'])].join(' ')
  const pairs = commands.flatMap(({ name }) => (name.includes(' ') ? [name.split(' ')] : []))
  const seconds = [...new Set(pairs.map(([first]) => first))]
    .map((group) => {
      const words = pairs.flatMap(([first, second = '']) => (first === group ? [second] : []))
      return `    ${group}) words="${words.join(' ')}" ;;\n`
    })
    .join('')
  const cases = commands.map((command) => `    "${command.name}") options="${optionsOf(command)}" ;;\n`).join('')
  return `_accord() {
  local word="\${COMP_WORDS[COMP_CWORD]}" command="\${COMP_WORDS[1]}" options="--help --json"
  if [ "$COMP_CWORD" -eq 1 ]; then COMPREPLY=($(compgen -W "${names} --help --version" -- "$word")); return; fi
  local words=""
  case "$command" in
${seconds}  esac
  if [ -n "$words" ] && [ "$COMP_CWORD" -eq 2 ]; then COMPREPLY=($(compgen -W "$words" -- "$word")); return; fi
  if [ "$command" = completion ]; then COMPREPLY=($(compgen -W "bash zsh" -- "$word")); return; fi
  [ -n "$words" ] && command="$command \${COMP_WORDS[2]}"
  case "$command" in
${cases}  esac
  case "$word" in
    -*) COMPREPLY=($(compgen -W "$options" -- "$word")) ;;
    *) COMPREPLY=($(compgen -f -- "$word")) ;;
  esac
}
complete -F _accord accord
`
}

const optionsOf = ({ options }: Command): string =>
  [...Object.keys(options), 'json', 'help'].map((name) => `--${name}`).join(' ')
