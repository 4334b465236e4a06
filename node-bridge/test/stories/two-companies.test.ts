import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { databaseKinds } from '../databases.ts'
import { eventually } from '../faults/company/eventually.ts'
import { accept, type Company, initiate, read, readEvents, startCompany, untilState } from './company.ts'

describe.each(databaseKinds())('two companies on $name', (kind) => {
  let acme: Company
  let globex: Company

  beforeAll(async () => {
    await kind.start()
    const [first, second] = [await kind.fresh(), await kind.fresh()]
    ;[acme, globex] = await Promise.all([
      startCompany('Acme', first.databaseUrl),
      startCompany('Globex', second.databaseUrl),
    ])
  })
  afterAll(async () => {
    await Promise.all([acme.close(), globex.close()])
    await kind.stop()
  })

  test('a code is issued, reviewed and accepted: both sides are active and both instances know', async () => {
    const { connection: invited, code } = await initiate(acme, { destinationUrl: globex.proxy.url })
    expect(invited).toMatchObject({ side: 'source', state: 'invited', remote: { name: 'Globex' } })

    const before = globex.proxy.seen.length + acme.proxy.seen.length
    const preview = await globex.client.call('previewInvitation', { body: { text: `Here it is:\n  "${code}"\n` } })
    expect(preview).toMatchObject({
      boundToThisInstance: true,
      expired: false,
      nameFree: true,
      suggestedName: invited.name,
      localShortName: 'Globex',
      remoteShortName: 'Acme',
      keyFingerprint: invited.localKeyFingerprint,
      version: { chosen: '1.0.0' },
      warnings: [],
      existingConnectionId: null,
    })
    expect(globex.proxy.seen.length + acme.proxy.seen.length).toBe(before)

    const accepted = await accept(globex, code)
    expect(accepted).toMatchObject({
      side: 'destination',
      state: 'active',
      localShortName: 'Globex',
      remoteShortName: 'Acme',
      restVersion: '1.0.0',
      remote: { name: 'Acme', keyFingerprint: invited.localKeyFingerprint },
    })
    const active = await untilState(acme, invited.id, 'active')
    expect(active).toMatchObject({ remote: { name: 'Globex' }, invitation: { state: 'spent' } })
    // Both screens show the same two fingerprints, each in the other's order.
    expect(active.remote.keyFingerprint).toBe(accepted.localKeyFingerprint)
    expect(active.localKeyFingerprint).toBe(accepted.remote.keyFingerprint)
    expect(active.localKeyFingerprint).not.toBe(accepted.localKeyFingerprint)
    expect(await readEvents(acme, invited.id)).toEqual(['initiated', 'redeemed', 'activated'])

    await eventually('both instances know', () =>
      acme.instance.find(invited.id)?.state === 'active' && globex.instance.find(accepted.id)?.state === 'active'
        ? true
        : undefined,
    )
    expect([...acme.instance.faults, ...globex.instance.faults]).toEqual([])
  })

  test('the same code twice returns the connection it made, also when both pastes come at once', async () => {
    const { code } = await initiate(acme)
    const [first, second] = await Promise.all([accept(globex, code), accept(globex, code)])
    const third = await accept(globex, code)
    expect(new Set([first.id, second.id, third.id]).size).toBe(1)
    expect(third.state).toBe('active')
    const preview = await globex.client.call('previewInvitation', { body: { text: code } })
    expect(preview.existingConnectionId).toBe(first.id)
  })

  test('the same request initiates one connection; only its newest code works', async () => {
    const requestId = randomUUID()
    const name = `Once ${requestId}`
    const first = await initiate(acme, { requestId, name })
    const second = await initiate(acme, { requestId, name })
    expect(second.connection.id).toBe(first.connection.id)
    expect(await accept(globex, first.code)).toMatchObject({
      state: 'failed',
      stateReason: { code: 'invitation_replaced' },
    })
    expect((await accept(globex, second.code, name)).state).toBe('active')
    await untilState(acme, first.connection.id, 'active')
  })

  test('a restart of both nodes keeps who they are and what they agreed', async () => {
    const { connection, code } = await initiate(acme)
    const accepted = await accept(globex, code)
    await untilState(acme, connection.id, 'active')
    await Promise.all([acme.restart(), globex.restart()])
    const atAcme = await eventually('Acme answers again', () => read(acme, connection.id))
    expect(atAcme).toMatchObject({ state: 'active', localKeyFingerprint: connection.localKeyFingerprint })
    const atGlobex = await eventually('Globex answers again', () => read(globex, accepted.id))
    expect(atGlobex).toMatchObject({ state: 'active', localKeyFingerprint: accepted.localKeyFingerprint })
  })

  test('a clock that is ten minutes wrong does not stop a handshake', async () => {
    globex.shiftClock(-600_000)
    try {
      const { connection, code } = await initiate(acme)
      const accepted = await accept(globex, code)
      expect(accepted.state).toBe('active')
      await untilState(acme, connection.id, 'active')
      const { log } = await globex.client.call('readConnection', { params: { connectionId: accepted.id } })
      expect(log.map(({ detail }) => detail).join(' ')).toMatch(
        /the clock of “Acme” is (?:599|600|601) s ahead of ours/u,
      )
    } finally {
      globex.shiftClock(0)
    }
  })

  test('no code, invitation key or token is in a log line', () => {
    const logged = [acme, globex].flatMap(({ output }) => output().split('\n')).filter((line) => line.startsWith('{'))
    expect(logged.length).toBeGreaterThan(20)
    expect(logged.filter((line) => /accord1_|eyJ|#pair=|Bearer|"d":/u.test(line))).toEqual([])
  })
})
