/** Each is named after what people complain of elsewhere, docs/complaints.md; most stand in the stories that they belong to. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { databaseKinds } from '../databases.ts'
import { type SyncCompanies, startSyncCompanies } from './sync-companies.ts'
import { configureSync, type SyncCompany, untilRecord, valueOf } from './sync-company.ts'

const STARTING_MS = 120_000
const STORY_MS = 60_000

describe.each(databaseKinds())('what people complain of elsewhere, on $name', (kind) => {
  let both: SyncCompanies

  beforeAll(async () => {
    await kind.start()
    both = await startSyncCompanies(kind)
    await configureSync(both.acme, both.ids.acme)
    await configureSync(both.globex, both.ids.globex)
  }, STARTING_MS)
  afterAll(async () => {
    await both.close()
    await kind.stop()
  })

  const arrives = (company: SyncCompany, name: string, value: string) =>
    untilRecord(`${company.name} has ${value}`, company, (record) => valueOf(record, name) === value)

  test(
    'duplicate suppression swallows a real second change: the value of before arrives again, each time',
    async () => {
      const { acme, globex } = both
      const { id } = acme.tracker.create('incident', { short_description: 'to and fro' })
      const theirs = await arrives(globex, 'short_description', 'to and fro')
      for (const summary of ['away', 'to and fro', 'away', 'to and fro']) {
        acme.tracker.update('incident', id, { short_description: summary })
        await arrives(globex, 'short_description', summary)
      }
      // From the other side as well, and back to what stood there before both.
      globex.tracker.update('incident', theirs.id, { short_description: 'away' })
      await arrives(acme, 'short_description', 'away')
      acme.tracker.update('incident', id, { short_description: 'to and fro' })
      await arrives(globex, 'short_description', 'to and fro')
      await both.settled()
      expect(acme.tracker.records.all()).toHaveLength(1)
    },
    STORY_MS,
  )

  test(
    'request ids lost in the queue: from one record every step of a change is found at both sides, under the same id',
    async () => {
      const { acme, globex, ids } = both
      acme.tracker.create('incident', { short_description: 'followed' })
      await arrives(globex, 'short_description', 'followed')
      await both.settled()
      const stepsOf = async (company: SyncCompany, connectionId: string) => {
        const { items } = await company.client.call('listSyncItems', { params: { connectionId }, query: {} })
        const { item, steps } = await company.client.call('readSyncItem', { params: { itemId: items[0]?.id ?? '' } })
        return { keys: [item.local.key, item.remote.key], events: steps.map(({ event }) => event) }
      }
      const [ours, theirs] = [await stepsOf(acme, ids.acme), await stepsOf(globex, ids.globex)]
      expect(theirs.keys).toEqual(ours.keys.toReversed())
      expect(ours.events).toEqual(expect.arrayContaining(['began', 'sent', 'appliedThere']))
      expect(theirs.events).toEqual(expect.arrayContaining(['received', 'planned', 'applied']))
    },
    STORY_MS,
  )
})
