import { GlideRecord } from '@servicenow/glide'
import { SYNC_USER } from '../names.ts'

/** Whether the jobs have somebody to run as. */
export function isSyncUserReady(): boolean {
  const row = new GlideRecord('sys_user')
  return row.get(SYNC_USER.sysId) && row.getValue('active') === '1' && row.getValue('locked_out') !== '1'
}
