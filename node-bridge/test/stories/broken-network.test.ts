import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { eventually } from '../faults/company/eventually.ts'
import { inTurn, passAll } from '../faults/network/script.ts'
import { accept, type Company, initiate, readEvents, startCompany, untilState } from './company.ts'

let acme: Company
let globex: Company

beforeAll(async () => {
  ;[acme, globex] = await Promise.all([startCompany('Acme'), startCompany('Globex')])
})
afterAll(async () => {
  await Promise.all([acme.close(), globex.close()])
})

test('a lost answer to redeem is given again: one connection, redeemed once', async () => {
  const { connection, code } = await initiate(acme)
  acme.proxy.follow(inTurn(/redeem$/u, [{ kind: 'drop-answer' }]))
  expect((await accept(globex, code)).state).toBe('active')
  await untilState(acme, connection.id, 'active')
  expect(await readEvents(acme, connection.id)).toEqual(['initiated', 'redeemed', 'activated'])
  const redeems = acme.proxy.seen.filter(({ path }) => path.includes(`${connection.invitation?.id}/redeem`))
  expect(redeems.map(({ upstreamStatuses }) => upstreamStatuses)).toEqual([[200], [200]])
})

test('while the source is down the acceptance waits and says why; when it is up again it completes by itself', async () => {
  const { connection, code } = await initiate(acme)
  acme.proxy.follow(() => ({ kind: 'drop-before' }))
  const waiting = await accept(globex, code)
  expect(waiting).toMatchObject({ state: 'redeeming', stateReason: { code: 'unreachable' } })
  expect(await readEvents(globex, waiting.id)).toEqual(['accepted', 'waiting'])
  await eventually('the instance knows why', () => globex.instance.find(waiting.id)?.stateReason?.code)
  acme.proxy.follow(passAll)
  expect(await untilState(globex, waiting.id, 'active')).toMatchObject({ stateReason: null })
  await untilState(acme, connection.id, 'active')
})

test('a source that stays away until the code has ended: the acceptance gives up, and the same code tries again', async () => {
  const { connection, code } = await initiate(acme, { expiresInMs: 600_000 })
  acme.proxy.follow(() => ({ kind: 'drop-before' }))
  const waiting = await accept(globex, code)
  globex.shiftClock(601_000)
  expect(await untilState(globex, waiting.id, 'failed')).toMatchObject({ stateReason: { code: 'unreachable' } })
  globex.shiftClock(0)
  acme.proxy.follow(passAll)
  expect(await accept(globex, code)).toMatchObject({ id: waiting.id, state: 'active' })
  await untilState(acme, connection.id, 'active')
})

test('a connection that the source abandoned is begun anew under another code, and what was left of the old one says so', async () => {
  const { connection, code } = await initiate(acme)
  acme.proxy.follow(({ path }) => (path.endsWith('/confirm') ? { kind: 'drop-before' } : { kind: 'pass' }))
  const old = await accept(globex, code)
  expect(old.state).toBe('active')
  acme.shiftClock(49 * 3_600_000)
  await untilState(acme, connection.id, 'abandoned')
  acme.shiftClock(0)
  const again = await acme.client.call('reissueInvitation', {
    params: { connectionId: connection.id },
    body: { actor: 'abel.tuter' },
  })
  acme.proxy.follow(passAll)
  const anew = await accept(globex, again.code, 'Begun anew')
  expect(anew).toMatchObject({ state: 'active', name: 'Begun anew' })
  expect(anew.id).not.toBe(old.id)
  await untilState(acme, connection.id, 'active')
  expect(await untilState(globex, old.id, 'peer_lost')).toMatchObject({ stateReason: { code: expect.any(String) } })
})

test('a 503 with Retry-After is not hurried', async () => {
  const { code } = await initiate(acme)
  acme.proxy.follow(inTurn(/redeem$/u, [{ kind: 'unavailable', retryAfterSeconds: 2 }]))
  const startedAt = Date.now()
  expect((await accept(globex, code)).state).toBe('active')
  expect(Date.now() - startedAt).toBeGreaterThanOrEqual(2000)
})
