import { copyFileSync, rmSync } from 'node:fs'
import path from 'node:path'

import { LIMITS } from '@accord/shared/protocol'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { databaseKinds } from '../databases.ts'
import { eventually } from '../faults/company/eventually.ts'
import { PASS } from '../faults/network/fault.ts'
import { inTurn, passAll } from '../faults/network/script.ts'
import { accept, type Company, initiate, readEvents, refusalOf, startCompany, untilState } from './company.ts'

const DAY_MS = 86_400_000

const rotate = (company: Company, connectionId: string) =>
  company.client.call('rotateKeys', { params: { connectionId }, body: { actor: 'abel.tuter' } })
const pause = (company: Company, connectionId: string, operation: 'deactivateConnection' | 'activateConnection') =>
  company.client.call(operation, { params: { connectionId }, body: { actor: 'abel.tuter' } })

const untilEvent = (company: Company, connectionId: string, event: string, times = 1) =>
  eventually(`${company.name} has ${event}`, async () => {
    const events = await readEvents(company, connectionId)
    return events.filter((each) => each === event).length >= times ? true : undefined
  })

/** Signed calls in both directions, each of which the other side has to believe. */
async function talk(acme: Company, atAcme: string, globex: Company, atGlobex: string): Promise<void> {
  await pause(acme, atAcme, 'deactivateConnection')
  await untilState(globex, atGlobex, 'deactivated_by_peer')
  await pause(globex, atGlobex, 'deactivateConnection')
  await untilState(acme, atAcme, 'deactivated_by_both')
  await pause(acme, atAcme, 'activateConnection')
  await pause(globex, atGlobex, 'activateConnection')
  await Promise.all([untilState(acme, atAcme, 'active'), untilState(globex, atGlobex, 'active')])
}

describe.each(databaseKinds())('connection keys on $name', (kind) => {
  let acme: Company
  let globex: Company

  beforeAll(async () => {
    await kind.start()
    const [first, second] = [await kind.fresh(), await kind.fresh()]
    ;[acme, globex] = await Promise.all([
      startCompany('Acme', first.databaseUrl, 500),
      startCompany('Globex', second.databaseUrl, 500),
    ])
  })
  afterAll(async () => {
    await Promise.all([acme.close(), globex.close()])
    await kind.stop()
  })

  const connect = async (): Promise<[string, string]> => {
    const { connection, code } = await initiate(acme)
    const accepted = await accept(globex, code)
    await untilState(acme, connection.id, 'active')
    return [connection.id, accepted.id]
  }

  test('either side replaces its key, both at once too, and the calls of both go on', async () => {
    const [atAcme, atGlobex] = await connect()
    await Promise.all([rotate(acme, atAcme), rotate(globex, atGlobex), rotate(acme, atAcme)])
    await Promise.all([untilEvent(acme, atAcme, 'keyRotated'), untilEvent(globex, atGlobex, 'keyRotated')])
    expect((await readEvents(acme, atAcme)).filter((event) => event === 'peerKeyRotated')).toHaveLength(1)
    expect((await readEvents(globex, atGlobex)).filter((event) => event === 'peerKeyRotated')).toHaveLength(1)
    await talk(acme, atAcme, globex, atGlobex)
  })

  test('a lost acknowledgement and a doubled publication rotate once; until then the old key is used', async () => {
    const [atAcme, atGlobex] = await connect()
    globex.proxy.follow(
      inTurn(/\/keys$/u, [
        { kind: 'drop-answer' },
        { kind: 'drop-before' },
        { kind: 'duplicate', answerWith: 'second' },
      ]),
    )
    await rotate(acme, atAcme)
    await untilEvent(globex, atGlobex, 'peerKeyRotated')
    await talk(acme, atAcme, globex, atGlobex)
    await untilEvent(acme, atAcme, 'keyRotated')
    globex.proxy.follow(passAll)
    expect((await readEvents(globex, atGlobex)).filter((event) => event === 'peerKeyRotated')).toHaveLength(1)
    await talk(acme, atAcme, globex, atGlobex)
  })

  test('a publication can be the first signed call: it makes the source active, though no confirmation came through', async () => {
    acme.proxy.follow(({ path: called }) => (/\/(?:confirm|contact)$/u.test(called) ? { kind: 'drop-before' } : PASS))
    const { connection, code } = await initiate(acme)
    const accepted = await accept(globex, code)
    expect(accepted.state).toBe('active')
    await rotate(globex, accepted.id)
    await untilEvent(acme, connection.id, 'peerKeyRotated')
    acme.proxy.follow(passAll)
    expect(await readEvents(acme, connection.id)).toEqual(['initiated', 'redeemed', 'activated', 'peerKeyRotated'])
    await untilState(acme, connection.id, 'active')
    await talk(acme, connection.id, globex, accepted.id)
  })

  test('a key is replaced a few times a day; then this side learns how long to wait, and asks nothing of the other', async () => {
    const [atAcme, atGlobex] = await connect()
    for (let times = 1; times <= LIMITS.rotations.burst; times += 1) {
      await rotate(acme, atAcme)
      await untilEvent(acme, atAcme, 'keyRotated', times)
    }
    const refused = await refusalOf(rotate(acme, atAcme))
    expect([refused.status, refused.code]).toEqual([429, 'rotated_too_often'])
    expect((await readEvents(globex, atGlobex)).filter((event) => event === 'peerKeyRotated')).toHaveLength(
      LIMITS.rotations.burst,
    )
    const { remote } = await globex.client.call('readKeyDetails', { params: { connectionId: atGlobex } })
    expect(remote?.rotations).toBe(LIMITS.rotations.burst)
    await talk(acme, atAcme, globex, atGlobex)
  })

  test('a connection that is not established has no keys to rotate', async () => {
    const { connection } = await initiate(acme)
    expect((await refusalOf(rotate(acme, connection.id))).code).toBe('state_conflict')
  })

  // The last one: a clock that has seen the time after the evaluation lets nobody create connections.
  test('keys older than ninety days are replaced by themselves', async () => {
    const [atAcme, atGlobex] = await connect()
    acme.shiftClock(91 * DAY_MS)
    globex.shiftClock(91 * DAY_MS)
    await Promise.all([acme.restart(), globex.restart()])
    await Promise.all([untilEvent(acme, atAcme, 'keyRotated'), untilEvent(globex, atGlobex, 'keyRotated')])
    await talk(acme, atAcme, globex, atGlobex)
    acme.shiftClock(0)
    globex.shiftClock(0)
  })
})

test('a peer that was restored to before two rotations follows the chain by itself', async () => {
  const [acme, globex] = await Promise.all([
    startCompany('Acme', undefined, 500),
    startCompany('Globex', undefined, 500),
  ])
  const { connection, code } = await initiate(acme)
  const accepted = await accept(globex, code)
  await untilState(acme, connection.id, 'active')
  await untilEvent(globex, accepted.id, 'confirmed')
  const file = path.join(globex.dataDir, 'accord.sqlite')
  const backup = `${file}.backup`
  await globex.restart(async () => copyFileSync(file, backup))
  for (const times of [1, 2]) {
    await rotate(acme, connection.id)
    await untilEvent(acme, connection.id, 'keyRotated', times)
  }
  await globex.restart(async () => {
    for (const ending of ['-wal', '-shm']) rmSync(file + ending, { force: true })
    copyFileSync(backup, file)
  })
  expect(await readEvents(globex, accepted.id)).not.toContain('peerKeyRotated')
  await untilEvent(globex, accepted.id, 'peerKeyRotated')
  await talk(acme, connection.id, globex, accepted.id)
  await Promise.all([acme.close(), globex.close()])
})
