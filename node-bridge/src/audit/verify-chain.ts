import { GENESIS, hashOf } from './audit-entry.ts'
import type { ChainHead } from './seal-audit.ts'
import type { FoundEntry } from '../store/audit/audit-entries.ts'

/** `broken` is the first place that does not fit; everything before it does. */
export interface ChainVerdict {
  readonly entries: number
  readonly head: ChainHead
  readonly broken: { readonly seq: number; readonly id: string | null; readonly why: string } | null
}

/** Follows the chain from its beginning, or from a place that is vouched for. `pages`: the entries by their number. */
export async function verifyChain(
  pages: AsyncIterable<readonly FoundEntry[]>,
  start: ChainHead = { seq: 0, hash: GENESIS },
): Promise<ChainVerdict> {
  let head = start
  for await (const page of pages)
    for (const entry of page) {
      const why = flawOf(entry, head)
      if (why !== undefined)
        return { entries: head.seq, head, broken: { seq: head.seq + 1, id: idOf(entry, head), why } }
      head = { seq: entry.seq, hash: entry.hash ?? '' }
    }
  return { entries: head.seq, head, broken: null }
}

const idOf = ({ id, seq }: FoundEntry, head: ChainHead): string | null => (seq === head.seq + 1 ? id : null)

function flawOf(entry: FoundEntry, before: ChainHead): string | undefined {
  if (entry.seq !== before.seq + 1) return `Entry ${before.seq + 1} is missing: after ${before.seq} comes ${entry.seq}.`
  if (entry.previousHash !== before.hash) return 'It does not follow the entry before it.'
  if (Number.isNaN(entry.at.getTime()) || hashOf(entry, entry.seq, before.hash) !== entry.hash)
    return 'Its content is not what was chained.'
  return undefined
}

/** An anchor is a head that somebody kept: `seq:hash` from the log or from an earlier check. */
export function parseAnchor(text: string): ChainHead | undefined {
  const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{64})$/u.exec(text.trim()) ?? []
  return seq === undefined || hash === undefined ? undefined : { seq: Number(seq), hash }
}

/** Compares the head of a chain that holds together with one that the database or a person kept. */
export function flawAtHead(found: ChainHead, kept: ChainHead): string | undefined {
  if (found.seq !== kept.seq) return `The chain ends at entry ${found.seq}, but its head was at ${kept.seq}.`
  return found.hash === kept.hash ? undefined : `Entry ${kept.seq} has another hash than the head that was kept.`
}
