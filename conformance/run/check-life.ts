import { equal } from './expect.ts'
import { requireAnswer, requireProblem } from './http.ts'
import { byKid, forge, type Header, type Key, makeKey, sign } from './jws.ts'
import { publish, call, type Line, requireSigned } from './line.ts'
import type { Report } from './report.ts'

/** Counts of both pauses, §6.5. */
export async function checkContact(report: Report, line: Line): Promise<void> {
  const contact = async (sent: object) => {
    const called = await call(line, 'contact', sent)
    const { connectionId, pauses, acknowledged } = requireAnswer(called.answer, 'contact')
    equal('connectionId', connectionId, line.connectionId)
    await requireSigned(line, called)
    return { pauses, acknowledged }
  }
  const first = await report.check('6.5', 'a contact is answered with both counts', () =>
    contact({ pauses: 0, acknowledged: 0 }),
  )
  const own = Number(first?.pauses ?? 0)
  const steps = [
    ['our pause is acknowledged', 1, 1],
    ['a lower count changes nothing', 0, 1],
    ['our resume is acknowledged', 2, 2],
    ['the same count again changes nothing', 2, 2],
  ] as const
  for (const [name, pauses, acknowledged] of steps)
    await report.check('6.5', name, async () =>
      equal('counts', await contact({ pauses, acknowledged: own }), { pauses: own, acknowledged }),
    )
  await report.check('6.5', 'whoever is acknowledged more than its own count goes on behind it', async () => {
    const { pauses } = await contact({ pauses: 2, acknowledged: own + 6 })
    equal('pauses', pauses, own + 8)
  })
  await report.check('6.8', 'a contact may tell a new address', () =>
    contact({ pauses: 2, acknowledged: own, address: { baseUrl: 'https://moved.invalid', since: 1 } }),
  )
  await report.check('2.7', 'a body with an unknown member is malformed', async () =>
    requireProblem((await call(line, 'contact', { pauses: 2, acknowledged: 0, extra: 1 })).answer, 400, 'malformed'),
  )
}

/** Keys of one side, §5.10. Afterwards `line.key` is the newest. */
export async function checkRotation(report: Report, line: Line): Promise<void> {
  const [before, next] = [line.key, await makeKey()]
  const statement = await makeStatement(line, 1, before, next)
  for (const [name, proofHeader] of wrongProofs(next, before))
    await report.check('5.10', `a new key whose proof ${name} is not taken`, async () => {
      const called = await publish(line, [await makeStatement(line, 1, before, next, proofHeader)])
      requireProblem(called.answer, 401, 'proof_invalid')
    })
  await report.check('5.10', 'a chain that does not lead on from the known key is not taken', async () => {
    const stranger = await makeKey()
    const called = await publish(line, [await makeStatement(line, 1, stranger, next)])
    requireProblem(called.answer, 401, 'proof_invalid')
    await requireSigned(line, called, 'either')
  })
  const taken = await report.check('5.10', 'a new key is taken and acknowledged, signed over the body', () =>
    requireTaken(line, [statement], next),
  )
  await report.check('5.10', 'the same publication again changes nothing', () => requireTaken(line, [statement], next))
  await report.check(
    '5.10',
    'the key before is still taken',
    async () => void requireAnswer((await call(line, 'contact', { pauses: 2, acknowledged: 0 })).answer, 'contact'),
  )
  if (taken === undefined) return
  line.key = next
  await report.check(
    '5.10',
    'calls by the new key are taken',
    async () => void requireAnswer((await call(line, 'contact', { pauses: 2, acknowledged: 0 })).answer, 'contact'),
  )
}

async function requireTaken(line: Line, chain: readonly string[], key: Key): Promise<true> {
  const called = await publish(line, chain)
  const { connectionId, keyThumbprint } = requireAnswer(called.answer, 'keys')
  equal('connectionId', connectionId, line.connectionId)
  equal('keyThumbprint', keyThumbprint, key.thumbprint)
  await requireSigned(line, called)
  return true
}

const wrongProofs = (next: Key, before: Key) => {
  const { kid: _, ...withoutKid } = byKid('accord-rotation-proof+jws', next)
  return [
    ['has no kid', withoutKid],
    ['names another key', byKid('accord-rotation-proof+jws', before)],
    ['is of another kind', byKid('accord-rotation+jws', next)],
  ] as const
}

async function makeStatement(line: Line, seq: number, from: Key, to: Key, proofHeader?: Header): Promise<string> {
  const bound = { connectionId: line.connectionId, seq, previous: from.thumbprint }
  const proof = await forge(proofHeader ?? byKid('accord-rotation-proof+jws', to), bound, to)
  const iat = Math.floor(Date.now() / 1000)
  const claims = { iss: line.selfUid, aud: line.peerUid, ...bound, iat, key: to.publicJwk, proof }
  return sign(byKid('accord-rotation+jws', from), claims, from)
}

/** The end and the tombstone, §6.6. This is the runner's cleaning up as well. */
export async function checkEnd(report: Report, line: Line): Promise<void> {
  const terminate = async () => {
    const called = await call(line, 'terminate', {})
    const { connectionId, state } = requireAnswer(called.answer, 'terminate')
    equal('connectionId', connectionId, line.connectionId)
    equal('state', state, 'terminated_by_peer')
    await requireSigned(line, called, 'either')
  }
  await report.check('6.6', 'terminate ends the connection', terminate)
  await report.check('6.6', 'terminate may be repeated', terminate)
  for (const operation of ['contact', 'confirm'] as const)
    await report.check('6.6', `a ${operation} after the end receives connection_gone, signed`, async () => {
      const called = await call(line, operation, operation === 'contact' ? { pauses: 2, acknowledged: 0 } : {})
      requireProblem(called.answer, 410, 'connection_gone')
      await requireSigned(line, called, 'either')
    })
  await report.check('6.6', 'a stranger does not learn of the end', async () =>
    requireProblem((await call(line, 'confirm', {}, { key: await makeKey() })).answer, 401, 'proof_invalid'),
  )
}
