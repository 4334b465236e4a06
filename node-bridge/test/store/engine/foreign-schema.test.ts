import { rmSync } from 'node:fs'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import { pino } from 'pino'

import { createBridge } from '../../../src/bridge.ts'
import { loadConfig } from '../../../src/config/config.ts'
import { type Database, type DatabaseLocation, openDatabase } from '../../../src/store/engine/database.ts'
import { accord } from '../../cli/accord.ts'
import { databaseKinds } from '../../databases.ts'

const TOKEN = 'operator-token-of-a-careful-person'

const FUNCTION = `create function planted() returns trigger language plpgsql as 'begin return new; end'`
const PLANTED: Readonly<Record<string, readonly [string, readonly string[]][]>> = {
  SQLite: [
    ['trigger planted', ['create trigger planted after insert on job begin delete from audit_entry; end']],
    ['view planted', ['create view planted as select * from node']],
    ['table planted', ['create table planted (id integer)']],
    ['index planted', ['create index planted on job (payload)']],
    ['table console_user (changed)', [`alter table console_user add column planted text default 'x'`]],
    ['index job_dead_in_queue (missing)', ['drop index job_dead_in_queue']],
  ],
  PostgreSQL: [
    [
      'trigger planted on job',
      [FUNCTION, 'create trigger planted after insert on job for each row execute function planted()'],
    ],
    ['rule planted on job', ['create rule planted as on delete to job do also nothing']],
    ['policy planted on job', ['create policy planted on job using (true)']],
    ['view planted', ['create view planted as select * from node']],
    ['materialized view planted', ['create materialized view planted as select * from node']],
    ['function planted', [FUNCTION]],
    ['table planted', ['create table planted (id integer)']],
    ['index planted', ['create index planted on job (payload)']],
  ],
}

describe.each(databaseKinds())('the schema of a database on $name', (kind) => {
  let directory = ''
  let location: DatabaseLocation
  let database: Database
  beforeAll(() => kind.start())
  afterAll(() => kind.stop())
  beforeEach(async () => {
    directory = mkdtempSync(path.join(tmpdir(), 'accord-schema-'))
    location = { ...(await kind.fresh()), dataDir: directory }
    database = await openDatabase(location)
  })
  afterEach(async () => {
    await database.close()
    rmSync(directory, { recursive: true, force: true })
  })

  /** What a start says in the log, on the page and by the doctor. */
  async function start() {
    const lines: string[] = []
    const bridge = await createBridge(
      loadConfig({
        ACCORD_DATA_DIR: directory,
        ...(location.databaseUrl === undefined ? {} : { ACCORD_DATABASE_URL: location.databaseUrl }),
        ACCORD_PORT: '0',
        ACCORD_ALLOW_HTTP_LOOPBACK: 'true',
        ACCORD_OPERATOR_TOKEN: TOKEN,
      }),
      { log: pino({ level: 'error' }, { write: (line) => void lines.push(line) }), show: () => undefined },
    )
    const { prerequisites } = await bridge.services.node.status()
    const doctor = await accord(['doctor'], { ACCORD_URL: bridge.listenUrl, ACCORD_OPERATOR_TOKEN: TOKEN })
    await bridge.close()
    return { log: lines.join(''), finding: prerequisites.find(({ code }) => code === 'schema'), doctor: doctor.stdout }
  }

  test('as our own steps have made it gives nothing to say', async () => {
    const { log, finding, doctor } = await start()
    expect([log, finding, doctor.includes('schema:')]).toEqual(['', undefined, false])
  })

  test.each(PLANTED[kind.name] ?? [])(
    'with %s, which we did not make, is named by a start and by the doctor',
    async (name, statements) => {
      for (const statement of statements) await sql.raw(statement).execute(database.db)
      const { log, finding, doctor } = await start()
      expect(finding?.detail).toContain(name)
      expect(log).toContain(name)
      expect(doctor).toMatch(/FAILED\s+schema: /u)
    },
  )
})
