import { equal, isTrue } from './expect.ts'
import { requireAnswer, requireProblem } from './http.ts'
import { type IssuedCode, issueCode } from './issue-code.ts'
import type { VerifiedRedeem } from './verify-redeem.ts'
import { makeKey, thumbprintOf } from './jws.ts'
import { call, type Line, requireSigned } from './line.ts'
import type { Party } from './party.ts'
import type { Report } from './report.ts'

/** Prints a code that renews the keys of this connection, §5.11. `fresh`: the runner with the key that it will grant. */
export async function issueRekeyCode(
  report: Report,
  self: Party,
  { connectionId, peerUid, peerUrl }: Line,
  waitMs: number,
): Promise<{ readonly issued: IssuedCode; readonly fresh: Party }> {
  const issued = await issueCode(self, { purpose: 'rekey', connectionId, invitedInstanceUid: peerUid })
  report.say(`\nAccept this code, too, at ${peerUrl}, within ${waitMs / 1000} s. It renews the keys:\n${issued.code}\n`)
  return { issued, fresh: { ...self, connectionKey: await makeKey() } }
}

/** Throws a `Mismatch` unless the redeem comes by another key and the same identity. */
export function requireRenewal({ connectionKey, identityThumbprint, nodeInfo }: VerifiedRedeem, line: Line): void {
  isTrue('the connection key is the one before', connectionKey.x !== line.peerKey.x)
  equal('thumbprint of the identity', identityThumbprint, line.peerIdentityThumbprint)
  equal('instanceUid', nodeInfo.instanceUid, line.peerUid)
}

/** What holds once the keys are renewed. `before`: the connection with the keys of before. */
export async function checkRenewed(report: Report, before: Line, renewed: Line): Promise<void> {
  await report.check(
    '5.11',
    'calls by the fresh key are taken, and answered by the fresh key of the other side',
    async () => {
      const called = await call(renewed, 'contact', { pauses: 2, acknowledged: 0 })
      equal('connectionId', requireAnswer(called.answer, 'contact')['connectionId'], before.connectionId)
      await requireSigned(renewed, called)
      isTrue('its key did not change', (await thumbprintOf(renewed.peerKey)) !== (await thumbprintOf(before.peerKey)))
    },
  )
  await report.check('5.11', 'the key before is a stranger', async () =>
    requireProblem((await call(before, 'contact', { pauses: 2, acknowledged: 0 })).answer, 401, 'proof_invalid'),
  )
}
