import { subscribe, unsubscribe } from 'node:diagnostics_channel'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { sql } from 'kysely'

import { type Database, openDatabase } from '../../src/store/engine/database.ts'
import { findPairByName } from '../../src/store/sync/sync-pairs.ts'
import { listHeldIds } from '../../src/store/sync/held-pairs.ts'
import { listClaims, makePairsDue, renewClaim, returnClaim } from '../../src/store/sync/sync-claims.ts'
import { forgetItemEvents } from '../../src/store/sync/item-events.ts'
import { forgetActivity } from '../../src/store/sync/sync-activity.ts'
import { listPairedRecords, listReportDue, noteReported } from '../../src/store/sync/paired-records.ts'
import { databaseKinds } from '../databases.ts'
import { eventually } from '../faults/company/eventually.ts'
import { sentBy, type SyncCompanies, startSyncCompanies } from './sync-companies.ts'
import { configureSync, publish, script, untilRecord, valueOf } from './sync-company.ts'
import { findScans, findWholeConnections } from './table-scans.ts'

const GROWING = ['sync_pair', 'item_event', 'sync_activity']
/** How these tests look at all pairs of a connection; a node never does. */
const OURS = /where "connection_id" = (?:\?|\$1) order by "id"$/u
const ROWS = 100_000
const ACTOR = { actor: 'abel.tuter' }
const STARTING_MS = 180_000

const statements = new Set<string>()
const note = (text: unknown) =>
  void (/^(?:select|update|delete|insert|with)/u.test(String(text)) && statements.add(String(text)))

/** The statements of a life of pairs, checked on a database that holds a hundred thousand of them. */
describe.each(databaseKinds())('query plans of sync on $name', (kind) => {
  let both: SyncCompanies
  let database: Database

  beforeAll(async () => {
    subscribe('accord:statement', note)
    await kind.start()
    both = await startSyncCompanies(kind)
    await liveALife(both)
    database = await openDatabase(await kind.fresh())
    await doWhatTimeBrings(database)
    unsubscribe('accord:statement', note)
    await fill(database)
  }, STARTING_MS)
  afterAll(async () => {
    unsubscribe('accord:statement', note)
    await Promise.all([both.close(), database.close()])
    await kind.stop()
    statements.clear()
  })

  test('nothing that a pair causes in its life reads all pairs', async () => {
    const texts = [...statements].filter((text) => GROWING.some((table) => text.includes(table)))
    expect(texts.length).toBeGreaterThan(25)
    expect(await findScans(database, texts, GROWING)).toEqual([])
  })

  test('nothing reads all pairs of a connection', async () => {
    const texts = [...statements].filter((text) => !OURS.test(text))
    expect(await findWholeConnections(database, texts)).toEqual([])
  })

  test('a scan, and a look at all pairs of a connection, are found', async () => {
    const value = database.dialect === 'sqlite' ? '?' : '$1'
    const scan = `select "id" from "sync_pair" where "version" = ${value}`
    expect(await findScans(database, [scan], GROWING)).toEqual([expect.stringMatching(/scan .*sync_pair/iu)])
    const whole = `select "id" from "sync_pair" where "connection_id" = ${value} and "version" > 1`
    const found = await findWholeConnections(database, [whole])
    expect(found.length + (await findScans(database, [whole], GROWING)).length).toBeGreaterThan(0)
  })
})

