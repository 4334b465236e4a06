import { SUPPORTED_MODES } from '@accord/shared/protocol'
import type { InvitationPayload, InvitationPreview } from '@accord/shared/schemas'

import { fingerprintOf } from '../keys/key-pair.ts'
import { isNameFree } from '../store/connections/connections.ts'
import { findRedemption } from '../store/handshake/redemptions.ts'
import { findRenewable } from './find-renewable.ts'
import { reviewVersions } from '../nodes/common-version.ts'
import type { ConnectionContext } from '../connections/connection-context.ts'
import { suggestName } from '../connections/connection-name.ts'
import { verifyOffer } from './replaced-code.ts'
import { remoteDetailsOf } from '../connections/remote-details.ts'
import { isUnbound, reviewInvitation } from './review-invitation.ts'

/** Who invites, and to what, for a person to decide on. Nothing leaves this node, and nothing is stored. */
export async function previewInvitation(context: ConnectionContext, text: string): Promise<InvitationPreview> {
  const { db } = context.database
  const { payload, identityThumbprint } = await reviewInvitation(context, text)
  const { connection, nodeInfo } = payload
  const renewed = await findRenewable(context, { payload, identityThumbprint })
  const replaced = await verifyOffer(db, { payload, identityThumbprint })
  const version = reviewVersions(await context.nodeInfo(), nodeInfo)
  const expired = payload.exp * 1000 <= context.now().getTime()
  const keyFingerprint = fingerprintOf(identityThumbprint)
  const known = await findRedemption(db, payload.jti)
  const nameFree = renewed !== undefined || (await isNameFree(db, connection.name, replaced?.id))
  return {
    invitationId: payload.jti,
    purpose: payload.purpose,
    issuedAt: new Date(payload.iat * 1000).toISOString(),
    expiresAt: new Date(payload.exp * 1000).toISOString(),
    expired,
    keyFingerprint,
    boundToThisInstance: payload.invitedInstanceUid !== undefined,
    approval: payload.approval,
    mode: connection.mode,
    name: connection.name,
    nameFree,
    suggestedName: renewed?.name ?? (nameFree ? connection.name : await suggestName(db, connection.name)),
    localShortName: connection.remoteShortName,
    remoteShortName: connection.localShortName,
    description: connection.description,
    source: { ...remoteDetailsOf(nodeInfo), keyFingerprint },
    version,
    warnings: [
      ...warningsOf(context, payload, expired, version.chosen),
      ...(known || renewed ? [] : await warnOfLicence(context)),
    ],
    existingConnectionId: known?.connectionId ?? null,
  }
}

const warnOfLicence = async ({ licenceRefusal }: ConnectionContext): Promise<string[]> => {
  const code = await licenceRefusal()
  return code === undefined ? [] : [code]
}

function warningsOf(
  { pollOnly }: ConnectionContext,
  payload: InvitationPayload,
  expired: boolean,
  chosen: string | null,
): string[] {
  const found = {
    invitation_expired: expired,
    no_common_version: chosen === null,
    source_private: isUnbound(payload) && !pollOnly,
    both_sides_private: payload.nodeInfo.pollOnly && pollOnly,
    mode_unsupported: !SUPPORTED_MODES.includes(payload.connection.mode),
  }
  return Object.entries(found).flatMap(([code, isSo]) => (isSo ? [code] : []))
}
