import { createHash, randomBytes } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { sendFilePart } from '../../src/peer-calls/file-call.ts'
import { findConnection } from '../../src/store/connections/connections.ts'
import { append, openBlob } from '../../src/sync/files/blob-contents.ts'
import { carryFiles } from '../../src/sync/files/carry-files.ts'
import { tidyFiles } from '../../src/sync/files/tidy-files.ts'
import { retryFilesOf } from '../../src/sync/items/pair-files.ts'
import { Refusal } from '../../src/refusals/refusal.ts'
import { databaseKinds } from '../databases.ts'
import { eventually } from '../faults/company/eventually.ts'
import { type SyncCompanies, startSyncCompanies } from './sync-companies.ts'
import { type SyncCompany, untilRecord, valueOf } from './sync-company.ts'
import {
  blobsOf,
  configureFiles,
  filesOf,
  incomingFiles,
  MIB,
  pairedRecords,
  pairOfRecord,
  tidyLater,
  untilAllWritten,
  untilFile,
} from './sync-files-kit.ts'

const STARTING_MS = 120_000
const STORY_MS = 180_000
const PATIENTLY = { withinMs: 60_000 }
const [sqlite] = databaseKinds()
if (!sqlite) throw new Error('There is no embedded database')
const kind = sqlite

const hashOf = (content: Buffer) => createHash('sha256').update(content).digest('base64url')

