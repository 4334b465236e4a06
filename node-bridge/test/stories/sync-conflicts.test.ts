import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'

import { databaseKinds } from '../databases.ts'
import { eventually } from '../faults/company/eventually.ts'
import { EACH_FAULT } from '../faults/network/fault.ts'
import { passAll } from '../faults/network/script.ts'
import type { MemoryRecord, MemoryTable, Value } from '../trackers/memory/memory-records.ts'
import { sentBy, type SyncCompanies, startSyncCompanies } from './sync-companies.ts'
import {
  configureSync,
  INCIDENT_ONLY,
  pairsOf,
  script,
  type SyncCompany,
  untilRecord,
  valueOf,
} from './sync-company.ts'

const STARTING_MS = 120_000
const STORY_MS = 60_000

/** Rules of Globex's own: the notes follow from the impact, and nothing of low impact is on hold. */
const derived: MemoryTable = {
  ...INCIDENT_ONLY.incident,
  derive: ({ impact, state }) => ({
    close_notes: `impact ${String(impact?.value)}`,
    ...(impact?.value === '3' && state?.value === '3' && { state: '2' }),
  }),
}
const withNotes = (direction: 'outgoing' | 'incoming'): string => {
  const [before, line] =
    direction === 'outgoing'
      ? ['replica.comments', "replica.customKeys['notes'] = entity.close_notes\n  "]
      : [
          "if (changed('summary'))",
          "if (changed('customKeys.notes')) entity.close_notes = String(replica.customKeys['notes'] ?? '')\n  ",
        ]
  return script(direction).replace(before, line + before)
}

