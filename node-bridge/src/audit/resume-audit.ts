import type { Vault } from '../vault/vault.ts'
import { listUnchained, proveWaiting, readLastPlace } from '../store/audit/audit-entries.ts'
import { type AuditHead, moveAuditHead, readAuditHead } from '../store/audit/audit-head.ts'
import type { Database } from '../store/engine/database.ts'
import type { Db } from '../store/engine/tables.ts'
import type { SeenHead } from './audit-anchor.ts'
import { GENESIS } from './audit-entry.ts'
import { entrySigner, isProved, textToProve } from './entry-proof.ts'
import { carriesSeal, HEAD_CONTEXT, headText } from './verify-head.ts'
import { recordAudit } from './record-audit.ts'

/** An entry names at most so many ids: more would be too long for it, and nobody would read them. */
const NAMED = 50
const ALL = 100_000

/**
 * After somebody has looked at a log that was changed by hand: it goes on behind its last entry, with a generation that only
 * the master key can begin. What stands before is vouched for no more; it stays where it is, and an export shows it.
 */
export async function resumeAudit(
  database: Database,
  vault: Vault,
  { seen, reason, actor }: { readonly seen: SeenHead | undefined; readonly reason: string; readonly actor: string },
): Promise<AuditHead> {
  return database.transaction(async (transaction) => {
    const kept = await readAuditHead(transaction)
    const head = await beginGeneration(transaction, vault, kept, seen)
    const adopted = await adoptWaiting(transaction, vault)
    await recordAudit(transaction, {
      at: new Date(),
      actor,
      action: 'audit.resumed',
      subject: null,
      details: {
        reason,
        generation: head.generation,
        since: head.sinceSeq,
        headWas: `${kept.seq}:${kept.hash}`,
        seen: seen ? `${seen.seq}:${seen.hash}` : null,
        unproved: adopted.slice(0, NAMED),
        unprovedCount: adopted.length,
      },
    })
    return head
  })
}

/** A backup that was restored, and noticed, has an older head: only where that is really one of ours the log may go on. */
export async function resumeAfterRestore(transaction: Db, vault: Vault): Promise<{ readonly seq: number } | undefined> {
  const kept = await readAuditHead(transaction)
  const last = await readLastPlace(transaction)
  const isWhole = last ? last.seq === kept.seq && last.hash === kept.hash : kept.seq === kept.sinceSeq
  if (!carriesSeal(kept, vault) || !isWhole) return undefined
  const head = { ...kept, generation: kept.generation + 1 }
  await moveAuditHead(transaction, kept.seq, { ...head, sealed: vault.seal(headText(head), HEAD_CONTEXT) })
  return head
}

async function beginGeneration(
  transaction: Db,
  vault: Vault,
  kept: AuditHead,
  seen: SeenHead | undefined,
): Promise<AuditHead> {
  const { seq, hash } = (await readLastPlace(transaction)) ?? { seq: 0, hash: GENESIS }
  const generation = Math.max(kept.generation, seen?.generation ?? 0) + 1
  const place = { ...kept, generation, seq, hash, sinceSeq: seq, sinceHash: hash }
  const head = { ...place, sealed: vault.seal(headText(place), HEAD_CONTEXT) }
  if (!(await moveAuditHead(transaction, kept.seq, head)))
    throw new Error('A node has chained entries meanwhile; look again')
  return head
}

/** Rows that no node has written get a place as well: the entry of the resumption names them. Nothing is thrown away. */
async function adoptWaiting(transaction: Db, vault: Vault): Promise<string[]> {
  const prove = entrySigner(vault)
  const unproved: string[] = []
  for (const { proof, ...entry } of await listUnchained(transaction, ALL)) {
    if (isProved(vault, entry, proof)) continue
    unproved.push(entry.id)
    await proveWaiting(transaction, entry.id, prove(textToProve(entry)))
  }
  return unproved
}
