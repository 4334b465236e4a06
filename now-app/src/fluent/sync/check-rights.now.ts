import { ScheduledScript } from '@servicenow/sdk/core'
import { CHECK_JOB, SYNC_USER } from '../../server/sync/names.ts'
import { checkRights } from '../../server/sync/user/check-rights.ts'

/** Started when the sync user is made: only as that user it shows what ACLs let it do. */
ScheduledScript({
  $id: Now.ID['job-check-rights'],
  name: CHECK_JOB,
  active: true,
  frequency: 'on_demand',
  runAs: SYNC_USER.sysId,
  script: checkRights,
})
