import { SUPPORTED_MODES } from '@accord/shared/protocol'
import type { InvitationPayload } from '@accord/shared/schemas'

import { Refusal } from '../refusals/refusal.ts'
import { requireCommonVersion } from '../nodes/common-version.ts'
import type { ConnectionContext } from '../connections/connection-context.ts'
import { processInvitationCode, type ProcessedInvitation } from './invitation-code.ts'

/**
 * Reads a pasted code and stops at once where no wait and no edit can help: not a code, our own, made for another
 * instance, an address that the policy forbids. Makes no call.
 */
export async function reviewInvitation(
  { identity, checkUrl }: ConnectionContext,
  pastedText: string,
): Promise<ProcessedInvitation> {
  const invitation = await processInvitationCode(pastedText)
  const { invitedInstanceUid, nodeInfo } = invitation.payload
  if (nodeInfo.instanceUid === identity.instanceUid || invitation.identityThumbprint === identity.key.thumbprint)
    throw new Refusal('own_invitation')
  if (invitedInstanceUid !== undefined && invitedInstanceUid !== identity.instanceUid)
    throw new Refusal('wrong_recipient', undefined, { facts: { invitedInstanceUid } })
  // A source that says that it cannot be called is not called, wherever it lives.
  if (!nodeInfo.pollOnly) checkUrl(nodeInfo.baseUrl)
  return invitation
}

/** Throws what stops an acceptance before anything is stored. Expiry does not: the source's clock decides. */
export async function requireAcceptable(context: ConnectionContext, payload: InvitationPayload): Promise<void> {
  requireCommonVersion(payload.nodeInfo, await context.nodeInfo())
  if (payload.nodeInfo.pollOnly && context.pollOnly) throw new Refusal('both_sides_private')
  if (isUnbound(payload))
    throw new Refusal('source_private', 'The code of a node that cannot be called has to name the instance it is for.')
  if (!SUPPORTED_MODES.includes(payload.connection.mode)) throw new Refusal('mode_unsupported')
}

/** A source that cannot be called asks at the instance that it has invited, and nowhere else. */
export const isUnbound = ({ nodeInfo, invitedInstanceUid }: InvitationPayload): boolean =>
  nodeInfo.pollOnly && invitedInstanceUid === undefined
