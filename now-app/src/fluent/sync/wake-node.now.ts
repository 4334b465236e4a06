import { ScheduledScript } from '@servicenow/sdk/core'
import { WAKE_JOB } from '../../server/sync/names.ts'
import { wakeNode } from '../../server/sync/notices/wake-node.ts'

/** Started when there is something new for the node: what calls it waits for an answer, and no rule and no person shall. */
ScheduledScript({
  $id: Now.ID['job-wake-node'],
  name: WAKE_JOB,
  active: true,
  frequency: 'on_demand',
  script: wakeNode,
})
