import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { lookForNeeds } from '../../src/notices/look-for-needs.ts'
import { insertConnection } from '../../src/store/connections/connections.ts'
import { type DatabaseLocation, openDatabase } from '../../src/store/engine/database.ts'
import { listDeliveries } from '../../src/store/notices/notice-deliveries.ts'
import { databaseKinds } from '../databases.ts'
import { eventually } from '../faults/company/eventually.ts'
import { newConnection } from '../store/records.ts'
import { type MailServer, startMailServer } from './mail-server.ts'
import { contextOf, createClock, hold } from './notice-kit.ts'

const PROCESS = fileURLToPath(new URL('sending-process.ts', import.meta.url))
const kind = databaseKinds()[0]
const clock = createClock()
let server: MailServer
let location: DatabaseLocation
/** What lets the server say that it has a mail, for each that has come. */
const answers: (() => void)[] = []

beforeAll(async () => {
  if (!kind) throw new Error('There is no database')
  await kind.start()
  location = await kind.fresh()
  // It has the mail, and says so only when it is let: in between the sender dies.
  server = await startMailServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    holdAnswer: (answer) => void answers.push(answer),
  })
})
afterAll(async () => {
  await server.close()
  await kind?.stop()
})

const start = (): ChildProcess => {
  const asked = JSON.stringify({ location, smtpPort: server.port, at: clock.at.toISOString() })
  return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', PROCESS, asked], {
    stdio: 'inherit',
    env: { PATH: process.env['PATH'] },
  })
}
const kill = async (child: ChildProcess) => {
  child.kill('SIGKILL')
  await once(child, 'exit')
}

test('a notice outlives kill -9: once more under the same id where the answer was not noted, and then no more', async () => {
  const database = await openDatabase(location)
  const connection = newConnection({ state: 'active' })
  await database.transaction((transaction) => insertConnection(transaction, connection))
  await hold(database, connection.id, 'loop', 1)
  // Written down, and the process dies before anything is sent.
  expect(await lookForNeeds(contextOf(database, server.port, clock), 'one')).toHaveLength(1)
  await database.close()

  const first = start()
  await eventually('the server has the mail', () => Promise.resolve(answers.length === 1 || undefined))
  await kill(first)
  const second = start()
  await eventually('it comes again', () => Promise.resolve(answers.length === 2 || undefined))
  answers[1]?.()
  const again = await openDatabase(location)
  await eventually('it is noted', async () => (await listDeliveries(again.db, 1))[0]?.state === 'sent' || undefined)
  await again.close()
  await kill(second)
  const ids = server.mails.map(({ text }) => /^Message-ID: (.*)$/mu.exec(text)?.[1])
  expect(ids).toHaveLength(2)
  expect(new Set(ids).size).toBe(1)

  const third = start()
  const last = await openDatabase(location)
  await lookForNeeds(contextOf(last, server.port, clock), 'two')
  expect(await listDeliveries(last.db, 9)).toHaveLength(1)
  await last.close()
  await kill(third)
  expect(server.mails).toHaveLength(2)
}, 120_000)
