import type { AuditVerdict } from '@accord/shared/schemas'

import type { Vault } from '../vault/vault.ts'
import {
  countUnchained,
  type FoundEntry,
  listChained,
  listUnchained,
  readLastPlace,
} from '../store/audit/audit-entries.ts'
import { type AuditHead, readAuditHead, readHeadInPlace } from '../store/audit/audit-head.ts'
import { findNode } from '../store/node/node-identity.ts'
import type { Db } from '../store/engine/tables.ts'
import type { SeenHead } from './audit-anchor.ts'
import { GENESIS } from './audit-entry.ts'
import { isProved } from './entry-proof.ts'
import { carriesSeal, flawAgainst, SEAL_BROKEN } from './verify-head.ts'
import type { ChainHead } from './seal-audit.ts'
import { flawAtHead, verifyChain } from './verify-chain.ts'

const PAGE = 500

/** Called between two pages; a background check pauses here. */
export type Pace = (tookMs: number) => Promise<void>

/** The stored chain in pages. */
async function* readChain(db: Db, from = 0, pace?: Pace): AsyncGenerator<readonly FoundEntry[]> {
  let after = from
  for (;;) {
    const beganAt = performance.now()
    const page = await listChained(db, after, PAGE)
    if (page.length === 0) return
    yield page
    after = page.at(-1)?.seq ?? after
    await pace?.(performance.now() - beganAt)
  }
}

export interface VerifyOptions {
  /** Without it the seal of the head, and who wrote what waits, stay unchecked. */
  readonly vault: Vault | undefined
  /** A head that somebody kept outside: the chain has to hold it. */
  readonly anchor?: ChainHead | undefined
  /** What this host has seen of the log. */
  readonly seen?: SeenHead | undefined
  readonly pace?: Pace | undefined
  readonly now?: Date
}

type Broken = AuditVerdict['broken']

/**
 * Follows the whole chain, then compares its end with the kept head, the head's seal, the anchors and what waits. While the
 * node goes on, the head may move on meanwhile: it is read first, and only a chain that ends before it is broken.
 */
export async function verifyAuditLog(db: Db, options: VerifyOptions): Promise<AuditVerdict> {
  const { vault, anchor, seen, pace } = options
  const kept = await readAuditHead(db)
  const seal = await verifySeal(db, kept, vault)
  const wanted = new Map([[kept.seq, ''], ...(anchor ? [[anchor.seq, ''] as const] : [])])
  const start = { seq: kept.sinceSeq, hash: kept.sinceHash ?? GENESIS }
  const chain = await verifyChain(noteHashes(readChain(db, start.seq, pace), wanted), start)
  const at = (why: string | undefined): Broken => (why === undefined ? null : { seq: kept.seq, id: null, why })
  const broken =
    chain.broken ??
    flawOfKept(kept, wanted, chain.head) ??
    at(seal === 'broken' ? SEAL_BROKEN : undefined) ??
    (anchor && flawOfKept(anchor, wanted, chain.head)) ??
    at(seen && flawAgainst(await readHeadInPlace(db, seen.seq), seen)) ??
    (await flawBehindHead(db)) ??
    (vault ? await flawOfWaiting(db, vault, kept, options.now ?? new Date()) : null)
  const waiting = await countUnchained(db)
  return { intact: broken === null, entries: chain.entries, head: chain.head, seal, waiting, broken }
}

async function verifySeal(db: Db, kept: AuditHead, vault: Vault | undefined): Promise<AuditVerdict['seal']> {
  if (vault === undefined) return 'unchecked'
  // Before its first start a node has sealed nothing; afterwards an empty log carries a seal as well.
  if (kept.seq === 0 && kept.sealed === null && !(await findNode(db))) return 'unchecked'
  return carriesSeal(kept, vault) ? 'fits' : 'broken'
}

/** An entry with a number that no head ever had: the head is read after it, so that a running node is no flaw. */
async function flawBehindHead(db: Db): Promise<Broken> {
  const last = await readLastPlace(db)
  const head = await readAuditHead(db)
  if (!last || last.seq <= head.seq) return null
  return { seq: head.seq + 1, id: null, why: `Entry ${last.seq} stands behind the head, which is at ${head.seq}.` }
}

/** A replica of the release before proves nothing, and chains what it writes within seconds. */
const UNPROVED_MS = 30_000

async function flawOfWaiting(db: Db, vault: Vault, kept: AuditHead, now: Date): Promise<Broken> {
  const isLate = (at: Date) => Math.abs(now.getTime() - at.getTime()) > UNPROVED_MS
  for (let after = ''; ;) {
    const some = await listUnchained(db, PAGE, after)
    const forged = some.find(
      ({ proof, ...entry }) => !isProved(vault, entry, proof) && (proof !== null || isLate(entry.at)),
    )
    if (forged)
      return {
        seq: kept.seq + 1,
        id: forged.id,
        why: `No node has written entry ${forged.id}, which waits for its place.`,
      }
    if (some.length < PAGE) return null
    after = some.at(-1)?.id ?? after
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

function flawOfKept(kept: ChainHead & Partial<AuditHead>, seen: ReadonlyMap<number, string>, end: ChainHead): Broken {
  if (kept.seq === 0 || kept.seq === kept.sinceSeq) return null
  const found = kept.seq <= end.seq ? { seq: kept.seq, hash: seen.get(kept.seq) ?? '' } : end
  const why = flawAtHead(found, kept)
  return why === undefined ? null : { seq: Math.min(kept.seq, end.seq + 1), id: null, why }
}
