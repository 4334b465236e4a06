import { createHmac } from 'node:crypto'

import type { UnmappedWord } from '@accord/shared/schemas'
import { SYNC_LIMITS, type UnmappedKind } from '@accord/shared/sync'

import type { Db } from '../../store/engine/tables.ts'
import {
  boundUnmappedWords,
  countUnmappedWords,
  listUnmappedWords,
  type RulesPlace,
  type UnmappedWordRecord,
} from '../../store/sync/unmapped-words.ts'
import type { Vault } from '../../vault/vault.ts'
import type { SyncContext } from './sync-context.ts'

interface Word {
  readonly kind: UnmappedKind
  readonly word: string
  readonly from: string
  readonly words: readonly string[]
}

interface Met extends RulesPlace, Word {
  times: number
}

/** What the rules of a batch of pairs have met and do not know. */
export interface MetWords {
  readonly note: (place: RulesPlace, words: readonly Word[]) => void
  readonly all: () => readonly Met[]
}

export function createMetWords(): MetWords {
  const met = new Map<string, Met>()
  return {
    note: ({ connectionId, table, direction }, words) => {
      for (const word of words) {
        const key = JSON.stringify([connectionId, table, direction, word.kind, word.from, word.word])
        const known = met.get(key)
        if (known) known.times++
        else met.set(key, { connectionId, table, direction, ...word, times: 1 })
      }
    },
    all: () => [...met.values()],
  }
}

/**
 * Counts them, in a transaction of its own: pairs that meet the same word would wait for each other otherwise. A count that is
 * lost stops nothing.
 */
export async function keepMetWords(context: SyncContext, met: readonly Met[]): Promise<void> {
  if (met.length === 0) return
  const { database, log } = context
  try {
    await database.transaction((transaction) =>
      countUnmappedWords(
        transaction,
        met.map((each) => recordOf(context, each)),
      ),
    )
    const { unmappedWordsOfPath: ofPath, unmappedWords: all } = SYNC_LIMITS
    for (const place of placesOf(met)) await boundUnmappedWords(database.db, place, { ofPath, all })
  } catch (error) {
    log.warn({ err: error, words: met.length }, 'words without a line could not be counted')
  }
}

/** Each path of them once. */
const placesOf = (met: readonly Met[]) => [
  ...new Map(
    met.map(({ connectionId, table, direction, from: path }) => [
      JSON.stringify([connectionId, table, direction, path]),
      { connectionId, table, direction, path },
    ]),
  ).values(),
]

const contextOf = (id: string) => `unmapped-word:${id}`

/** A word may be somebody's data: it is kept sealed, and found by a keyed hash. */
function recordOf(
  { hashKey, vault, now }: SyncContext,
  { times, word, words, from, kind, ...place }: Met,
): UnmappedWordRecord {
  const { connectionId, table, direction } = place
  const about = JSON.stringify([connectionId, table, direction, kind, from, word])
  const id = createHmac('sha256', hashKey).update(`unmapped-word:${about}`).digest('hex')
  const wordSealed = vault.seal(JSON.stringify({ word, words }), contextOf(id))
  return { id, connectionId, table, direction, kind, path: from, wordSealed, met: times, firstAt: now(), lastAt: now() }
}

/** For the page where the line is written. */
export async function describeUnmappedWords(
  db: Db,
  vault: Vault,
  place: Omit<RulesPlace, 'direction'>,
): Promise<UnmappedWord[]> {
  const kept = await listUnmappedWords(db, place, SYNC_LIMITS.unmappedWordsShown)
  return kept.map(({ id, direction, kind, path, wordSealed, met, lastAt }) => {
    const { word, words } = JSON.parse(vault.open(wordSealed, contextOf(id))) as Pick<UnmappedWord, 'word' | 'words'>
    return { direction, kind, path, word, words, met, lastAt: lastAt.toISOString() }
  })
}
