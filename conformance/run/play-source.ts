import { randomUUID } from 'node:crypto'

import { checkForgedCalls } from './check-calls.ts'
import type { Discovered } from './check-discovery.ts'
import { checkContact, checkEnd, checkRotation } from './check-life.ts'
import { equal, isTrue } from './expect.ts'
import { type Arrived, Inbox, problem } from './inbox.ts'
import { checkRenewed, issueRekeyCode, requireRenewal } from './rekey.ts'
import { grantOf, type IssuedCode, issueCode } from './issue-code.ts'
import { answerSigned, verifyCall } from './verify-call.ts'
import { type VerifiedRedeem, verifyRedeem } from './verify-redeem.ts'
import { makeKey } from './jws.ts'
import { type Line, lineTo } from './line.ts'
import type { Invite } from './options.ts'
import { makeParty, type Party } from './party.ts'
import type { Report } from './report.ts'

/** Longer than a node waits at first between two attempts, §5.5. */
const REPEAT_MS = 60_000
const REDEEM = /^\/node\/v1\/invitations\/[^/]+\/redeem$/u
const CONFIRM = /^\/node\/v1\/connections\/[^/]+\/confirm$/u

/** The runner is A, and the node under test is B: somebody accepts the printed code there. */
export async function playSource(
  report: Report,
  { waitMs, rekey }: Invite,
  { url: listen, port }: NonNullable<Invite['listen']>,
  found: Discovered,
): Promise<void> {
  const self = await makeParty(listen)
  const inbox = new Inbox()
  await inbox.listen(port)
  try {
    inbox.always(/^\/\.well-known\/accord-node$/u, (call) => call.answer(200, discoveryOf(self)))
    const issued = await issueCode(self)
    report.say(`\nAccept this code at ${found.node.baseUrl}, within ${waitMs / 1000} s:\n${issued.code}\n`)
    const stage = { report, inbox, issued, self, listen }
    const redeemed = await takeRedeems(stage, found, waitMs)
    if (!redeemed) return
    const line = lineTo(redeemed, self, randomUUID())
    await grantAndConfirm(stage, redeemed, line)
    if (redeemed.nodeInfo['pollOnly'] === true)
      return await endPrivate(stage, rekey ? ((await renew(stage, line, waitMs)) ?? line) : line)
    await checkForgedCalls(report, line)
    await checkContact(report, line)
    await checkRotation(report, line)
    const renewed = rekey ? await renew(stage, line, waitMs) : undefined
    if (renewed) await checkRenewed(report, line, renewed)
    await checkEnd(report, renewed ?? line)
  } finally {
    inbox.close()
  }
}

interface Stage {
  readonly report: Report
  readonly inbox: Inbox
  readonly issued: IssuedCode
  readonly self: Party
  readonly listen: string
}

const discoveryOf = ({ nodeInfo, identity }: Party): object => ({
  product: 'accord',
  node: nodeInfo,
  modes: [{ mode: 'script', available: true }],
  keys: [identity.thumbprint],
  time: new Date().toISOString(),
})

/** The first redeems, none of which is granted yet. Answers the last, which waits for its answer. */
async function takeRedeems(
  stage: Stage,
  found: Discovered,
  waitMs: number,
): Promise<(VerifiedRedeem & Waiting) | undefined> {
  const { report } = stage
  const first = await report.check('5.1', 'the redeem is signed, whole and proven', () => nextRedeem(stage, waitMs))
  if (!first) return undefined
  await report.check('4.1', 'discovery lists the identity key of the redeem', () =>
    isTrue('it does not', found.keys.includes(first.identityThumbprint)),
  )
  await report.check('4.2', 'the redeem and discovery say the same of the node', () =>
    equal('nodeInfo', first.nodeInfo, found.node),
  )
  first.call.answer(503, problem(503, 'retry_later'), { 'retry-after': '1' })
  const second = await report.check('5.5', 'a redeem is repeated, with the same connection key', async () => {
    const again = await nextRedeem(stage, REPEAT_MS)
    equal('connection key', again.connectionKey, first.connectionKey)
    return again
  })
  if (!second) return undefined
  const nonce = randomUUID()
  second.call.answer(
    401,
    problem(401, 'clock_skew', { serverTime: new Date().toISOString(), differenceMs: -90_000, nonce }),
  )
  const third = await report.check('5.6', 'after clock_skew it is repeated with the nonce', async () => {
    const again = await nextRedeem(stage, REPEAT_MS)
    equal('nonce', again.nonce, nonce)
    equal('connection key', again.connectionKey, first.connectionKey)
    return again
  })
  if (!third) return undefined
  third.call.answer(200, await grantOf(stage.issued, stage.self, third, randomUUID(), await makeKey()))
  const fourth = await report.check('5.2', 'a grant by another key than that in the code is not taken', () =>
    nextRedeem(stage, REPEAT_MS),
  )
  fourth?.call.answer(410, problem(410, 'invitation_revoked'))
  return (
    fourth &&
    report.check('5.2', 'a final refusal without a signature ends nothing', () => nextRedeem(stage, REPEAT_MS))
  )
}