describe.each(databaseKinds())('both sides change a record, on $name', (kind) => {
  let both: SyncCompanies
  let acme: SyncCompany
  let globex: SyncCompany
  let ids: SyncCompanies['ids']
  let ours: string
  let theirs: string

  beforeAll(async () => {
    await kind.start()
    both = await startSyncCompanies(kind, { incident: derived })
    ;({ acme, globex, ids } = both)
    const scripts = { outgoing: withNotes('outgoing'), incoming: withNotes('incoming') }
    await configureSync(acme, ids.acme, scripts)
    await configureSync(globex, ids.globex, scripts)
  }, STARTING_MS)
  afterAll(async () => {
    await both.close()
    await kind.stop()
  })
  beforeEach(async () => {
    const summary = `case ${acme.tracker.records.all().length}`
    ours = acme.tracker.create('incident', { short_description: summary }).id
    theirs = (await untilRecord('Globex has it', globex, (record) => valueOf(record, 'short_description') === summary))
      .id
    await untilRecord(
      'what Globex derives is at Acme',
      acme,
      ({ id, fields }) => id === ours && fields['close_notes']?.value === 'impact 3',
    )
    await both.settled()
  })

  const recordOf = ({ tracker }: SyncCompany, id: string): MemoryRecord => {
    const record = tracker.records.find('incident', id)
    if (!record) throw new Error(`${id} is gone`)
    return record
  }
  const atBoth = (...names: string[]) =>
    [recordOf(acme, ours), recordOf(globex, theirs)].map((record) => names.map((name) => valueOf(record, name)))
  /** Of the newest pair: the paths of each step of this name. */
  const historyOf = async ({ client }: SyncCompany, connectionId: string, event: string) => {
    const { items } = await client.call('listSyncItems', { params: { connectionId } })
    const [newest] = items.toSorted((left, right) => (left.id < right.id ? 1 : -1))
    const { steps } = await client.call('readSyncItem', { params: { itemId: newest?.id ?? '' } })
    return steps.filter((step) => step.event === event).map(({ paths }) => paths)
  }
  const wordsOf = (record: MemoryRecord) => record.entries.map(({ body }) => body)
  /** Nobody hears of the other before both have written and want to send it. */
  const apart = async (write: () => void): Promise<void> => {
    for (const company of [acme, globex]) company.proxy.follow(() => EACH_FAULT['drop-before'])
    write()
    for (const [company, id] of [
      [acme, ids.acme],
      [globex, ids.globex],
    ] as const)
      await eventually(
        `${company.name} wants to send it`,
        async () => (await pairsOf(company, id)).at(-1)?.outbound?.phase === 'sending' || undefined,
      )
    for (const company of [acme, globex]) company.proxy.follow(passAll)
    await both.settled()
  }
  const write = (atAcme: Record<string, Value>, atGlobex: Record<string, Value>) =>
    apart(() => {
      acme.tracker.update('incident', ours, atAcme)
      globex.tracker.update('incident', theirs, atGlobex)
    })

  test(
    'in the same field: the value of the connection’s source stands at both',
    async () => {
      await write({ short_description: 'by Acme' }, { short_description: 'by Globex' })
      expect(atBoth('short_description')).toEqual([['by Acme'], ['by Acme']])
      expect(await historyOf(acme, ids.acme, 'kept')).toEqual([['/summary']])
      expect(await historyOf(globex, ids.globex, 'overwritten')).toEqual([['/summary']])
    },
    STORY_MS,
  )

  test(
    'in the same field, to the same value: there is nothing to decide',
    async () => {
      await write({ short_description: 'by both' }, { short_description: 'by both' })
      expect(atBoth('short_description')).toEqual([['by both'], ['by both']])
    },
    STORY_MS,
  )

  test(
    'in different fields: both values stand at both',
    async () => {
      await write({ short_description: 'by Acme', description: 'untouched' }, { state: '2' })
      expect(atBoth('short_description', 'description', 'state')).toEqual([
        ['by Acme', 'untouched', '2'],
        ['by Acme', 'untouched', '2'],
      ])
    },
    STORY_MS,
  )

  test(
    'one of two fields is contested: only that one is decided',
    async () => {
      await write({ short_description: 'by Acme' }, { short_description: 'by Globex', description: 'by Globex alone' })
      expect(atBoth('short_description', 'description')).toEqual([
        ['by Acme', 'by Globex alone'],
        ['by Acme', 'by Globex alone'],
      ])
    },
    STORY_MS,
  )

  test(
    'both comment: each comment is at both, once',
    async () => {
      await apart(() => {
        for (const each of ['one', 'two']) acme.tracker.comment('incident', ours, each)
        globex.tracker.comment('incident', theirs, 'three')
      })
      expect(wordsOf(recordOf(acme, ours)).toSorted()).toEqual(['Ann Author (Globex): three', 'one', 'two'])
      expect(wordsOf(recordOf(globex, theirs)).toSorted()).toEqual([
        'Ann Author (Acme): one',
        'Ann Author (Acme): two',
        'three',
      ])
    },
    STORY_MS,
  )

  test(
    'one deletes it while the other changes it: the record that is left stays as it is, and the pair has ended at both',
    async () => {
      for (const company of [acme, globex]) company.proxy.follow(() => EACH_FAULT['drop-before'])
      acme.tracker.remove('incident', ours)
      globex.tracker.update('incident', theirs, { short_description: 'still at work' })
      for (const company of [acme, globex]) company.proxy.follow(passAll)
      await eventually('the pair has ended at both', async () => {
        const [here, there] = [(await pairsOf(acme, ids.acme)).at(-1), (await pairsOf(globex, ids.globex)).at(-1)]
        return here?.state === 'deleted_here' && there?.state === 'deleted_there' ? true : undefined
      })
      await both.settled()
      expect(acme.tracker.records.find('incident', ours)).toBeUndefined()
      expect(valueOf(recordOf(globex, theirs), 'short_description')).toBe('still at work')
    },
    STORY_MS,
  )

  describe('a rule of Globex', () => {
    const sent = async () => [(await sentBy(acme, ids.acme)).at(-1), (await sentBy(globex, ids.globex)).at(-1)]
    const expectSilence = async () => {
      const before = { sent: await sent(), executed: [acme, globex].map(({ tracker }) => tracker.executed()) }
      // Three scans of each side.
      await new Promise((resolve) => setTimeout(resolve, 700))
      expect({ sent: await sent(), executed: [acme, globex].map(({ tracker }) => tracker.executed()) }).toEqual(before)
    }

    test(
      'derives a value: it comes back with one message, and no echo follows',
      async () => {
        const [toGlobex, toAcme] = await sent()
        acme.tracker.update('incident', ours, { impact: '1' })
        await untilRecord(
          'Acme has the value',
          acme,
          ({ id, fields }) => id === ours && fields['close_notes']?.value === 'impact 1',
        )
        await both.settled()
        expect(await sent()).toEqual([(toGlobex ?? 0) + 1, (toAcme ?? 0) + 1])
        await expectSilence()
      },
      STORY_MS,
    )

    test(
      'takes back what was written: the sender gets what stands there, and no echo follows',
      async () => {
        acme.tracker.update('incident', ours, { state: '3' })
        await eventually(
          'Globex has looked at it',
          async () => valueOf(recordOf(globex, theirs), 'state') === '2' || undefined,
        )
        await untilRecord(
          'Acme has what stands there',
          acme,
          ({ id, fields }) => id === ours && fields['state']?.value === '2',
        )
        await both.settled()
        expect(atBoth('state')).toEqual([['2'], ['2']])
        await expectSilence()
      },
      STORY_MS,
    )
  })
})
