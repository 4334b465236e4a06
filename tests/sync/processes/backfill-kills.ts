import { eventually } from '../../../node-bridge/test/faults/company/eventually.ts'
import { publish, script, valueOf } from '../../../node-bridge/test/stories/sync-company.ts'
import type { MemoryAndInstance } from '../memory-and-instance.ts'

export interface BackfillRun {
  readonly records: number
  readonly kills: number
  readonly perMinute: number
  /** So long at most the node lives between two kills. */
  readonly killWithinMs: number
  readonly withinMs: number
}

export interface BackfillRan {
  /** How far it had come at each kill. */
  readonly seenAtKills: readonly number[]
  readonly opened: number
  readonly pairs: number
  /** What Acme has of them; one that is there twice is there twice. */
  readonly arrived: readonly string[]
  readonly seconds: number
}

const DAY_MS = 86_400_000
const nameOf = (place: number) => `Old ${String(place).padStart(6, '0')}`

/** Globex has records of yesterday, and then rules that mean them: they are brought to Acme while the node of Globex dies again and again. */
export async function bringInUnderKills(both: MemoryAndInstance, run: BackfillRun): Promise<BackfillRan> {
  await makeOld(both, run.records)
  await meanThem(both)
  const { globex, globexId, acme } = both
  const startedAt = Date.now()
  await globex.call('beginBackfill', { perMinute: run.perMinute }, globexId)
  const seenAtKills: number[] = []
  while (seenAtKills.length < run.kills) {
    await rest(Math.random() * run.killWithinMs)
    const { state, seen } = await backfillOf(both)
    if (state !== 'running') break
    await globex.node.kill()
    seenAtKills.push(seen)
    await globex.node.start()
  }
  await eventually('it is through', async () => (await backfillOf(both)).state === 'done' || undefined, run)
  const arrived = () =>
    acme.tracker.records
      .all()
      .map((record) => String(valueOf(record, 'short_description')))
      .filter((summary) => summary.startsWith('Old '))
  let stand: object[] = []
  const haveAll = async () => {
    stand = await globex.rows('select status, fault, count(*) as pairs from sync_pair group by status, fault')
    return new Set(arrived()).size === run.records || undefined
  }
  const describe = () => `${new Set(arrived()).size} of ${run.records}: ${JSON.stringify(stand)}`
  await eventually('all have arrived', haveAll, { ...run, describe })
  await eventually('nothing is on its way', async () => (await moving(both)) === 0 || undefined, run)
  const [{ count = 0 } = {}] = await globex.rows<{ count: number }>('select count(*) as count from sync_pair')
  const { opened } = await backfillOf(both)
  const seconds = (Date.now() - startedAt) / 1000
  return { seenAtKills, opened, pairs: Number(count), arrived: arrived(), seconds }
}

const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** As of yesterday: no scan looks back so far for a trigger of today. */
async function makeOld({ globex }: MemoryAndInstance, records: number): Promise<void> {
  const { clock, engine } = globex.instance.simulator
  clock.advance(-DAY_MS)
  for (let place = 0; place < records; place++)
    await globex.instance.mutate('insert', 'incident', undefined, { short_description: nameOf(place), state: '1' })
  await engine.settled()
  clock.advance(DAY_MS)
}

async function meanThem({ globex, globexId, acme, acmeId }: MemoryAndInstance): Promise<void> {
  // Globex sends no priority, and no priority is none that Acme could write.
  const lines = script('incoming').split('\n')
  await publish(acme, acmeId, { incoming: lines.filter((line) => !line.includes("changed('priority')")).join('\n') })
  const known = await globex.call('readSyncConfiguration', undefined, globexId)
  const { source: outgoing, version } = known['outgoing'] as { source: string; version: number }
  const incoming = known['incoming'] as { source: string; version: number }
  const published = await globex.call(
    'publishSync',
    {
      table: 'incident',
      outgoing,
      incoming: incoming.source,
      trigger: { query: 'short_descriptionSTARTSWITHOld ', isActive: true },
      basedOn: { outgoing: version, incoming: incoming.version },
    },
    globexId,
  )
  const faults = published['faults'] as readonly object[]
  if (faults.length > 0) throw new Error(JSON.stringify(faults))
}

async function backfillOf({ globex }: MemoryAndInstance): Promise<{ state: string; seen: number; opened: number }> {
  const [row] = await globex.rows<{ state: string; seen: number; opened: number }>(
    'select state, seen, opened from backfill',
  )
  if (!row) throw new Error('There is no backfill')
  return row
}

async function moving({ globex }: MemoryAndInstance): Promise<number> {
  const [row] = await globex.rows<{ count: number }>(
    "select count(*) as count from sync_pair where status in ('sending', 'receiving')",
  )
  return Number(row?.count)
}
