import type { AuditVerdict } from '@accord/shared/schemas'

import type { Vault } from '../keys/vault.ts'
import { countUnchained, type FoundEntry, listChained } from '../store/audit-entries.ts'
import { type AuditHead, readAuditHead } from '../store/audit-head.ts'
import type { Db } from '../store/tables.ts'
import { type ChainHead, HEAD_CONTEXT, headText } from './seal-audit.ts'
import { flawAtHead, verifyChain } from './verify-audit.ts'

const PAGE = 500

/** The stored chain in pages. */
export async function* readChain(db: Db): AsyncGenerator<readonly FoundEntry[]> {
  let after = 0
  for (let page = await listChained(db, after, PAGE); page.length > 0; page = await listChained(db, after, PAGE)) {
    yield page
    after = page.at(-1)?.seq ?? after
  }
}

export interface JudgeOptions {
  /** Without it the seal of the head stays unchecked. */
  readonly vault: Vault | undefined
  /** A head that somebody kept outside: the chain has to hold it. */
  readonly anchor?: ChainHead | undefined
}

/**
 * Follows the whole chain, then compares its end with the kept head, the head's seal and the anchor. While the node goes
 * on, the head may move on meanwhile: it is read first, and only a chain that ends before it is broken.
 */
export async function judgeAudit(db: Db, { vault, anchor }: JudgeOptions): Promise<AuditVerdict> {
  const kept = await readAuditHead(db)
  const seal = judgeSeal(kept, vault)
  const seen = new Map([[kept.seq, ''], ...(anchor ? [[anchor.seq, ''] as const] : [])])
  const chain = await verifyChain(noteHashes(readChain(db), seen))
  const broken =
    chain.broken ??
    flawOfHead(kept, seen, chain.head) ??
    (seal === 'broken' ? { seq: kept.seq, id: null, why: SEAL_BROKEN } : null) ??
    (anchor && flawOfHead(anchor, seen, chain.head)) ??
    null
  const waiting = await countUnchained(db)
  return { intact: broken === null, entries: chain.entries, head: chain.head, seal, waiting, broken }
}

const SEAL_BROKEN = 'The kept head was not sealed with the master key of this node.'

function judgeSeal(kept: AuditHead, vault: Vault | undefined): AuditVerdict['seal'] {
  if (kept.seq === 0 || vault === undefined) return 'unchecked'
  try {
    return kept.sealed !== null && vault.open(kept.sealed, HEAD_CONTEXT) === headText(kept) ? 'fits' : 'broken'
  } catch {
    return 'broken'
  }
}

/** Remembers the hashes at the numbers that will be compared. */
async function* noteHashes(
  pages: AsyncIterable<readonly FoundEntry[]>,
  wanted: Map<number, string>,
): AsyncGenerator<readonly FoundEntry[]> {
  for await (const page of pages) {
    for (const { seq, hash } of page) if (wanted.has(seq)) wanted.set(seq, hash ?? '')
    yield page
  }
}

function flawOfHead(kept: ChainHead, seen: ReadonlyMap<number, string>, end: ChainHead): AuditVerdict['broken'] {
  if (kept.seq === 0) return null
  const found = kept.seq <= end.seq ? { seq: kept.seq, hash: seen.get(kept.seq) ?? '' } : end
  const why = flawAtHead(found, kept)
  return why === undefined ? null : { seq: Math.min(kept.seq, end.seq + 1), id: null, why }
}
