import { afterEach, expect, test } from '@jest/globals'

import { eventually } from '../../faults/company/eventually.ts'
import { inTurn, type FaultScript } from '../../faults/network/script.ts'
import { initiate, refusalOf } from '../company.ts'
import { act, connect, eventsOf, statesOf, untilStates } from './pair.ts'
import { describeTwoNodes, repairNetwork } from './two-nodes.ts'

const noContacts: FaultScript = ({ path }) => (path.endsWith('/contact') ? { kind: 'drop-before' } : { kind: 'pass' })

describeTwoNodes('each side owns its pause', (nodes) => {
  afterEach(() => repairNetwork(nodes))

  test('either side deactivates, the other is informed, and only who paused resumes', async () => {
    const { acme, globex } = nodes
    const pair = await connect(acme, globex)
    expect((await act(acme, 'deactivateConnection', pair.atSource)).state).toBe('deactivated')
    await untilStates(acme, globex, pair, 'deactivated/deactivated_by_peer')
    expect((await act(globex, 'activateConnection', pair.atDestination)).state).toBe('deactivated_by_peer')
    expect(await statesOf(acme, globex, pair)).toBe('deactivated/deactivated_by_peer')
    await act(acme, 'activateConnection', pair.atSource)
    await untilStates(acme, globex, pair, 'active/active')
    await act(globex, 'deactivateConnection', pair.atDestination)
    await untilStates(acme, globex, pair, 'deactivated_by_peer/deactivated')
    await act(globex, 'activateConnection', pair.atDestination)
    await untilStates(acme, globex, pair, 'active/active')
    await eventually('both instances show it', () =>
      acme.instance.find(pair.atSource)?.state === 'active' &&
      globex.instance.find(pair.atDestination)?.state === 'active'
        ? true
        : undefined,
    )
  })

  test('a repeated deactivation changes nothing: one entry in the log, one call tells it', async () => {
    const { acme, globex } = nodes
    const pair = await connect(acme, globex)
    await Promise.all([1, 2, 3, 4].map(() => act(acme, 'deactivateConnection', pair.atSource)))
    await untilStates(acme, globex, pair, 'deactivated/deactivated_by_peer')
    expect((await eventsOf(acme, pair.atSource)).filter((event) => event === 'deactivated')).toHaveLength(1)
    expect((await eventsOf(globex, pair.atDestination)).filter((event) => event === 'peerDeactivated')).toHaveLength(1)
  })

  test('deactivations that cross are both kept, and each side ends its own', async () => {
    const { acme, globex } = nodes
    const pair = await connect(acme, globex)
    await Promise.all([
      act(acme, 'deactivateConnection', pair.atSource),
      act(globex, 'deactivateConnection', pair.atDestination),
    ])
    await untilStates(acme, globex, pair, 'deactivated_by_both/deactivated_by_both')
    await act(acme, 'activateConnection', pair.atSource)
    await untilStates(acme, globex, pair, 'deactivated_by_peer/deactivated')
    await act(globex, 'activateConnection', pair.atDestination)
    await untilStates(acme, globex, pair, 'active/active')
  })

  test('pauses and resumes while no call comes through: the last one is what the other side receives', async () => {
    const { acme, globex } = nodes
    const pair = await connect(acme, globex)
    for (const { proxy } of [acme, globex]) proxy.follow(noContacts)
    await act(acme, 'deactivateConnection', pair.atSource)
    await act(acme, 'activateConnection', pair.atSource)
    await act(acme, 'deactivateConnection', pair.atSource)
    await act(globex, 'deactivateConnection', pair.atDestination)
    await act(globex, 'activateConnection', pair.atDestination)
    expect(await statesOf(acme, globex, pair)).toBe('deactivated/active')
    repairNetwork(nodes)
    await untilStates(acme, globex, pair, 'deactivated/deactivated_by_peer')
    expect((await eventsOf(acme, pair.atSource)).filter((event) => event.startsWith('peer'))).toEqual([])
  })

  test.each([
    ['is lost', { kind: 'drop-answer' }],
    ['is cut', { kind: 'truncate' }],
    ['comes to a call that arrives twice', { kind: 'duplicate', answerWith: 'second' }],
    ['comes to a call that is overtaken', { kind: 'reorder', maxHoldMs: 700, hangUp: true }],
  ] as const)('an answer that %s costs nothing: both sides agree by themselves', async (_, fault) => {
    const { acme, globex } = nodes
    const pair = await connect(acme, globex)
    const path = new RegExp(`${pair.atSource}/contact$`, 'u')
    for (const { proxy } of [acme, globex]) {
      const turn = proxy.seen.filter((seen) => path.test(seen.path)).length
      proxy.follow(inTurn(path, [...Array.from({ length: turn }, () => ({ kind: 'pass' }) as const), fault, fault]))
    }
    await act(acme, 'deactivateConnection', pair.atSource)
    await act(globex, 'deactivateConnection', pair.atDestination)
    await act(acme, 'activateConnection', pair.atSource)
    await untilStates(acme, globex, pair, 'deactivated_by_peer/deactivated')
    const peers = (await eventsOf(globex, pair.atDestination)).filter((event) => event.startsWith('peer'))
    expect(['', 'peerDeactivated,peerActivated']).toContain(peers.join(','))
  })

  test('what has not begun cannot be paused', async () => {
    const { acme } = nodes
    const { connection } = await initiate(acme)
    const refused = refusalOf(act(acme, 'deactivateConnection', connection.id))
    expect(await refused).toMatchObject({ code: 'state_conflict', facts: { state: 'invited' } })
  })
})
