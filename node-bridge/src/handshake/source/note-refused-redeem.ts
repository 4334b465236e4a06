import { ERROR_CODES, type ErrorCode, hasTrait, quoted, shownUrl } from '@accord/shared/protocol'

import { fingerprintOf } from '../../keys/key-pair.ts'
import { isRefusal, type Refusal } from '../../refusals/refusal.ts'
import type { ConnectionRecord } from '../../store/connections/connection-record.ts'
import { findConnection } from '../../store/connections/connections.ts'
import type { InvitationRecord } from '../../store/handshake/invitations.ts'
import { amendConnection } from '../../connections/amend-connection.ts'
import { changeConnection, REMOTE_ACTOR } from '../../connections/change-connection.ts'
import type { ConnectionContext } from '../../connections/connection-context.ts'
import type { ReadRedeem } from '../messages/redeem.ts'
import { type Attempt, countAttempt, isNews, NAMED_KEYS } from './refused-redeems.ts'

/** What the holder of a code is asked to take up with the other admin, who has to know as well. */
const NOTED: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'already_redeemed',
  'wrong_recipient',
  'wrong_recipient_key',
  'no_common_version',
  'invitation_revoked',
  'invitation_expired',
  'invitation_replaced',
])
/** A repeated attempt makes no log entry; its count reaches the instance within this time. */
const COUNT_PAUSE_MS = 60_000

/** Runs what checks a redeem whose code and identity are proven; a refusal is written down for the admin here before it is answered. */
export async function notingRefusals<T>(
  context: ConnectionContext,
  invitation: InvitationRecord,
  redeem: ReadRedeem,
  identityThumbprint: string,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (isRefusal(error) && NOTED.has(error.code))
      await note(context, invitation.connectionId, attemptOf(redeem, identityThumbprint, error, context.now()))
    throw error
  }
}

function attemptOf({ claims }: ReadRedeem, identityThumbprint: string, { code }: Refusal, at: Date): Attempt {
  const { instanceUid, name, baseUrl: nodeUrl } = claims.nodeInfo
  return { by: { identityThumbprint, instanceUid, name, nodeUrl }, code, at }
}

async function note({ database }: ConnectionContext, connectionId: string, attempt: Attempt): Promise<void> {
  await database.transaction(async (transaction) => {
    const record = await findConnection(transaction, connectionId)
    if (!record || hasTrait(record.state, 'deleted')) return
    const set = ({ refusedRedeems }: ConnectionRecord) => ({ refusedRedeems: countAttempt(refusedRedeems, attempt) })
    if (!isNews(record.refusedRedeems, attempt)) {
      await amendConnection(transaction, record, set, new Date(attempt.at.getTime() + COUNT_PAUSE_MS))
      return
    }
    await changeConnection(transaction, record, attempt.at, {
      event: 'redeemRefused',
      detail: detailOf(record, attempt),
      actor: REMOTE_ACTOR,
      set,
    })
  })
}

/** What this node knows of the caller comes first, and then what the caller says of itself. */
function detailOf(record: ConnectionRecord, { by, code }: Attempt): string {
  if (record.refusedRedeems.length >= NAMED_KEYS)
    return `More than ${NAMED_KEYS} keys have tried the code; from here on they are only counted. ${adviceFor(code, false)}`
  const isPeer = by.identityThumbprint === record.remoteIdentityThumbprint
  const who = `A node with the key fingerprint ${fingerprintOf(by.identityThumbprint)} holds the code and was refused (${code}: ${ERROR_CODES[code].title}).`
  return `${who} ${adviceFor(code, isPeer)} It calls itself ${quoted(by.name)}, instance ${by.instanceUid}, node ${shownUrl(by.nodeUrl)}.`
}

function adviceFor(code: ErrorCode, isPeer: boolean): string {
  switch (code) {
    case 'already_redeemed':
      return isPeer
        ? 'It is the node at the other end, which has lost the key of this connection: issue a code that renews the keys.'
        : 'Two nodes had the code. Compare fingerprints with the other admin by phone: if this one is theirs, somebody else holds this connection; delete it and issue a code for a new one.'
    case 'wrong_recipient':
    case 'wrong_recipient_key':
      return 'The code was not spent. Compare the fingerprint with the other admin by phone: if it is not theirs, somebody else has read the code; revoke it. If it is, delete this connection and begin a new one with the URL of that instance.'
    case 'no_common_version':
      return 'Upgrade the node with the lower versions.'
    default:
      return 'The code has ended. If this is the other side, send it a new one.'
  }
}
