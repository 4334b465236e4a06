import type { NodeStatus } from '@accord/shared/schemas'

import { Refusal } from '../refusal.ts'
import { findNode } from '../store/node-identity.ts'
import type { Db } from '../store/tables.ts'

/** From the node's first start. */
export const EVALUATION_MS = 30 * 86_400_000

export async function readLicence(db: Db, now: Date): Promise<NodeStatus['licence']> {
  const node = await findNode(db)
  if (!node) throw new Error('The node has no licence row')
  const { licenceKind: kind, licenceEndsAt: endsAt } = node
  return { kind, endsAt: endsAt.toISOString(), ended: endsAt <= now }
}

/** Throws `licence_ended`. Only what makes a new connection asks; what exists goes on. */
export async function requireLicence(db: Db, now: Date): Promise<void> {
  const { kind, endsAt, ended } = await readLicence(db, now)
  if (ended) throw new Refusal('licence_ended', undefined, { facts: { kind, endsAt } })
}
