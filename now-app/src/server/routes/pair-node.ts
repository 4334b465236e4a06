import type { PairingResponse } from '@accord/shared/schemas'
import { readObject } from '../http/read-body.ts'
import { Refusal } from '../http/refusal.ts'
import { RECONCILE_JOB } from '../jobs/names.ts'
import { pair } from '../node/pair.ts'
import { findPairedNode } from '../node/pairing-record.ts'
import { startJob } from '../platform/start-job.ts'
import { forgetWork } from '../sync/forget-work.ts'
import type { RestRequest } from '../platform/rest-exchange.d.ts'

export function pairNode(request: RestRequest, requestId: string): PairingResponse {
  const { pairingCode } = readObject(request)
  if (typeof pairingCode !== 'string') throw new Refusal('pairing_malformed')
  const before = findPairedNode()?.instanceUid
  const paired = pair(pairingCode, requestId)
  // Another node has its own triggers, and knows nothing of what the one before wanted written.
  if (before !== paired.instanceUid) forgetWork()
  // The node may know a thousand connections from before: no request waits for so many calls.
  startJob(RECONCILE_JOB)
  return paired
}
