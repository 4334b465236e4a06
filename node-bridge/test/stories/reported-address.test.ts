import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'

import { databaseKinds } from '../databases.ts'
import { eventually } from '../faults/company/eventually.ts'
import { startFaultProxy, type FaultProxy } from '../faults/network/proxy.ts'
import { accept, type Company, initiate, read, readEvents, startCompany, untilState } from './company.ts'

const CONTACT_EVERY_MS = 300

describe.each(databaseKinds())('a peer learns of a new address on $name', (kind) => {
  let acme: Company
  let globex: Company
  let elsewhere: FaultProxy
  let atAcme: string
  let atGlobex: string

  const start = async (name: string, settings = {}) =>
    startCompany(name, (await kind.fresh()).databaseUrl, CONTACT_EVERY_MS, { settings })
  const connect = async () => {
    const { connection, code } = await initiate(acme)
    atAcme = connection.id
    atGlobex = (await accept(globex, code)).id
    await untilState(acme, atAcme, 'active')
    await untilState(globex, atGlobex, 'active')
  }

  beforeAll(async () => kind.start())
  afterAll(async () => kind.stop())
  beforeEach(async () => {
    acme = await start('Acme')
    globex = await start('Globex')
    await connect()
  })
  afterEach(async () => {
    await Promise.all([acme.close(), globex.close(), elsewhere.close()])
  })

  const nodeUrlAt = async (company: Company, id: string) => (await read(company, id)).remote.nodeUrl
  const untilKnown = (company: Company, id: string, url: string) =>
    eventually('the other side knows the new address', async () =>
      (await nodeUrlAt(company, id)) === url ? true : undefined,
    )
  const detailOf = async (company: Company, connectionId: string, event: string) => {
    const { log } = await company.client.call('readConnection', { params: { connectionId } })
    return log.filter((line) => line.event === event).map(({ detail }) => detail)
  }

  test('the source has moved: the destination calls it there, and its admin sees from where to where', async () => {
    elsewhere = await startFaultProxy(() => acme.bridge.listenUrl)
    const before = acme.proxy.url
    await acme.restart(undefined, { ACCORD_PUBLIC_URL: elsewhere.url })
    acme.proxy.leadTo(() => 'http://127.0.0.1:9')
    await untilKnown(globex, atGlobex, elsewhere.url)
    expect(await readEvents(globex, atGlobex)).toEqual(expect.arrayContaining(['peerAddressReported', 'peerMoved']))
    expect(await detailOf(globex, atGlobex, 'peerMoved')).toEqual([
      expect.stringContaining(`moved from ${before} to ${elsewhere.url},`),
    ])
    expect((await read(globex, atGlobex)).state).toBe('active')
    const { entries } = await globex.client.call('readAuditTrail', { params: { connectionId: atGlobex } })
    expect(entries.map(({ action }) => action)).toContain('connection.peerMoved')
  }, 60_000)

  test('the destination has moved, and comes back: each word is followed once it has answered', async () => {
    elsewhere = await startFaultProxy(() => globex.bridge.listenUrl)
    const before = globex.proxy.url
    await globex.restart(undefined, { ACCORD_PUBLIC_URL: elsewhere.url })
    await untilKnown(acme, atAcme, elsewhere.url)
    await globex.restart(undefined, { ACCORD_PUBLIC_URL: before })
    await untilKnown(acme, atAcme, before)
    expect(await detailOf(acme, atAcme, 'peerMoved')).toHaveLength(2)
  }, 60_000)

  test('both have moved, and the old addresses are dead: a code that renews the keys brings them together, and each tells the rest', async () => {
    elsewhere = await startFaultProxy(() => acme.bridge.listenUrl)
    const farther = await startFaultProxy(() => globex.bridge.listenUrl)
    await acme.restart(undefined, { ACCORD_PUBLIC_URL: elsewhere.url })
    await globex.restart(undefined, { ACCORD_PUBLIC_URL: farther.url })
    for (const { proxy } of [acme, globex]) proxy.leadTo(() => 'http://127.0.0.1:9')
    const { code } = await acme.client.call('issueRekeyCode', {
      params: { connectionId: atAcme },
      body: { actor: 'abel.tuter' },
    })
    await accept(globex, code)
    await untilKnown(globex, atGlobex, elsewhere.url)
    await untilKnown(acme, atAcme, farther.url)
    await farther.close()
  }, 60_000)

  test('a code from before the move ends by a name that says so, where the old address still leads to the node', async () => {
    elsewhere = await startFaultProxy(() => acme.bridge.listenUrl)
    const { connection, code } = await initiate(acme)
    await acme.restart(undefined, { ACCORD_PUBLIC_URL: elsewhere.url })
    const { id } = await accept(globex, code)
    const failed = await untilState(globex, id, 'failed')
    expect(failed.stateReason).toEqual({
      code: 'address_changed',
      detail: 'The node of the other side has another address since this code was made. Ask it for a new code.',
    })
    expect(failed.invitation?.state).toBe('revoked')
    expect((await read(acme, connection.id)).refusedRedeems).toMatchObject([{ code: 'invitation_revoked' }])
  }, 60_000)
})

describe('a private side', () => {
  let acme: Company
  let globex: Company
  let elsewhere: FaultProxy
  let atAcme: string
  let atGlobex: string

  beforeEach(async () => {
    acme = await startCompany('Acme', undefined, CONTACT_EVERY_MS)
    globex = await startCompany('Globex', undefined, CONTACT_EVERY_MS, { settings: { ACCORD_POLL_ONLY: 'true' } })
    const { connection, code } = await initiate(acme)
    atAcme = connection.id
    atGlobex = (await accept(globex, code)).id
    await untilState(acme, atAcme, 'active')
  })
  afterEach(async () => {
    await Promise.all([acme.close(), globex.close(), elsewhere.close()])
  })

  test('has moved: nobody calls it, so nothing is reported and the connection goes on', async () => {
    elsewhere = await startFaultProxy(() => globex.bridge.listenUrl)
    await globex.restart(undefined, { ACCORD_PUBLIC_URL: elsewhere.url })
    await globex.client.call('deactivateConnection', {
      params: { connectionId: atGlobex },
      body: { actor: 'beth.anglin' },
    })
    await untilState(acme, atAcme, 'deactivated_by_peer')
    expect(await readEvents(acme, atAcme)).not.toContain('peerAddressReported')
    expect(elsewhere.seen).toEqual([])
  }, 60_000)

  test('learns of a move in the answers, while the old address still leads to the node', async () => {
    elsewhere = await startFaultProxy(() => acme.bridge.listenUrl)
    await acme.restart(undefined, { ACCORD_PUBLIC_URL: elsewhere.url })
    await eventually('the private side knows', async () =>
      (await read(globex, atGlobex)).remote.nodeUrl === elsewhere.url ? true : undefined,
    )
    expect((await read(globex, atGlobex)).state).toBe('active')
  }, 60_000)
})
