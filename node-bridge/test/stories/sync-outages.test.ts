import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'

import { databaseKinds } from '../databases.ts'
import { eventually } from '../faults/company/eventually.ts'
import { EACH_FAULT, type FaultKind, PASS } from '../faults/network/fault.ts'
import { passAll } from '../faults/network/script.ts'
import type { MemoryTable } from '../trackers/memory/memory-records.ts'
import { sentBy, type SyncCompanies, startSyncCompanies } from './sync-companies.ts'
import {
  configureSync,
  INCIDENT_ONLY,
  pairsOf,
  publish,
  script,
  storedPairsOf,
  type SyncCompany,
  textOfDatabase,
  untilRecord,
  valueOf,
} from './sync-company.ts'

const STARTING_MS = 120_000
const STORY_MS = 60_000
const PLANTED = 'zanzibar-quartz'

/** As an instance's own rule: impact and urgency make the close notes. */
const derived: MemoryTable = {
  ...(INCIDENT_ONLY.incident as MemoryTable),
  derive: (fields) => ({ close_notes: `impact ${String(fields['impact']?.value)}` }),
}

describe.each(databaseKinds())(
  'what goes wrong between two companies costs time and nothing else, on $name',
  (kind) => {
    let both: SyncCompanies
    let acme: SyncCompany
    let globex: SyncCompany
    let ids: SyncCompanies['ids']
    beforeAll(() => kind.start())
    beforeEach(async () => {
      both = await startSyncCompanies(kind, { incident: derived })
      ;({ acme, globex, ids } = both)
    }, STARTING_MS)
    afterEach(() => both.close())
    afterAll(() => kind.stop())

    const settled = () => both.settled()
    const open = (summary: string) => acme.tracker.create('incident', { short_description: summary })
    const arrived = (summary: string) =>
      untilRecord(`Globex has ${summary}`, globex, (record) => valueOf(record, 'short_description') === summary)
    const bodiesOf = ({ tracker }: SyncCompany) =>
      tracker.records.all().flatMap(({ entries }) => entries.map(({ body }) => body))

    test(
      'a call that fails asks at once whether the other side is there: it is down within a minute, and its connection says why',
      async () => {
        await configureSync(acme, ids.acme)
        await configureSync(globex, ids.globex)
        const healthOf = async () => {
          const { connection, log } = await acme.client.call('readConnection', { params: { connectionId: ids.acme } })
          return { health: connection.health, lost: log.find(({ event }) => event === 'contactLost')?.detail }
        }
        await eventually('Globex is up', async () => (await healthOf()).health === 'up' || undefined)
        globex.proxy.follow(() => EACH_FAULT['drop-before'])
        open('an edit while Globex is away')
        const { lost } = await eventually('Globex is down', async () => {
          const known = await healthOf()
          return known.health === 'down' ? known : undefined
        })
        expect(lost).toContain('The other side does not answer: ')
        globex.proxy.follow(passAll)
      },
      STORY_MS,
    )

    test(
      'while the other side is away one message of a pair waits, sealed, and afterwards all is equal',
      async () => {
        await configureSync(acme, ids.acme)
        await configureSync(globex, ids.globex)
        globex.proxy.follow(() => EACH_FAULT['drop-before'])
        const { id } = open(`one ${PLANTED}`)
        await eventually('the message waits', async () => ((await sentBy(acme, ids.acme))[0] === 1 ? true : undefined))
        for (let change = 2; change <= 10; change++)
          acme.tracker.update('incident', id, { short_description: `${change} ${PLANTED}` })
        acme.tracker.comment('incident', id, `comment ${PLANTED}`)
        await eventually('the pair is dirty', async () =>
          (await pairsOf(acme, ids.acme))[0]?.dirty ? true : undefined,
        )
        expect(await sentBy(acme, ids.acme)).toEqual([1])
        const [stored] = await storedPairsOf(acme.bridge.services.context.database.db, ids.acme)
        expect(stored?.outboundSealed).toMatch(/^v1\./u)
        expect(await textOfDatabase(acme)).not.toContain(PLANTED)
        globex.proxy.follow(passAll)
        await arrived(`10 ${PLANTED}`)
        await settled()
        expect(await sentBy(acme, ids.acme)).toEqual([2])
        expect(bodiesOf(globex)).toEqual([`Ann Author (Acme): comment ${PLANTED}`])
      },
      STORY_MS,
    )

    test.each(['drop-answer', 'duplicate', 'truncate', 'reset'] satisfies FaultKind[])(
      'whatever the network does (%s), a record is made once and a comment is written once',
      async (fault) => {
        await configureSync(acme, ids.acme)
        await configureSync(globex, ids.globex)
        const calls = { acme: 0, globex: 0 }
        const twice =
          (name: 'acme' | 'globex') =>
          ({ path }: { path: string }) =>
            path.endsWith('/exchange') && calls[name]++ < 2 ? EACH_FAULT[fault] : PASS
        globex.proxy.follow(twice('globex'))
        acme.proxy.follow(twice('acme'))
        const { id } = open('once')
        acme.tracker.comment('incident', id, 'said once')
        await arrived('once')
        await eventually('the comment is there', async () => (bodiesOf(globex).length > 0 ? true : undefined))
        await settled()
        expect(globex.tracker.records.all()).toHaveLength(1)
        expect(bodiesOf(globex)).toEqual(['Ann Author (Acme): said once'])
        expect(bodiesOf(acme)).toEqual(['said once'])
      },
      STORY_MS,
    )

    test(
      'nobody has said what shall become of messages yet: they wait, and arrive once somebody has',
      async () => {
        await configureSync(acme, ids.acme)
        open('early')
        await eventually('it was sent', async () => ((await sentBy(acme, ids.acme))[0] === 1 ? true : undefined))
        expect(globex.tracker.records.all()).toEqual([])
        await configureSync(globex, ids.globex)
        await arrived('early')
        await settled()
      },
      STORY_MS,
    )

    describe('at the receiver', () => {
      test(
        'a tracker that sleeps and lost notices cost time and nothing else; so does a restart of the node',
        async () => {
          await configureSync(acme, ids.acme)
          await configureSync(globex, ids.globex)
          globex.tracker.sleep(true)
          acme.tracker.loseNotices(true)
          open('slept through')
          await eventually('it has arrived at the node', async () =>
            (await pairsOf(globex, ids.globex))[0]?.inbound ? true : undefined,
          )
          await globex.restart()
          expect(globex.tracker.records.all()).toEqual([])
          globex.tracker.sleep(false)
          await arrived('slept through')
          await settled()
          expect(globex.tracker.records.all()).toHaveLength(1)
        },
        STORY_MS,
      )

      test(
        'what a rule of the instance derives comes back, and no echo follows; a script that throws stops its pair only',
        async () => {
          const throwing = script('incoming').replace(
            "if (changed('summary'))",
            "if (replica.summary === 'poison') throw new Error('not this one')\n  if (changed('summary'))",
          )
          const withNotes = script('outgoing').replace(
            'replica.comments',
            "replica.customKeys['notes'] = entity.close_notes\n  replica.comments",
          )
          const takingNotes = script('incoming').replace(
            "if (changed('summary'))",
            "if (changed('customKeys.notes')) entity.close_notes = String(replica.customKeys['notes'] ?? '')\n  if (changed('summary'))",
          )
          await configureSync(acme, ids.acme, { outgoing: withNotes, incoming: takingNotes })
          await configureSync(globex, ids.globex, { outgoing: withNotes, incoming: throwing })
          open('poison')
          open('sound')
          await arrived('sound')
          await untilRecord(
            'what Globex derived is at Acme',
            acme,
            (record) =>
              valueOf(record, 'close_notes') === 'impact 3' && valueOf(record, 'short_description') === 'sound',
          )
          const held = await eventually('the other one is in quarantine at both sides', async () => {
            const [[ours], [theirs]] = [await pairsOf(acme, ids.acme), await pairsOf(globex, ids.globex)]
            return ours?.outbound?.phase === 'held' && theirs?.inbound?.phase === 'quarantined' ? theirs : undefined
          })
          expect(held.inbound).toMatchObject({ fault: { code: 'script_threw' } })
          const sent = await sentBy(acme, ids.acme)
          await new Promise((resolve) => setTimeout(resolve, 700))
          expect(await sentBy(acme, ids.acme)).toEqual(sent)
          await publish(globex, ids.globex, { incoming: script('incoming') })
          await arrived('poison')
          await settled()
        },
        STORY_MS,
      )
    })
  },
)
