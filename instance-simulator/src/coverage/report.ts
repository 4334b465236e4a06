import { systemCaller } from '../access/system-callers.ts'
import type { RecordStore, Row } from '../contracts.ts'
import type { Ledger } from './ledger.ts'
import { TABLE_DUTIES } from './table-duties.ts'

export type RecordStatus = 'executed' | 'in effect' | 'not yet run' | 'stored only' | 'data' | 'refused'

export interface CoveredRecord {
  readonly scope: string
  readonly table: string
  readonly sysId: string
  readonly name: string
  readonly file: string
  readonly status: RecordStatus
  readonly runs: number
  /** Why it was refused, or what could not be linked. */
  readonly note: string
}

export interface CoverageReport {
  readonly records: readonly CoveredRecord[]
  readonly notSimulated: readonly { readonly what: string; readonly times: number }[]
}

/** Every record of every installed package, and what became of it. */
export function reportCoverage(store: RecordStore, ledger: Ledger): CoverageReport {
  const remembered = store.query(
    'simulator_package_record',
    { encoded: 'ORDERBYscope^ORDERBYtable_name^ORDERBYfile' },
    systemCaller,
  )
  return {
    records: [...remembered.map((memory) => coverRecord(store, ledger, memory)), ...coverBaseRules(store, ledger)],
    notSimulated: ledger.missing(),
  }
}

/** The instance's own business rules and quotas: they belong to no package and are in effect all the same. */
function coverBaseRules(store: RecordStore, ledger: Ledger): readonly CoveredRecord[] {
  return ['sys_script', 'sysrule_quota'].flatMap((table) => {
    const encoded = `sys_packageISEMPTY^ORDERBY${table === 'sys_script' ? 'collection' : 'name'}^ORDERBYorder`
    return store
      .query(table, { encoded }, systemCaller)
      .map(({ sys_id: sysId = '', name = '' }) =>
        coverRecord(store, ledger, { scope: 'global', table_name: table, record_id: sysId, sys_name: name }),
      )
  })
}

function coverRecord(store: RecordStore, ledger: Ledger, memory: Row): CoveredRecord {
  const [table, sysId] = [memory['table_name'] ?? '', memory['record_id'] ?? '']
  const row = store.findTable(table) && store.find(table, sysId)
  const refusal = ledger.refusalOf(table, sysId) ?? memory['note'] ?? ''
  const runs = ledger.runsOf(table, sysId)
  return {
    scope: memory['scope'] ?? '',
    table,
    sysId,
    name: row?.['sys_name'] || (row?.['name'] ?? ''),
    file: memory['file'] ?? '',
    status: statusOf(table, runs, refusal, row !== undefined && !('sys_update_name' in row)),
    runs,
    note: refusal,
  }
}

function statusOf(table: string, runs: number, refusal: string, isData: boolean): RecordStatus {
  if (refusal !== '') return 'refused'
  if (runs > 0) return 'executed'
  const duty = TABLE_DUTIES[table]
  if (duty === 'in effect') return 'in effect'
  if (duty === 'runs') return 'not yet run'
  return isData ? 'data' : 'stored only'
}
