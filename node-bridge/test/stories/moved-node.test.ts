import { afterEach, beforeEach, expect, test } from '@jest/globals'

import { eventually } from '../faults/company/eventually.ts'
import { startFaultProxy, type FaultProxy } from '../faults/network/proxy.ts'
import { accept, type Company, initiate, read, readEvents, startCompany, untilState } from './company.ts'

let acme: Company
let globex: Company
let elsewhere: FaultProxy

beforeEach(async () => {
  ;[acme, globex] = await Promise.all([startCompany('Acme'), startCompany('Globex')])
  elsewhere = await startFaultProxy(() => acme.bridge.listenUrl)
})
afterEach(async () => {
  await Promise.all([acme.close(), globex.close(), elsewhere.close()])
})

const findMove = async () => {
  const { prerequisites } = await acme.client.call('readStatus')
  return prerequisites.find(({ code }) => code === 'moved')
}

test('a node under another public URL says how many connections and codes that concerns, and ends the codes', async () => {
  const { connection, code } = await initiate(acme)
  await accept(globex, code)
  await untilState(acme, connection.id, 'active')
  const open = await initiate(acme)
  await acme.restart()
  expect(await findMove()).toBeUndefined()
  expect((await read(acme, open.connection.id)).state).toBe('invited')

  await acme.restart(undefined, { ACCORD_PUBLIC_URL: elsewhere.url })
  expect((await read(acme, open.connection.id)).state).toBe('revoked')
  expect(await readEvents(acme, open.connection.id)).toContain('revokedByMove')
  expect((await read(acme, connection.id)).state).toBe('active')
  expect(await findMove()).toMatchObject({
    state: 'warning',
    detail: expect.stringMatching(/: 1 open invitation codes .* of 1 connections may still call it/u),
  })
  expect(acme.output()).toContain('the public URL of this node has changed')

  const again = await acme.client.call('reissueInvitation', {
    params: { connectionId: open.connection.id },
    body: { actor: 'abel.tuter' },
  })
  await accept(globex, again.code)
  await untilState(acme, open.connection.id, 'active')
}, 60_000)

test.each(['source', 'destination', 'both'])(
  'after a move of %s, a code that renews the keys carries the new address',
  async (who) => {
    const { connection, code } = await initiate(acme)
    const accepted = await accept(globex, code)
    await untilState(acme, connection.id, 'active')
    const farther = await startFaultProxy(() => globex.bridge.listenUrl)
    const moved = { acme: who !== 'destination', globex: who !== 'source' }
    if (moved.acme) await acme.restart(undefined, { ACCORD_PUBLIC_URL: elsewhere.url })
    if (moved.globex) await globex.restart(undefined, { ACCORD_PUBLIC_URL: farther.url })
    const [issuer, atIssuer, acceptor] = moved.acme
      ? ([acme, connection.id, globex] as const)
      : ([globex, accepted.id, acme] as const)
    const renewal = await issuer.client.call('issueRekeyCode', {
      params: { connectionId: atIssuer },
      body: { actor: 'admin' },
    })
    await accept(acceptor, renewal.code)
    const expected = [moved.acme ? elsewhere.url : acme.proxy.url, moved.globex ? farther.url : globex.proxy.url]
    await eventually('both sides know where the other is, and both work', async () => {
      const [here, there] = [await read(acme, connection.id), await read(globex, accepted.id)]
      const urls = [there.remote.nodeUrl, here.remote.nodeUrl]
      return `${urls}` === `${expected}` && here.state === 'active' && there.state === 'active' ? true : undefined
    })
    await farther.close()
  },
  60_000,
)
