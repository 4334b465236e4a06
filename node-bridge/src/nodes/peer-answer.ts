import { type ErrorCode } from '@accord/shared/protocol'
import { Problem, SemVerRange } from '@accord/shared/schemas'
import { z } from 'zod'

import { type ForeignPage, namePage } from '../network/foreign-page.ts'
import { Refusal } from '../refusals/refusal.ts'
import type { RemoteAnswer } from './remote-node-client.ts'

/** What a peer may say of our calls. Any other code of the catalogue would be about its own house. */
const PEER_CODES: ReadonlySet<string> = new Set<ErrorCode>([
  'malformed',
  'invitation_unknown',
  'invitation_expired',
  'invitation_revoked',
  'invitation_replaced',
  'wrong_recipient',
  'wrong_recipient_key',
  'address_refused',
  'already_redeemed',
  'connection_gone',
  'awaiting_approval',
  'approval_rejected',
  'approval_expired',
  'connection_unknown',
  'no_common_version',
  'clock_skew',
  'proof_invalid',
  'request_replayed',
  'state_conflict',
  'retry_later',
  'too_many_requests',
  'rotated_too_often',
  'file_unknown',
  'file_failed',
])

/** The facts that travel on from a peer's problem; what does not fit is dropped, its words always are. */
const PeerDetails = z.object({
  serverTime: z.iso.datetime().optional().catch(undefined),
  differenceMs: z.int().optional().catch(undefined),
  nonce: z.string().max(200).optional().catch(undefined),
  versions: z.enum(['rest', 'hubObject']).optional().catch(undefined),
  reason: z.literal('address_changed').optional().catch(undefined),
  sourceRange: SemVerRange.optional().catch(undefined),
  destinationRange: SemVerRange.optional().catch(undefined),
})

/**
 * The body of a success, or the peer's refusal in our own words. Throws the peer's code where a peer may send it;
 * `retry_later` and `unreachable` for what passes by itself; `instance_hibernates` and `gateway_page` for a page that is known; `not_accord` and `protocol_violation` for the rest.
 */
export function readPeerAnswer(answer: RemoteAnswer): unknown {
  if (answer.status >= 200 && answer.status < 300) {
    if (answer.json === undefined) throw refusalOfPage(answer, 'not_accord')
    return answer.json
  }
  throw refusalOfPeer(answer)
}

/** Why a code was revoked is for its holder to know: asking again at the same address would not help. */
export const whyRevoked = (reason: 'address_changed' | undefined): string | undefined =>
  reason && 'The node of the other side has another address since this code was made. Ask it for a new code.'

/** `otherwise`: where nobody knows whose page it is, or none came. A page is named by its title, whoever made it. */
export const refusalOfPage = ({ page, status, retryAfterS }: RemoteAnswer, otherwise: ErrorCode): Refusal =>
  new Refusal(page?.code ?? otherwise, page && sayPage(page, status), {
    facts: { status },
    ...(page?.code === undefined || retryAfterS === undefined ? {} : { retryAfterS }),
  })

export const sayPage = (page: ForeignPage, status: number): string =>
  `A page, not an answer, came: ${namePage(page, status)}.`

function refusalOfPeer(answer: RemoteAnswer): Refusal {
  const { status, json, page, retryAfterS, isRedirect } = answer
  if (isRedirect) return new Refusal('protocol_violation', 'The other node forwards calls, which nodes must not do.')
  const problem = Problem.safeParse(json)
  if (problem.success && PEER_CODES.has(problem.data.code)) {
    const facts = PeerDetails.safeParse(problem.data.facts ?? {})
    return new Refusal(problem.data.code as ErrorCode, whyRevoked(facts.data?.reason), {
      facts: { ...(facts.success ? facts.data : {}), reportedBy: 'peer' },
      ...(retryAfterS === undefined ? {} : { retryAfterS }),
    })
  }
  if (page?.code && status !== 429) return refusalOfPage(answer, page.code)
  if (status === 429 || status === 503 || (status === 500 && problem.success))
    return new Refusal('retry_later', page && sayPage(page, status), retryAfterS === undefined ? {} : { retryAfterS })
  if (status >= 500) return refusalOfPage(answer, 'unreachable')
  return problem.success
    ? new Refusal('protocol_violation', undefined, { facts: { status } })
    : refusalOfPage(answer, 'not_accord')
}

/**
 * Runs a signed exchange; when the peer refuses our clock, once more with the nonce of its answer.
 * `attempt` signs anew on each call.
 */
export async function withNonceRetry<T>(attempt: (nonce?: string) => Promise<T>): Promise<T> {
  try {
    return await attempt()
  } catch (error) {
    const nonce = error instanceof Refusal && error.code === 'clock_skew' ? error.facts?.['nonce'] : undefined
    if (typeof nonce !== 'string') throw error
    return attempt(nonce)
  }
}
