import type { ConnectionRecord } from '../../store/connections/connection-record.ts'
import type { RedemptionRecord } from '../../store/handshake/redemptions.ts'
import { remoteDetailsOf } from '../../connections/remote-details.ts'
import type { ProcessedInvitation } from '../../invitations/invitation-code.ts'

/** What is stored of an accepted code. */
export const newRedemption = (
  { payload }: ProcessedInvitation,
  now: Date,
): Omit<RedemptionRecord, 'connectionId' | 'purpose' | 'invitationSealed' | 'key'> => ({
  invitationId: payload.jti,
  issuedAt: new Date(payload.iat * 1000),
  expiresAt: new Date(payload.exp * 1000),
  invitedInstanceUid: payload.invitedInstanceUid ?? null,
  acceptedAt: now,
  attempts: 0,
  offer: payload.offer ?? null,
})

/** Local and remote as this side sees them: the code speaks as the source sees them. */
export const newRecord = (
  { payload, identityThumbprint }: ProcessedInvitation,
  { connectionId: id, acceptedAt }: RedemptionRecord,
  name: string,
): ConnectionRecord => ({
  id,
  name,
  requestId: null,
  sharedId: null,
  revision: 1,
  side: 'destination',
  state: 'redeeming',
  reason: null,
  localShortName: payload.connection.remoteShortName,
  remoteShortName: payload.connection.localShortName,
  description: payload.connection.description,
  mode: payload.connection.mode,
  destinationUrl: payload.connection.destinationUrl ?? null,
  peerConnectionId: null,
  remote: remoteDetailsOf(payload.nodeInfo),
  remoteIdentityThumbprint: identityThumbprint,
  invitationId: payload.jti,
  localKey: null,
  remoteKeyX: null,
  restVersion: null,
  confirmBy: null,
  createdAt: acceptedAt,
  updatedAt: acceptedAt,
  activatedAt: null,
  lastContactAt: null,
  refusedRedeems: [],
})
