import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'

import { databaseKinds } from '../databases.ts'
import { eventually } from '../faults/company/eventually.ts'
import { untilState } from './company.ts'
import { sentBy, type SyncCompanies, startSyncCompanies } from './sync-companies.ts'
import { configureSync, pairsOf, script, type SyncCompany, untilRecord, valueOf } from './sync-company.ts'

const STARTING_MS = 120_000
const STORY_MS = 60_000

describe.each(databaseKinds())('a connection that rests, and a mapping that loses something, on $name', (kind) => {
  let both: SyncCompanies
  let acme: SyncCompany
  let globex: SyncCompany
  let ids: SyncCompanies['ids']
  beforeAll(() => kind.start())
  beforeEach(async () => {
    both = await startSyncCompanies(kind)
    ;({ acme, globex, ids } = both)
  }, STARTING_MS)
  afterEach(() => both.close())
  afterAll(() => kind.stop())

  const settled = () => both.settled()

  test(
    'while the connection is deactivated pairs only get dirty, and activated again the last state arrives once',
    async () => {
      await configureSync(acme, ids.acme)
      await configureSync(globex, ids.globex)
      const { id } = acme.tracker.create('incident', { short_description: 'one' })
      await untilRecord('Globex has it', globex, (record) => valueOf(record, 'short_description') === 'one')
      await settled()
      const before = await sentBy(acme, ids.acme)
      await acme.client.call('deactivateConnection', { params: { connectionId: ids.acme }, body: { actor: 'admin' } })
      await untilState(globex, ids.globex, 'deactivated_by_peer')
      for (let change = 2; change <= 5; change++)
        acme.tracker.update('incident', id, { short_description: `${change}` })
      await eventually('the pair is dirty', async () => ((await pairsOf(acme, ids.acme))[0]?.dirty ? true : undefined))
      expect(await sentBy(acme, ids.acme)).toEqual(before)
      expect(globex.tracker.records.all().map((record) => valueOf(record, 'short_description'))).toEqual(['one'])
      await acme.client.call('activateConnection', { params: { connectionId: ids.acme }, body: { actor: 'admin' } })
      await untilRecord('Globex has the last state', globex, (record) => valueOf(record, 'short_description') === '5')
      await settled()
      expect(await sentBy(acme, ids.acme)).toEqual(before.map((seq) => seq + 1))
    },
    STORY_MS,
  )

  test(
    'a mapping that loses something is silent: what was sent does not come back as less',
    async () => {
      await configureSync(acme, ids.acme)
      // Three words there become two here; the way back knows two.
      const lossy = script('incoming').replace(
        'entity.impact = replica.priority',
        "entity.impact = replica.priority === '1 - High' ? '1' : '3'",
      )
      expect(lossy).not.toBe(script('incoming'))
      await configureSync(globex, ids.globex, { incoming: lossy })
      const { id } = acme.tracker.create('incident', { short_description: 'lossy', impact: '2' })
      await untilRecord('Globex has it', globex, (record) => valueOf(record, 'short_description') === 'lossy')
      await settled()
      const [theirs] = globex.tracker.records.all()
      expect(theirs && valueOf(theirs, 'impact')).toBe('3')
      const before = [await sentBy(acme, ids.acme), await sentBy(globex, ids.globex)]
      globex.tracker.update('incident', theirs?.id ?? '', { description: 'something else' })
      await untilRecord('Acme has it', acme, (record) => valueOf(record, 'description') === 'something else')
      await settled()
      const ours = acme.tracker.records.all().find((record) => record.id === id)
      expect(ours && valueOf(ours, 'impact')).toBe('2')
      expect([await sentBy(acme, ids.acme), await sentBy(globex, ids.globex)]).toEqual([
        before[0],
        before[1]?.map((seq) => seq + 1),
      ])
    },
    STORY_MS,
  )
})
