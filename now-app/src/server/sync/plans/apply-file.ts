import type { InstancePlan, PlannedFile, SyncFinding } from '@accord/shared/schemas'
import { GlideRecord, GlideSysAttachment, gs } from '@servicenow/glide'
import { Refusal } from '../../http/refusal.ts'
import { fetchContents } from '../../node/carry-file.ts'
import { secureRecord } from '../../platform/secure-record.ts'
import { findAccess } from '../access/sync-access.ts'
import { refused } from './check-plan.ts'
import { conclude, findEffect, forgetEffect, intend, isTarget, isTargetOf } from './effect.ts'
import type { Effect, EffectName } from './effect.ts'
import { fileNameOf } from './file-name.ts'

type Row = GlideRecord<string>

/** Attaches one file to a record, or takes away one that this pair has brought. It may be interrupted anywhere and done again. */
export function applyFile(plan: InstancePlan, file: PlannedFile, existing: Row | undefined): SyncFinding | undefined {
  if (!existing) return { code: 'record_gone', detail: `${plan.table} ${plan.record ?? ''} is not there.` }
  const table = existing.getTableName()
  if (!findAccess(table)?.writeFiles)
    return { code: 'access_missing', detail: `Sync access lets nobody attach files to ${table}.`, names: [table] }
  const row = secureRecord(table)
  if (!row.get(existing.getUniqueValue()) || !row.canWrite())
    return refused('acl', 'The sync user may not write this record.', [table])
  const record = existing.getUniqueValue()
  const name = { pair: plan.pair, kind: 'file', name: file.key, record, origin: file.key, author: file.author } as const
  return file.download ? attach({ table, record, file, name }, file.download) : detach(table, record, name)
}

interface Attaching {
  readonly table: string
  readonly record: string
  readonly file: PlannedFile
  readonly name: EffectName
}

function attach(attaching: Attaching, download: string): SyncFinding | undefined {
  const known = findEffect(attaching.name)
  // One that somebody has deleted here since is not brought back.
  if (known?.isDone) return undefined
  const effect = intend(attaching.name)
  const there = findSame(attaching)
  if (there) {
    conclude(effect, there)
    return undefined
  }
  dropRemains(attaching)
  return fetch(attaching, effect, download)
}

/** The same name, size and contents: whoever attached it, it is not attached once more; two of the sender are two. */
function findSame({ table, record, file, name }: Attaching): string | undefined {
  const row = attachmentsOf(table, record)
  row.addQuery('hash', file.sha256)
  row.addQuery('file_name', fileNameOf(file.name))
  row.query()
  while (row.next()) {
    const id = row.getUniqueValue()
    if (Number(row.getValue('size_bytes')) === file.bytes && !isTargetOf('this', name.pair, id)) return id
  }
  return undefined
}

/** What an interrupted run has left: by this user, under this name, and known to nobody. */
function dropRemains({ table, record, file }: Attaching): void {
  const row = attachmentsOf(table, record)
  row.addQuery('file_name', fileNameOf(file.name))
  row.addQuery('sys_created_by', gs.getUserName())
  row.query()
  while (row.next())
    if (!isTarget(row.getUniqueValue())) new GlideSysAttachment().deleteAttachment(row.getUniqueValue())
}

function fetch({ table, record, file }: Attaching, effect: Effect, download: string): SyncFinding | undefined {
  try {
    const attached = fetchContents({ table, record, name: fileNameOf(file.name) }, download)
    if (attached && isIt(attached, file)) {
      conclude(effect, attached)
      return undefined
    }
    if (attached) new GlideSysAttachment().deleteAttachment(attached)
    return failed('The instance did not keep the file as it was sent.')
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown
    return failed(thrown.detail)
  }
}

function isIt(attached: string, { bytes, sha256 }: PlannedFile): boolean {
  const row = new GlideRecord('sys_attachment')
  return row.get(attached) && Number(row.getValue('size_bytes')) === bytes && row.getValue('hash') === sha256
}

/** Only what the sync user has attached: a file that was there before belongs to people of this side. What another pair has brought as well stays for that. */
function detach(table: string, record: string, name: EffectName): undefined {
  const effect = findEffect(name)
  if (!effect) return undefined
  if (!isTargetOf('another', name.pair, effect.target)) {
    const row = attachmentsOf(table, record)
    row.addQuery('sys_id', effect.target)
    row.addQuery('sys_created_by', gs.getUserName())
    row.query()
    if (row.next()) new GlideSysAttachment().deleteAttachment(row.getUniqueValue())
  }
  forgetEffect(effect)
  return undefined
}

function attachmentsOf(table: string, record: string): Row {
  const row = new GlideRecord('sys_attachment')
  row.addQuery('table_name', table)
  row.addQuery('table_sys_id', record)
  return row
}

const failed = (detail: string): SyncFinding => ({ code: 'file_failed', detail })
