import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { ConnectionSnapshot } from '@accord/shared/schemas'

import { createKeyPair, fingerprintOf } from '../../src/keys/key-pair.ts'
import { databaseKinds } from '../databases.ts'
import { eventually } from '../faults/company/eventually.ts'
import { accept, type Company, initiate, read, readEvents, startCompany, untilState } from './company.ts'
import { impersonatorOf, redeemByHand } from './redeem-by-hand.ts'

const ACTOR = { actor: 'abel.tuter' }
const NAMED_KEYS = 20

describe.each(databaseKinds())('who holds a code and is refused, on $name', (kind) => {
  let acme: Company
  let globex: Company
  let initech: Company

  beforeAll(async () => {
    await kind.start()
    acme = await startCompany('Acme', (await kind.fresh()).databaseUrl)
    ;[globex, initech] = await Promise.all([startCompany('Globex'), startCompany('Initech')])
  })
  afterAll(async () => {
    await Promise.all([acme.close(), globex.close(), initech.close()])
    await kind.stop()
  })

  const detailOf = (id: string) => acme.client.call('readConnection', { params: { connectionId: id } })
  const newestLine = async (id: string) => (await detailOf(id)).log.findLast(({ event }) => event === 'redeemRefused')
  const trailOf = async (id: string) =>
    (await acme.client.call('readAuditTrail', { params: { connectionId: id } })).entries.filter(
      ({ action }) => action === 'connection.redeemRefused',
    )

  /** A connection that Initech holds, and the code by which it got it. */
  async function connectInitech(): Promise<{ id: string; code: string }> {
    const { connection, code } = await initiate(acme)
    await accept(initech, code)
    await untilState(acme, connection.id, 'active')
    return { id: connection.id, code }
  }

  test('a second redeemer stands in snapshot, log, audit and at the instance: who, when, which fingerprint, what to do', async () => {
    const { id, code } = await connectInitech()
    const failed = await accept(globex, code)
    expect(failed).toMatchObject({ state: 'failed', stateReason: { code: 'already_redeemed' } })
    const { node } = await globex.bridge.services.node.discoveryDocument()
    const seen = await read(acme, id)
    expect(seen).toMatchObject({ state: 'active', stateReason: null })
    expect(seen.refusedRedeems).toEqual([
      {
        code: 'already_redeemed',
        instanceUid: node.instanceUid,
        name: 'Globex',
        nodeUrl: node.baseUrl,
        keyFingerprint: failed.localKeyFingerprint,
        isPeer: false,
        firstAt: expect.any(String),
        lastAt: expect.any(String),
        count: 1,
      },
    ])
    const line = await newestLine(id)
    expect(line?.detail).toContain(failed.localKeyFingerprint)
    expect(line?.detail).toMatch(/by phone.*delete it/u)
    expect(await trailOf(id)).toHaveLength(1)
    await eventually('the instance learns of it', () =>
      acme.instance.find(id)?.refusedRedeems?.[0]?.name === 'Globex' ? true : undefined,
    )
  })

  test('the same key again is the same entry, counted, and neither log nor audit grow', async () => {
    const { id, code } = await connectInitech()
    const holder = await impersonatorOf(globex)
    for (let turn = 0; turn < 5; turn += 1) expect((await redeemByHand(code, holder)).status).toBe(409)
    const [entry, ...more] = (await read(acme, id)).refusedRedeems
    expect([entry?.count, more]).toEqual([5, []])
    expect(Date.parse(entry?.lastAt ?? '')).toBeGreaterThan(Date.parse(entry?.firstAt ?? ''))
    expect((await readEvents(acme, id)).filter((event) => event === 'redeemRefused')).toHaveLength(1)
    expect(await trailOf(id)).toHaveLength(1)
  })

  test('a flood of keys leaves a bounded number of entries, and the rest is counted', async () => {
    const { id, code } = await connectInitech()
    const holder = await impersonatorOf(globex)
    const attempts = NAMED_KEYS + 15
    for (let turn = 0; turn < attempts; turn += 1) {
      // The limit of failures by one address stands before this one.
      acme.shiftClock(turn * 10_000)
      const identity = await createKeyPair()
      expect((await redeemByHand(code, { ...holder, identity }, turn * 10_000)).problem.code).toBe('already_redeemed')
    }
    acme.shiftClock(0)
    const { refusedRedeems } = await read(acme, id)
    expect(refusedRedeems).toHaveLength(NAMED_KEYS + 1)
    expect(refusedRedeems.at(-1)).toMatchObject({ keyFingerprint: null, name: null, count: attempts - NAMED_KEYS })
    expect(await trailOf(id)).toHaveLength(NAMED_KEYS + 1)
  })

  test('two keys at once are two entries', async () => {
    const { id, code } = await connectInitech()
    const holders = await Promise.all([impersonatorOf(globex), impersonatorOf(globex), impersonatorOf(globex)])
    await Promise.all(holders.map((holder) => redeemByHand(code, holder)))
    const { refusedRedeems } = await read(acme, id)
    expect(refusedRedeems.map(({ count }) => count)).toEqual([1, 1, 1])
  })

  test('the other side itself with a lost key is distinguished, and its advice is another', async () => {
    const { connection, code } = await initiate(acme)
    const { id } = connection
    const holder = await impersonatorOf(initech)
    expect((await redeemByHand(code, holder)).status).toBe(200)
    const restored = { ...holder, connectionKey: await createKeyPair() }
    expect((await redeemByHand(code, restored)).problem.code).toBe('already_redeemed')
    expect((await read(acme, id)).refusedRedeems).toMatchObject([
      { isPeer: true, keyFingerprint: fingerprintOf(holder.identity.thumbprint) },
    ])
    expect((await newestLine(id))?.detail).toMatch(/renews the keys/u)
  })

  const others: [string, () => Promise<ConnectionSnapshot>][] = [
    [
      'wrong_recipient_key',
      async () => {
        const { connection, code } = await initiate(acme, { destinationUrl: globex.proxy.url })
        await redeemByHand(code, await impersonatorOf(globex))
        return connection
      },
    ],
    [
      'wrong_recipient',
      async () => {
        const { connection, code } = await initiate(acme, { destinationUrl: globex.proxy.url })
        await redeemByHand(code, await impersonatorOf(initech))
        return connection
      },
    ],
    [
      'no_common_version',
      async () => {
        const { connection, code } = await initiate(acme)
        const holder = await impersonatorOf(globex)
        const nodeInfo = { ...holder.nodeInfo, minRestVersion: '9.0.0', maxRestVersion: '9.0.0' }
        await redeemByHand(code, { ...holder, nodeInfo })
        return connection
      },
    ],
    [
      'invitation_revoked',
      async () => {
        const { connection, code } = await initiate(acme)
        await acme.client.call('revokeInvitation', { params: { connectionId: connection.id }, body: ACTOR })
        await accept(globex, code)
        return connection
      },
    ],
  ]
  test.each(others)('%s is seen by the source as well', async (code, refuse) => {
    const { id } = await refuse()
    expect((await read(acme, id)).refusedRedeems).toMatchObject([{ code, count: 1 }])
  })

  test('a new code begins with a clean list; the log keeps what was', async () => {
    const { connection, code } = await initiate(acme, { destinationUrl: globex.proxy.url })
    await redeemByHand(code, await impersonatorOf(globex))
    const params = { connectionId: connection.id }
    const again = await acme.client.call('reissueInvitation', { params, body: ACTOR })
    expect(again.connection.refusedRedeems).toEqual([])
    expect(await readEvents(acme, connection.id)).toContain('redeemRefused')
  })
})