describe('a peer that does not send what it has said', () => {
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

  /** What Acme's node gives whoever asks for a file of this hash, whatever its tracker holds. */
  const give = async (sha256: string, content: Buffer) => {
    const { sync } = { sync: acme.bridge.services.sync }
    let blob = await openBlob(sync, { connectionId: ids.acme, direction: 'out', sha256 }, content.length)
    for (let at = 0; blob && at < content.length; at += MIB)
      blob = await append(sync, blob, content.subarray(at, at + MIB))
  }

  const said = randomBytes(2 * MIB)
  test.each([
    ['another file of the same length', randomBytes(2 * MIB)],
    ['a longer one, which goes on after the file has ended', Buffer.concat([said, randomBytes(MIB)])],
    ['a shorter one', said.subarray(0, MIB)],
  ])(
    'a file that is not what the message said is given up by name, and nothing of it is left: %s',
    async (name, given) => {
      const { ours, theirs } = await pairedRecords(both, name)
      await tidyLater(acme)
      await give(hashOf(said), given)
      acme.tracker.attach('incident', ours, 'said.bin', said)
      await eventually('it is given up', async () =>
        (await incomingFiles(globex, ids.globex, theirs)).some(({ state }) => state === 'failed') ? true : undefined,
      )
      expect(await incomingFiles(globex, ids.globex, theirs)).toMatchObject([{ fault: 'file_failed' }])
      expect(filesOf(globex, theirs)).toEqual([])
      expect(await blobsOf(globex)).toEqual({ blobs: [], parts: [] })
      acme.tracker.update('incident', ours, { description: name })
      await untilRecord('text goes on', globex, (record) => valueOf(record, 'description') === name)
    },
    STORY_MS,
  )

  test(
    'a page without an end in the place of a part is read no further than a part, and the file comes afterwards',
    async () => {
      const { ours, theirs } = await pairedRecords(both, 'a page')
      const body = '<!doctype html>'.padEnd(3 * MIB, 'x')
      let asked = 0
      acme.proxy.follow(({ path }) => {
        const isFile = path.includes('/blobs/')
        if (isFile) asked += 1
        return isFile && asked <= 2 ? { kind: 'garbage', status: 206, body, forward: false } : { kind: 'pass' }
      })
      acme.tracker.attach('incident', ours, 'after.bin', randomBytes(100))
      await untilFile(globex, theirs, 'after.bin')
      expect(asked).toBeGreaterThan(2)
    },
    STORY_MS,
  )

  test(
    'a byte of a part now and then: text and files of the other way go on meanwhile, and the call ends in its time',
    async () => {
      const { ours, theirs } = await pairedRecords(both, 'a byte now and then')
      const content = randomBytes(MIB + 9)
      const before = acme.proxy.seen.length
      const parts = () =>
        acme.proxy.seen.slice(before).filter(({ upstreamStatuses }) => upstreamStatuses.includes(206)).length
      acme.proxy.follow(({ path }) =>
        path.includes('/blobs/') && parts() === 0 ? { kind: 'trickle', everyMs: 200 } : { kind: 'pass' },
      )
      acme.tracker.attach('incident', ours, 'slow.bin', content)
      await eventually('it is sent slowly', async () => parts() === 1 || undefined)
      acme.tracker.update('incident', ours, { description: 'while it trickles' })
      await untilRecord('text goes on', globex, (record) => valueOf(record, 'description') === 'while it trickles')
      globex.tracker.attach('incident', theirs, 'meanwhile.bin', randomBytes(10))
      await untilFile(acme, ours, 'meanwhile.bin')
      // All of that while one and the same part was awaited.
      expect(parts()).toBe(1)
      expect((await untilFile(globex, theirs, 'slow.bin')).content.equals(content)).toBe(true)
      await untilAllWritten(globex, ids.globex, theirs)
      for (const company of [acme, globex]) {
        await tidyLater(company)
        expect(await blobsOf(company)).toEqual({ blobs: [], parts: [] })
      }
    },
    STORY_MS,
  )

  test(
    'a file that its tracker cannot send holds up no other; after its attempts it is given up at the other side, and a retry there begins anew',
    async () => {
      const { ours, theirs } = await pairedRecords(both, 'cannot be sent')
      const [bad, good] = [randomBytes(99), randomBytes(98)]
      const send = acme.tracker.sendFile
      let isOut = true
      acme.tracker.sendFile = async (file) => {
        if (isOut && file.sha256 === hashOf(bad)) throw new Refusal('internal', 'The tracker broke.')
        return send(file)
      }
      const { db } = acme.bridge.services.context.database
      const offered = async () =>
        (await db.selectFrom('pair_file').selectAll().where('sha256', '=', hashOf(bad)).execute())[0]
      acme.tracker.files.attach(ours, 'bad.bin', bad)
      acme.tracker.attach('incident', ours, 'good.bin', good)
      await untilFile(globex, theirs, 'good.bin')
      await eventually('it has failed', async () => ((await offered())?.attempts ?? 0) > 0 || undefined)
      // The last of its attempts, which come ever later.
      await db.updateTable('pair_file').set({ attempts: 11, due_at: 0 }).where('sha256', '=', hashOf(bad)).execute()
      await tidyFiles(acme.bridge.services.context)
      const stateOf = async () =>
        (await incomingFiles(globex, ids.globex, theirs)).find(({ sha256 }) => sha256 === hashOf(bad))
      await eventually('it is given up', async () => (await stateOf())?.state === 'failed' || undefined, PATIENTLY)
      expect(await stateOf()).toMatchObject({ fault: 'file_failed' })
      isOut = false
      const { context, sync } = globex.bridge.services
      const pair = await pairOfRecord(globex, ids.globex, theirs)
      await context.database.transaction((transaction) => retryFilesOf(sync, transaction, pair))
      expect((await untilFile(globex, theirs, 'bad.bin')).content.equals(bad)).toBe(true)
      acme.tracker.sendFile = send
    },
    STORY_MS,
  )

  test('a part that nobody has asked for is refused, and nothing of it is stored', async () => {
    const { context } = globex.bridge.services
    const connection = await findConnection(context.database.db, ids.globex)
    if (!connection) throw new Error('There is no connection')
    await tidyLater(acme)
    const bytes = randomBytes(1000)
    await expect(sendFilePart(context, connection, { sha256: hashOf(bytes), from: 0, bytes })).rejects.toMatchObject({
      code: 'file_unknown',
    })
    expect(await blobsOf(acme)).toEqual({ blobs: [], parts: [] })
  })

  test(
    'of a peer with many files no more than its share is here at a time, and all of them come',
    async () => {
      await globex.restart(undefined, { ACCORD_FILE_SHARE_MB: '1' })
      const { ours, theirs } = await pairedRecords(both, 'many')
      let most = 0
      acme.proxy.onStep(async (step, { path }) => {
        if (step !== 'answered' || !path.includes('/blobs/')) return
        const { blobs } = await blobsOf(globex)
        most = Math.max(
          most,
          blobs.reduce((sum, { bytes }) => sum + Number(bytes), 0),
        )
      })
      const names = ['1.bin', '2.bin', '3.bin']
      for (const name of names) acme.tracker.files.attach(ours, name, randomBytes(MIB - 1))
      acme.tracker.update('incident', ours, { description: 'three files' })
      for (const name of names) await untilFile(globex, theirs, name)
      expect(most).toBeGreaterThan(0)
      expect(most).toBeLessThanOrEqual(MIB)
    },
    STORY_MS,
  )
})

