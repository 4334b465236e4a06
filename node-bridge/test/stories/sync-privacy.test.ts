/**
 * Words of records are on neither node once the results are there, with the settings as they are by default: each way that a word
 * takes has one of its own, and all that a node writes is searched as bytes.
 */
import { randomUUID } from 'node:crypto'
import path from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { sql } from 'kysely'

import { copySqliteFile } from '../../src/store/engine/sqlite-file.ts'
import { databaseKinds } from '../databases.ts'
import { eventually } from '../faults/company/eventually.ts'
import { findSecrets, type Trace, traceOf, tracesIn } from '../secrets/search.ts'
import { textSecret } from '../secrets/secret.ts'
import { type SpanCollector, startSpanCollector } from '../tracing/span-collector.ts'
import { accept, initiate, untilState } from './company.ts'
import { OUTGOING, incomingWith, tidyLater, untilFile } from './sync-files-kit.ts'
import {
  configureSync,
  startSyncCompany,
  type SyncCompany,
  textOfDatabase,
  untilRecord,
  untilSettled,
} from './sync-company.ts'
import { COMPANY_TABLES } from '../trackers/memory/company-tables.ts'

const STARTING_MS = 120_000
const STORY_MS = 120_000
const TOKEN = 'an-operator-token-of-this-test-alone-0123456789'

/** One word for each place of a record, so that one which is left behind names its way. */
const WORDS = Object.fromEntries(
  ['field', 'caller', 'comment', 'note', 'fileName', 'fileContent', 'stopReason', 'choice', 'thrown', 'change'].map(
    (place) => [place, `${place.toLowerCase()}-kingfisher-${place.length}-planted`],
  ),
) as Record<
  'field' | 'caller' | 'comment' | 'note' | 'fileName' | 'fileContent' | 'stopReason' | 'choice' | 'thrown' | 'change',
  string
>
const PLANTED = Object.entries(WORDS).map(([place, word]) => textSecret(`the word in the ${place}`, word))

/** Stops, asks for the caller and fails, each by what the record says. */
const SCRIPTS = {
  outgoing: OUTGOING.replace(
    '=> {',
    `=> {\n  if (entity.impact.value === '1') stop(\`not for you: \${entity.description}\`)`,
  )
    .replace('({ entity,', '({ stop, entity,')
    .replace(
      'replica.comments =',
      "replica.customKeys['caller'] = entity.caller_id?.get().email ?? null\n  replica.comments =",
    ),
  incoming: incomingWith('').replace(
    '=> {',
    `=> {
  if (replica.summary === 'broken') throw new Error(\`cannot do \${replica.description}\`)`,
  ),
}

