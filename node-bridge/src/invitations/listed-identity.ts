import { setTimeout as delay } from 'node:timers/promises'

import { requireIdentity } from '../nodes/discovery.ts'
import { isRefusal } from '../refusals/refusal.ts'
import type { ConnectionContext } from '../connections/connection-context.ts'
import type { ProcessedInvitation } from './invitation-code.ts'

/** A hint is not worth a longer wait: the redeem that follows has its own timeout. */
const WAIT_MS = 3000

/**
 * Before anything is stored or redeemed, PROTOCOL.md §4.3: a node that answers at the code's address and does not list the
 * code's key is another node. Throws `identity_mismatch`. A node that is silent stops nobody: discovery is a hint.
 */
export async function requireListedIdentity(
  { readDiscovery }: Pick<ConnectionContext, 'readDiscovery'>,
  { payload, identityThumbprint }: Pick<ProcessedInvitation, 'payload' | 'identityThumbprint'>,
): Promise<void> {
  const { nodeInfo } = payload
  if (nodeInfo.pollOnly) return
  const document = await Promise.race([
    readDiscovery(nodeInfo.baseUrl).catch((error: unknown) => {
      if (isRefusal(error)) return undefined
      throw error
    }),
    delay(WAIT_MS, undefined, { ref: false }),
  ])
  if (document) requireIdentity(document, identityThumbprint)
}
