import type { ConnectedList, ConnectListRequest } from '@accord/shared/schemas'

import { isRefusal } from '../../refusals/refusal.ts'
import { findPairsOfRecord } from '../../store/sync/sync-pairs.ts'
import { findByKey, findByValue, type FoundRecord } from '../../trackers/find-by-key.ts'
import { hasEnded } from '../pairs/pair-state.ts'
import type { SyncPair } from '../pairs/sync-pair.ts'
import type { ConfigurationContext } from './configuration-context.ts'
import { connectFound, type Connecting, requireConnectable } from './connect-records.ts'
import { type KeyLine, readKeyList } from './read-key-list.ts'

type Row = ConnectedList['rows'][number]
/** A line that can be connected, with the record that it means here. */
type Checked = Row & { readonly recordId?: string }

/** The field by which rules note the record of the other side. */
const CORRELATION = 'correlation_id'
/** Look-ups that are under way at once. */
const AT_ONCE = 8

/**
 * Connects a list of records, or says what would become of each line. The other side decides for itself, as for `connectRecords`.
 * A line that stands in the way of another stops only itself. Throws `connection_unknown`, `state_conflict`, `malformed`.
 */
export async function connectList(
  context: ConfigurationContext,
  connectionId: string,
  { csv, isDryRun, actor }: ConnectListRequest,
): Promise<ConnectedList> {
  const connecting = await requireConnectable(context, connectionId)
  const lines = readKeyList(csv)
  const found = await findAll(connecting, lines)
  const rows: Row[] = []
  const seen = new Set<string>()
  for (const [at, line] of lines.entries()) {
    const checked = await check(context, connecting, line, found[at], seen)
    rows.push(isDryRun ? rowOf(checked) : await connect(context, connecting, checked, actor))
  }
  return { rows }
}

async function findAll({ tracker, table }: Connecting, lines: readonly KeyLine[]): Promise<readonly FoundRecord[]> {
  const found: FoundRecord[] = []
  for (let at = 0; at < lines.length; at += AT_ONCE) {
    const some = lines.slice(at, at + AT_ONCE)
    found.push(
      ...(await Promise.all(
        some.map(({ local, remote }) =>
          local === '' ? findByValue(tracker, table, CORRELATION, remote) : findByKey(tracker, table, local),
        ),
      )),
    )
  }
  return found
}

async function check(
  { database }: ConfigurationContext,
  { connection, table }: Connecting,
  { line, local, remote }: KeyLine,
  found: FoundRecord | undefined,
  seen: Set<string>,
): Promise<Checked> {
  const row = { line, localKey: local, remoteKey: remote, detail: '' }
  if (found?.kind !== 'found') return { ...row, ...refusedOf(found) }
  const { id: recordId, key } = found
  const named = { ...row, localKey: local || key || recordId }
  const names = [`here ${recordId}`, `there ${remote}`]
  const isRepeated = names.some((name) => seen.has(name))
  for (const name of names) seen.add(name)
  if (isRepeated) return { ...named, outcome: 'doubled', detail: 'An earlier line names one of the two.' }
  const pairs = (await findPairsOfRecord(database.db, table, recordId))
    .filter(({ connectionId }) => connectionId === connection.id)
    .map(({ pair }) => pair as SyncPair)
    .filter((pair) => !hasEnded(pair))
  const [pair] = pairs
  if (!pair) return { ...named, outcome: 'would_link', recordId }
  const other = pair.remote?.key ?? pair.target
  if (other === remote) return { ...named, outcome: 'already' }
  return { ...named, outcome: 'doubled', detail: `It is in a pair with ${other ?? 'a record that has no key yet'}.` }
}

function refusedOf(found: Exclude<FoundRecord, { kind: 'found' }> | undefined): Pick<Row, 'outcome' | 'detail'> {
  const detail = found?.message ?? ''
  if (found?.code === 'record_gone') return { outcome: 'missing', detail }
  return { outcome: found?.code === 'lookup_ambiguous' ? 'doubled' : 'refused', detail }
}

const rowOf = ({ line, localKey, remoteKey, outcome, detail }: Checked): Row => ({
  line,
  localKey,
  remoteKey,
  outcome,
  detail,
})

async function connect(
  context: ConfigurationContext,
  connecting: Connecting,
  { recordId, ...row }: Checked,
  actor: string,
): Promise<Row> {
  if (recordId === undefined) return row
  try {
    const { localKey, remoteKey } = row
    await connectFound(context, connecting, { localKey, remoteKey, recordId, actor })
    return { ...row, outcome: 'linked' }
  } catch (error) {
    // Somebody has paired the record since it was checked.
    if (!isRefusal(error) || error.code !== 'link_refused') throw error
    return { ...row, outcome: 'doubled', detail: error.message }
  }
}
