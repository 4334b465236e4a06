import { ScheduledScript } from '@servicenow/sdk/core'
import { runFiles } from '../../server/sync/plans/run-partition.ts'
import { PARTITION_JOBS, SYNC_USER } from '../../server/sync/names.ts'

/** Started by the application whenever the node has files for records; attaches them under the rights of the sync user. */
ScheduledScript({
  $id: Now.ID['job-attach-files'],
  name: PARTITION_JOBS.files,
  active: true,
  frequency: 'on_demand',
  runAs: SYNC_USER.sysId,
  script: runFiles,
})
