import type { Vault } from '../vault/vault.ts'
import { listUnchained, placeEntries } from '../store/audit/audit-entries.ts'
import { type AuditHead, moveAuditHead, readHeadInPlace } from '../store/audit/audit-head.ts'
import type { Database } from '../store/engine/database.ts'
import type { Db } from '../store/engine/tables.ts'
import type { AuditAnchor } from './audit-anchor.ts'
import type { AuditEntry, ChainedEntry } from '../store/audit/audit-entries.ts'
import { hashOf } from './audit-entry.ts'
import { isProved } from './entry-proof.ts'
import { flawOfHead, HEAD_CONTEXT, headText } from './verify-head.ts'

/** Entries that get their places in one commit. */
const GROUP = 200

export interface ChainHead {
  readonly seq: number
  readonly hash: string
}

export interface ChainedGroup {
  readonly head: AuditHead
  /** True where more entries may be waiting to be chained. */
  readonly isFull: boolean
}

/** The chain must not go on: its head is not the one that the nodes of this database have left. */
export class BrokenHeadError extends Error {
  override readonly name = 'BrokenHeadError'
  readonly seq: number

  constructor(seq: number, why: string) {
    super(why)
    this.seq = seq
  }
}

/**
 * Chains what was committed since. A group shares one commit, and no change ever waits for the head of the chain: with the
 * head taken in the change's own transaction all replicas would stand in one row's queue (docs/decisions/0008).
 * It goes on only from a head that carries the seal which was left there, and takes only entries that a node has written
 * (docs/decisions/0028). Answers the new head, or undefined when there was nothing to chain. Throws `BrokenHeadError`.
 */
export async function sealGroup(
  database: Database,
  vault: Vault,
  anchor?: AuditAnchor,
): Promise<ChainedGroup | undefined> {
  const group = await database.transaction(async (db): Promise<ChainedGroup | undefined> => {
    const seen = anchor?.seen()
    const place = await readHeadInPlace(db, seen?.seq ?? 0)
    const { head: before } = place
    const flaw = await flawOfHead(db, place, vault, seen)
    if (flaw !== undefined) throw new BrokenHeadError(before.seq, flaw)
    anchor?.move(before)
    const entries = chainAfter(before, await listProved(db, vault))
    const last = entries.at(-1)
    if (!last) return undefined
    const next = { ...before, seq: last.seq, hash: last.hash }
    const head = { ...next, sealed: vault.seal(headText(next), HEAD_CONTEXT) }
    if (!(await moveAuditHead(db, before.seq, head))) return undefined
    await placeEntries(db, entries)
    return { head, isFull: entries.length === GROUP }
  })
  if (group) anchor?.move(group.head)
  return group
}

/** Entries that wait and that a node has written, the oldest first. What somebody else has put among them stays where it is. */
async function listProved(db: Db, vault: Vault): Promise<AuditEntry[]> {
  const proved: AuditEntry[] = []
  for (let after = ''; ;) {
    const some = await listUnchained(db, GROUP, after)
    for (const { proof, ...entry } of some) if (isProved(vault, entry, proof)) proved.push(entry)
    after = some.at(-1)?.id ?? after
    if (some.length < GROUP || proved.length >= GROUP) return proved.slice(0, GROUP)
  }
}

/** Chains everything that is there when it is called. */
export async function sealAll(database: Database, vault: Vault, anchor?: AuditAnchor): Promise<AuditHead | undefined> {
  let newest: AuditHead | undefined
  for (let group = await sealGroup(database, vault, anchor); group; group = await sealGroup(database, vault, anchor)) {
    newest = group.head
    if (!group.isFull) break
  }
  return newest
}

function chainAfter(head: ChainHead, entries: readonly AuditEntry[]): ChainedEntry[] {
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
