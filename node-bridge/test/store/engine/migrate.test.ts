import { execFile } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Kysely, sql } from 'kysely'

import { openDatabase } from '../../../src/store/engine/database.ts'
import { migrate } from '../../../src/store/engine/migrate.ts'
import { MIGRATIONS } from '../../../src/store/engine/migrations.ts'
import { postgresDialect } from '../../../src/store/engine/postgres.ts'
import { sqliteDialect } from '../../../src/store/engine/sqlite.ts'
import type { Tables } from '../../../src/store/engine/tables.ts'
import { findConnection } from '../../../src/store/connections/connections.ts'
import { findPairing } from '../../../src/store/instance/pairings.ts'
import { findRedemption, findWaitingRedemption } from '../../../src/store/handshake/redemptions.ts'
import { claimJobs } from '../../../src/store/jobs/leased-jobs.ts'
import { databaseKinds } from '../../databases.ts'

const CONNECTION = `insert into connection (id, shared_id, revision, side, state, ended, name, name_key, local_short_name,
  remote_short_name, description, mode, remote, invitation_id, local_key_x, local_key_sealed, created_at, updated_at,
  activated_at) values`
const ACCEPTED = `insert into acceptance (invitation_id, connection_id, invitation_sealed, issued_at, expires_at, accepted_at,
  attempts, offer_id, offer_number) values`
const ISSUED = `insert into invitation (id, connection_id, state, key_x, code_hash, issued_at, expires_at, approval) values`
const JOB = `insert into job (id, queue, queue_key, seq, state, payload, run_at, attempts, created_at) values`
const AT_WORK = `insert into serial_queue (queue, queue_key, state, last_seq, head_id, run_at) values`

const connection = (
  id: string,
  sharedId: string | null,
  side: string,
  state: string,
  activatedAt: number | null,
): string =>
  `${CONNECTION} ('${id}', ${sharedId && `'${sharedId}'`}, 1, '${side}', '${state}', 0, '${id}', '${id}', 'L', 'R', '', 'script',
    '{}', '${side === 'source' ? 's-first' : `i-${id}`}', 'key of ${id}', 'sealed key of ${id}', 0, 0, ${activatedAt})`

const BEFORE_REDEMPTIONS = [
  connection('waits', null, 'destination', 'redeeming', null),
  connection('failed', null, 'destination', 'failed', null),
  connection('works', 'shared', 'destination', 'active', 500),
  connection('issues', 'issues', 'source', 'active', 5000),
  `${ACCEPTED} ('i-waits', 'waits', 'code of waits', 0, 9000, 100, 3, 'o', 2)`,
  `${ACCEPTED} ('i-failed', 'failed', null, 0, 9000, 100, 9, null, null)`,
  `${ACCEPTED} ('i-works', 'works', null, 0, 9000, 100, 0, null, null)`,
  `insert into rekey values ('r-old', 'works', 'code of r-old', 'key of r-old', 'sealed key of r-old', 86400000)`,
  `insert into rekey values ('r-new', 'works', 'code of r-new', 'key of r-new', 'sealed key of r-new', 172800000)`,
  `insert into rekey values ('r-done', 'works', null, 'key of r-done', null, 100)`,
  `${ISSUED} ('s-old', 'issues', 'revoked', 'x', 'hash', 1000, 9000, 0)`,
  `${ISSUED} ('s-first', 'issues', 'spent', 'x', 'hash', 4000, 9000, 0)`,
  `${ISSUED} ('s-renews', 'issues', 'open', 'x', 'hash', 6000, 9000, 0)`,
  `${JOB} ('j1', 'handshake', 'waits', 1, 'waiting', '{"kind":"redeem","connectionId":"waits"}', 10, 3, 0)`,
  `${JOB} ('j2', 'handshake', 'works', 1, 'waiting', '{"kind":"confirm","connectionId":"works"}', 10, 0, 0)`,
  `${JOB} ('j3', 'keys', 'works', 1, 'waiting', '{"kind":"rekey","invitationId":"r-new","connectionId":"works"}', 10, 0, 0)`,
  `${JOB} ('j4', 'keys', 'works', 2, 'waiting', '{"connectionId":"works"}', 10, 0, 0)`,
  `${AT_WORK} ('handshake', 'waits', 'leased', 1, 'j1', 10)`,
  `${AT_WORK} ('handshake', 'works', 'ready', 1, 'j2', 10)`,
  `${AT_WORK} ('keys', 'works', 'ready', 2, 'j3', 10)`,
]

/** The schema as the step before this one has left it. */
async function openBefore(location: { dataDir: string; databaseUrl: string | undefined }, id: string) {
  const dialect = location.databaseUrl === undefined ? 'sqlite' : 'postgres'
  const db = new Kysely<Tables>({
    dialect: location.databaseUrl
      ? postgresDialect(location.databaseUrl)
      : sqliteDialect(path.join(location.dataDir, 'accord.sqlite')),
  })
  const steps = MIGRATIONS.slice(
    0,
    MIGRATIONS.findIndex((step) => step.id === id),
  )
  await migrate(db, dialect, steps)
  return { db, close: () => db.destroy() }
}

