import { expect, test } from '@jest/globals'

import { eventually } from '../faults/company/eventually.ts'
import { accept, initiate, startCompany, untilState } from './company.ts'

test('a node that is asked to stop answers what it has begun, and goes on where it was after the next start', async () => {
  const [acme, globex] = await Promise.all([startCompany('Acme'), startCompany('Globex')])
  try {
    const { connection, code } = await initiate(acme)
    acme.proxy.follow(() => ({ kind: 'drop-before' }))
    const accepting = accept(globex, code)
    await eventually('the call has begun', () => acme.proxy.seen.length > 0 || undefined)
    expect((await globex.bridge.services.health.ready()).ready).toBe(true)
    const restarting = globex.restart()
    expect((await globex.bridge.services.health.ready()).ready).toBe(false)
    const waiting = await accepting
    expect(waiting.state).toBe('redeeming')
    await restarting
    acme.proxy.follow(() => ({ kind: 'pass' }))
    await untilState(globex, waiting.id, 'active')
    await untilState(acme, connection.id, 'active')
  } finally {
    await Promise.all([acme.close(), globex.close()])
  }
})
