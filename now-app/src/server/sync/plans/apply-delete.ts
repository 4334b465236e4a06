import type { InstancePlan, SyncFinding } from '@accord/shared/schemas'
import { GlideRecord, gs } from '@servicenow/glide'
import { TABLES } from '../../names.ts'
import { secureRecord } from '../../platform/secure-record.ts'
import { findAccess } from '../access/sync-access.ts'
import { contended, missing, refused, refusedByRule } from './check-plan.ts'

type Row = GlideRecord<string>

/**
 * Deletes the record of a pair, as the user whom this runs as. Sync access must allow it, and the record must be the one that the pair
 * is shown with here. It may be interrupted anywhere and done again: a record that is not there is what was wanted.
 */
export function applyDelete(plan: InstancePlan, existing: Row | undefined): SyncFinding | undefined {
  if (!existing) return undefined
  const table = existing.getTableName()
  if (!findAccess(table)?.mayDelete) return missing(`Sync access lets nobody delete a ${table}.`, [table])
  const strange = checkPair(plan, existing) ?? contended(plan, existing)
  if (strange) return strange
  const row = secureRecord(table)
  if (!row.get(existing.getUniqueValue())) return refused('acl', 'The sync user may not read this record.', [table])
  if (!row.canDelete()) return refused('acl', 'The sync user may not delete this record.', [table])
  gs.flushMessages()
  return row.deleteRecord() ? undefined : refusedByRule(row)
}

/** The node tells of a pair again when it hears that the other record is gone: it may be a moment until it is known here. */
function checkPair({ pair }: InstancePlan, existing: Row): SyncFinding | undefined {
  const row = new GlideRecord(TABLES.syncPair)
  if (!row.get('pair_id', pair))
    return { code: 'version_contended', detail: `The pair ${pair} is not known here yet.`, names: [] }
  const id = existing.getUniqueValue()
  if (row.getValue('record') === id || isWithinInstance(row)) return undefined
  return refused('taken', 'The record is not the one of this pair.', [id])
}

/** Both halves of such a pair are records of this instance, and its row shows one of them. */
function isWithinInstance(pair: Row): boolean {
  const connection = new GlideRecord(TABLES.connection)
  return connection.get(pair.getValue('connection') ?? '') && connection.getValue('is_local') === '1'
}
