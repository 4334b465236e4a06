import type { SyncUser } from '@accord/shared/schemas'
import { GlideRecord } from '@servicenow/glide'
import { TABLES } from '../../names.ts'
import { isoOf } from '../../platform/glide-time.ts'
import { listAccess } from '../access/sync-access.ts'
import type { SyncAccess } from '../access/sync-access.ts'
import { SYNC_USER } from '../names.ts'
import type { CheckedRights } from './check-rights.ts'

/** What Set-up shows of the sync user: whether it is there and as it should be, and what it was found to be able to do. */
export function describeSyncUser(): SyncUser {
  const row = new GlideRecord('sys_user')
  const isThere = row.get(SYNC_USER.sysId)
  const is = (field: string): boolean => isThere && row.getValue(field) === '1'
  return {
    isWanted: listAccess().length > 0,
    userName: SYNC_USER.userName,
    isThere,
    isActive: is('active') && !is('locked_out'),
    isForServicesOnly: is('web_service_access_only'),
    hasPassword: isThere && Boolean(row.getValue('user_password')),
    roles: isThere ? rolesOf() : [],
    rights: listAccess().map(rightsOf),
  }
}

function rolesOf(): string[] {
  const row = new GlideRecord('sys_user_has_role')
  row.addQuery('user', SYNC_USER.sysId)
  row.orderBy('role')
  row.query()
  const roles: string[] = []
  while (row.next()) roles.push(row.getDisplayValue('role'))
  return [...new Set(roles)]
}

const NOTHING: CheckedRights = {
  mayRead: false,
  mayWrite: false,
  mayCreate: false,
  mayDelete: false,
  closedFields: [],
}

function rightsOf({ table, writeFields, writeJournals, mayCreate, mayDelete }: SyncAccess): SyncUser['rights'][number] {
  return {
    table,
    wantsWrite: writeFields.length + writeJournals.length > 0,
    wantsCreate: mayCreate,
    wantsDelete: mayDelete,
    ...rightsIn(table),
  }
}

/** As they were last asked for. */
export function rightsIn(table: string): CheckedRights & Pick<SyncUser['rights'][number], 'checkedAt'> {
  const row = new GlideRecord(TABLES.syncAccess)
  const checked = row.get('table_name', table) ? row.getValue('rights') : null
  if (!checked) return { checkedAt: null, ...NOTHING }
  return { checkedAt: isoOf(row.getValue('checked_at')), ...NOTHING, ...(JSON.parse(checked) as CheckedRights) }
}
