import { randomUUID } from 'node:crypto'

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'

import { lookForNeeds } from '../../src/notices/look-for-needs.ts'
import { createNotices } from '../../src/notices/notice-service.ts'
import { createOwnNotices } from '../../src/notices/own-notices.ts'
import type { NoticeContext } from '../../src/notices/notice-context.ts'
import { insertConnection } from '../../src/store/connections/connections.ts'
import { type Database, openDatabase } from '../../src/store/engine/database.ts'
import { insertConsoleUserOnce } from '../../src/store/console/console-users.ts'
import { listDeliveries } from '../../src/store/notices/notice-deliveries.ts'
import { databaseKinds } from '../databases.ts'
import { eventually } from '../faults/company/eventually.ts'
import { newConnection } from '../store/records.ts'
import { type MailServer, startMailServer } from './mail-server.ts'
import { contextOf, createClock, hold, type NoticeClock, PLANTED, START, startSending } from './notice-kit.ts'

const USER = {
  role: 'auditor' as const,
  isRulesAuthor: false,
  disabled: false,
  passwordSealed: null,
  createdAt: START,
  lastSignInAt: null,
}
const WRITTEN = [
  'notice_recipient',
  'console_user',
  'notice',
  'notice_delivery',
  'sync_pair',
  'connection',
  'audit_entry',
  'serial_queue',
  'job',
] as const

