import { createHash, randomBytes } from 'node:crypto'

import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { textOfDatabase } from '../../node-bridge/test/stories/sync-company.ts'
import { tidyFiles } from '../../node-bridge/src/sync/files/tidy-files.ts'
import { SYNC_USER } from '../../now-app/src/server/sync/names.ts'
import { type InstanceCompany, OPENED } from './instance-company.ts'
import {
  ARRIVAL_MS,
  change,
  configure,
  connectCompanies,
  incidents,
  open,
  type SyncedCompanies,
  until,
  WITH_FILES,
} from './synced-companies.ts'

const MIB = 1_048_576
const SELDOM_ASKED = { ACCORD_SYNC_PULL_SECONDS: '300' }
let both: SyncedCompanies
let acme: InstanceCompany
let globex: InstanceCompany
let ours = ''
let theirs = ''

beforeAll(async () => {
  both = await connectCompanies(SELDOM_ASKED)
  ;({ acme, globex } = both)
  const tables = OPENED.map((table) =>
    table.table === 'incident' ? { ...table, readFiles: true, writeFiles: true } : table,
  )
  for (const company of [acme, globex]) await company.call('allowSyncAccess', { tables })
  await configure(acme, both.ids.acme, WITH_FILES)
  await configure(globex, both.ids.globex, WITH_FILES)
  ours = await open(acme, { short_description: 'Sync: with files' })
  await until('Globex has it', async () => (await incidents(globex)).length === 1)
  await both.settled(1)
  theirs = (await incidents(globex))[0]?.['sys_id'] ?? ''
}, 300_000)
afterAll(() => both.close())

const admin = `Basic ${Buffer.from('admin:admin').toString('base64')}`

/** As a person attaches it in a form. */
async function attach(
  { instance }: InstanceCompany,
  record: string,
  name: string,
  content: Buffer,
  type = 'text/plain',
) {
  const at = new URL(`${instance.url}/api/now/attachment/file`)
  at.search = new URLSearchParams({ table_name: 'incident', table_sys_id: record, file_name: name }).toString()
  const headers = { authorization: admin, 'content-type': type, accept: 'application/json' }
  const answer = await fetch(at, { method: 'POST', headers, body: new Uint8Array(content) })
  if (answer.status !== 201) throw new Error(`The attachment was answered ${answer.status}: ${await answer.text()}`)
  await instance.simulator.engine.settled()
  return ((await answer.json()) as { result: { sys_id: string } }).result.sys_id
}

const filesOf = async ({ instance }: InstanceCompany, record: string) =>
  (await instance.stored('sys_attachment')).filter((row) => row['table_sys_id'] === record)
const named = async (company: InstanceCompany, record: string, name: string) =>
  (await filesOf(company, record)).filter((row) => row['file_name'] === name)
const hashOf = (content: Buffer) => createHash('sha256').update(content).digest('hex')
const blobsOf = async ({ bridge }: InstanceCompany) => {
  const { db } = bridge.services.context.database
  return db.selectFrom('blob').select(['direction', 'sha256']).execute()
}
/** Files that a node still brings, or waits for its instance to report. */
const underWay = async ({ bridge }: InstanceCompany) => {
  const { db } = bridge.services.context.database
  return db.selectFrom('pair_file').select('id').where('due_at', 'is not', null).execute()
}

test(
  'a file of 60 MB is carried by the calls of the platform, whole, while the text of its record goes on',
  async () => {
    const content = randomBytes(60 * MIB)
    await attach(acme, ours, 'disk image.bin', content, 'application/octet-stream')
    await change(acme, ours, { short_description: 'Sync: with files, and new words' })
    await until('the words are there', async () =>
      (await incidents(globex)).some((row) => row['short_description'] === 'Sync: with files, and new words'),
    )
    await until('the file is there', async () => (await named(globex, theirs, 'disk image.bin')).length === 1)
    const [file] = await named(globex, theirs, 'disk image.bin')
    expect(file).toMatchObject({
      size_bytes: String(content.length),
      hash: hashOf(content),
      sys_created_by: SYNC_USER.userName,
      content_type: 'application/octet-stream',
    })
  },
  ARRIVAL_MS * 3,
)

