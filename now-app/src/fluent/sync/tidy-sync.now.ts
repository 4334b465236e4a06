import { ScheduledScript } from '@servicenow/sdk/core'
import { tidySync } from '../../server/sync/tidy-sync.ts'

ScheduledScript({
  $id: Now.ID['job-tidy-sync'],
  name: 'Accord: tidy up after sync',
  active: true,
  frequency: 'periodically',
  executionInterval: { minutes: 5 },
  executionStart: '2026-01-01 00:00:00',
  timeZone: 'UTC',
  script: tidySync,
})
