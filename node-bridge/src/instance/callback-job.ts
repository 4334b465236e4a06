import type { InstanceEvent } from '@accord/shared/schemas'

import { readDetail } from '../connections/connection-snapshot.ts'
import type { NodeIdentity } from '../identity/node-identity.ts'
import type { Vault } from '../vault/vault.ts'
import { DONE, type JobResult } from '../jobs/serial-queue-handler.ts'
import type { Database } from '../store/engine/database.ts'
import { type CallbackOutcome, findPairing, recordCallbackOutcome } from '../store/instance/pairings.ts'
import { openCallbackKey } from './callback-key.ts'
import { createRest, type Rest } from './instance-rest.ts'
import type { InstanceClient } from './instance-client.ts'
import { createSignedCallback } from './signed-callback.ts'

export interface CallbackContext {
  readonly database: Database
  readonly vault: Vault
  readonly identity: NodeIdentity
  readonly instance: InstanceClient
  readonly now: () => Date
}

const LOG_ENTRIES = 50

/** The status page shows the last outcome; the same one again within this time is not worth a commit. */
const SAME_FOR_MS = 5000

const isNews = (outcome: CallbackOutcome, last: CallbackOutcome | null): boolean =>
  last === null ||
  last.code !== outcome.code ||
  last.detail !== outcome.detail ||
  outcome.at.getTime() - last.at.getTime() >= SAME_FOR_MS

/** Tells the instance how a connection stands now; states that were passed over in between are in its log. */
export function createCallback(context: CallbackContext): (connectionId: string) => Promise<JobResult> {
  const rest = createRest()
  return (connectionId) => tellInstance(context, rest, connectionId)
}

async function tellInstance(context: CallbackContext, rest: Rest, connectionId: string): Promise<JobResult> {
  const { database, vault, identity, instance, now } = context
  const pairing = await findPairing(database.db)
  if (!pairing) return DONE // the next pairing tells of every connection
  const asked = rest.of(pairing.instanceUrl)
  if (asked && asked.until > now()) return { done: false, error: asked.error, notBefore: asked.until }
  const changed = await readDetail(database.db, connectionId, identity.fingerprint, LOG_ENTRIES)
  const event: InstanceEvent = { kind: 'connection.changed', ...changed }
  const callback = createSignedCallback(event, openCallbackKey(vault, pairing.callbackKeySealed), now())
  const { verdict, clockDifferenceMs } = await instance.post(pairing, callback)
  const { code, detail, retryAfterS } = verdict
  const outcome = { at: now(), code, detail, clockDifferenceMs }
  if (isNews(outcome, pairing.lastCallback))
    await database.transaction((transaction) => recordCallbackOutcome(transaction, outcome))
  if (code === 'delivered') return DONE
  const failed = { done: false, error: `${code}: ${detail}` } as const
  if (retryAfterS === undefined) return failed
  const notBefore = new Date(now().getTime() + retryAfterS * 1000)
  rest.begin(pairing.instanceUrl, { until: notBefore, error: failed.error })
  return { ...failed, notBefore }
}