const run = promisify(execFile)
const OPENER = fileURLToPath(new URL('../open-database.ts', import.meta.url))

describe.each(databaseKinds())('migrations on $name', (kind) => {
  beforeAll(() => kind.start())
  afterAll(() => kind.stop())

  test('four processes that start together make one schema', async () => {
    const location = await kind.fresh()
    const start = () => run(process.execPath, [OPENER, JSON.stringify(location)])
    const outputs = await Promise.all([start(), start(), start(), start()])
    expect(outputs.map(({ stdout }) => stdout)).toEqual(Array(4).fill(`${MIGRATIONS.length}\n`))
  })

  test('a step that fails leaves nothing of itself', async () => {
    const database = await openDatabase(await kind.fresh())
    const broken = {
      id: '9999-broken',
      up: async (db: typeof database.db) => {
        await db.schema.createTable('half').addColumn('id', 'text').execute()
        throw new Error('halfway')
      },
    }
    await expect(migrate(database.db, database.dialect, [...MIGRATIONS, broken])).rejects.toThrow('halfway')
    const tables = await database.db.introspection.getTables()
    expect(tables.map(({ name }) => name)).not.toContain('half')
    await database.close()
  })

  test('an instance that was paired before scopes were sent is called where it always was', async () => {
    const location = await kind.fresh()
    const { db, close } = await openDatabase(location)
    await db.schema.alterTable('pairing').dropColumn('api_base').execute()
    await db.deleteFrom('schema_migration').where('id', '=', '0013-api-base').execute()
    await sql`insert into pairing (id, instance_url, instance_name, instance_version, app_version, token_hash,
      callback_key_sealed, paired_by, paired_at) values (1, 'https://acme.example', 'Acme', '', '0.1.0', 'hash', 'sealed', 'admin', 0)`.execute(
      db,
    )
    await close()
    const after = await openDatabase(location)
    expect(after.migrated).toEqual(['0013-api-base'])
    expect(await findPairing(after.db)).toMatchObject({ instanceName: 'Acme', apiBase: '/api/x_accord_bridge/v1' })
    await after.close()
  })

  test('what was accepted before there were redemptions goes on: by the same key, under the same jobs, for the same purpose', async () => {
    const location = await kind.fresh()
    const { db, close } = await openBefore(location, '0020-redemption')
    for (const row of BEFORE_REDEMPTIONS) await sql.raw(row).execute(db)
    await close()
    const after = await openDatabase(location)
    expect(after.migrated[0]).toBe('0020-redemption')
    expect(await findWaitingRedemption(after.db, 'waits')).toMatchObject({
      invitationId: 'i-waits',
      purpose: 'connect',
      invitationSealed: 'code of waits',
      attempts: 3,
      key: { x: 'key of waits', sealed: 'sealed key of waits' },
      offer: { id: 'o', number: 2 },
    })
    expect((await findConnection(after.db, 'waits'))?.localKey).toBeNull()
    // A failure keeps its key for another try, a grant has handed it to the connection.
    expect(await findRedemption(after.db, 'i-failed')).toMatchObject({
      invitationSealed: null,
      key: { x: 'key of failed' },
    })
    expect(await findRedemption(after.db, 'i-works')).toMatchObject({ invitationSealed: null, key: null })
    expect((await findConnection(after.db, 'works'))?.localKey).toEqual({
      x: 'key of works',
      sealed: 'sealed key of works',
    })
    // Of two codes that renew the keys the newer one waits.
    expect(await findRedemption(after.db, 'r-old')).toMatchObject({ purpose: 'rekey', invitationSealed: null })
    expect(await findWaitingRedemption(after.db, 'works')).toMatchObject({
      invitationId: 'r-new',
      purpose: 'rekey',
      invitationSealed: 'code of r-new',
      key: { x: 'key of r-new', sealed: 'sealed key of r-new' },
      expiresAt: new Date(172_800_000),
    })
    const purposes = await after.db.selectFrom('invitation').select(['id', 'purpose']).orderBy('id').execute()
    expect(purposes.map(({ id, purpose }) => `${id} ${purpose}`)).toEqual([
      's-first connect',
      's-old connect',
      's-renews rekey',
    ])
    const request = { queues: ['handshake', 'keys'], limit: 9, leaseMs: 1000, now: new Date(1000) }
    const jobs = [await claimJobs(after, request), await claimJobs(after, request)].flat()
    expect(jobs.map(({ queue, key, payload }) => `${queue} ${key} ${JSON.stringify(payload)}`).toSorted()).toEqual([
      'handshake confirm works {"kind":"confirm","connectionId":"works"}',
      'handshake waits {"kind":"redeem","connectionId":"waits"}',
      'handshake works {"kind":"redeem","connectionId":"works"}',
      'keys works {"connectionId":"works"}',
    ])
    await after.close()
  })

  test('a database of a newer release is refused', async () => {
    const database = await openDatabase(await kind.fresh())
    await database.db.insertInto('schema_migration').values({ id: '9999-future', applied_at: 0 }).execute()
    await expect(migrate(database.db, database.dialect)).rejects.toThrow('newer release of Accord (9999-future)')
    await database.close()
  })
})