/** Created, changed, commented, held, retried, skipped, unlinked; a connection rests and works again; pages look at it all. */
async function liveALife({ acme, globex, ids, settled }: SyncCompanies): Promise<void> {
  await configureSync(acme, ids.acme)
  await configureSync(globex, ids.globex)
  const { id } = acme.tracker.create('incident', { short_description: 'one' })
  const theirs = await untilRecord('Globex has it', globex, (record) => valueOf(record, 'short_description') === 'one')
  acme.tracker.comment('incident', id, 'hello')
  globex.tracker.update('incident', theirs.id, { description: 'both ways' })
  await untilRecord('Globex has the comment', globex, ({ entries }) => entries.length === 1)
  await untilRecord('Acme has the description', acme, (record) => valueOf(record, 'description') === 'both ways')
  await settled()
  const throwing = script('incoming').replace('=> {', "=> {\n  if (replica.summary) throw new Error('no')")
  await publish(globex, ids.globex, { incoming: throwing })
  acme.tracker.update('incident', id, { short_description: 'two' })
  const params = { itemId: await heldAt({ globex, ids }) }
  await globex.client.call('listSyncItems', { params: { connectionId: ids.globex }, query: { filter: 'held' } })
  const narrowed = { table: 'incident', cause: 'script_threw', unmovedMinutes: '0', filter: 'held' }
  for (const query of [{}, narrowed, { ...narrowed, connectionId: ids.globex }, { key: 'INC1' }])
    await globex.client.call('readSyncQueue', { query })
  await globex.client.call('readOverview')
  for (const cause of [{}, { cause: 'script_threw' }]) {
    await globex.client.call('retrySyncItems', { params: { connectionId: ids.globex }, body: { ...ACTOR, ...cause } })
    await untilRetried({ globex, ids })
    await heldAt({ globex, ids })
  }
  await globex.client.call('skipSyncItem', { params, body: ACTOR })
  await settled()
  const connection = { connectionId: ids.acme }
  await acme.client.call('deactivateConnection', { params: connection, body: ACTOR })
  acme.tracker.update('incident', id, { short_description: 'three' })
  await acme.client.call('activateConnection', { params: connection, body: ACTOR })
  await heldAt({ globex, ids })
  await globex.client.call('unlinkSyncItem', { params, body: ACTOR })
  await eventually('Acme has sent all', async () => ((await sentBy(acme, ids.acme))[0] ?? 0) > 2 || undefined)
}

const heldAt = ({ globex, ids }: Pick<SyncCompanies, 'globex' | 'ids'>): Promise<string> =>
  eventually('Globex holds it', async () => {
    const { db } = globex.bridge.services.context.database
    return (await listHeldIds(db, { connectionId: ids.globex, cause: null, after: '', limit: 1 }))[0]
  })

const untilRetried = ({ globex, ids }: Pick<SyncCompanies, 'globex' | 'ids'>): Promise<true> =>
  eventually('Globex has tried all again', async () => {
    const call = { params: { connectionId: ids.globex }, query: {} }
    return (await globex.client.call('listSyncItems', call)).retrying === null || undefined
  })

/** What a tracker of an instance, another replica, a dead worker and the housekeeping ask for. */
async function doWhatTimeBrings(database: Database): Promise<void> {
  const { db } = database
  const now = new Date()
  await listReportDue(db, 100)
  await noteReported(db, { id: 'none', version: 1 })
  await listPairedRecords(db, '', 500)
  await listClaims(db)
  await renewClaim(database, 'none', now)
  await returnClaim(database, { token: 'none', until: 0 })
  await database.transaction((transaction) => makePairsDue(transaction, 'none', now))
  await findPairByName(db, 'none', 'none')
  await forgetItemEvents(db, now)
  await forgetActivity(db, now)
}

/** All of one connection; one in a thousand is due, claimed or held. */
async function fill(database: Database): Promise<void> {
  const numbers =
    database.dialect === 'sqlite'
      ? sql`with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < ${sql.lit(ROWS)})`
      : sql`with numbers (n) as (select * from generate_series(1, ${sql.lit(ROWS)}))`
  const rare = (column: string) => sql`case when n % 1000 = 0 then ${sql.raw(column)} end`
  await database.transaction(async (transaction) => {
    await sql`${numbers} insert into sync_pair (id, connection_id, pair_id, table_name, record_id, version, state, fault, pair,
        due_at, failures, claim_token, claim_until, send_at, status, report_due, created_at, changed_at)
      select 'item ' || n, 'connection', 'pair ' || n, 'incident', 'record ' || n, 1, 'linked', ${rare("'script_threw'")}, '{}',
        ${rare('n')}, 0, case when n % 5000 = 0 then 'token' end, case when n % 5000 = 0 then n end, ${rare('n')}, 'synced', 0, n, n
      from numbers ${database.dialect === 'sqlite' ? sql`where true` : sql``}`.execute(transaction)
    await sql`${numbers} insert into item_event (id, item_id, at, event, details)
      select 'event ' || n, 'item ' || (n / 10), n, 'changed', '{}' from numbers`.execute(transaction)
  })
  if (database.dialect === 'postgres') await sql`analyze`.execute(database.db)
}