describe.each(databaseKinds())('notices on $name', (kind) => {
  let database: Database
  let server: MailServer
  let clock: NoticeClock
  let context: NoticeContext
  let worker: ReturnType<typeof startSending>
  const connection = newConnection({ name: 'Globex incidents', state: 'active' })
  const look = (token = 'one', by = context) => lookForNeeds(by, token)
  const deliveries = (count: number) =>
    eventually(`${count} deliveries are through`, async () => {
      const all = await listDeliveries(database.db, 50)
      return all.length === count && all.every(({ state }) => state !== 'waiting') ? all : undefined
    })

  beforeAll(async () => {
    await kind.start()
    database = await openDatabase(await kind.fresh())
  }, 60_000)
  beforeEach(async () => {
    server = await startMailServer({ disabledCommands: ['STARTTLS', 'AUTH'] })
    clock = createClock()
    context = contextOf(database, server.port, clock)
    await database.transaction((transaction) => insertConnection(transaction, connection))
    worker = startSending(context)
  })
  afterEach(async () => {
    await worker.stop()
    await server.close()
    for (const table of WRITTEN) await database.db.deleteFrom(table).execute()
    await database.db.updateTable('notice_watch').set({ token: null, until: 0 }).execute()
  })
  afterAll(async () => {
    await database.close()
    await kind.stop()
  })

  test('a quarantine is reported once, with what more came after an hour, and once when it is over', async () => {
    await hold(database, connection.id, 'value_unmapped', 3)
    await look()
    await look()
    await hold(database, connection.id, 'value_unmapped', 37)
    clock.forward(61)
    await look()
    await deliveries(2)
    await database.db.deleteFrom('sync_pair').execute()
    for (const minutes of [1, 3, 3]) {
      clock.forward(minutes)
      await look()
    }
    await deliveries(3)
    const subjects = server.mails.map(({ text }) => /^Subject: (.*)$/mu.exec(text)?.[1]?.trim())
    expect(subjects).toEqual([
      'Accord: Globex incidents: 3 records wait for a person: No line of the map fits this word (value_unmapped)',
      'Accord: Globex incidents: 40 records wait for a person: No line of the map fits this word (value_unmapped)',
      'Accord: Over: Globex incidents: no record waits any more for No line of the map fits this word (value_unmapped)',
    ])
    expect(server.mails[1]?.text).toContain('37 more since 4 May 2026, 10:00 UTC')
    expect(server.mails[1]?.text).toContain(
      `https://accord.acme.example/console/#/queue?filter=held&connectionId=${connection.id}&cause=value_unmapped`,
    )
    expect(server.mails[2]?.text).toContain('It began on 4 May 2026, 10:00 UTC')
  })

  test('nothing of a record is in a mail or in what is stored of it', async () => {
    await hold(database, connection.id, 'script_threw', 2)
    await look()
    await deliveries(1)
    const stored = JSON.stringify([
      await database.db.selectFrom('notice').selectAll().execute(),
      await database.db.selectFrom('notice_delivery').selectAll().execute(),
    ])
    for (const text of [stored, ...server.mails.map((mail) => mail.text)]) expect(text).not.toContain(PLANTED)
  })

  test('two replicas that look at the same time tell once', async () => {
    await hold(database, connection.id, 'loop', 1)
    const reported = await Promise.all(['one', 'two', 'three', 'four'].map((token) => look(token)))
    expect(reported.flat()).toHaveLength(1)
    await deliveries(1)
    // Another one takes over when the first has gone, and knows what was reported.
    clock.forward(4)
    expect(await look('two')).toEqual([])
  })

  test('what comes together is one mail, to each in the language of the settings', async () => {
    const german = contextOf(database, server.port, clock, {
      operators: [
        { channel: 'mail', address: 'ops@acme.example', language: 'de' },
        { channel: 'mail', address: 'second@acme.example', language: 'de' },
      ],
      isAuditBroken: () => true,
    })
    await hold(database, connection.id, 'ping_pong', 1)
    await look('one', german)
    await deliveries(2)
    expect(server.mails.map(({ to }) => to).toSorted()).toEqual(['ops@acme.example', 'second@acme.example'])
    const text = server.mails[0]?.text ?? ''
    expect(text).toContain('Subject: Accord: 2 Sachen brauchen Sie')
    expect(text).toContain(
      'Globex incidents: 1 Datensatz wartet auf einen Menschen: beide Seiten ändern abwechselnd dieselben Felder (ping_pong)',
    )
    expect(text).toContain('das Audit-Protokoll wurde von Hand geändert')
  })

  test('a busy server is tried again, a refusal is kept with its numbers, and an old notice is given up', async () => {
    server.refuse('ops@acme.example', 451, '4.7.1')
    await hold(database, connection.id, 'loop', 1)
    await look()
    await eventually('it was tried', async () => (await listDeliveries(database.db, 1))[0]?.attempts || undefined)
    expect((await listDeliveries(database.db, 1))[0]).toMatchObject({ state: 'waiting', code: 'mail_deferred' })
    server.refuse('ops@acme.example', undefined)
    await eventually('it is sent', async () => {
      // The job waits for its time, which is that of the clock.
      clock.forward(1)
      return (await listDeliveries(database.db, 1))[0]?.state === 'sent' || undefined
    })
    server.refuse('ops@acme.example', 550, '5.1.1')
    await hold(database, connection.id, 'gap', 1)
    await look()
    const [refused] = await deliveries(2)
    expect(refused).toMatchObject({ state: 'failed', attempts: 1, code: 'mail_refused', reply: '550 5.1.1' })
    server.refuse('ops@acme.example', 421)
    await hold(database, connection.id, 'choice_unknown', 1)
    await look()
    await eventually('it was tried', async () => (await listDeliveries(database.db, 1))[0]?.attempts || undefined)
    clock.forward(25 * 60)
    await eventually('it is given up', async () => {
      clock.forward(6)
      return (await listDeliveries(database.db, 1))[0]?.state === 'failed' || undefined
    })
    expect(server.mails).toHaveLength(1)
  })

  test('of a connection that is deleted meanwhile nobody is notified', async () => {
    await hold(database, connection.id, 'loop', 1)
    await database.db.updateTable('connection').set({ state: 'terminated' }).where('id', '=', connection.id).execute()
    expect(await look()).toEqual([])
    expect((await createNotices(context).report()).open).toEqual([])
  })

  test('who is set up later is notified of what is still there', async () => {
    await hold(database, connection.id, 'loop', 1)
    expect(await look('one', { ...context, operators: [] })).toEqual([])
    expect((await createNotices(context).report()).open).toMatchObject([{ cause: 'pairs_held', reported: false }])
    expect(await look()).toMatchObject([{ step: 'began', cause: 'pairs_held' }])
    await deliveries(1)
  })

  test('a test is sent at once to each, says what became of it, and stands in the audit log', async () => {
    server.refuse('gone@acme.example', 550, '5.1.1')
    const operators = ['ops', 'gone'].map((name) => ({
      channel: 'mail' as const,
      address: `${name}@acme.example`,
      language: 'en' as const,
    }))
    const { results } = await createNotices({ ...context, operators }).test({ actor: 'ada' })
    expect(results).toEqual([
      { channel: 'mail', recipient: 'ops@acme.example', sent: true, code: null, reply: null },
      { channel: 'mail', recipient: 'gone@acme.example', sent: false, code: 'mail_refused', reply: '550 5.1.1' },
    ])
    expect(server.mails[0]?.text).toContain('this is a test: notices of this node arrive here')
    const entry = await database.db.selectFrom('audit_entry').selectAll().executeTakeFirstOrThrow()
    expect(entry).toMatchObject({ action: 'notices.tested', actor: 'ada', details: '{"failed":1,"sent":1}' })
    const nobody = createNotices({ ...context, operators: [] })
    await expect(nobody.test({ actor: 'ada' })).rejects.toMatchObject({ code: 'notices_not_set_up' })
  })

  test('a user of the console gets them in an own language, in a domain of the operator, until it is switched off', async () => {
    const ada = { userId: 'u1', name: 'ada' }
    const own = createOwnNotices(context)
    await insertConsoleUserOnce(database.db, { ...USER, id: ada.userId, name: ada.name })
    expect(await own.read(ada)).toEqual({ wanted: false, address: null, language: 'en', domains: ['acme.example'] })
    const wish = { wanted: true, address: 'ada@acme.example', language: 'de' as const }
    const strange = own.change(ada, { ...wish, address: 'ada@elsewhere.example' })
    await expect(strange).rejects.toMatchObject({ code: 'mail_domain_refused' })
    expect(await own.change(ada, wish)).toMatchObject(wish)
    const nobody = { ...context, operators: [] }
    await hold(database, connection.id, 'loop', 1)
    expect(await look('one', nobody)).toHaveLength(1)
    await deliveries(1)
    expect(server.mails).toMatchObject([{ to: 'ada@acme.example' }])
    expect(server.mails[0]?.text).toContain('1 Datensatz wartet auf einen Menschen')
    await own.change(ada, { ...wish, wanted: false })
    await hold(database, connection.id, 'gap', 1)
    expect(await look('one', nobody)).toEqual([])
    await own.change(ada, wish)
    await database.db.updateTable('console_user').set({ disabled: 1 }).execute()
    expect(await look('one', nobody)).toEqual([])
    const entries = await database.db.selectFrom('audit_entry').select(['action', 'actor']).execute()
    const entry = { action: 'notices.recipientChanged', actor: 'ada' }
    expect(entries).toEqual([entry, entry, entry])
  })

  test('a name that another company has chosen stays on its line', async () => {
    const hostile = newConnection({ name: `x\r\nBcc: all@acme.example\r\n\r\n${randomUUID()}`, state: 'peer_lost' })
    await database.transaction((transaction) => insertConnection(transaction, hostile))
    await look()
    await deliveries(1)
    expect(server.mails).toHaveLength(1)
    expect(server.mails[0]?.text).not.toMatch(/^Bcc/mu)
  })
})
