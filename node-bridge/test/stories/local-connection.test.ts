import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { databaseKinds } from '../databases.ts'
import { eventually } from '../faults/company/eventually.ts'
import { type Company, read, readEvents, refusalOf, startCompany, untilState } from './company.ts'

describe.each(databaseKinds())('a local connection on $name', (kind) => {
  let acme: Company

  beforeAll(async () => {
    await kind.start()
    const { databaseUrl } = await kind.fresh()
    acme = await startCompany('Acme', databaseUrl)
  })
  afterAll(async () => {
    await acme.close()
    await kind.stop()
  })

  const request = (name: string, changes: object = {}) => ({
    requestId: randomUUID(),
    destinationUrl: acme.proxy.url,
    mode: 'script',
    localShortName: 'Dev',
    remoteShortName: 'Test',
    name,
    description: 'Two teams on one instance',
    actor: 'abel.tuter',
    ...changes,
  })
  const initiate = (body: object) => acme.client.call('initiateConnection', { body })
  const named = async (name: string) => {
    const { connections } = await acme.client.call('listConnections')
    return connections.find((connection) => connection.name === name)
  }

  test('both ends are active at once, each with its own name, and there is no code', async () => {
    const { connection, code } = await initiate(request('Dev_to_Test'))
    expect(code).toBeNull()
    expect(connection).toMatchObject({ side: 'source', state: 'active', local: true, invitation: null })
    const other = await named('Test_to_Dev')
    expect(other).toMatchObject({
      side: 'destination',
      state: 'active',
      local: true,
      localShortName: 'Test',
      remoteShortName: 'Dev',
      restVersion: '1.0.0',
      remote: { name: 'Acme', keyFingerprint: connection.localKeyFingerprint },
    })
    expect(connection.remote.keyFingerprint).toBe(connection.localKeyFingerprint)
    expect(await readEvents(acme, connection.id)).toEqual(['initiatedLocally'])
    await eventually('the instance knows both ends', async () =>
      [connection.id, other?.id ?? ''].every((id) => acme.instance.find(id)?.state === 'active') ? true : undefined,
    )
  })

  test('the same request again, also at the same moment, makes no second pair', async () => {
    const body = request('Twice')
    const answers = await Promise.all([initiate(body), initiate(body)])
    answers.push(await initiate(body))
    expect(new Set(answers.map(({ connection }) => connection.id)).size).toBe(1)
    expect(answers.map(({ code }) => code)).toEqual([null, null, null])
    const { connections } = await acme.client.call('listConnections')
    expect(
      connections
        .filter(({ name }) => name.startsWith('Twice'))
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(['Twice', 'Twice (Test)'])
  })

  test('a taken name is refused and leaves neither end; a taken name of the other end is numbered', async () => {
    const count = async () => (await acme.client.call('listConnections')).connections.length
    await initiate(request('Taken'))
    const before = await count()
    expect((await refusalOf(initiate(request('Taken')))).code).toBe('name_taken')
    expect(await count()).toBe(before)
    await initiate(request('Other (Test)', { remoteShortName: 'Z' }))
    await initiate(request('Other'))
    expect(await named('Other (Test) (2)')).toMatchObject({ side: 'destination', local: true })
  })

  test('what one end does has happened at the other in the same moment; deleting one deletes both', async () => {
    const { connection } = await initiate(request('Noted'))
    const other = await named('Noted (Test)')
    const decide = (operation: 'deactivateConnection' | 'activateConnection' | 'deleteConnection', id = '') =>
      acme.client.call(operation, { params: { connectionId: id }, body: { actor: 'abel.tuter' } })
    const states = async () => [(await read(acme, connection.id)).state, (await read(acme, other?.id ?? '')).state]
    await decide('deactivateConnection', connection.id)
    expect(await states()).toEqual(['deactivated', 'deactivated_by_peer'])
    await decide('deactivateConnection', other?.id)
    expect(await states()).toEqual(['deactivated_by_both', 'deactivated_by_both'])
    await decide('activateConnection', connection.id)
    await decide('activateConnection', other?.id)
    expect(await states()).toEqual(['active', 'active'])
    await decide('deleteConnection', other?.id)
    await untilState(acme, connection.id, 'terminated')
    await untilState(acme, other?.id ?? '', 'terminated')
    // Both names are free again.
    await initiate(request('Noted'))
    expect(await named('Noted (Test)')).toMatchObject({ state: 'active' })
  })
})
