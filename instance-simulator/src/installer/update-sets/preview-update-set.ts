import { isReference } from '../../records/row-values.ts'
import { isCustomized } from '../../package/package-memory.ts'
import type { ReadPackage } from '../../package/read-package.ts'
import { updateName, type PackageRecord } from '../../package/read-records.ts'
import type { MemoryStore } from '../../records/record-store.ts'
import { systemCaller } from '../../access/system-callers.ts'

/** Something that an administrator decides before the set can be committed. */
export interface PreviewProblem {
  readonly kind: 'collision' | 'missing'
  readonly update: string
  readonly description: string
}

/** `accept` writes the update as it stands in the set, `skip` leaves the instance as it is. */
export type PreviewAnswer = 'accept' | 'skip'
export type Decide = (problem: PreviewProblem) => PreviewAnswer | undefined

/** Compares a set with the instance as the platform's preview does: a newer local change, and what an update needs and nobody has. */
export function previewUpdateSet(store: MemoryStore, found: ReadPackage): readonly PreviewProblem[] {
  const updates = [found.application, ...found.records]
  const brought = new Set(updates.map(({ sysId }) => sysId))
  const tables = new Set(found.tables.map(({ name }) => name))
  return updates.flatMap((record) => {
    const problem = collisionOf(store, record, found.scope) ?? missingOf(store, record, { brought, tables })
    return problem ? [problem] : []
  })
}

/** A change on this instance that is older than the update is overwritten by it, without a question. */
function collisionOf(store: MemoryStore, record: PackageRecord, scope: string): PreviewProblem | undefined {
  if (!isCustomized(store, record, scope)) return undefined
  const changedOn = store.find(record.table, record.sysId)?.['sys_updated_on'] ?? ''
  if (changedOn <= (record.updatedOn ?? '')) return undefined
  const description = `Found a local update that is newer than this one: ${updateName(record)}`
  return { kind: 'collision', update: updateName(record), description }
}

interface Brought {
  readonly brought: ReadonlySet<string>
  readonly tables: ReadonlySet<string>
}

function missingOf(
  store: MemoryStore,
  record: PackageRecord,
  { brought, tables }: Brought,
): PreviewProblem | undefined {
  const table = store.findTable(record.table)
  // Tables that the instance has no use for are kept as the set describes them.
  if (!table || record.action !== 'INSERT_OR_UPDATE') return undefined
  const isThere = (target: string, field: string, value: string): boolean => {
    if (brought.has(value) || tables.has(value) || store.find(target, value) !== undefined) return true
    const key = record.keys[field]
    return key !== undefined && store.query(target, { encoded: encodedOf(key), limit: 1 }, systemCaller).length > 0
  }
  for (const [field, value] of Object.entries(record.values)) {
    const column = table.columns.get(field)
    if (value === '' || !column || !isReference(column) || column.referenceKey || !column.reference) continue
    if (isThere(column.reference, field, value)) continue
    const description = `Could not find a record in ${column.reference} for column ${field} referenced in this update`
    return { kind: 'missing', update: updateName(record), description }
  }
  return undefined
}

const encodedOf = (key: Readonly<Record<string, string>>): string =>
  Object.entries(key)
    .map((pair) => pair.join('='))
    .join('^')
