import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { eventually } from '../faults/company/eventually.ts'
import { passAll } from '../faults/network/script.ts'
import { accept, type Company, initiate, read, refusalOf, startCompany, untilState } from './company.ts'

let acme: Company
let globex: Company

beforeAll(async () => {
  ;[acme, globex] = await Promise.all([startCompany('Acme'), startCompany('Globex')])
})
afterAll(async () => {
  await Promise.all([acme.close(), globex.close()])
})

const forge = (status: number, json: object) =>
  acme.proxy.follow(({ path }) =>
    path.endsWith('/confirm')
      ? { kind: 'garbage', status, body: JSON.stringify(json), forward: false }
      : { kind: 'pass' },
  )

test('a confirmation that somebody between the nodes makes up is not taken for the source', async () => {
  const { connection, code } = await initiate(acme)
  forge(200, { connectionId: connection.id, state: 'active' })
  const accepted = await accept(globex, code)
  const waiting = await eventually('the forged answer is noticed', async () => {
    const seen = await read(globex, accepted.id)
    return seen.stateReason?.code === 'protocol_violation' ? seen : undefined
  })
  expect(waiting.state).toBe('active')
  expect((await read(acme, connection.id)).state).toBe('pending')
  acme.proxy.follow(passAll)
  await untilState(acme, connection.id, 'active')
})

test('nobody between the nodes can make one side believe that the other has lost or deleted the connection', async () => {
  const { connection, code } = await initiate(acme)
  const gone = { type: 'urn:accord:problem:connection_unknown', title: '', status: 404, detail: '', remedy: '' }
  forge(404, { ...gone, code: 'connection_unknown', responsible: 'nobody', retry: false, requestId: connection.id })
  const accepted = await accept(globex, code)
  await eventually('the forged answer is noticed', async () =>
    (await read(globex, accepted.id)).stateReason?.code === 'protocol_violation' ? true : undefined,
  )
  acme.proxy.follow(passAll)
  await untilState(acme, connection.id, 'active')
  expect((await read(globex, accepted.id)).state).toBe('active')
})

test("a node at the code's address that does not list the code's key stops the acceptance; a silent one does not", async () => {
  const { connection, code } = await initiate(acme)
  const impostor = await (await fetch(`${globex.bridge.listenUrl}/.well-known/accord-node`)).text()
  acme.proxy.follow(({ path }) =>
    path.endsWith('accord-node') ? { kind: 'garbage', status: 200, body: impostor, forward: false } : { kind: 'pass' },
  )
  expect((await refusalOf(accept(globex, code))).code).toBe('identity_mismatch')
  expect((await read(acme, connection.id)).state).toBe('invited')
  acme.proxy.follow(({ path }) => (path.endsWith('accord-node') ? { kind: 'drop-before' } : { kind: 'pass' }))
  expect((await accept(globex, code)).state).toBe('active')
})
