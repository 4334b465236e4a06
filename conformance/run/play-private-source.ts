import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'

import { ask, type Asked, type Asking, fetchRedeem } from './acceptance.ts'
import { checkAsking } from './check-asking.ts'
import { checkConfirm, checkForgedCalls } from './check-calls.ts'
import type { Discovered } from './check-discovery.ts'
import { checkContact, checkEnd, checkRotation } from './check-life.ts'
import { equal, isTrue, Mismatch } from './expect.ts'
import { requireAnswer, requireProblem } from './http.ts'
import { grantOf, type IssuedCode, issueCode } from './issue-code.ts'
import { type VerifiedRedeem, verifyRedeemJws } from './verify-redeem.ts'
import { makeKey } from './jws.ts'
import { call, type Line, lineTo } from './line.ts'
import type { Invite } from './options.ts'
import { makeParty, type Party } from './party.ts'
import { checkRenewed, issueRekeyCode, requireRenewal } from './rekey.ts'
import type { Report } from './report.ts'
import { requireSignedByIdentity } from './signed-by-identity.ts'

/** For how long the node under test may hold an answer; and how often it is asked where it holds none. */
const LONG_POLL_MS = 5000
const ASK_EVERY_MS = 1000

interface Stage {
  readonly report: Report
  readonly found: Discovered
  readonly waitMs: number
}
interface Fetched extends VerifiedRedeem {
  readonly redeem: string
}

/** The runner is A, which nobody can call, and the node under test is B: somebody accepts the printed code there. §5.12. */
export async function playPrivateSource(report: Report, { waitMs, rekey }: Invite, found: Discovered): Promise<void> {
  const { baseUrl, instanceUid } = found.node
  await report.check('5.12', 'the node under test can be called: of two private sides none can', () =>
    equal('pollOnly', found.node['pollOnly'], false),
  )
  const self = await makeParty()
  const stage = { report, found, waitMs }
  const issued = await issueCode(self, { invitedInstanceUid: instanceUid })
  const asking = { self, invitationId: issued.id, peerUrl: baseUrl, peerUid: instanceUid }
  await checkAsking(report, asking, found)
  report.say(`\nAccept this code at ${baseUrl}, within ${waitMs / 1000} s:\n${issued.code}\n`)
  const fetched = await report.check('5.12', 'the redeem is fetched, signed, whole and proven', () =>
    untilFetched(stage, asking, issued),
  )
  if (!fetched) return
  await checkFetches(stage, asking, issued, fetched)
  const line = await checkSettle(stage, asking, issued, fetched)
  await checkForgedCalls(report, line)
  await checkConfirm(report, line)
  await checkContact(report, line)
  await checkRotation(report, line)
  const renewed = rekey ? await renew(stage, self, line) : undefined
  if (renewed) await checkRenewed(report, line, renewed)
  await checkEnd(report, renewed ?? line)
}

const verifyFetched = (redeem: string, issued: IssuedCode, self: Party): Promise<VerifiedRedeem> =>
  verifyRedeemJws(redeem, issued, self, `${self.nodeInfo.baseUrl}/node/v1/invitations/${issued.id}/redeem`)

async function untilFetched({ waitMs }: Stage, asking: Asking, issued: IssuedCode): Promise<Fetched> {
  const until = Date.now() + waitMs
  while (Date.now() < until) {
    const redeem = await fetchRedeem(asking, { waitMs: LONG_POLL_MS })
    if (redeem !== null) return { redeem, ...(await verifyFetched(redeem, issued, asking.self)) }
    await delay(ASK_EVERY_MS)
  }
  throw new Mismatch(`the code was not accepted within ${waitMs / 1000} s`)
}