test(
  'a file of the other side comes back here under its name, its author stands with it, and neither travels again',
  async () => {
    const content = Buffer.from('what we found')
    await attach(globex, theirs, 'report.txt', content)
    await until('Acme has it', async () => (await named(acme, ours, 'report.txt')).length === 1)
    await both.settled(1)
    // The platform shows an attachment before the job that has fetched it notes that it is done.
    const effectsOf = async () =>
      (await acme.instance.stored('x_accrd_bridge_effect')).filter((row) => row['kind'] === 'file')
    await until('it is noted', async () => (await effectsOf()).some((row) => row['state'] === 'done'))
    expect(await effectsOf()).toEqual([expect.objectContaining({ state: 'done', author: 'System Administrator' })])
    for (const [company, record] of [
      [acme, ours],
      [globex, theirs],
    ] as const)
      expect((await filesOf(company, record)).map((row) => row['file_name']).toSorted()).toEqual([
        'disk image.bin',
        'report.txt',
      ])
  },
  ARRIVAL_MS * 2,
)

test(
  'a page that is attached comes as bytes that no browser runs, and a name that leads elsewhere leads nowhere',
  async () => {
    await attach(acme, ours, '../../etc/<script>.html', Buffer.from('<script>alert(1)</script>'), 'text/html')
    const name = '_.._etc__script_.html'
    await until('Globex has it', async () => (await named(globex, theirs, name)).length === 1)
    const [file] = await named(globex, theirs, name)
    expect(file?.['content_type']).toBe('application/octet-stream')
  },
  ARRIVAL_MS * 2,
)

test(
  'a file of which the instance kept a part only holds up no other, and the same contents attached once more are taken',
  async () => {
    // As after the instance died while a person attached it: a row with its hash, and nothing behind it.
    const damaged = async (name: string, content: Buffer) =>
      (
        await acme.instance.mutate('insert', 'sys_attachment', undefined, {
          table_name: 'incident',
          table_sys_id: ours,
          file_name: name,
          content_type: 'text/plain',
          compressed: 'true',
          size_bytes: String(content.length),
          hash: hashOf(content),
        })
      )['sys_id'] ?? ''
    const [lost, again] = [Buffer.from('never read'), Buffer.from('attached once more')]
    const rows = [await damaged('lost.txt', lost), await damaged('again.txt', again)]
    await attach(acme, ours, 'again.txt', again)
    await attach(acme, ours, 'after it.txt', Buffer.from('after it'))
    const { db } = acme.bridge.services.context.database
    const failed = () =>
      db.selectFrom('pair_file').selectAll().where('direction', '=', 'out').where('attempts', '>', 0).execute()
    await until('the damaged one has failed', async () => (await failed()).length > 0)
    await until('the next one is there', async () => (await named(globex, theirs, 'after it.txt')).length === 1)
    await until('its contents are there', async () => (await named(globex, theirs, 'again.txt')).length > 0)
    expect(await named(globex, theirs, 'lost.txt')).toEqual([])
    expect((await failed()).map(({ sha256 }) => sha256)).toEqual([
      createHash('sha256').update(lost).digest('base64url'),
    ])
    // However often it was asked for, it waits in one job.
    const jobs = await db.selectFrom('job').selectAll().where('queue', '=', 'files').execute()
    expect(jobs.filter(({ queue_key }) => queue_key.startsWith('bring ')).length).toBeLessThanOrEqual(1)
    for (const row of rows) await acme.instance.mutate('delete', 'sys_attachment', row, {})
    await change(acme, ours, { short_description: 'Sync: with files, two fewer' })
    await until('nobody waits for it', async () => (await underWay(globex)).length === 0)
  },
  ARRIVAL_MS * 3,
)

