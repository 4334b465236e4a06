import { notSimulated } from '../host.ts'
import { findTable } from './table.ts'

const given = (field: unknown): field is string => typeof field === 'string' && field !== ''

/** The reference of the other table that points here, else one that points at a parent of here. */
function referenceTo(tableName: string, otherTable: string): string {
  const references = [...(findTable(otherTable)?.columns.values() ?? [])].filter(({ type }) => type === 'reference')
  const lineage = findTable(tableName)?.lineage ?? []
  const [found] = lineage.flatMap((name) => references.filter(({ reference }) => reference === name))
  return found?.name ?? notSimulated(`addJoinQuery: ${otherTable} has no reference to ${tableName}`)
}

/** The encoded form of a join, as `JOINcmdb_ci.sys_id=cmdb_rel_ci.parent`. */
export function joinText(tableName: string, otherTable: string, field: unknown, otherField: unknown): string {
  const own = given(field) ? field : 'sys_id'
  const other = given(otherField) ? otherField : given(field) ? 'sys_id' : referenceTo(tableName, otherTable)
  return `JOIN${tableName}.${own}=${otherTable}.${other}`
}
