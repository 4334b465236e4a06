import { afterAll, beforeAll, describe } from '@jest/globals'

import { systemCaller } from '../../instance-simulator/src/access/system-callers.ts'
import { describeTracker } from '../../node-bridge/test/trackers/tracker-contract.ts'
import { INCIDENT_ACCESS } from '../../now-app/test/sync/sync-instance.ts'
import { describeScans } from './describe-scans.ts'
import { pairedTracker, type PairedTracker } from './paired-tracker.ts'

let paired: PairedTracker

beforeAll(async () => {
  paired = await pairedTracker()
  await paired.sync.allow('incident', {
    ...INCIDENT_ACCESS,
    read_journals: 'comments,work_notes',
    write_journals: 'comments,work_notes',
  })
}, 300_000)
afterAll(() => paired.close())

describeTracker('a ServiceNow instance', async () => {
  const { sync } = paired
  const { instance } = sync
  let isSilent = false
  return {
    tracker: paired.tracker({ busyMs: 50, idleMs: 200, fastScanMs: 300 }),
    create: async (summary) => {
      if (!isSilent) return sync.incident({ short_description: summary })
      // As a script that has switched rules off.
      return instance.simulator.store.insert('incident', { short_description: summary }, systemCaller)['sys_id'] ?? ''
    },
    update: (id, summary) => sync.change(id, { short_description: summary }),
    comment: (id, body, isInternal) => sync.change(id, { [isInternal ? 'work_notes' : 'comments']: body }),
    remove: async (id) => void (await instance.mutate('delete', 'incident', id, {})),
    loseNotices: () => void (isSilent = true),
    close: async () => undefined,
  }
})

describe('the scans of a ServiceNow instance:', () => describeScans(() => paired))
