import type { Vault } from '../keys/vault.ts'
import { listUnchained, placeEntries } from '../store/audit-entries.ts'
import { moveAuditHead, readAuditHead } from '../store/audit-head.ts'
import type { Database } from '../store/database.ts'
import { type AuditEntry, type ChainedEntry, hashOf } from './audit-entry.ts'

/** Entries that get their places in one commit. */
const GROUP = 200

export interface ChainHead {
  readonly seq: number
  readonly hash: string
}

export interface ChainedGroup extends ChainHead {
  /** There may be more that has no place yet. */
  readonly isFull: boolean
}

/** What is sealed of a head: whoever changes the database without the master key cannot write one that fits. */
export const HEAD_CONTEXT = 'audit-head'
export const headText = ({ seq, hash }: ChainHead): string => `${seq}:${hash}`

/**
 * Chains what was committed since. A group shares one commit, and no change ever waits for the head of the chain: with the
 * head taken in the change's own transaction all replicas would stand in one row's queue (docs/decisions/0008).
 * Answers the new head, or undefined when there was nothing to chain or another replica chains at the same time.
 */
export const sealGroup = ({ transaction }: Database, vault: Vault): Promise<ChainedGroup | undefined> =>
  transaction(async (db) => {
    const head = await readAuditHead(db)
    const entries = chainAfter(head, await listUnchained(db, GROUP))
    const last = entries.at(-1)
    if (!last) return undefined
    const sealed = vault.seal(headText(last), HEAD_CONTEXT)
    if (!(await moveAuditHead(db, head.seq, { seq: last.seq, hash: last.hash, sealed }))) return undefined
    await placeEntries(db, entries)
    return { seq: last.seq, hash: last.hash, isFull: entries.length === GROUP }
  })

/** Chains everything that is there when it is called, waiting for a replica that is at the same work. */
export async function sealAll(database: Database, vault: Vault): Promise<void> {
  while ((await listUnchained(database.db, 1)).length > 0) await sealGroup(database, vault)
}

export function chainAfter(head: ChainHead, entries: readonly AuditEntry[]): ChainedEntry[] {
  const chained: ChainedEntry[] = []
  let { seq, hash: previousHash } = head
  for (const entry of entries) {
    seq += 1
    const hash = hashOf(entry, seq, previousHash)
    chained.push({ ...entry, seq, previousHash, hash })
    previousHash = hash
  }
  return chained
}
