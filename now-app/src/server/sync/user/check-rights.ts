import { GlideDateTime, GlideRecord, gs } from '@servicenow/glide'
import type { SyncUser } from '@accord/shared/schemas'
import { updateRow } from '../../connection-rows/require-written.ts'
import { TABLES } from '../../names.ts'
import { startJob } from '../../platform/start-job.ts'
import { secureRecord } from '../../platform/secure-record.ts'
import { writeFields } from '../../platform/write-fields.ts'
import { listAccess } from '../access/sync-access.ts'
import type { SyncAccess } from '../access/sync-access.ts'
import { CHECK_JOB, SYNC_USER } from '../names.ts'
import { isSyncUserReady } from './sync-user.ts'

export type CheckedRights = Omit<
  SyncUser['rights'][number],
  'table' | 'checkedAt' | 'wantsWrite' | 'wantsCreate' | 'wantsDelete'
>

/** Starts the check: only a job that runs as the sync user can tell what that user may do. */
export function startChecking(): void {
  if (!isSyncUserReady()) return
  startJob(CHECK_JOB)
}

/** Whether an entry was changed since the rights in its table were checked, on whatever way. */
export function isCheckDue(): boolean {
  const row = new GlideRecord(TABLES.syncAccess)
  row.addNullQuery('rights')
  row.setLimit(1)
  row.query()
  return row.hasNext()
}

/** Runs as the sync user: notes for each table of sync access what its ACLs let it do. Nothing is written to the tables themselves. */
export function checkRights(): void {
  if (gs.getUserID() !== SYNC_USER.sysId) return
  for (const access of listAccess()) note(access.table, rightsIn(access))
}

/** By the newest record that this user may read, since ACLs may ask about the record; where there is none by the table. */
function rightsIn({ table, writeFields: fields, writeJournals }: SyncAccess): CheckedRights {
  const row = secureRecord(table)
  if (!row.isValid()) return { mayRead: false, mayWrite: false, mayCreate: false, mayDelete: false, closedFields: [] }
  row.orderByDesc('sys_created_on')
  row.setLimit(1)
  row.query()
  const isRecord = row.next()
  const fresh = secureRecord(table)
  fresh.initialize()
  const checked = isRecord ? row : fresh
  const closedFields = [...fields, ...writeJournals].filter((name) => !checked.getElement(name)?.canWrite())
  return {
    mayRead: checked.canRead(),
    mayWrite: checked.canWrite(),
    mayCreate: fresh.canCreate(),
    mayDelete: checked.canDelete(),
    closedFields,
  }
}

function note(table: string, rights: CheckedRights): void {
  const row = new GlideRecord(TABLES.syncAccess)
  if (!row.get('table_name', table)) return
  writeFields(row, { rights: JSON.stringify(rights), checked_at: new GlideDateTime().getValue() })
  updateRow(row)
}
