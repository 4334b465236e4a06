import type { LocalRecord } from '../../trackers/record.ts'
import type { Item } from '../items/item.ts'

/**
 * What was said together with the change that began the pair is news and no history: a scan may find that change only after its
 * minute, and clocks of node and tracker differ.
 */
export const NEWS_MS = 120_000

/** The record as its rules may see it: without comments that are older than the pair, where the trigger keeps those at home. */
export function withoutHistory(record: LocalRecord, { stored, pair: { history } }: Item): LocalRecord {
  if (history === undefined) return record
  const began = stored.createdAt.getTime() - NEWS_MS
  const isKept = history === 'none' ? () => false : (isInternal: boolean) => !isInternal
  return {
    ...record,
    comments: record.comments.filter(({ at, internal }) => Date.parse(at) >= began || isKept(internal)),
  }
}
