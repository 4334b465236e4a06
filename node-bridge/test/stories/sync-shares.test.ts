/** Each thing of which a peer may bring or ask for too much is bounded by its own share and named by its own entry of the log. */
import { randomBytes, randomUUID } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { databaseKinds } from '../databases.ts'
import { eventually } from '../faults/company/eventually.ts'
import { PASS } from '../faults/network/fault.ts'
import { passAll } from '../faults/network/script.ts'
import { readEvents } from './company.ts'
import { forger, nextOf } from './forged-messages.ts'
import { startPair } from '../../src/sync/pairs/sync-pair.ts'
import { startSyncCompanies, type SyncCompanies } from './sync-companies.ts'
import { INCIDENT_ONLY, pairsOf } from './sync-company.ts'
import { blobsOf, configureFiles, MIB, pairedRecords, untilFile } from './sync-files-kit.ts'

const STARTING_MS = 240_000
const STORY_MS = 240_000
const PATIENT = { withinMs: STORY_MS }
const COMMENTS_PER_HOUR = 1000
const FILES_ASKED_PER_HOUR = 2
const FILES = ['one.bin', 'two.bin', 'three.bin']
const HOUR_MS = 3_600_000

describe.each(databaseKinds())('the shares of a peer, on $name', (kind) => {
  let both: SyncCompanies

  beforeAll(async () => {
    await kind.start()
    both = await startSyncCompanies(kind, INCIDENT_ONLY, {
      ACCORD_SYNC_COMMENTS_PER_HOUR: String(COMMENTS_PER_HOUR),
      ACCORD_FILES_ASKED_PER_HOUR: String(FILES_ASKED_PER_HOUR),
      ACCORD_FILE_SHARE_MB: '1',
    })
    await configureFiles(both)
  }, STARTING_MS)
  afterAll(async () => {
    await both.close()
    await kind.stop()
  })

  const untilSaid = (event: string) =>
    eventually(
      `the log says ${event}`,
      async () => {
        const { log } = await both.globex.client.call('readConnection', { params: { connectionId: both.ids.globex } })
        return log.find((entry) => entry.event === event)
      },
      PATIENT,
    )

  test(
    'comments: what is over the share of an hour stays with the peer, and comes in the next one',
    async () => {
      const { acme, globex, ids } = both
      const hostile = forger(acme, ids.acme)
      const begin = startPair({ side: 'destination', epoch: Math.floor(Date.now() / 1000) })
      const comments = (from: number) =>
        Array.from({ length: 600 }, (_, place) => ({
          id: `c-${from}-${place}`,
          body: 'again',
          author: { name: 'Mallory' },
          at: new Date().toISOString(),
          internal: false,
          edited: false,
        }))
      const messageOf = (pair: string, from: number) =>
        hostile.forge({ ...nextOf(pair, begin), seq: 1, ack: 0, peerEpoch: 0, comments: comments(from) })
      const [first, second] = [randomUUID(), randomUUID()]
      expect((await hostile.exchange(await messageOf(first, 0))).received).toHaveLength(1)
      const answer = await hostile.exchange(await messageOf(second, 1))
      expect(answer).toMatchObject({ received: [], refused: [{ pair: second, code: 'retry_later' }] })
      expect(answer.retryAfterMs).toBeGreaterThan(0)
      expect((await untilSaid('peerCommentsOverShare')).detail).toContain('Acme brings more comments than its share')
      expect(await pairsOf(globex, ids.globex)).toHaveLength(1)
      for (const company of [acme, globex]) company.shiftClock(HOUR_MS)
      expect((await hostile.exchange(await messageOf(second, 2))).received).toHaveLength(1)
      expect(await readEvents(globex, ids.globex)).not.toContain('peerSlowedDown')
    },
    STORY_MS,
  )

  test(
    'files: no more bytes than its share are here at a time, and the rest follows once there is room',
    async () => {
      const { acme, globex } = both
      const { ours, theirs } = await pairedRecords(both, 'with files')
      acme.proxy.follow(({ path }) => (path.includes('/blobs/') ? { kind: 'reset' } : PASS))
      for (const name of FILES.slice(0, 2)) acme.tracker.attach('incident', ours, name, randomBytes(0.7 * MIB))
      expect((await untilSaid('peerFilesOverShare')).detail).toContain('its share of 1 MB')
      const { blobs } = await blobsOf(globex)
      expect(blobs.reduce((sum, { bytes }) => sum + Number(bytes), 0)).toBeLessThanOrEqual(MIB)
      acme.proxy.follow(passAll)
      for (const name of FILES.slice(0, 2)) await untilFile(globex, theirs, name)
    },
    STORY_MS,
  )

  test(
    'files that it asks for: our tracker sends no more than its share of an hour, and the rest in the next one',
    async () => {
      const { acme, globex } = both
      const { ours, theirs } = await pairedRecords(both, 'asked for')
      for (const name of FILES) globex.tracker.attach('incident', theirs, name, randomBytes(1000))
      expect((await untilSaid('peerAsksOverShare')).detail).toContain('asks for more files than its share')
      const there = () => acme.tracker.files.on(ours).length
      await eventually('its share is there', () => there() >= FILES_ASKED_PER_HOUR || undefined, PATIENT)
      expect(there()).toBe(FILES_ASKED_PER_HOUR)
      // An answer that was on its way while the clocks moved names the wait from the hour it left: then the hour after has room.
      const beganAt = performance.now()
      await eventually(
        'the rest is there in one of the next hours',
        () => {
          const hours = 2 + Math.floor((performance.now() - beganAt) / 20_000)
          for (const company of [acme, globex]) company.shiftClock(hours * HOUR_MS)
          return there() === FILES.length || undefined
        },
        PATIENT,
      )
    },
    STORY_MS,
  )
})
