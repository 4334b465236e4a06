import { COMPANY_TABLES } from './memory/company-tables.ts'
import { createMemoryTracker } from './memory/memory-tracker.ts'
import { describeTracker } from './tracker-contract.ts'

describeTracker('the tracker in memory', async () => {
  const tracker = createMemoryTracker({ instanceUid: 'here', tables: COMPANY_TABLES, scanEveryMs: 20 })
  return {
    tracker,
    create: async (summary) => tracker.create('incident', { short_description: summary }).id,
    update: async (id, summary) => void tracker.update('incident', id, { short_description: summary }),
    comment: async (id, body, isInternal) => void tracker.comment('incident', id, body, isInternal),
    remove: async (id) => tracker.remove('incident', id),
    loseNotices: () => tracker.loseNotices(true),
    close: async () => undefined,
  }
})
