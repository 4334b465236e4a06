import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import { pino } from 'pino'

import { hashOf } from '../../src/audit/audit-entry.ts'
import { type Bridge, createBridge } from '../../src/bridge.ts'
import { loadConfig } from '../../src/config/config.ts'
import { listChained } from '../../src/store/audit/audit-entries.ts'
import { readAuditHead } from '../../src/store/audit/audit-head.ts'
import { type Database, type DatabaseLocation, openDatabase } from '../../src/store/engine/database.ts'
import { accord } from '../cli/accord.ts'
import { databaseKinds } from '../databases.ts'
import { eventually } from '../faults/company/eventually.ts'

const KEY = Buffer.alloc(32, 5).toString('base64')
const TOKEN = 'operator-token-of-a-careful-person'
const NOW = Date.now()

/** Who writes to the database and does not have the master key. */
type Attack = (database: Database) => Promise<void>
const run = async ({ db }: Database, statement: string) => void (await sql.raw(statement).execute(db))

/** Rehashes everything from an entry on, as the documented formula allows anybody to. */
async function rewriteFrom(
  database: Database,
  from: number,
  change: (seq: number) => string | undefined,
): Promise<void> {
  let { hash } = (await listChained(database.db, from - 2, 1))[0] ?? { hash: '0'.repeat(64) }
  for (const entry of await listChained(database.db, from - 1, 1000)) {
    const actor = change(entry.seq) ?? entry.actor
    const fresh = hashOf({ ...entry, actor }, entry.seq, hash ?? '')
    await run(
      database,
      `update audit_entry set actor = '${actor}', previous_hash = '${hash}', hash = '${fresh}' where seq = ${entry.seq}`,
    )
    hash = fresh
  }
}

const insertion = (more: string, columns = '') =>
  `insert into audit_entry (id, at, actor, caller, source, request_id, action, subject, details${columns})
   values ('${'0'.repeat(8)}-forged', ${NOW - 3_600_000}, 'nobody', 'operator', '127.0.0.1', null, 'connection.deleted', 'x', '{}'${more})`

const ATTACKS: readonly [string, Attack][] = [
  ['the tail was deleted', (database) => run(database, 'delete from audit_entry where seq > 3')],
  [
    'the tail was deleted and the head set back to fit',
    async (database) => {
      const third = (await listChained(database.db, 2, 1))[0]
      await run(database, 'delete from audit_entry where seq > 3')
      await run(database, `update audit_head set seq = 3, hash = '${third?.hash}'`)
    },
  ],
  [
    'the middle was rewritten',
    (database) => run(database, `update audit_entry set actor = 'somebody.else' where seq = 2`),
  ],
  [
    'the middle was rewritten, with every hash after it and the head',
    async (database) => {
      await rewriteFrom(database, 2, (seq) => (seq === 2 ? 'somebody.else' : undefined))
      const last = (await listChained(database.db, 0, 1000)).at(-1)
      await run(database, `update audit_head set hash = '${last?.hash}'`)
    },
  ],
  [
    'the head was reset to that of a new database',
    (database) => run(database, `update audit_head set seq = 0, hash = '${'0'.repeat(64)}', head_sealed = null`),
  ],
  ['a row without a place was inserted', (database) => run(database, insertion(''))],
  [
    'a row without a place was inserted, with a made-up proof',
    (database) => run(database, insertion(`, 'p1.00.x'`, ', proof')),
  ],
  [
    'a row was inserted behind the head, with a hash that fits',
    async (database) => {
      const { seq, hash } = await readAuditHead(database.db)
      await run(database, insertion(`, ${seq + 1}, '${hash}', 'x'`, ', seq, previous_hash, hash'))
    },
  ],
  ['the table was emptied', async (database) => run(database, 'delete from audit_entry')],
  [
    'the table was emptied and the head reset to that of a new database',
    async (database) => {
      await run(database, 'delete from audit_entry')
      await run(database, `update audit_head set seq = 0, hash = '${'0'.repeat(64)}', head_sealed = null`)
    },
  ],
]

