import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { eventually } from '../faults/company/eventually.ts'
import { type Fault, SLEEPING_PAGE } from '../faults/network/fault.ts'
import { passAll } from '../faults/network/script.ts'
import { accept, type Company, initiate, startCompany, untilState } from './company.ts'

let acme: Company
let globex: Company

beforeAll(async () => {
  ;[acme, globex] = await Promise.all([startCompany('Acme'), startCompany('Globex')])
})
afterAll(async () => {
  await Promise.all([acme.close(), globex.close()])
})

const readFinding = async (company: Company, code: string) =>
  (await company.client.call('readStatus')).prerequisites.find((finding) => finding.code === code)

test.each<{ what: string; fault: Fault; shown: RegExp }>([
  {
    what: 'hibernates',
    fault: { kind: 'garbage', status: 200, body: SLEEPING_PAGE, forward: false },
    shown: /hibernates/u,
  },
  { what: 'is overloaded', fault: { kind: 'unavailable', retryAfterSeconds: 1 }, shown: /status 503/u },
  { what: 'cannot be reached', fault: { kind: 'reset' }, shown: /does not answer/u },
])('an instance that $what is shown as that, and receives everything once it is back', async ({ fault, shown }) => {
  acme.instanceProxy.follow(() => fault)
  const { connection, code } = await initiate(acme)
  await accept(globex, code)
  await untilState(acme, connection.id, 'active')
  await eventually('the status tells', async () => {
    const finding = await readFinding(acme, 'last_callback')
    return finding?.state === 'warning' && shown.test(finding.detail) ? true : undefined
  })
  expect(acme.instance.find(connection.id)).toBeUndefined()
  acme.instanceProxy.follow(passAll)
  const known = await eventually('the instance receives', () => acme.instance.find(connection.id))
  expect(known).toMatchObject({ state: 'active', revision: 3 })
  await eventually('the status is well again', async () =>
    (await readFinding(acme, 'last_callback'))?.state === 'ok' ? true : undefined,
  )
})

test('every callback carries a valid signature over ASCII, whatever the names hold', async () => {
  const { connection, code } = await initiate(acme, { name: 'Müller ↔ 日本 😀', description: 'Zeile\nÜbersicht' })
  await accept(globex, code)
  const known = await eventually('the instance learns of active', () => {
    const snapshot = acme.instance.find(connection.id)
    return snapshot?.state === 'active' ? snapshot : undefined
  })
  expect(known).toMatchObject({ name: 'Müller ↔ 日本 😀', description: 'Zeile\nÜbersicht' })
  expect([...acme.instance.faults, ...globex.instance.faults]).toEqual([])
})
