import { afterEach, expect, test } from '@jest/globals'

import { eventually } from '../../faults/company/eventually.ts'
import type { FaultScript } from '../../faults/network/script.ts'
import { read, untilState } from '../company.ts'
import { act, connect, eventsOf, untilStates } from './pair.ts'
import { describeTwoNodes, repairNetwork } from './two-nodes.ts'

const silent: FaultScript = () => ({ kind: 'drop-before' })

describeTwoNodes('a connection that stands is called from time to time', (nodes) => {
  afterEach(() => repairNetwork(nodes))

  test('both sides know when they last spoke, and no contact makes a revision of its own', async () => {
    const { acme, globex } = nodes
    const pair = await connect(acme, globex)
    await eventually('both are up', async () => {
      const sides = [await read(acme, pair.atSource), await read(globex, pair.atDestination)]
      return sides.every(({ health }) => health === 'up') ? true : undefined
    })
    const before = await read(acme, pair.atSource)
    await eventually('a later contact', async () => {
      const { lastContactAt } = await read(acme, pair.atSource)
      return lastContactAt !== before.lastContactAt ? true : undefined
    })
    expect((await read(acme, pair.atSource)).revision).toBe(before.revision)
    expect(await eventsOf(acme, pair.atSource)).toEqual(['initiated', 'redeemed', 'activated'])
  })

  test('a peer that does not answer is down, the instance is informed, and it comes back by itself', async () => {
    const { acme, globex } = nodes
    const pair = await connect(acme, globex)
    globex.proxy.follow(silent)
    await eventually('the instance sees it down', () =>
      acme.instance.find(pair.atSource)?.health === 'down' ? true : undefined,
    )
    expect((await read(acme, pair.atSource)).state).toBe('active')
    repairNetwork(nodes)
    await eventually('the instance sees it up', () => {
      const health = acme.instance.find(pair.atSource)?.health
      return health === 'up' || health === 'slow' ? true : undefined
    })
    expect(await eventsOf(acme, pair.atSource)).toEqual(expect.arrayContaining(['contactLost', 'contactRestored']))
  })

  test('a peer that has forgotten the connection is lost only when it says so again and again, and is found when it remembers', async () => {
    const { acme, globex } = nodes
    const pair = await connect(acme, globex)
    await act(acme, 'deactivateConnection', pair.atSource)
    await untilStates(acme, globex, pair, 'deactivated/deactivated_by_peer')
    acme.proxy.follow(silent)
    const rename = (sharedId: string | null) =>
      nodes.tamper((db) =>
        db.updateTable('connection').set({ shared_id: sharedId }).where('id', '=', pair.atDestination).execute(),
      )
    const before = globex.proxy.seen.length
    await rename(null)
    const lost = await untilState(acme, pair.atSource, 'peer_lost')
    expect(lost.stateReason).toMatchObject({ code: 'peer_lost', detail: expect.stringContaining('renew its keys') })
    const asked = globex.proxy.seen.slice(before).filter(({ path }) => path.includes(pair.atSource))
    expect(asked.filter(({ upstreamStatuses }) => upstreamStatuses.includes(404)).length).toBeGreaterThanOrEqual(3)
    await rename(pair.atSource)
    repairNetwork(nodes)
    await untilStates(acme, globex, pair, 'deactivated/deactivated_by_peer')
    expect(await eventsOf(acme, pair.atSource)).toContain('peerFound')
  })
})