describe('replicas that share a transfer', () => {
  let both: SyncCompanies
  beforeAll(async () => {
    await kind.start()
    both = await startSyncCompanies(kind)
    await configureFiles(both)
  }, STARTING_MS)
  afterAll(async () => {
    await both.close()
    await kind.stop()
  })

  test(
    'three that bring one file at the same moment, as after a lease that ran out, neither spoil it nor give it up',
    async () => {
      const { acme, globex, ids } = both
      const { ours, theirs } = await pairedRecords(both, 'shared')
      const content = randomBytes(4 * MIB + 1)
      acme.proxy.follow(({ path }) => ({ kind: path.includes('/blobs/') ? 'reset' : 'pass' }))
      acme.tracker.attach('incident', ours, 'shared.bin', content)
      await eventually(
        'Globex waits',
        async () => (await incomingFiles(globex, ids.globex, theirs)).length === 1 || undefined,
      )
      // Each of them has asked for the first part before any has it.
      acme.proxy.follow(({ path }) => (path.includes('/blobs/') ? { kind: 'delay', ms: 700 } : { kind: 'pass' }))
      const { sync, context } = globex.bridge.services
      // Whatever an attempt that failed has put off is due for them.
      await context.database.db.updateTable('pair_file').set({ due_at: 0 }).execute()
      const replica = { ...sync, tracker: globex.tracker }
      await Promise.all(Array.from({ length: 3 }, () => carryFiles(replica, ids.globex)))
      expect((await untilFile(globex, theirs, 'shared.bin')).content.equals(content)).toBe(true)
      const files = await eventually('it is written', async () => {
        const rows = await incomingFiles(globex, ids.globex, theirs)
        return rows.every(({ state }) => state === 'written') ? rows : undefined
      })
      expect(files).toMatchObject([{ fault: null }])
      expect(filesOf(globex, theirs)).toEqual([['shared.bin', content.length]])
    },
    STORY_MS,
  )
})

describe('a side that cannot be called', () => {
  let both: SyncCompanies
  beforeAll(async () => {
    await kind.start()
    both = await startSyncCompanies(kind, undefined, { ACCORD_POLL_ONLY: 'true' })
    await configureFiles(both)
  }, STARTING_MS)
  afterAll(async () => {
    await both.close()
    await kind.stop()
  })

  test(
    'fetches files, sends those that it is asked for, and is never called',
    async () => {
      const { acme, globex, ids } = both
      const { ours, theirs } = await pairedRecords(both, 'private')
      const [there, here] = [randomBytes(MIB + 3), randomBytes(2 * MIB + 3)]
      acme.tracker.attach('incident', ours, 'there.bin', there)
      expect((await untilFile(globex, theirs, 'there.bin')).content.equals(there)).toBe(true)
      globex.tracker.attach('incident', theirs, 'here.bin', here)
      expect((await untilFile(acme, ours, 'here.bin')).content.equals(here)).toBe(true)
      await eventually('nothing is left', async () => {
        await Promise.all([tidyLater(acme), tidyLater(globex)])
        const left = [...(await blobsOf(acme)).blobs, ...(await blobsOf(globex)).blobs]
        return left.length === 0 ? true : undefined
      })
      expect(globex.proxy.seen).toEqual([])
      expect(await incomingFiles(acme, ids.acme, ours)).toMatchObject([{ state: 'written' }])
    },
    STORY_MS,
  )
})