test(
  'a file that is deleted goes where the rules say so, and what people of that side have attached stays',
  async () => {
    const own = await attach(globex, theirs, 'own.txt', Buffer.from('ours'))
    const gone = await attach(acme, ours, 'draft.txt', Buffer.from('not yet'))
    await until(
      'both have both',
      async () =>
        (await named(globex, theirs, 'draft.txt')).length === 1 && (await named(acme, ours, 'own.txt')).length === 1,
    )
    await both.settled(1)
    await acme.instance.mutate('delete', 'sys_attachment', gone, {})
    await acme.instance.simulator.engine.settled()
    await until('it is gone', async () => (await named(globex, theirs, 'draft.txt')).length === 0)
    expect((await filesOf(globex, theirs)).map((row) => row['sys_id'])).toContain(own)
  },
  ARRIVAL_MS * 2,
)

test(
  'the same file that people of both sides attach is one file of each side, and stays theirs',
  async () => {
    const content = Buffer.from('the same words')
    const own = await Promise.all([
      attach(acme, ours, 'both.txt', content),
      attach(globex, theirs, 'both.txt', content),
    ])
    const targetsOf = async ({ instance }: InstanceCompany) =>
      (await instance.stored('x_accrd_bridge_effect')).map((row) => row['target'])
    await until(
      'each has taken its own for that of the other side',
      async () => (await targetsOf(acme)).includes(own[0]) && (await targetsOf(globex)).includes(own[1]),
    )
    await both.settled(1)
    for (const [company, record, id] of [
      [acme, ours, own[0]],
      [globex, theirs, own[1]],
    ] as const)
      expect(await named(company, record, 'both.txt')).toMatchObject([{ sys_id: id, sys_created_by: 'admin' }])
    await acme.instance.mutate('delete', 'sys_attachment', own[0], {})
    await acme.instance.simulator.engine.settled()
    await attach(acme, ours, 'after both.txt', content)
    await until('the next one is there', async () => (await named(globex, theirs, 'after both.txt')).length === 1)
    expect(await named(globex, theirs, 'both.txt')).toHaveLength(1)
  },
  ARRIVAL_MS * 2,
)

test(
  'where sync access lets no file be attached it is named, and the next file of an opened table comes',
  async () => {
    await globex.call('replaceSyncAccess', { ...OPENED[0], readFiles: true, writeFiles: false })
    await attach(acme, ours, 'closed.txt', Buffer.from('closed'))
    const itemOf = async () => {
      const { items } = (await globex.call('listSyncItems', undefined, both.ids.globex)) as { items: { id: string }[] }
      const { readSyncItem } = globex.bridge.services.operations
      return readSyncItem({
        params: { itemId: items[0]?.id ?? '' },
        query: undefined,
        body: undefined,
        content: undefined,
        from: undefined,
        source: undefined,
      })
    }
    await until('it is named', async () => (await itemOf()).files.some(({ state }) => state === 'failed'))
    expect((await itemOf()).files).toMatchObject([{ name: 'closed.txt', state: 'failed', code: 'access_missing' }])
    expect(await named(globex, theirs, 'closed.txt')).toEqual([])
    await globex.call('replaceSyncAccess', { ...OPENED[0], readFiles: true, writeFiles: true })
    await attach(acme, ours, 'open.txt', Buffer.from('open'))
    await until('it comes', async () => (await named(globex, theirs, 'open.txt')).length === 1)
  },
  ARRIVAL_MS * 3,
)

test('what was carried is in no database of a node, and no log names it', async () => {
  for (const company of [acme, globex])
    await until('every file was reported', async () => (await underWay(company)).length === 0)
  // As after ten minutes: what was offered stays a while, since the last answer may have been lost.
  for (const { bridge } of [acme, globex])
    await tidyFiles({ database: bridge.services.context.database, now: () => new Date(Date.now() + 700_000) })
  expect([...(await blobsOf(acme)), ...(await blobsOf(globex))]).toEqual([])
  expect(await textOfDatabase(globex)).not.toContain('report.txt')
  for (const company of [acme, globex]) {
    expect(company.output()).not.toContain('report.txt')
    expect(company.output()).not.toContain('disk image')
  }
})
