import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'

import { eventually } from '../faults/company/eventually.ts'
import { EACH_FAULT } from '../faults/network/fault.ts'
import { passAll } from '../faults/network/script.ts'
import { backupKinds } from './backups.ts'
import { type RestorableCompanies, startRestorableCompanies } from './sync-companies.ts'
import { pairsOf, type SyncCompany, untilRecord, valueOf } from './sync-company.ts'

const STARTING_MS = 120_000
const STORY_MS = 120_000

describe.each(backupKinds())('a node that is restored while it syncs, on $name', (kind) => {
  let both: RestorableCompanies
  let acme: SyncCompany
  let globex: SyncCompany
  let ids: { readonly acme: string; readonly globex: string }

  beforeAll(() => kind.start())
  beforeEach(async () => {
    both = await startRestorableCompanies(kind)
    ;({ acme, globex, ids } = both)
  }, STARTING_MS)
  afterEach(() => both.close())
  afterAll(() => kind.stop())

  const settled = () => both.settled()
  const arrived = (summary: string) =>
    untilRecord(`Globex has ${summary}`, globex, (record) => valueOf(record, 'short_description') === summary)

  test(
    'forgets the message that waited in its backup, also while its tracker sleeps, and then all is equal',
    async () => {
      const { id } = acme.tracker.create('incident', { short_description: 'one' })
      await arrived('one')
      await settled()
      globex.proxy.follow(() => EACH_FAULT['drop-before'])
      acme.tracker.update('incident', id, { short_description: 'two' })
      await eventually(
        'it waits',
        async () => (await pairsOf(acme, ids.acme))[0]?.outbound?.phase === 'sending' || undefined,
      )
      const copy = await kind.backUp(acme)
      globex.proxy.follow(passAll)
      await arrived('two')
      acme.tracker.update('incident', id, { short_description: 'three' })
      await arrived('three')
      await settled()
      acme.tracker.sleep(true)
      await kind.restore(acme, copy)
      await eventually('the pair begins anew', async () => {
        const [pair] = await pairsOf(acme, ids.acme)
        return (pair?.state === 'comparing' && pair.outbound === null) || undefined
      })
      acme.tracker.sleep(false)
      await settled()
      acme.tracker.comment('incident', id, 'after the restore')
      acme.tracker.update('incident', id, { short_description: 'four' })
      const theirs = await arrived('four')
      await settled()
      expect(globex.tracker.records.all()).toHaveLength(1)
      expect(theirs.entries.map(({ body }) => body)).toEqual(['Ann Author (Acme): after the restore'])
    },
    STORY_MS,
  )
})
