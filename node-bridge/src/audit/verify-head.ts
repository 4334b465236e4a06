import type { Vault } from '../vault/vault.ts'
import type { AuditHead, HeadInPlace } from '../store/audit/audit-head.ts'
import { findNode } from '../store/node/node-identity.ts'
import type { Db } from '../store/engine/tables.ts'
import type { SeenHead } from './audit-anchor.ts'
import { GENESIS } from './audit-entry.ts'

/** What is sealed of a head: whoever changes the database without the master key cannot write one that fits. */
export const HEAD_CONTEXT = 'audit-head'

/** A log that was never set going again has the text of earlier releases, so that replicas of two releases agree. */
export const headText = ({ generation = 0, seq, hash, sinceSeq = 0, sinceHash = null }: HeadDetails): string =>
  generation === 0 ? `${seq}:${hash}` : `g${generation}:${seq}:${hash}:since:${sinceSeq}:${sinceHash ?? GENESIS}`

type HeadDetails = Pick<AuditHead, 'seq' | 'hash'> & Partial<AuditHead>

export function carriesSeal(head: AuditHead, vault: Vault): boolean {
  try {
    return head.sealed !== null && vault.open(head.sealed, HEAD_CONTEXT) === headText(head)
  } catch {
    return false
  }
}

export const SEAL_BROKEN = 'The kept head was not sealed with the master key of this node.'

/**
 * May the chain go on from this head? A sentence where it may not. Cheap enough for each group: the seal, the last entry, and
 * what this host has seen before. That everything in between fits is found by whoever follows the whole chain.
 */
export async function flawOfHead(
  db: Db,
  place: HeadInPlace,
  vault: Vault,
  seen: SeenHead | undefined,
): Promise<string | undefined> {
  const { head } = place
  const last = place.last ?? { seq: head.sinceSeq, hash: head.sinceHash ?? GENESIS }
  if (head.seq === 0 && head.sealed === null && last.seq === 0 && !seen && !(await findNode(db))) return undefined
  if (!carriesSeal(head, vault)) return SEAL_BROKEN
  if (last.seq !== head.seq) return `The last entry is ${last.seq}, but the head is at ${head.seq}.`
  if (last.hash !== head.hash) return `The last entry, ${last.seq}, has another hash than the head.`
  return seen && flawAgainst(place, seen)
}

/** Compares the log with what this host has seen of it. A later generation was begun by who holds the master key. */
export function flawAgainst({ head, hashAtSeen }: HeadInPlace, seen: SeenHead): string | undefined {
  if (head.generation > seen.generation) return undefined
  const newest = `this host has seen it at entry ${seen.seq} (audit-anchor.json)`
  if (head.generation < seen.generation || head.seq < seen.seq)
    return `The log was set back: it ends at entry ${head.seq}, but ${newest}.`
  if (seen.seq === 0 || hashAtSeen === seen.hash) return undefined
  return `Entry ${seen.seq} is not the one that this host has seen there (audit-anchor.json).`
}