describe.each(databaseKinds())('the audit log of running nodes on $name', (kind) => {
  const replicas = kind.name === 'PostgreSQL' ? 3 : 1
  let directory = ''
  let location: DatabaseLocation
  let bridges: Bridge[] = []
  let attacker: Database
  let logged: string[] = []
  /** The log as it was a while ago, with its head and the seal of that time. */
  let older: { head: Awaited<ReturnType<typeof readAuditHead>>; seq: number }

  beforeAll(() => kind.start())
  afterAll(() => kind.stop())

  const dataDirOf = (replica: number) => path.join(directory, `host-${replica}`)
  const settingsOf = (replica: number) => ({
    ACCORD_DATA_DIR: location.databaseUrl === undefined ? location.dataDir : dataDirOf(replica),
    ...(location.databaseUrl === undefined ? {} : { ACCORD_DATABASE_URL: location.databaseUrl }),
    ACCORD_MASTER_KEY: KEY,
  })
  const start = (replica: number): Promise<Bridge> =>
    createBridge(
      loadConfig({
        ...settingsOf(replica),
        ACCORD_PORT: '0',
        ACCORD_ALLOW_HTTP_LOOPBACK: 'true',
        ACCORD_OPERATOR_TOKEN: TOKEN,
      }),
      {
        log: pino({ level: 'info' }, { write: (line) => void logged.push(line) }),
        show: () => undefined,
        auditEveryMs: 100,
      },
    )
  const anchorOf = (replica: number): { readonly seq?: number } =>
    Object(JSON.parse(readFileSync(path.join(settingsOf(replica).ACCORD_DATA_DIR, 'audit-anchor.json'), 'utf8')))
  const startAll = async () => {
    for (let replica = 0; replica < replicas; replica += 1) bridges.push(await start(replica))
  }
  const stopAll = async () => {
    await Promise.all(bridges.map((bridge) => bridge.close()))
    bridges = []
  }
  const act = async (bridge: Bridge | undefined = bridges[0]) => void (await bridge?.services.pairing.issueCode())
  const untilChained = () =>
    eventually('everything is chained', async () =>
      (await listChained(attacker.db, 0, 1000)).length > 0 && (await bridges[0]?.services.audit.verify())?.waiting === 0
        ? true
        : undefined,
    )

  beforeEach(async () => {
    directory = mkdtempSync(path.join(tmpdir(), 'accord-attack-'))
    location = await kind.fresh()
    logged = []
    await startAll()
    attacker = await openDatabase(location)
    for (let i = 0; i < 4; i += 1) await act()
    await untilChained()
    const head = await readAuditHead(attacker.db)
    older = { head, seq: head.seq }
    for (const bridge of bridges) await act(bridge)
    await untilChained()
    await eventually('every host has the newest head on its disk', async () => {
      const { seq } = await readAuditHead(attacker.db)
      return bridges.every((_, replica) => anchorOf(replica).seq === seq) ? true : undefined
    })
  })
  afterEach(async () => {
    await stopAll()
    await attacker.close()
    rmSync(directory, { recursive: true, force: true })
  })

  const findingOf = async (bridge: Bridge) =>
    (await bridge.services.node.status()).prerequisites.find(({ code }) => code === 'audit')
  const untilFound = (bridge: Bridge) =>
    eventually('the node has found it', async () => await findingOf(bridge), { withinMs: 60_000 })
  const offline = (replica: number, ...words: string[]) =>
    accord(
      [...words, ...(location.databaseUrl === undefined ? ['--data-dir', location.dataDir] : ['--database'])],
      settingsOf(replica),
    )

  /** Set back to an older state that was once right: every row, the head and its seal. */
  const setBack: Attack = async (database) => {
    const { head, seq } = older
    await run(database, `delete from audit_entry where seq > ${seq} or seq is null`)
    await run(database, `update audit_head set seq = ${seq}, hash = '${head.hash}', head_sealed = '${head.sealed}'`)
  }
  const attacks: readonly [string, Attack][] = [
    ...ATTACKS,
    ['the log was set back to an older state of its own, seal and all', (database) => setBack(database)],
  ]

  test('is whole while nobody has touched it', async () => {
    for (const bridge of bridges) {
      expect(await bridge.services.audit.verify()).toMatchObject({ intact: true, seal: 'fits' })
      expect(await findingOf(bridge)).toBeUndefined()
      expect((await bridge.services.metrics.render()).text).toContain('accord_audit_intact 1')
    }
    expect(logged.join('')).toMatch(/"auditSeq":\d+,"auditHash":"[0-9a-f]{64}","auditSeal":"v1\./u)
  })

  test.each(attacks)(
    '%s: found by every running node, by a start and by the command, and never sealed',
    async (_, attack) => {
      await attack(attacker)
      for (const bridge of bridges) await act(bridge)
      for (const bridge of bridges) {
        expect((await untilFound(bridge)).detail).toContain('broken')
        expect((await bridge.services.audit.verify()).intact).toBe(false)
        expect((await bridge.services.metrics.render()).text).toContain('accord_audit_intact 0')
      }
      expect(logged.join('')).toContain('THE AUDIT LOG IS BROKEN')
      await stopAll()
      expect((await offline(0, 'audit', 'verify')).code).toBe(1)
      await startAll()
      for (const bridge of bridges) expect((await untilFound(bridge)).remedy).toContain('accord audit resume')
    },
    120_000,
  )

  test('after somebody has looked, it goes on with the master key alone, and keeps what was found', async () => {
    await run(attacker, `update audit_entry set actor = 'somebody.else' where seq = 2`)
    await run(attacker, insertion(''))
    await run(attacker, `update audit_head set head_sealed = null`)
    await stopAll()
    const without = await accord(['audit', 'resume'], settingsOf(0))
    expect(without).toMatchObject({ code: 2, stderr: expect.stringContaining('--reason') })
    const words = location.databaseUrl === undefined ? ['--data-dir', location.dataDir] : []
    const resumed = await accord(
      ['audit', 'resume', ...words, '--reason', 'password of the database was lent'],
      settingsOf(0),
    )
    expect(resumed).toMatchObject({ code: 0, stdout: expect.stringContaining('generation 1') })
    await startAll()
    for (const bridge of bridges) await act(bridge)
    for (const bridge of bridges)
      expect(await bridge.services.audit.verify()).toMatchObject({ intact: true, seal: 'fits' })
    const entry = (await listChained(attacker.db, 0, 1000)).find(({ action }) => action === 'audit.resumed')
    expect(entry?.details).toContain('password of the database was lent')
    expect(entry?.details).toContain('00000000-forged')
    const again = await accord(['audit', 'resume', ...words, '--reason', 'again'], settingsOf(0))
    if (location.databaseUrl !== undefined)
      expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('is whole') })
    await run(attacker, 'delete from audit_entry where seq = (select max(seq) from audit_entry)')
    for (const bridge of bridges) await untilFound(bridge)
  }, 120_000)
})
