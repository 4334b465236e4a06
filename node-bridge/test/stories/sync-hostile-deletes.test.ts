import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import type { SyncPair } from '../../src/sync/pairs/sync-pair.ts'
import { databaseKinds } from '../databases.ts'
import { eventually } from '../faults/company/eventually.ts'
import { type Claims, forger, nextOf } from './forged-messages.ts'
import { accept, initiate, untilState } from './company.ts'
import { deletionStory, type DeletionStory, withDeleted } from './sync-deletes-kit.ts'
import { configureSync, pairsOf, storedPairsOf, valueOf } from './sync-company.ts'

const STARTING_MS = 120_000
const STORY_MS = 90_000
/** Records that are deleted in an hour without a person. */
const MOST = 3

/** The worst case: its rules follow every delete, and its admin has allowed it. */
describe.each(databaseKinds())('a partner whose deletes are followed turns hostile, on $name', (kind) => {
  let story: DeletionStory
  let hostile: ReturnType<typeof forger>

  beforeAll(async () => {
    await kind.start()
    story = await deletionStory(kind, { ACCORD_SYNC_DELETES_PER_HOUR: String(MOST) })
    hostile = forger(story.acme, story.ids.acme)
    await story.say('deleteRecord()')
  }, STARTING_MS)
  afterAll(async () => {
    await story.close()
    await kind.stop()
  })

  const deleting = ({ pair, epoch, peerEpoch, seq, ack, mid }: ReturnType<typeof nextOf>, more: Claims = {}) =>
    hostile.forge({ pair, epoch, peerEpoch, seq, ack, mid, kind: 'delete', ...more })
  const linked = async (summary: string) => {
    const { theirs } = await story.pair(summary)
    const stored = (await storedPairsOf(story.acme.bridge.services.context.database.db, story.ids.acme)).at(-1)
    if (!stored) throw new Error('No pair is linked')
    return { theirs, next: nextOf(stored.pairId, stored.pair as SyncPair) }
  }
  const records = () => story.globex.tracker.records.all().map(({ id }) => id)

  test(
    'it deletes for a pair that is not there, out of order, with an old number and with more than a delete holds: no record goes',
    async () => {
      const { theirs, next } = await linked('stays here')
      const before = { records: records(), pairs: (await pairsOf(story.globex, story.ids.globex)).length }
      const { refused, received, results } = await hostile.exchange(
        await deleting({ ...next, pair: randomUUID(), peerEpoch: 0, seq: 1, ack: 0 }),
        await deleting({ ...next, seq: next.seq + 1 }),
        await deleting({ ...next, seq: 1, mid: randomUUID() }),
        await deleting({ ...next, epoch: next.epoch - 1 }),
      )
      expect(received.length + refused.length + results.length).toBeGreaterThan(0)
      expect(records()).toEqual(before.records)
      expect(valueOf(story.recordOf(theirs), 'short_description')).toBe('stays here')
      // Of a pair that nobody knows nothing is left.
      expect((await pairsOf(story.globex, story.ids.globex)).length).toBe(before.pairs)
    },
    STORY_MS,
  )

  test(
    'it deletes what is in a pair of another connection: that pair is not known in this one, and goes on',
    async () => {
      const { theirs, next } = await linked('of the first')
      const { connection, code } = await initiate(story.acme)
      const second = await accept(story.globex, code)
      await untilState(story.acme, connection.id, 'active')
      await configureSync(story.globex, second.id, { incoming: withDeleted('deleteRecord()') })
      const elsewhere = forger(story.acme, connection.id)
      const { pair, mid, epoch } = next
      const message = await elsewhere.forge({ pair, mid, epoch, peerEpoch: 0, seq: 1, ack: 0, kind: 'delete' })
      expect((await elsewhere.exchange(message)).results).toHaveLength(1)
      expect(story.find(theirs)).toBeDefined()
      expect((await story.newest(story.globex)).state).toBe('linked')
      expect(await pairsOf(story.globex, second.id)).toEqual([])
    },
    STORY_MS,
  )

  test(
    'it names another record beside the delete, and repeats it: that of the pair goes, once, and no other',
    async () => {
      const other = await linked('not meant')
      const { theirs, next } = await linked('meant')
      const executed = story.globex.tracker.executed()
      const message = await deleting(next, { key: 'INC0000001', target: other.theirs, record: other.theirs })
      const answers = [
        await hostile.exchange(message),
        await hostile.exchange(message),
        await hostile.exchange(message, message),
      ]
      expect(answers.map(({ received }) => received.length > 0)).toEqual([true, true, true])
      await story.untilEnded(theirs)
      await hostile.exchange(message)
      expect(story.find(theirs)).toBeUndefined()
      expect(story.find(other.theirs)).toBeDefined()
      expect(story.globex.tracker.executed()).toBe(executed + 1)
    },
    STORY_MS,
  )

  test(
    'it deletes many at once, as an instance does that was restored: a few go, and the others wait for a person, who decides for all',
    async () => {
      const made: { readonly ours: { readonly id: string }; readonly theirs: string }[] = []
      for (let at = 0; at < MOST + 2; at += 1) made.push(await story.pair(`one of many ${at}`))
      const left = () => made.filter(({ theirs }) => story.find(theirs)).length
      for (const { ours } of made) story.deleteAtAcme(ours.id)
      // One has gone above.
      await eventually('the others wait', async () => ((await story.heldBy('many_deletes')) === 3 ? true : undefined))
      expect(left()).toBe(3)
      await story.globex.client.call('retrySyncItems', {
        params: { connectionId: story.ids.globex },
        body: { actor: 'admin', cause: 'many_deletes' },
      })
      await eventually('all are gone', async () => (left() === 0 ? true : undefined))
    },
    STORY_MS,
  )
})
