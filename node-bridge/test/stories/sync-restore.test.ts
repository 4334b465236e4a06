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

  test(
    'from a backup in which the pair had only begun: of what both have changed since, the value of the source stands at both',
    async () => {
      globex.tracker.sleep(true)
      const { id } = acme.tracker.create('incident', { short_description: 'begun' })
      await eventually(
        'Globex has the message and cannot write it',
        async () => (await pairsOf(acme, ids.acme))[0]?.outbound?.phase === 'received' || undefined,
      )
      const copy = await kind.backUp(acme)
      globex.tracker.sleep(false)
      const { id: theirs } = await arrived('begun')
      await settled()
      for (const company of [acme, globex]) company.proxy.follow(() => EACH_FAULT['drop-before'])
      acme.tracker.update('incident', id, { short_description: 'by Acme', description: 'by Acme alone' })
      globex.tracker.update('incident', theirs, { short_description: 'by Globex' })
      await kind.restore(acme, copy)
      expect((await pairsOf(acme, ids.acme))[0]?.state).toBe('starting')
      for (const company of [acme, globex]) company.proxy.follow(passAll)
      await eventually(
        'both say by Acme',
        async () => {
          for (const [{ client }, connectionId] of [
            [acme, ids.acme],
            [globex, ids.globex],
          ] as const) {
            const { comparison } = await client.call('readComparison', { params: { connectionId } })
            if (comparison?.state === 'waiting')
              await client.call('goOnComparing', { params: { connectionId }, body: { actor: 'admin' } })
          }
          const records = [acme.tracker.records.find('incident', id), globex.tracker.records.find('incident', theirs)]
          const isThere = records.every((record) => record && valueOf(record, 'description') === 'by Acme alone')
          return isThere || undefined
        },
        { withinMs: 60_000 },
      )
      await settled()
      const said = [acme.tracker.records.find('incident', id), globex.tracker.records.find('incident', theirs)].map(
        (record) => record && valueOf(record, 'short_description'),
      )
      expect(said).toEqual(['by Acme', 'by Acme'])
    },
    STORY_MS,
  )
})
