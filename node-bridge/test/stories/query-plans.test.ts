import { subscribe, unsubscribe } from 'node:diagnostics_channel'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { type Database, openDatabase } from '../../src/store/engine/database.ts'
import { databaseKinds } from '../databases.ts'
import { accept, type Company, initiate, startCompany, untilState } from './company.ts'
import { findScans } from './table-scans.ts'

/** Tables that hold a row for each connection, or more. */
const GROWING = [
  'audit_entry',
  'connection',
  'contact',
  'handshake_event',
  'invitation',
  'job',
  'key_rotation',
  'redemption',
  'serial_queue',
  'spent_request',
]
const ACTOR = { actor: 'abel.tuter' }
const CONTACT_EVERY_MS = 300

const statements = new Set<string>()
const note = (text: unknown) =>
  void (/^(?:select|update|delete|insert|with)/u.test(String(text)) && statements.add(String(text)))

/**
 * No time is measured: a plan says by itself what grows. A scan along an index that a limit ends is no scan of the table.
 */
describe.each(databaseKinds())('query plans on $name', (kind) => {
  let acme: Company
  let globex: Company
  let database: Database

  beforeAll(async () => {
    subscribe('accord:statement', note)
    await kind.start()
    acme = await startCompany('Acme', (await kind.fresh()).databaseUrl, CONTACT_EVERY_MS)
    globex = await startCompany('Globex', (await kind.fresh()).databaseUrl, CONTACT_EVERY_MS)
    // The steps of the schema scan once, at a start; what is checked comes after it.
    statements.clear()
    await liveALife(acme, globex)
    unsubscribe('accord:statement', note)
    database = await openDatabase(await kind.fresh())
  }, 60_000)
  afterAll(async () => {
    unsubscribe('accord:statement', note)
    await Promise.all([acme.close(), globex.close(), database.close()])
    await kind.stop()
    statements.clear()
  })

  const findTableScans = (texts: readonly string[]) => findScans(database, texts, GROWING)

  test('nothing that a connection causes in its life scans a table that grows', async () => {
    expect(statements.size).toBeGreaterThan(60)
    expect(await findTableScans([...statements])).toEqual([])
  })

  test('a scan of a table is found', async () => {
    const scan = `select "id" from "connection" where "description" = ${database.dialect === 'sqlite' ? '?' : '$1'}`
    expect(await findTableScans([scan])).toEqual([expect.stringMatching(/scan .*connection/iu)])
  })
})

/** Begun, accepted, contacted, paused, renewed and deleted; one is revoked; and both lists are looked at. */
async function liveALife(acme: Company, globex: Company): Promise<void> {
  const revoked = await initiate(acme)
  await acme.client.call('revokeInvitation', { params: { connectionId: revoked.connection.id }, body: ACTOR })
  const { connection, code } = await initiate(acme)
  const accepted = await accept(globex, code)
  const params = { connectionId: connection.id }
  await untilState(acme, connection.id, 'active')
  await acme.client.call('listConnections')
  await acme.client.call('deactivateConnection', { params, body: ACTOR })
  await untilState(globex, accepted.id, 'deactivated_by_peer')
  await acme.client.call('activateConnection', { params, body: ACTOR })
  await untilState(globex, accepted.id, 'active')
  await new Promise((resolve) => setTimeout(resolve, 4 * CONTACT_EVERY_MS))
  await globex.client.call('deleteConnection', { params: { connectionId: accepted.id }, body: ACTOR })
  await untilState(acme, connection.id, 'terminated_by_peer')
}