interface Waiting {
  readonly call: Arrived
}

async function nextRedeem({ inbox, issued, self, listen }: Stage, withinMs: number): Promise<VerifiedRedeem & Waiting> {
  const call = await inbox.take(REDEEM, 'a redeem', withinMs)
  return { call, ...(await verifyRedeem(call, issued, self, listen + call.path)) }
}

/** The grant and the first signed call; afterwards contacts are answered by themselves. */
async function grantAndConfirm(stage: Stage, redeemed: VerifiedRedeem & Waiting, line: Line): Promise<void> {
  const { report, inbox, issued, self, listen } = stage
  const state = { connectionId: line.connectionId, state: 'active' }
  const seen = new Set<string>()
  inbox.byHand(CONFIRM)
  redeemed.call.answer(200, await grantOf(issued, self, redeemed, line.connectionId))
  await report.check('5.4', 'after the grant comes a signed confirm', async () => {
    const call = await inbox.take(CONFIRM, 'a confirm', REPEAT_MS)
    seen.add(await verifyCall(call, line, redeemed.connectionKey, listen))
    call.answer(200, state)
  })
  await report.check(
    '5.9',
    'a success without a signature is not taken: the confirm is repeated, as a call of its own',
    async () => {
      const call = await inbox.take(CONFIRM, 'a second confirm', REPEAT_MS)
      const jti = await verifyCall(call, line, redeemed.connectionKey, listen)
      isTrue('its jti was used before', !seen.has(jti))
      await answerSigned(call, line, self.connectionKey, 200, state)
    },
  )
  inbox.always(CONFIRM, (call) => answerSigned(call, line, line.key, 200, state))
  inbox.always(/\/contact$/u, (call) =>
    answerSigned(call, line, line.key, 200, { connectionId: line.connectionId, pauses: 0, acknowledged: 0 }),
  )
}

/** The keys of the connection are renewed by a code that the node under test accepts, §5.11. Answers the connection with the fresh ones. */
async function renew(stage: Stage, line: Line, waitMs: number): Promise<Line | undefined> {
  const { report, self } = stage
  const { issued, fresh } = await issueRekeyCode(report, self, line, waitMs)
  const redeemed = await report.check(
    '5.11',
    'the redeem of a re-key code comes by a fresh key and the pinned identity',
    async () => {
      const renewed = await nextRedeem({ ...stage, issued }, waitMs)
      requireRenewal(renewed, line)
      return renewed
    },
  )
  if (!redeemed) return undefined
  const renewed = lineTo(redeemed, fresh, line.connectionId)
  await grantAndConfirm({ ...stage, issued, self: fresh }, redeemed, renewed)
  return renewed
}

/** Nobody can call B: it learns of the end by its next contact. §5.12, §6.6. */
async function endPrivate({ report, inbox, listen }: Stage, line: Line): Promise<void> {
  const ended = new Promise<void>((resolve, reject) => {
    inbox.always(/\/contact$/u, async (call) => {
      await verifyCall(call, line, line.peerKey, listen).then(() => resolve(), reject)
      await answerSigned(call, line, line.key, 410, problem(410, 'connection_gone'))
    })
  })
  await report.check('5.12', 'a private side asks for news, signed, and learns of the end', () => ended)
}
