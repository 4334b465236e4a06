import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { databaseKinds } from '../databases.ts'
import { eventually } from '../faults/company/eventually.ts'
import { SLEEPING_PAGE } from '../faults/network/fault.ts'
import { passAll } from '../faults/network/script.ts'
import { accept, type Company, initiate, startCompany, untilState } from './company.ts'

describe.each(databaseKinds())('what the page of a connection asks for, on $name', (kind) => {
  let acme: Company
  let globex: Company
  let connectionId = ''

  beforeAll(async () => {
    await kind.start()
    const [first, second] = [await kind.fresh(), await kind.fresh()]
    ;[acme, globex] = await Promise.all([
      startCompany('Acme', first.databaseUrl, 500),
      startCompany('Globex', second.databaseUrl, 500),
    ])
    const { connection, code } = await initiate(acme)
    connectionId = connection.id
    expect(await keys()).toEqual({ local: null, remote: null })
    await accept(globex, code)
    await untilState(acme, connectionId, 'active')
  })
  afterAll(async () => {
    await Promise.all([acme.close(), globex.close()])
    await kind.stop()
  })

  const keys = () => acme.client.call('readKeyDetails', { params: { connectionId } })
  const trail = (query: Record<string, string> = {}, id = connectionId) =>
    acme.client.call('readAuditTrail', { params: { connectionId: id }, query })

  test('the trail says who did what, when and from where, newest first, in pages that miss and repeat nothing', async () => {
    const change = { params: { connectionId }, body: { actor: 'abel.tuter' } }
    await acme.client.call('deactivateConnection', change)
    await acme.client.call('activateConnection', change)
    await untilState(acme, connectionId, 'active')
    const whole = await trail({ limit: '200' })
    expect(whole.before).toBeNull()
    const paused = whole.entries.find(({ action }) => action === 'connection.deactivated')
    expect(paused).toMatchObject({
      actor: 'abel.tuter',
      caller: 'instance',
      source: expect.stringContaining('127.0.0.1'),
    })
    expect(new Set(whole.entries.map(({ subject }) => subject))).toEqual(new Set([connectionId]))
    expect(whole.entries.map(({ seq }) => seq)).toEqual(whole.entries.map(({ seq }) => seq).toSorted((x, y) => y - x))
    const paged = []
    for (let page = await trail({ limit: '2' }); ; page = await trail({ limit: '2', before: String(page.before) })) {
      paged.push(...page.entries)
      expect(page.entries.length).toBeLessThanOrEqual(2)
      if (page.before === null) break
    }
    expect(paged.map(({ id }) => id)).toEqual(whole.entries.map(({ id }) => id))
    await expect(trail({}, randomUUID())).rejects.toMatchObject({ problem: { code: 'connection_unknown' } })
    await expect(trail({ limit: '0' })).rejects.toMatchObject({ problem: { code: 'malformed' } })
  })

  test("the keys are as old as the handshake, until a side has replaced its own and the other's node knows", async () => {
    const before = await keys()
    const { connection } = await acme.client.call('readConnection', { params: { connectionId } })
    const handshakeMs = Date.parse(connection.activatedAt ?? '') - Date.parse(before.local?.madeAt ?? '')
    expect(Math.abs(handshakeMs)).toBeLessThan(60_000)
    expect(before.remote).toMatchObject({ rotations: 0, replacingSince: null })
    await acme.client.call('rotateKeys', { params: { connectionId }, body: { actor: 'abel.tuter' } })
    const after = await eventually('the new key is in use', async () => {
      const facts = await keys()
      return facts.local?.rotations === 1 ? facts : undefined
    })
    expect(after.local?.replacingSince).toBeNull()
    expect(Date.parse(after.local?.madeAt ?? '')).toBeGreaterThan(Date.parse(before.local?.madeAt ?? ''))
    expect(after.remote).toEqual(before.remote)
  })

  test('an instance that hibernates, and one whose password has changed, are distinguished, and nothing is lost', async () => {
    const stuckBy = (code: string) =>
      eventually(`a callback is stuck by ${code}`, async () => {
        const { jobs } = await acme.client.call('listStuckJobs')
        return jobs.find((job) => job.queue === 'callback' && job.code === code)
      })
    const tryAtOnce = () => acme.client.call('rerunJobs', { body: { queue: 'callback', actor: 'abel.tuter' } })
    acme.instanceProxy.follow(() => ({ kind: 'garbage', status: 200, body: SLEEPING_PAGE, forward: false }))
    await acme.client.call('deactivateConnection', { params: { connectionId }, body: { actor: 'abel.tuter' } })
    expect(await stuckBy('instance_hibernates')).toMatchObject({ state: 'retrying', connection: { id: connectionId } })
    acme.instanceProxy.follow(() => ({ kind: 'garbage', status: 401, body: '{"error":{}}', forward: false }))
    expect(await tryAtOnce()).toEqual({ count: 1 })
    expect(await stuckBy('unauthenticated')).toMatchObject({ state: 'retrying', nextTryAt: expect.any(String) })
    acme.instanceProxy.follow(passAll)
    const { revision } = (await acme.client.call('readConnection', { params: { connectionId } })).connection
    await tryAtOnce()
    await eventually('the instance has the newest revision', () =>
      (acme.instance.find(connectionId)?.revision ?? 0) >= revision ? true : undefined,
    )
    await eventually('nothing is stuck', async () =>
      (await acme.client.call('listStuckJobs')).jobs.length === 0 ? true : undefined,
    )
  })
})
