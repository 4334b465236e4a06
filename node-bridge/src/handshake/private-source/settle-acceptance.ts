import { atDestination, ERROR_CODES, LIMITS } from '@accord/shared/protocol'
import type { GrantClaims, SettleAcceptanceRequest, SettleAcceptanceResponse } from '@accord/shared/schemas'

import { sha256 } from '../../keys/digest.ts'
import { whyRevoked } from '../../nodes/peer-answer.ts'
import { isRefusal, Refusal } from '../../refusals/refusal.ts'
import type { SourceCaller } from '../../nodes/callers.ts'
import { findConnection } from '../../store/connections/connections.ts'
import { REMOTE_ACTOR, tryChange } from '../../connections/change-connection.ts'
import type { ConnectionContext } from '../../connections/connection-context.ts'
import { readRedeem } from '../messages/redeem.ts'
import type { OpenRedemption } from '../destination/open-redemption.ts'
import { failRedeem, storeGrant } from '../destination/redeem-job.ts'
import { grantExpectation, takeGrant } from '../destination/source-calls.ts'
import { requireOwnName } from '../../connections/supersede-connection.ts'
import { findAnswered, findWaiting } from './waiting-acceptance.ts'

/**
 * At the acceptor: the answer of a source that cannot be called, checked as the answer to a redeem is (PROTOCOL.md §5.2).
 * An answer that came before changes nothing. Throws `invitation_unknown` for anybody but the source, and
 * `proof_invalid` for a grant that does not fit a redeem of this side.
 */
export async function settleAcceptance(
  context: ConnectionContext,
  invitationId: string,
  answer: SettleAcceptanceRequest,
  source: SourceCaller,
): Promise<SettleAcceptanceResponse> {
  const waiting = await findWaiting(context, invitationId, source)
  if (waiting && 'grant' in answer) await take(context, waiting, answer).catch(blameCaller)
  if (waiting && 'refusal' in answer) await failRedeem(context, waiting, 'refused', refusalOf(answer.refusal))
  const record = await findAnswered(context, invitationId, source)
  if (!record) throw new Refusal('invitation_unknown')
  if (!waiting && 'refusal' in answer) await receiveDecision(context, record.id, refusalOf(answer.refusal))
  return { invitationId, state: (await findConnection(context.database.db, record.id))?.state ?? record.state }
}

/** Here the grant stands in a call: what is wrong with it is the caller's fault, not that of a node that we asked. */
function blameCaller(error: unknown): never {
  if (!isRefusal(error) || error.code !== 'protocol_violation') throw error
  throw new Refusal('proof_invalid', error.message, error.facts === undefined ? {} : { facts: error.facts })
}

async function take(
  context: ConnectionContext,
  waiting: OpenRedemption,
  { redeem, grant }: { readonly redeem: string; readonly grant: string },
): Promise<void> {
  await requireOwnRedeem(context, waiting, redeem)
  const { record, invitation, connectionKey } = waiting
  const expected = await grantExpectation(context, invitation, connectionKey, sha256(redeem))
  const claims: GrantClaims = await takeGrant(context, { grant }, expected)
  await requireOwnName(context.database.db, record, claims.connectionId)
  await storeGrant(context, waiting, claims)
}

/** The grant names the redeem that it answers, and nothing was remembered of it: our own signature says that it is ours, our own clock how old it is. */
async function requireOwnRedeem(
  { now }: ConnectionContext,
  { connectionKey }: OpenRedemption,
  redeem: string,
): Promise<void> {
  const { connectionKeyThumbprint, claims } = await readRedeem({ redeem })
  const isOurs = connectionKeyThumbprint === connectionKey.thumbprint
  const isRecent = now().getTime() <= claims.exp * 1000 + LIMITS.redeemRequestMs
  if (!isOurs || !isRecent)
    throw new Refusal('protocol_violation', 'The grant answers no redeem of this side.', { facts: { what: 'redeem' } })
}

type SentRefusal = Extract<SettleAcceptanceRequest, { refusal: object }>['refusal']

const refusalOf = ({ code, ...facts }: SentRefusal): Refusal =>
  new Refusal(code, whyRevoked(facts.reason), { facts: { ...facts, reportedBy: 'peer' } })

/** The source's admin has decided against us, or not in time: nothing else can be refused after a grant. */
async function receiveDecision({ database, now }: ConnectionContext, id: string, refusal: Refusal) {
  if (refusal.code !== 'approval_rejected' && refusal.code !== 'approval_expired') return
  await database.transaction((transaction) =>
    tryChange(transaction, id, now(), {
      ...atDestination('awaiting_approval', 'rejected'),
      event: 'rejectedBySource',
      detail: `${ERROR_CODES[refusal.code].title}. ${refusal.message}`,
      actor: REMOTE_ACTOR,
      set: { reason: { code: refusal.code, detail: refusal.message } },
    }),
  )
}
