import type { FetchAcceptanceRequest, FetchAcceptanceResponse } from '@accord/shared/schemas'

import type { ConnectionContext } from '../../connections/connection-context.ts'
import { createRedeem } from '../messages/redeem.ts'
import { holdLongPoll } from '../../connections/long-poll.ts'
import type { SourceCaller } from '../../nodes/callers.ts'
import { findWaiting } from './waiting-acceptance.ts'

/**
 * At the acceptor: a source that cannot be called asks for the redeem, PROTOCOL.md §5.12. It is made anew for each question,
 * always by the same key. Whoever is not the source of an accepted code waits and receives `null`, as its source does before.
 */
export async function serveAcceptance(
  context: ConnectionContext,
  invitationId: string,
  { waitMs, nonce }: FetchAcceptanceRequest,
  source: SourceCaller,
): Promise<FetchAcceptanceResponse> {
  await holdLongPoll(context, {
    // With who asks: a stranger who names the same code takes nothing of its source's share.
    sharer: `${invitationId} ${source.identityThumbprint}`,
    waitMs: source.mayWait ? waitMs : 0,
    concerns: (record) => record.invitationId === invitationId || record.remote.instanceUid === source.instanceUid,
    isOver: async () => (await findWaiting(context, invitationId, source)) !== undefined,
  })
  const waiting = await findWaiting(context, invitationId, source)
  if (!waiting) return { redeem: null }
  const { invitation, connectionKey } = waiting
  const { body } = await createRedeem({
    invitation,
    connectionKey,
    identity: context.identity.key,
    nodeInfo: await context.nodeInfo(),
    now: context.now(),
    nonce,
  })
  return body
}