describe.each(databaseKinds({ alone: true }))('a word of a record, on $name', (kind) => {
  let collector: SpanCollector
  let acme: SyncCompany
  let globex: SyncCompany
  let ids: { readonly acme: string; readonly globex: string }

  beforeAll(async () => {
    await kind.start()
    collector = await startSpanCollector()
    const settings = { ACCORD_OTLP_ENDPOINT: collector.url, ACCORD_OPERATOR_TOKEN: TOKEN }
    const start = async (name: string) =>
      startSyncCompany(name, (await kind.fresh()).databaseUrl, settings, COMPANY_TABLES)
    ;[acme, globex] = [await start('Acme'), await start('Globex')]
    const { connection, code } = await initiate(acme)
    ids = { acme: connection.id, globex: (await accept(globex, code)).id }
    await untilState(acme, ids.acme, 'active')
    await configureSync(acme, ids.acme, SCRIPTS)
    await configureSync(globex, ids.globex, SCRIPTS)
  }, STARTING_MS)
  afterAll(async () => {
    await Promise.all([acme.close(), globex.close()])
    await collector.close()
    await kind.stop()
  })

  const keyOf = (fields: object, name: string) => (fields as Record<string, { value: unknown }>)[name]?.value
  const settled = () =>
    untilSettled([
      [acme, ids.acme],
      [globex, ids.globex],
    ])

  /** Everything that the two nodes have written, said and answered. */
  async function traces(): Promise<Trace[]> {
    const all: Trace[] = [traceOf('the traces', collector.text())]
    for (const company of [acme, globex]) {
      const { bridge, name, dataDir } = company
      const { database } = bridge.services.context
      all.push(...tracesIn(`the data directory of ${name}`, dataDir))
      all.push(traceOf(`the log of ${name}`, company.output()))
      all.push(traceOf(`the rows of ${name}, as a dump tells them`, await textOfDatabase(company)))
      const answer = await fetch(`${bridge.listenUrl}/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } })
      expect(answer.status).toBe(200)
      all.push(traceOf(`the metrics of ${name}`, await answer.text()))
      if (database.dialect === 'postgres') {
        await sql`checkpoint`.execute(database.db)
        const { rows } = await sql<{ data_directory: string }>`show data_directory`.execute(database.db)
        all.push(...tracesIn(`the server of ${name}`, rows[0]?.data_directory ?? ''))
      } else {
        const backup = path.join(dataDir, `backup-${randomUUID()}.sqlite`)
        copySqliteFile(path.join(dataDir, 'accord.sqlite'), backup)
        all.push(...tracesIn(`the backup of ${name}`, dataDir).filter(({ place }) => place.includes('backup')))
      }
    }
    return all
  }

  test(
    'is nowhere once the results are there: no database file, log, trace, metric or backup of either node',
    async () => {
      const { id } = acme.tracker.create('incident', {
        short_description: `Mail is down ${WORDS.field}`,
        caller_id: WORDS.caller,
      })
      acme.tracker.comment('incident', id, `hello ${WORDS.comment}`)
      acme.tracker.comment('incident', id, WORDS.note, true)
      acme.tracker.attach('incident', id, `${WORDS.fileName}.txt`, Buffer.from(WORDS.fileContent.repeat(2000)))
      const theirs = await untilRecord('Globex has it', globex, ({ entries }) => entries.length > 0)
      await untilFile(globex, theirs.id, `${WORDS.fileName}.txt`)
      acme.tracker.create('incident', { short_description: 'kept', impact: '1', description: WORDS.stopReason })
      globex.tracker.update('incident', theirs.id, { description: WORDS.change })
      await untilRecord('Acme has the answer', acme, ({ fields }) => keyOf(fields, 'description') === WORDS.change)
      const broken = acme.tracker.create('incident', { short_description: 'broken', description: WORDS.thrown })
      const held = await eventually('Globex holds it', async () => {
        const { items } = await globex.client.call('listSyncItems', { params: { connectionId: ids.globex }, query: {} })
        return items.find(({ status }) => status === 'held')
      })
      // It quotes the record for whoever may read the page, and for nobody else.
      expect(held.faults[0]?.message).toContain(WORDS.thrown)
      expect(findSecrets(await traces(), PLANTED)).toEqual([])
      acme.tracker.update('incident', broken.id, { short_description: 'whole again' })
      await untilRecord(
        'Globex has it after all',
        globex,
        ({ fields }) => keyOf(fields, 'short_description') === 'whole again',
      )
      await settled()
      await tidyLater(acme)
      await tidyLater(globex)
      expect(findSecrets(await traces(), PLANTED)).toEqual([])
    },
    STORY_MS,
  )

  test('was on its way, so that the search had something to find: both trackers have it', () => {
    const records = [acme, globex].map(({ tracker }) => JSON.stringify(tracker.records.all()))
    for (const word of [WORDS.field, WORDS.comment, WORDS.change])
      expect(records.map((text) => text.includes(word))).toEqual([true, true])
    expect(records.map((text) => text.includes(WORDS.note))).toEqual([true, false])
  })

  test('would be found: what a node may keep, the key of a record, is in its files, its rows and its backup', async () => {
    const key = String(keyOf(acme.tracker.records.all()[0]?.fields ?? {}, 'number'))
    const places = (await traces()).filter(({ content }) => content.includes(key)).map(({ place }) => place)
    const { dialect } = acme.bridge.services.context.database
    const expected = dialect === 'postgres' ? ['rows', 'server'] : ['rows', 'data directory', 'backup']
    for (const word of expected) expect(places.some((place) => place.includes(word))).toBe(true)
  })

  test('and no sealed text of it is left in a row once there is nothing on its way', async () => {
    for (const { bridge } of [acme, globex]) {
      const { db } = bridge.services.context.database
      const rows = await db
        .selectFrom('sync_pair')
        .select(['outbound_sealed', 'inbound_sealed', 'fault_sealed'])
        .execute()
      expect(rows.flatMap((row) => Object.values(row).filter((sealed) => sealed !== null))).toEqual([])
      expect(await db.selectFrom('blob_part').select('blob_id').execute()).toEqual([])
    }
  })
})
