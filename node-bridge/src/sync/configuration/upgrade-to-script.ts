import type { ActorRequest, SyncConfiguration } from '@accord/shared/schemas'
import type { z } from 'zod'

import { recordAudit } from '../../audit/record-audit.ts'
import { Refusal } from '../../refusals/refusal.ts'
import { findConnection } from '../../store/connections/connections.ts'
import { insertModeUpgrade } from '../../store/sync/mode-upgrades.ts'
import type { ConfigurationContext } from './configuration-context.ts'
import { readConfiguration } from './read-configuration.ts'

/**
 * From here on people of this side write the scripts, which do the same until somebody changes them; the other side's affair is its
 * own. Once is enough. Throws `connection_unknown`; `state_conflict` for a connection that never was in Basic mode.
 */
export async function upgradeToScript(
  context: ConfigurationContext,
  connectionId: string,
  { actor }: z.infer<typeof ActorRequest>,
): Promise<SyncConfiguration> {
  const { database, now } = context
  const connection = await findConnection(database.db, connectionId)
  if (!connection) throw new Refusal('connection_unknown')
  if (connection.mode !== 'basic') throw new Refusal('state_conflict', 'This connection is in Script mode already.')
  await database.transaction(async (transaction) => {
    const at = now()
    if (!(await insertModeUpgrade(transaction, { connectionId, at, actor }))) return
    const details = { from: 'basic', to: 'script' }
    await recordAudit(transaction, { at, actor, action: 'sync.upgradedToScript', subject: connectionId, details })
  })
  return readConfiguration(context, connectionId)
}
