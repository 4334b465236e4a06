import type { Caller, Row, SimulatorParts } from '../contracts.ts'

/** The row, unless a before-query rule hides it from this person: then it does not exist for him. */
export async function findVisible(
  { engine, store }: Pick<SimulatorParts, 'engine' | 'store'>,
  table: string,
  sysId: string,
  caller: Caller,
): Promise<Row | undefined> {
  const row = store.find(table, sysId)
  if (!row) return undefined
  const asked = `sys_id=${row['sys_id']}`
  const encoded = await engine.restrictQuery(table, asked, caller)
  if (encoded === asked) return row
  return encoded !== undefined && store.matches(table, encoded, row, undefined, caller) ? row : undefined
}
