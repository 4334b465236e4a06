import { randomUUID } from 'node:crypto'

import { afterEach, expect, test } from '@jest/globals'

import { eventually } from '../../faults/company/eventually.ts'
import { inTurn, type FaultScript } from '../../faults/network/script.ts'
import { accept, initiate, read, refusalOf, type Company, untilState } from '../company.ts'
import { act, connect, eventsOf, statesOf, untilStates } from './pair.ts'
import { describeTwoNodes, repairNetwork } from './two-nodes.ts'

const idsOf = async (company: Company, operation: 'listConnections' | 'listEndedConnections'): Promise<string[]> =>
  (await company.client.call(operation)).connections.map(({ id }) => id)

const drop =
  (what: RegExp): FaultScript =>
  ({ path }) =>
    what.test(path) ? { kind: 'drop-before' } : { kind: 'pass' }

describeTwoNodes('deleting a connection', (nodes) => {
  afterEach(() => repairNetwork(nodes))

  test('the other side is informed and keeps its history; the deleted one leaves the list', async () => {
    const { acme, globex } = nodes
    const pair = await connect(acme, globex)
    await act(acme, 'deleteConnection', pair.atSource)
    await untilStates(acme, globex, pair, 'terminated/terminated_by_peer')
    expect(await read(globex, pair.atDestination)).toMatchObject({ stateReason: { code: 'connection_gone' } })
    expect(await eventsOf(globex, pair.atDestination)).toEqual(expect.arrayContaining(['accepted', 'terminatedByPeer']))
    expect(await idsOf(acme, 'listConnections')).not.toContain(pair.atSource)
    expect(await idsOf(acme, 'listEndedConnections')).toContain(pair.atSource)
    expect(await idsOf(globex, 'listConnections')).toContain(pair.atDestination)
    await eventually('both instances know', () =>
      acme.instance.find(pair.atSource)?.state === 'terminated' &&
      globex.instance.find(pair.atDestination)?.state === 'terminated_by_peer'
        ? true
        : undefined,
    )
    expect((await act(globex, 'deleteConnection', pair.atDestination)).state).toBe('terminated')
  })

  test('the name is free at once, also while the other side is down, which learns of the end when it is up again', async () => {
    const { acme, globex } = nodes
    const pair = await connect(acme, globex)
    globex.proxy.follow(() => ({ kind: 'drop-before' }))
    acme.proxy.follow(drop(/contact$/u))
    expect((await act(acme, 'deleteConnection', pair.atSource)).state).toBe('terminating')
    expect((await initiate(acme, { name: pair.name })).connection.state).toBe('invited')
    await eventually('the reason is shown', async () => (await read(acme, pair.atSource)).stateReason?.code)
    expect(await statesOf(acme, globex, pair)).toBe('terminating/active')
    repairNetwork(nodes)
    await untilStates(acme, globex, pair, 'terminated/terminated_by_peer')
  })

  test('after thirty days of silence the end is settled without the other side', async () => {
    const { acme, globex } = nodes
    const pair = await connect(acme, globex)
    globex.proxy.follow(() => ({ kind: 'drop-before' }))
    acme.proxy.follow(() => ({ kind: 'drop-before' }))
    await act(acme, 'deleteConnection', pair.atSource)
    acme.shiftClock(30 * 86_400_000 + 1000)
    try {
      await untilState(acme, pair.atSource, 'terminated')
    } finally {
      acme.shiftClock(0)
    }
    expect((await read(globex, pair.atDestination)).state).toBe('active')
    repairNetwork(nodes)
    await untilState(globex, pair.atDestination, 'terminated_by_peer')
  })

  test('a peer that the message never reaches learns of the end when it calls', async () => {
    const { acme, globex } = nodes
    const pair = await connect(acme, globex)
    globex.proxy.follow(drop(/terminate$/u))
    await act(acme, 'deleteConnection', pair.atSource)
    const ended = await untilState(globex, pair.atDestination, 'terminated_by_peer')
    expect(ended.stateReason?.code).toBe('connection_gone')
  })

  test('a lost acknowledgement is given again', async () => {
    const { acme, globex } = nodes
    const pair = await connect(acme, globex)
    globex.proxy.follow(inTurn(new RegExp(`${pair.atSource}/terminate$`, 'u'), [{ kind: 'drop-answer' }]))
    await act(acme, 'deleteConnection', pair.atSource)
    await untilStates(acme, globex, pair, 'terminated/terminated_by_peer')
    const log = await eventsOf(globex, pair.atDestination)
    expect(log.filter((event) => event === 'terminatedByPeer')).toHaveLength(1)
  })

  test('both sides delete at once: both are deleted, and neither waits for the other', async () => {
    const { acme, globex } = nodes
    const pair = await connect(acme, globex)
    await Promise.all([
      act(acme, 'deleteConnection', pair.atSource),
      act(globex, 'deleteConnection', pair.atDestination),
    ])
    await eventually('both have ended', async () => {
      const states = (await statesOf(acme, globex, pair)).split('/')
      return states.includes('terminating') || states.includes('active') ? undefined : true
    })
  })

  test('the same two connect again under the same name', async () => {
    const { acme, globex } = nodes
    const name = `Once more ${randomUUID()}`
    const first = await connect(acme, globex, name)
    await act(globex, 'deleteConnection', first.atDestination)
    await untilStates(acme, globex, first, 'terminated_by_peer/terminated')
    const second = await connect(acme, globex, name)
    expect(await statesOf(acme, globex, second)).toBe('active/active')
    expect((await act(acme, 'deleteConnection', first.atSource)).state).toBe('terminated')
    expect(await statesOf(acme, globex, second)).toBe('active/active')
  })

  test('what nobody has accepted ends here alone, and its code opens nothing any more', async () => {
    const { acme, globex } = nodes
    const { connection, code } = await initiate(acme)
    const before = globex.proxy.seen.length
    expect(await act(acme, 'deleteConnection', connection.id)).toMatchObject({
      state: 'terminated',
      invitation: { state: 'revoked' },
    })
    expect(globex.proxy.seen.slice(before).filter(({ path }) => path.includes(connection.id))).toEqual([])
    const late = await accept(globex, code)
    expect(late).toMatchObject({ state: 'failed', stateReason: { code: 'invitation_revoked' } })
    expect((await act(globex, 'deleteConnection', late.id)).state).toBe('terminated')
  })

  test('a deletion that is repeated says the same again; an unknown connection is refused', async () => {
    const { acme, globex } = nodes
    const pair = await connect(acme, globex)
    const answers = await Promise.all([1, 2, 3].map(() => act(acme, 'deleteConnection', pair.atSource)))
    expect(new Set(answers.map(({ state }) => state.startsWith('terminat')))).toEqual(new Set([true]))
    await untilState(acme, pair.atSource, 'terminated')
    expect((await act(acme, 'deleteConnection', pair.atSource)).state).toBe('terminated')
    expect(await refusalOf(act(acme, 'deleteConnection', randomUUID()))).toMatchObject({ code: 'connection_unknown' })
  })
})
