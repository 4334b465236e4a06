import type { ConnectedProcesses } from './connected-processes.ts'
import type { ProcessCompany } from './process-company.ts'

/** One record as people made it: how its summary begins, the marks in its comments, its files by name with their SHA-256. */
export interface Expected {
  readonly key: string
  readonly marks: readonly string[]
  readonly files: ReadonlyMap<string, string>
  /** Fields that have to hold what people wrote last, unless the histories say that Acme's value took the place of Globex's. */
  readonly last?: ReadonlyMap<string, string>
}

/** Sentences. All empty: nothing lost, nothing twice, both sides equal. */
export interface Differences {
  readonly lost: readonly string[]
  readonly doubled: readonly string[]
  readonly different: readonly string[]
  /** Values that a real conflict has overwritten, as the history says: no loss. */
  readonly overwritten: number
}

export const isEqual = ({ lost, doubled, different }: Differences): boolean =>
  lost.length + doubled.length + different.length === 0

/** What ends a key in a summary; the rest may be changed. */
export const KEY_END = ' |'
const MARK = /\bsaid [\w.-]+;/gu
const FIELDS = ['short_description', 'state', 'priority'] as const
type Row = Readonly<Record<string, string>>

interface Side {
  readonly name: string
  readonly records: ReadonlyMap<string, readonly Row[]>
  readonly entries: ReadonlyMap<string, readonly Row[]>
  readonly files: ReadonlyMap<string, readonly Row[]>
}

function grouped(rows: readonly Row[], keyOf: (row: Row) => string): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return groups
}

async function readSide({ name, admin }: ProcessCompany): Promise<Side> {
  const [records, entries, files] = await Promise.all([
    admin.rows('incident', 'short_descriptionSTARTSWITHSync:'),
    admin.rows('sys_journal_field', 'element=comments'),
    admin.rows('sys_attachment', 'table_name=incident'),
  ])
  return {
    name,
    records: grouped(records, (row) => (row['short_description'] ?? '').split(KEY_END)[0] ?? ''),
    entries: grouped(entries, (row) => row['element_id'] ?? ''),
    files: grouped(files, (row) => row['table_sys_id'] ?? ''),
  }
}

const PATHS: Readonly<Record<string, string>> = { short_description: '/summary', close_notes: '/resolution' }

type IsSaid = (record: string, field: string) => boolean

/** What a node says in its histories: the source that it has kept its own value, the destination that its own was overwritten. */
async function readConflicts({ rows }: ProcessCompany, event: 'kept' | 'overwritten'): Promise<IsSaid> {
  const events = await rows<{ record_id: string; details: string }>(
    `select record_id, details from item_event join sync_pair on sync_pair.id = item_id where event = '${event}'`,
  )
  const said = new Set(
    events.flatMap(({ record_id: record, details }) =>
      ((JSON.parse(details) as { paths?: readonly string[] }).paths ?? []).map((path) => record + path),
    ),
  )
  return (record, field) => said.has(record + PATHS[field])
}

/** Both instances, as people see them, against what people did. */
export async function compareSides(
  { acme, globex }: Pick<ConnectedProcesses, 'acme' | 'globex'>,
  expected: readonly Expected[],
): Promise<Differences> {
  const found = { lost: [] as string[], doubled: [] as string[], different: [] as string[] }
  const count = (what: string, times: number) => {
    if (times === 0) found.lost.push(what)
    if (times > 1) found.doubled.push(`${what}: ${times} times`)
  }
  const sides = await Promise.all([readSide(acme), readSide(globex)])
  const [isKept, isOverwritten] = await Promise.all([readConflicts(acme, 'kept'), readConflicts(globex, 'overwritten')])
  let overwritten = 0
  for (const { key, marks, files, last } of expected) {
    const rows = sides.map((side) => side.records.get(key)?.[0])
    for (const [place, { name, records, ...side }] of sides.entries()) {
      count(`${name}: record ${key}`, records.get(key)?.length ?? 0)
      const id = rows[place]?.['sys_id'] ?? ''
      for (const [field, value] of last ?? [])
        if (rows[place] && rows[place][field] !== value) {
          const [ours, theirs] = rows.map((row) => row?.['sys_id'] ?? '')
          const isSaid = isKept(ours ?? '', field) || isOverwritten(theirs ?? '', field)
          if (isSaid) overwritten += place
          else found.lost.push(`${name}: ${key} ${field} is ${rows[place][field]}, not ${value}`)
        }
      const said = (side.entries.get(id) ?? []).flatMap((entry) => entry['value']?.match(MARK) ?? [])
      for (const mark of marks) count(`${name}: ${key} ${mark}`, said.filter((each) => each === mark).length)
      for (const mark of new Set(said)) if (!marks.includes(mark)) found.different.push(`${name}: ${key} has ${mark}`)
      const attached = side.files.get(id) ?? []
      for (const [file, hash] of files) {
        const same = attached.filter((row) => row['file_name'] === file)
        count(`${name}: ${key} ${file}`, same.length)
        if (same.some((row) => row['hash'] !== hash)) found.different.push(`${name}: ${key} ${file} has other bytes`)
      }
    }
    const [ours, theirs] = rows
    for (const field of FIELDS)
      if (ours && theirs && ours[field] !== theirs[field])
        found.different.push(`${key}: ${field} is ${ours[field]} and ${theirs[field]}`)
  }
  return { ...found, overwritten }
}

const UNSETTLED = `pair like '%"dirty":true%' or outbound_sealed is not null or inbound_sealed is not null`

const ON_ITS_WAY = "state in ('waiting', 'writing', 'removing')"

/** Pairs and files that are not through yet, of both sides. */
export async function countUnsettled({ acme, globex }: ConnectedProcesses): Promise<number> {
  const counts = await Promise.all(
    [acme, globex].map(({ rows }) =>
      rows<{ count: string | number }>(
        `select (select count(*) from sync_pair where ${UNSETTLED}) + (select count(*) from pair_file where ${ON_ITS_WAY}) as count`,
      ),
    ),
  )
  return counts.reduce((sum, [row]) => sum + Number(row?.count), 0)
}

/** What stands in a pair or file that does not go on. */
export async function describeUnsettled({ acme, globex }: ConnectedProcesses): Promise<string> {
  const found = await Promise.all(
    [acme, globex].map(async ({ name, rows }) => {
      const pairs = await rows<object>(`select * from sync_pair where ${UNSETTLED} limit 3`)
      const files = await rows<object>(`select * from pair_file where ${ON_ITS_WAY} limit 3`)
      return [...pairs, ...files].map((row) => `${name}: ${JSON.stringify(row).slice(0, 1500)}`)
    }),
  )
  return found.flat().join('\n')
}
