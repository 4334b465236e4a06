import { ScheduledScript } from '@servicenow/sdk/core'
import { runPartition2 } from '../../server/sync/plans/run-partition.ts'
import { PARTITION_JOBS, SYNC_USER } from '../../server/sync/names.ts'

/** Started by the application whenever the node has sent plans; writes under the rights of the sync user. */
ScheduledScript({
  $id: Now.ID['job-apply-plans-2'],
  name: PARTITION_JOBS.second,
  active: true,
  frequency: 'on_demand',
  runAs: SYNC_USER.sysId,
  script: runPartition2,
})
