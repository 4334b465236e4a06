import type { Words } from '../command.ts'

export const MOST_NAMED = 100

export const FOLDER_OPTION = {
  options: { dir: { type: 'string' } },
  explain: { dir: 'the folder of the rules; this one when absent' },
} as const

export const folderOf = (words: Words): string => words.text('dir') ?? '.'
