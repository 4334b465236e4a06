import { UNMAPPED_KINDS } from '@accord/shared/sync'
import { z } from 'zod'

import type { RulesFault } from './rules-fault.ts'

/** A script may give anything here: what is longer than a line is cut, what is no word is left out. */
const Word = z.string().transform((word) => word.slice(0, 200))
const UnmappedWord = z.object({
  kind: z.enum(UNMAPPED_KINDS),
  word: Word,
  /** A JSON Pointer into the replica, or the name of a field; empty where it is not known. */
  from: Word,
  /** Those that there are. */
  words: z.array(Word).transform((words) => words.slice(0, 100)),
})
/** A word that a table of the script, a field of the record or the users of this side do not know. */
export type UnmappedWord = z.infer<typeof UnmappedWord>

const Unmapped = z.array(UnmappedWord).max(20).catch([])

/** What a script has made, and beside it the words that it went on without. */
export function readUnmapped(text: string): { readonly made: unknown; readonly unmapped: readonly UnmappedWord[] } {
  const returned: unknown = JSON.parse(text)
  if (typeof returned !== 'object' || returned === null || !('unmapped' in returned))
    return { made: returned, unmapped: [] }
  const { unmapped, ...made } = returned
  return { made, unmapped: Unmapped.parse(unmapped) }
}

/** The word that ended the run. */
export function unmappedBy({ code, word, words = [], field, from }: RulesFault): readonly UnmappedWord[] {
  if (typeof word !== 'string' || word === '') return []
  if (code === 'value_unmapped') return Unmapped.parse([{ kind: 'value', word, from: from ?? '', words }])
  return code === 'choice_unknown' ? Unmapped.parse([{ kind: 'choice', word, from: field ?? '', words }]) : []
}
