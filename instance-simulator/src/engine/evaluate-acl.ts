import type { Caller, EngineParts, Row } from '../contracts.ts'
import type { JobResult, JobTask, ScriptText } from './job.ts'
import { isOn, scopeOf } from './metadata.ts'

export interface AclQuestion {
  readonly aclSysId: string
  readonly table: string
  readonly row: Row | undefined
  readonly caller: Caller
}

/** Condition, then script, of one access control. */
export async function evaluateAcl(
  { store, ledger }: EngineParts,
  run: (task: JobTask) => Promise<JobResult>,
  { aclSysId, table, row, caller }: AclQuestion,
): Promise<boolean> {
  const acl = store.find('sys_security_acl', aclSysId)
  if (!acl) throw new Error(`ACL ${aclSysId} does not exist`)
  ledger.executed('sys_security_acl', aclSysId)
  const condition = (acl['condition'] ?? '').replace(/\^?EQ$/, '')
  if (condition !== '' && row && !store.matches(table, condition, row, undefined, caller)) return false
  const source = acl['script'] ?? ''
  if (source.trim() === '' || !isOn(acl['advanced'])) return true
  const script: ScriptText = { name: `sys_security_acl.${aclSysId}`, source, scope: scopeOf(store, acl) }
  const { value } = await run({ kind: 'acl', script, record: { table, row: row ?? {} }, isNew: row === undefined })
  return value === true
}
