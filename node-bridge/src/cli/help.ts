import { NODE_VERSION } from '../config/node-version.ts'
import type { Command } from './command.ts'

export const generalHelp = (
  commands: readonly Command[],
): string => `accord ${NODE_VERSION}: connects a ServiceNow instance with another company's tracker.

Usage: accord <command> [options]

${commands.map(({ name, summary }) => `  ${name.padEnd(17)} ${summary}\n`).join('')}
  accord <command> --help   what a command takes
  accord --version

Settings (environment, or the file that ACCORD_CONFIG_FILE names):
  ACCORD_URL             address of the node that a command speaks to; ACCORD_PUBLIC_URL when absent
  ACCORD_OPERATOR_TOKEN  the operator token of that node
  accord start --help    those of the node itself

Exit codes: 0 done, 1 refused or found broken, 2 a call that makes no sense, 3 the node cannot be reached.
`

export function helpOf({ name, usage, summary, options, explain, more }: Command): string {
  const lines = Object.entries(options).map(([option, { type }]) => [
    `--${option}${type === 'string' ? ' <text>' : ''}`,
    explain[option] ?? '',
  ])
  const all = [...lines, ['--json', 'print JSON'], ['--help', 'this text']]
  const width = Math.max(...all.map(([option = '']) => option.length))
  const described = all.map(([option = '', meaning = '']) => `  ${option.padEnd(width)}  ${meaning}\n`).join('')
  return `accord ${name}${usage === '' ? '' : ` ${usage}`}\n\n${summary}.\n\n${described}${more ? `\n${more()}` : ''}`
}
