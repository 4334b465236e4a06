import { createHash, randomBytes } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { fetchFilePart } from '../../src/peer-calls/file-call.ts'
import { findConnection } from '../../src/store/connections/connections.ts'
import { databaseKinds } from '../databases.ts'
import { eventually } from '../faults/company/eventually.ts'
import { untilState } from './company.ts'
import { type SyncCompanies, startSyncCompanies } from './sync-companies.ts'
import { configureSync, type SyncCompany, textOfDatabase, untilRecord, valueOf } from './sync-company.ts'
import {
  blobsOf,
  configureFiles,
  cutFiles,
  filesOf,
  incomingFiles,
  incomingWith,
  INCOMING,
  MIB,
  OUTGOING,
  pairedRecords,
  pairOfRecord,
  tidyLater,
  untilAllWritten,
  untilFile,
  untilOffered,
} from './sync-files-kit.ts'

const STARTING_MS = 120_000
const STORY_MS = 180_000
const NEVER = () => false
const ALWAYS = () => true

describe.each(databaseKinds())('files of records, on $name', (kind) => {
  let both: SyncCompanies
  let acme: SyncCompany
  let globex: SyncCompany
  let ids: SyncCompanies['ids']
  beforeAll(async () => {
    await kind.start()
    both = await startSyncCompanies(kind)
    ;({ acme, globex, ids } = both)
    await configureFiles(both)
  }, STARTING_MS)
  afterAll(async () => {
    await both.close()
    await kind.stop()
  })

  const written = () => [acme, globex].map(({ tracker }) => tracker.files.written())
  const incoming = (record: string) => incomingFiles(globex, ids.globex, record)
  const itemOf = async (record: string) => {
    const { id } = await pairOfRecord(globex, ids.globex, record)
    return globex.client.call('readSyncItem', { params: { itemId: id } })
  }

  test(
    'a file goes to the other side, once, byte for byte, in both directions; and nothing of it is left in either database',
    async () => {
      const { ours, theirs } = await pairedRecords(both, 'both ways')
      const content = randomBytes(2 * MIB + 77)
      acme.tracker.attach('incident', ours, 'Secret plan.pdf', content)
      expect((await untilFile(globex, theirs, 'Secret plan.pdf')).content.equals(content)).toBe(true)
      globex.tracker.attach('incident', theirs, 'answer.txt', Buffer.from('short'))
      await untilFile(acme, ours, 'answer.txt')
      await both.settled()
      const all = [
        ['Secret plan.pdf', content.length],
        ['answer.txt', 5],
      ]
      expect([filesOf(acme, ours), filesOf(globex, theirs)]).toEqual([all, all])
      expect([acme.tracker.files.written(), globex.tracker.files.written()]).toEqual([1, 1])
      await untilAllWritten(globex, ids.globex, theirs)
      await untilAllWritten(acme, ids.acme, ours)
      for (const company of [acme, globex]) {
        await tidyLater(company)
        expect(await blobsOf(company)).toEqual({ blobs: [], parts: [] })
        expect(await textOfDatabase(company)).not.toContain('Secret plan')
        expect(company.output()).not.toContain('Secret plan')
      }
    },
    STORY_MS,
  )

  test(
    'text never waits for a file: while its contents do not come the record is written, and its page says how far they are',
    async () => {
      const { ours, theirs } = await pairedRecords(both, 'text first')
      cutFiles(acme, ALWAYS)
      acme.tracker.attach('incident', ours, 'late.bin', randomBytes(1000))
      await eventually('Globex waits', async () => ((await incoming(theirs)).length === 1 ? true : undefined))
      acme.tracker.update('incident', ours, { description: 'meanwhile' })
      await untilRecord('the text is there', globex, (record) => valueOf(record, 'description') === 'meanwhile')
      expect(filesOf(globex, theirs)).toEqual([])
      expect((await itemOf(theirs)).files).toEqual([
        { name: 'late.bin', bytes: 1000, received: 0, state: 'waiting', code: null },
      ])
      cutFiles(acme, NEVER)
      await untilFile(globex, theirs, 'late.bin')
    },
    STORY_MS,
  )

  test(
    'a transfer that breaks, and a node that is started anew, go on where they were',
    async () => {
      const { ours, theirs } = await pairedRecords(both, 'broken off')
      const content = randomBytes(3 * MIB + 5)
      const before = acme.proxy.seen.length
      const answered = () =>
        acme.proxy.seen.slice(before).filter(({ upstreamStatuses }) => upstreamStatuses.includes(206)).length
      cutFiles(acme, () => answered() >= 2)
      acme.tracker.attach('incident', ours, 'long.bin', content)
      await eventually('two parts are there', async () =>
        (await blobsOf(globex)).blobs.some(({ received }) => Number(received) === 2 * MIB) ? true : undefined,
      )
      await globex.restart()
      expect((await blobsOf(globex)).blobs.map(({ received }) => Number(received))).toEqual([2 * MIB])
      cutFiles(acme, NEVER)
      expect((await untilFile(globex, theirs, 'long.bin')).content.equals(content)).toBe(true)
      expect(answered()).toBe(4)
    },
    STORY_MS,
  )

  /** Acme has looked at its record since. */
  const untilLooked = async (ours: string, description: string) => {
    acme.tracker.update('incident', ours, { description })
    await untilRecord('Acme has looked', globex, (record) => valueOf(record, 'description') === description)
  }

  test(
    'the same file on the record already is taken for it, and is attached nowhere twice: both have offered theirs before one has the other',
    async () => {
      const { ours, theirs } = await pairedRecords(both, 'there already')
      const writtenBefore = written()
      for (const company of [acme, globex]) cutFiles(company, ALWAYS)
      const content = randomBytes(500)
      globex.tracker.attach('incident', theirs, 'both.bin', content)
      acme.tracker.attach('incident', ours, 'both.bin', content)
      await untilOffered(globex, ids.globex, theirs)
      await untilOffered(acme, ids.acme, ours)
      cutFiles(globex, NEVER)
      await untilAllWritten(acme, ids.acme, ours)
      // It withdraws nothing of what Globex still fetches.
      await untilLooked(ours, 'looked')
      cutFiles(acme, NEVER)
      await untilAllWritten(globex, ids.globex, theirs)
      await both.settled()
      for (const files of [filesOf(globex, theirs), filesOf(acme, ours)]) expect(files).toEqual([['both.bin', 500]])
      expect(written()).toEqual(writtenBefore)
    },
    STORY_MS,
  )

  test(
    'the same file on the record already is taken for it: one side has the other before anybody has seen its own',
    async () => {
      const { ours, theirs } = await pairedRecords(both, 'there unseen')
      await both.settled()
      const writtenBefore = written()
      const content = randomBytes(500)
      acme.tracker.files.attach(ours, 'both.bin', content)
      globex.tracker.attach('incident', theirs, 'both.bin', content)
      await untilAllWritten(acme, ids.acme, ours)
      await untilLooked(ours, 'looked at last')
      await untilAllWritten(globex, ids.globex, theirs)
      for (const files of [filesOf(globex, theirs), filesOf(acme, ours)]) expect(files).toEqual([['both.bin', 500]])
      expect(written()).toEqual(writtenBefore)
    },
    STORY_MS,
  )

  test(
    'a file that is withdrawn while its contents are awaited is awaited no more',
    async () => {
      const { ours, theirs } = await pairedRecords(both, 'withdrawn')
      cutFiles(acme, ALWAYS)
      const file = acme.tracker.attach('incident', ours, 'withdrawn.bin', randomBytes(10))
      await untilOffered(globex, ids.globex, theirs)
      acme.tracker.detach('incident', ours, file)
      await eventually('nobody waits for it', async () => ((await incoming(theirs)).length === 0 ? true : undefined))
      expect((await itemOf(theirs)).files).toEqual([])
      cutFiles(acme, NEVER)
    },
    STORY_MS,
  )

  test(
    'two records that are unlinked and connected again have each file once, and fetch none anew',
    async () => {
      const { ours, theirs } = await pairedRecords(both, 'connected again')
      acme.tracker.attach('incident', ours, 'once.bin', randomBytes(10))
      await untilFile(globex, theirs, 'once.bin')
      await untilAllWritten(globex, ids.globex, theirs)
      const before = written()
      const { id } = await pairOfRecord(acme, ids.acme, ours)
      await acme.client.call('unlinkSyncItem', { params: { itemId: id }, body: { actor: 'admin' } })
      await eventually('both have unlinked', async () =>
        (await pairOfRecord(globex, ids.globex, theirs)).state === 'unlinked' ? true : undefined,
      )
      const keyOf = ({ tracker }: SyncCompany, record: string) =>
        String(tracker.records.find('incident', record)?.fields['number']?.value)
      const [localKey, remoteKey] = [keyOf(acme, ours), keyOf(globex, theirs)]
      const actor = 'admin'
      await acme.client.call('connectRecords', {
        params: { connectionId: ids.acme },
        body: { actor, localKey, remoteKey },
      })
      await globex.client.call('connectRecords', {
        params: { connectionId: ids.globex },
        body: { actor, localKey: remoteKey, remoteKey: localKey },
      })
      globex.tracker.attach('incident', theirs, 'after.bin', randomBytes(10))
      await untilFile(acme, ours, 'after.bin')
      await both.settled()
      for (const [company, record] of [
        [acme, ours],
        [globex, theirs],
      ] as const)
        expect(filesOf(company, record).toSorted()).toEqual([
          ['after.bin', 10],
          ['once.bin', 10],
        ])
      expect(written()).toEqual([(before[0] ?? 0) + 1, before[1]])
    },
    STORY_MS,
  )

  test(
    'a file that is deleted stays at the other side, unless its rules say otherwise; a file of its own never goes',
    async () => {
      await configureSync(globex, ids.globex, {
        outgoing: OUTGOING,
        incoming: incomingWith('() => true, { remove: true }'),
      })
      const { ours, theirs } = await pairedRecords(both, 'deleted')
      globex.tracker.files.attach(theirs, 'own.bin', randomBytes(5))
      const file = acme.tracker.attach('incident', ours, 'gone.bin', randomBytes(10))
      await untilFile(globex, theirs, 'gone.bin')
      await untilAllWritten(globex, ids.globex, theirs)
      acme.tracker.detach('incident', ours, file)
      await eventually('it is gone', async () => (filesOf(globex, theirs).length === 1 ? true : undefined))
      expect(filesOf(globex, theirs)).toEqual([['own.bin', 5]])
      await configureSync(globex, ids.globex, { outgoing: OUTGOING, incoming: INCOMING })
      const kept = acme.tracker.attach('incident', ours, 'kept.bin', randomBytes(10))
      await untilFile(globex, theirs, 'kept.bin')
      await both.settled()
      const { sentSeq } = (await pairOfRecord(acme, ids.acme, ours)).pair as { sentSeq: number }
      acme.tracker.detach('incident', ours, kept)
      await eventually('it was said', async () => {
        const { pair } = await pairOfRecord(acme, ids.acme, ours)
        return (pair as { sentSeq: number }).sentSeq > sentSeq ? true : undefined
      })
      await both.settled()
      expect(filesOf(globex, theirs).map(([name]) => name)).toContain('kept.bin')
    },
    STORY_MS,
  )

  test('the hash of a file leads to no file that was never offered on this connection', async () => {
    const { ours } = await pairedRecords(both, 'never offered')
    const content = randomBytes(100)
    acme.tracker.files.attach(ours, 'unsaid.bin', content)
    const sha256 = createHash('sha256').update(content).digest('base64url')
    const { context } = globex.bridge.services
    const connection = await findConnection(context.database.db, ids.globex)
    if (!connection) throw new Error('There is no connection')
    await expect(fetchFilePart(context, connection, { sha256, from: 0 })).rejects.toMatchObject({
      code: 'file_unknown',
    })
  })

  test(
    'a file above the limit is named and left out, the next one comes, and with another limit a person tries it again',
    async () => {
      await globex.restart(undefined, { ACCORD_FILE_MAX_MB: '1' })
      const { ours, theirs } = await pairedRecords(both, 'too large')
      acme.tracker.attach('incident', ours, 'large.bin', randomBytes(MIB + 1))
      acme.tracker.attach('incident', ours, 'small.bin', randomBytes(10))
      await untilFile(globex, theirs, 'small.bin')
      expect(filesOf(globex, theirs)).toEqual([['small.bin', 10]])
      await eventually('the small one is through, the large one is refused', async () =>
        (await incoming(theirs)).every(({ state }) => state === 'written' || state === 'failed') ? true : undefined,
      )
      const { item, files } = await itemOf(theirs)
      expect(files).toMatchObject([{ name: 'large.bin', state: 'failed', code: 'too_large' }])
      await globex.restart()
      await globex.client.call('retrySyncItem', { params: { itemId: item.id }, body: { actor: 'admin' } })
      await untilFile(globex, theirs, 'large.bin')
    },
    STORY_MS,
  )

  test(
    'an unlinked pair and a deleted connection leave nothing of a file that is on its way',
    async () => {
      const [first, second] = [await pairedRecords(both, 'unlinked'), await pairedRecords(both, 'cut off')]
      await Promise.all([tidyLater(acme), tidyLater(globex)])
      cutFiles(acme, ALWAYS)
      for (const { ours } of [first, second]) acme.tracker.attach('incident', ours, 'late.bin', randomBytes(1000))
      await eventually('Globex waits', async () => ((await blobsOf(globex)).blobs.length === 2 ? true : undefined))
      const { id } = await pairOfRecord(globex, ids.globex, first.theirs)
      await globex.client.call('unlinkSyncItem', { params: { itemId: id }, body: { actor: 'admin' } })
      expect((await blobsOf(globex)).blobs).toHaveLength(1)
      expect(await incoming(first.theirs)).toEqual([])
      await globex.client.call('deleteConnection', { params: { connectionId: ids.globex }, body: { actor: 'admin' } })
      await untilState(acme, ids.acme, 'terminated_by_peer')
      for (const company of [acme, globex])
        await eventually('nothing is left', async () => {
          const { blobs, parts } = await blobsOf(company)
          const { db } = company.bridge.services.context.database
          const files = await db.selectFrom('pair_file').select('id').execute()
          return blobs.length + parts.length + files.length === 0 ? true : undefined
        })
    },
    STORY_MS,
  )
})
