import { checkForgedCalls, checkConfirm } from './check-calls.ts'
import type { Discovered } from './check-discovery.ts'
import { checkGrant } from './check-grant.ts'
import { checkContact, checkEnd, checkRotation } from './check-life.ts'
import { checkRefusedRedeems, requireSignedRefusal } from './check-redeem.ts'
import { equal, isTrue } from './expect.ts'
import { requireProblem } from './http.ts'
import { readInvitation } from './invitation.ts'
import { call, type Line, requireSigned } from './line.ts'
import { makeParty } from './party.ts'
import { redeem } from './redeem.ts'
import type { Report } from './report.ts'

/** The runner is B, a node that nobody can call, and the node under test is A, which has issued `code`. */
export async function playDestination(report: Report, code: string, found: Discovered): Promise<void> {
  const invitation = await report.check('3', 'the code is signed, whole and of its form', () => readInvitation(code))
  if (!invitation) return
  await report.check('4.1', 'discovery lists the key that signed the code', () =>
    isTrue('it does not', found.keys.includes(invitation.identityThumbprint)),
  )
  await report.check('4.2', 'the code and discovery say the same of the node', () =>
    equal('nodeInfo', invitation.source, found.node),
  )
  await report.check('3.2', 'the code is for anybody, so that the runner can redeem it', () =>
    isTrue('it is bound to an instance: issue one without the URL of the destination', !invitation.invitedInstanceUid),
  )
  if (invitation.invitedInstanceUid) return
  const party = await makeParty()
  await checkRefusedRedeems(report, invitation, party)
  const grant = await checkGrant(report, invitation, party)
  if (!grant) return
  const line: Line = {
    peerUrl: invitation.source.baseUrl,
    peerUid: invitation.source.instanceUid,
    selfUid: party.instanceUid,
    connectionId: grant.connectionId,
    key: party.connectionKey,
    peerKey: grant.connectionKey,
    peerIdentityThumbprint: invitation.identityThumbprint,
  }
  await checkForgedCalls(report, line)
  if (grant.status === 'awaiting_approval') await checkWait(report, line)
  else {
    await checkConfirm(report, line)
    await checkContact(report, line)
    await checkRotation(report, line)
  }
  await checkEnd(report, line)
  await report.check('5.1', 'a redeem after the end receives connection_gone, signed', async () => {
    const redeemed = await redeem(invitation, party)
    requireProblem(redeemed.answer, 410, 'connection_gone')
    await requireSignedRefusal(invitation, redeemed)
  })
}

/** §5.7: A's admin has to decide first; nobody does here. */
const checkWait = (report: Report, line: Line) =>
  report.check('5.7', 'a confirm before the approval receives awaiting_approval, signed', async () => {
    const called = await call(line, 'confirm', {})
    requireProblem(called.answer, 503, 'awaiting_approval')
    isTrue('it has no Retry-After', called.answer.headers.has('retry-after'))
    await requireSigned(line, called)
  })
