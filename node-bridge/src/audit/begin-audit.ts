import type { Vault } from '../vault/vault.ts'
import { listUnchained, proveWaiting } from '../store/audit/audit-entries.ts'
import { sealFirstHead } from '../store/audit/audit-head.ts'
import type { Database } from '../store/engine/database.ts'
import type { Db } from '../store/engine/tables.ts'
import type { AuditAnchor } from './audit-anchor.ts'
import { GENESIS } from './audit-entry.ts'
import { entrySigner, textToProve } from './entry-proof.ts'
import { HEAD_CONTEXT, headText } from './verify-head.ts'

const STEP = '0010-audit-proof'
const ALL = 100_000

/** With the identity of the node, in one transaction: from then on there is no moment at which an empty log carries no seal. */
export const sealGenesis = (transaction: Db, vault: Vault): Promise<void> =>
  sealFirstHead(transaction, vault.seal(headText({ seq: 0, hash: GENESIS }), HEAD_CONTEXT))

/**
 * A release before wrote entries without a proof: those that wait when the schema is brought up to date are taken as they are,
 * once, and not on a host that has seen the log with proofs already.
 */
export async function adoptEarlierRelease(database: Database, vault: Vault, anchor: AuditAnchor): Promise<void> {
  if (!database.migrated.includes(STEP) || anchor.seen()) return
  const prove = entrySigner(vault)
  await database.transaction(async (transaction) => {
    await sealGenesis(transaction, vault)
    for (const { proof, ...entry } of await listUnchained(transaction, ALL))
      if (proof === null) await proveWaiting(transaction, entry.id, prove(textToProve(entry)))
  })
}
