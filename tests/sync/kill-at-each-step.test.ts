import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { databaseKinds } from '../../node-bridge/test/databases.ts'
import { type ConnectedProcesses, connectProcesses } from './processes/connected-processes.ts'
import { killInDelete } from './processes/kill-in-delete.ts'
import { killInTransfer } from './processes/kill-in-transfer.ts'
import { createStepKiller, type StepKiller, VICTIMS } from './processes/kill-at-steps.ts'
import { SYNC_STEPS } from './processes/steps.ts'

const STARTING_MS = 300_000
const STORY_MS = 900_000

/** Each step once, every other one on the same database, and another victim each; `npm run test:long -- steps-sqlite steps-postgresql` kills each of them at each step. */
describe.each(databaseKinds().map((kind, place) => ({ name: kind.name, kind, place })))(
  'kill -9 after each step of a change, on $name',
  ({ name, kind, place }) => {
    let both: ConnectedProcesses
    let killer: StepKiller

    beforeAll(async () => {
      await kind.start()
      both = await connectProcesses({ fresh: () => kind.fresh() })
      killer = createStepKiller(both, name)
    }, STARTING_MS)
    afterAll(async () => {
      await both.close()
      await kind.stop()
    })

    test(
      'one record, one comment and one file on either side, and both sides equal',
      async () => {
        for (const [at, step] of SYNC_STEPS.entries())
          if (at % 2 === place) await killer.strike(step, VICTIMS[at % VICTIMS.length] ?? 'job')
        const { lost, doubled, different, unsettled } = await killer.untilEqual()
        expect({ lost, doubled, different, unsettled }).toEqual({ lost: [], doubled: [], different: [], unsettled: '' })
        expect(killer.kills.filter(({ isExact }) => !isExact)).toEqual([])
      },
      STORY_MS,
    )

    if (place === 1)
      test(
        'kill -9 of the node that deletes by its rules, before, while and after its instance does: once gone, it is over at both sides',
        async () => {
          for (const { moment, left, pairs } of await killInDelete(both))
            expect({ moment, left, pairs }).toEqual({
              moment,
              left: 0,
              pairs: ['unlinked without a fault', 'unlinked without a fault'],
            })
        },
        STORY_MS,
      )

    // What a transfer has reached stands in the same rows on both kinds.
    if (place === 0)
      test(
        'kill -9 of either node in the middle of a file: it goes on by Range, and the file is there once with its hash',
        async () => {
          const { answered, parts, killed, sent, arrived, leftThere, leftHere } = await killInTransfer(both)
          expect(killed).toEqual(['Globex', 'Acme'])
          expect(arrived).toEqual([sent])
          // The one part whose answer was lost was sent twice; all others once.
          expect(answered).toBe(parts + 1)
          expect({ leftThere, leftHere }).toEqual({ leftThere: 0, leftHere: 0 })
        },
        STORY_MS,
      )
  },
)
