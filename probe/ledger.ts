import { summary, type InstanceClient, type Row } from './instance-client.ts'

/** Everything that the probe makes begins with this, so that a later run finds what an earlier one left. */
export const MARK = 'accord_probe'

interface Made {
  readonly table: string
  readonly sysId: string
}

/** What was made on the instance, and the way to make it unmade. */
export interface Ledger {
  /** Writes a row and remembers it. */
  make(table: string, values: Row): Promise<Row>
  /** Remembers what a script made, or is about to make. */
  adopt(table: string, sysId: string): void
  /** Removes all of it, the newest first; answers what could not be removed. */
  tidyUp(): Promise<readonly string[]>
}

/** By which field a row of the probe is known; in the order in which left-overs are removed. */
const NAMED_BY: readonly (readonly [table: string, field: string])[] = [
  ['sys_attachment', 'file_name'],
  ['sys_script', 'name'],
  ['sysevent_script_action', 'name'],
  ['sysevent_register', 'event_name'],
  ['sysauto_script', 'name'],
  ['sys_ws_operation', 'name'],
  ['sys_ws_definition', 'name'],
  ['incident', 'short_description'],
  ['sys_user', 'user_name'],
  ['sys_properties', 'name'],
]

/** What the platform writes beside a row that is made or removed, and does not take away with it. */
const BESIDE: readonly (readonly [table: string, field: string, value: (made: Made) => string, of: RegExp])[] = [
  ['sys_journal_field', 'element_id', ({ sysId }) => sysId, /^incident$/u],
  ['sys_attachment', 'table_sys_id', ({ sysId }) => sysId, /^incident$/u],
  ['sys_user_has_role', 'user', ({ sysId }) => sysId, /^sys_user$/u],
  ['sys_ws_version', 'web_service_definition', ({ sysId }) => sysId, /^sys_ws_definition$/u],
  ['sys_update_xml', 'name', ({ table, sysId }) => `${table}_${sysId}`, /^sys(?!_user)/u],
  ['sys_metadata_delete', 'sys_metadata', ({ sysId }) => sysId, /^sys(?!_user)/u],
]

export function createLedger(client: InstanceClient): Ledger {
  const made: Made[] = []
  return {
    make: async (table, values) => {
      const path = `/api/now/table/${table}?sysparm_exclude_reference_link=true&sysparm_input_display_value=true`
      const answer = await client.call('POST', path, { body: values })
      const row = (answer.json as { result?: Row } | undefined)?.result
      if (answer.status !== 201 || !row?.['sys_id']) throw new Error(`${table} takes no new row: ${summary(answer)}`)
      made.push({ table, sysId: row['sys_id'] })
      return row
    },
    adopt: (table, sysId) => void made.push({ table, sysId }),
    tidyUp: async () => {
      const kept: string[] = []
      for (const each of made.splice(0).toReversed()) kept.push(...(await unmake(client, each)))
      return kept
    },
  }
}

/** Removes what an earlier run has left, or only counts it. */
export async function removeLeftOvers(client: InstanceClient, reallyRemove: boolean) {
  const found: Made[] = []
  for (const [table, field] of NAMED_BY)
    for (const row of await rowsWith(client, table, field, 'LIKE', `${MARK}_`))
      found.push({ table, sysId: row['sys_id'] ?? '' })
  const kept: string[] = []
  if (reallyRemove) for (const each of found) kept.push(...(await unmake(client, each)))
  return { found: found.map(({ table, sysId }) => `${table} ${sysId}`), kept }
}

/**
 * Rows that hold this value. An instance drops a condition that it does not understand and answers every row of the table:
 * what is about to be removed is therefore looked at once more. Of a table that is not there, none.
 */
export async function rowsWith(
  client: InstanceClient,
  table: string,
  field: string,
  operator: '=' | 'LIKE',
  value: string,
): Promise<readonly Row[]> {
  const rows = await client.rows(table, `${field}${operator}${value}`, { always: true }).catch(() => [])
  const holds = (text: string | undefined) => (operator === '=' ? text === value : text?.includes(value) === true)
  return value === '' ? [] : rows.filter((row) => holds(row[field]))
}

async function unmake(client: InstanceClient, each: Made): Promise<readonly string[]> {
  const kept = await removeRow(client, each)
  for (const [table, field, value, of] of BESIDE) {
    if (!of.test(each.table)) continue
    for (const row of await rowsWith(client, table, field, '=', value(each)))
      kept.push(...(await removeRow(client, { table, sysId: row['sys_id'] ?? '' })))
  }
  return kept
}

/** A row that is gone already is as good as removed. */
async function removeRow(client: InstanceClient, { table, sysId }: Made): Promise<string[]> {
  if (!/^[0-9a-f]{32}$/u.test(sysId)) return []
  const path = `/api/now/table/${table}/${sysId}`
  const said = await client.call('DELETE', path, { always: true }).then(
    (answer) => (answer.status === 204 || answer.status === 404 ? '' : summary(answer)),
    (error: unknown) => String(error),
  )
  return said === '' ? [] : [`${table} ${sysId}: ${said}`]
}