async function checkFetches(
  { report, found }: Stage,
  asking: Asking,
  issued: IssuedCode,
  first: Fetched,
): Promise<void> {
  await report.check('4.1', 'discovery lists the identity key of the redeem', () =>
    isTrue('it does not', found.keys.includes(first.identityThumbprint)),
  )
  await report.check('4.2', 'the redeem and discovery say the same of the node', () =>
    equal('nodeInfo', first.nodeInfo, found.node),
  )
  await report.check(
    '5.12',
    'a redeem that is fetched again is by the same connection key, and holds our nonce',
    async () => {
      const nonce = randomUUID()
      const again = await fetchRedeem(asking, { waitMs: 0, nonce })
      isTrue('there is none any more', again !== null)
      const verified = await verifyFetched(again, issued, asking.self)
      equal('connection key', verified.connectionKey, first.connectionKey)
      equal('nonce', verified.nonce, nonce)
    },
  )
  await report.check('5.12', 'a stranger learns of no acceptance, though there is one', async () =>
    equal('redeem', await fetchRedeem(asking, { waitMs: 0 }, { key: await makeKey() }), null),
  )
}

/** Grants that are worthless, the one that counts, and what comes too late. Answers the connection. */
async function checkSettle(
  { report, found }: Stage,
  asking: Asking,
  issued: IssuedCode,
  fetched: Fetched,
): Promise<Line> {
  const { self, peerUid } = asking
  const { redeem } = fetched
  const connectionId = randomUUID()
  const signed = async ({ answer, ...asked }: Asked) =>
    requireSignedByIdentity(answer, { iss: peerUid, thumbprints: found.keys, ...asked })
  const grant = await grantOf(issued, self, fetched, connectionId)
  const forged = await grantOf(issued, self, fetched, connectionId, await makeKey())
  const elsewhere = await grantOf(issued, self, { ...fetched, requestHash: 'A'.repeat(43) }, connectionId)
  for (const [name, wrong] of [
    ['by another key than that in the code', { redeem, ...forged }],
    ['for another redeem', { redeem, ...elsewhere }],
  ] as const)
    await report.check('5.12', `a grant ${name} is proof_invalid, signed, and ends nothing`, async () => {
      const asked = await ask(asking, 'settle', wrong)
      requireProblem(asked.answer, 401, 'proof_invalid')
      await signed(asked)
    })
  const settle = async (message: object) => {
    const asked = await ask(asking, 'settle', message)
    const { invitationId, state } = requireAnswer(asked.answer, 'settle')
    equal('invitationId and state', [invitationId, state], [issued.id, 'active'])
    await signed(asked)
  }
  await report.check('5.12', 'the grant makes the connection active, signed by the identity', () =>
    settle({ redeem, ...grant }),
  )
  await report.check('5.12', 'the same grant again changes nothing', () => settle({ redeem, ...grant }))
  await report.check('5.12', 'a refusal that comes after the grant changes nothing', () =>
    settle({ refusal: { code: 'invitation_revoked' } }),
  )
  return lineTo(fetched, self, connectionId)
}

/** The keys are renewed by a second code, which is fetched and settled in the same way. §5.11. */
async function renew(stage: Stage, self: Party, line: Line): Promise<Line | undefined> {
  const { report, waitMs } = stage
  const { issued, fresh } = await issueRekeyCode(report, self, line, waitMs)
  const asking = { self, invitationId: issued.id, peerUrl: line.peerUrl, peerUid: line.peerUid }
  const fetched = await report.check(
    '5.11',
    'the redeem of a re-key code comes by a fresh key and the pinned identity',
    async () => {
      const found = await untilFetched(stage, asking, issued)
      requireRenewal(found, line)
      return found
    },
  )
  if (!fetched) return undefined
  const renewed = lineTo(fetched, fresh, line.connectionId)
  await report.check('5.11', 'the grant is settled, and a confirm by the fresh key is taken', async () => {
    const grant = await grantOf(issued, fresh, fetched, line.connectionId)
    requireAnswer((await ask(asking, 'settle', { redeem: fetched.redeem, ...grant })).answer, 'settle')
    requireAnswer((await call(renewed, 'confirm', {})).answer, 'confirm')
  })
  return renewed
}
