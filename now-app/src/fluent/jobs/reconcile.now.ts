import { ScheduledScript } from '@servicenow/sdk/core'
import { RECONCILE_JOB } from '../../server/jobs/names.ts'
import { reconcile } from '../../server/jobs/reconcile.ts'

ScheduledScript({
  $id: Now.ID['job-reconcile'],
  name: RECONCILE_JOB,
  active: true,
  frequency: 'periodically',
  executionInterval: { minutes: 5 },
  executionStart: '2026-01-01 00:00:00',
  timeZone: 'UTC',
  script: reconcile,
})
