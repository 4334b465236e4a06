import type { CommandContext } from './command.ts'

export const DATA_DIR_OPTION = { 'data-dir': { type: 'string' } } as const
export const DATA_DIR_MEANING = {
  'data-dir': 'directory of the node; ACCORD_DATA_DIR, or ./data, when absent',
} as const

export const dataDirOf = ({ words, environment }: Pick<CommandContext, 'words' | 'environment'>): string =>
  words.text('data-dir') ?? environment['ACCORD_DATA_DIR'] ?? './data'
