import { randomUUID } from 'node:crypto'

import { sql } from 'kysely'

import { orderedId } from '../../node-bridge/src/identifiers/ordered-id.ts'
import { databaseKinds, type DatabaseKind } from '../../node-bridge/test/databases.ts'
import { type SyncCompanies, startSyncCompanies } from '../../node-bridge/test/stories/sync-companies.ts'
import { eventually } from '../../node-bridge/test/faults/company/eventually.ts'
import { configureSync, pairsOf, valueOf } from '../../node-bridge/test/stories/sync-company.ts'
import type { Measurement } from '../measurement.ts'
import type { RelatedFigure } from '../result/figure.ts'
import { figureOf, median } from '../result/statistics.ts'

const HELD = 10_000
const PATIENT = { withinMs: 300_000 }

/**
 * Processor time of one change of a record, of both nodes together, in milliseconds: what waits for a clock costs nothing.
 * The nodes are asked nothing meanwhile; that the other side has all is seen at its tracker.
 */
async function costOfChange(both: SyncCompanies, ids: readonly string[], rounds: number): Promise<number[]> {
  const costs: number[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const word = randomUUID()
    const before = process.cpuUsage()
    for (const id of ids) both.acme.tracker.update('incident', id, { short_description: `${id} ${word}` })
    await untilThere(both, word, ids.length)
    const { user, system } = process.cpuUsage(before)
    if (round > 0) costs.push((user + system) / 1_000 / ids.length)
  }
  return costs
}

const untilThere = ({ globex }: SyncCompanies, word: string, count: number): Promise<true> =>
  eventually(
    'Globex has all',
    async () => {
      const summaries = globex.tracker.records.all().map((record) => String(valueOf(record, 'short_description')))
      return summaries.filter((summary) => summary.endsWith(word)).length === count || undefined
    },
    PATIENT,
  )

/** Pairs that wait for a person, as they stand in the database. */
async function fillQuarantine({ globex, ids }: SyncCompanies): Promise<void> {
  const { database } = globex.bridge.services.context
  const [pair] = await pairsOf(globex, ids.globex)
  const held = JSON.stringify({ ...pair, inbound: null, dirty: true, fault: { code: 'script_threw' } })
  const rows = Array.from({ length: HELD }, (_, at) => ({
    id: orderedId(),
    connection_id: ids.globex,
    pair_id: randomUUID(),
    table_name: 'incident',
    record_id: `held ${at}`,
    version: 1,
    state: 'linked',
    fault: 'script_threw',
    pair: held,
    failures: 0,
    status: 'held',
    report_due: 0,
    created_at: at,
    changed_at: at,
  }))
  await database.transaction(async (transaction) => {
    for (let at = 0; at < rows.length; at += 500)
      await transaction
        .insertInto('sync_pair')
        .values(rows.slice(at, at + 500))
        .execute()
  })
  if (database.dialect === 'postgres') await sql`analyze`.execute(database.db)
}

async function measure(kind: DatabaseKind, quick: boolean): Promise<RelatedFigure> {
  await kind.start()
  const both = await startSyncCompanies(kind)
  try {
    await configureSync(both.acme, both.ids.acme)
    await configureSync(both.globex, both.ids.globex)
    const ids = Array.from({ length: quick ? 5 : 40 }, (_, at) =>
      both.acme.tracker.create('incident', { short_description: `record ${at} at first` }),
    ).map(({ id }) => id)
    await untilThere(both, ' at first', ids.length)
    const rounds = quick ? 1 : 7
    const without = await costOfChange(both, ids, rounds)
    await fillQuarantine(both)
    const against = { value: median(without), to: 'the same with an empty quarantine' }
    return figureOf(
      `${kind.name}, a change while ${HELD.toLocaleString('en')} wait`,
      'ms',
      await costOfChange(both, ids, rounds),
      against,
      { aim: { of: 'ratio', most: 1.1 } },
    )
  } finally {
    await both.close()
    await kind.stop()
  }
}

export const quarantine: Measurement = {
  name: 'quarantine',
  title: 'What a full quarantine costs the other pairs',
  run: async ({ quick }) => {
    const figures: RelatedFigure[] = []
    for (const kind of databaseKinds()) figures.push(await measure(kind, quick))
    return {
      figures,
      notes: [
        'Two nodes in one process, records in memory; processor time of both for one change of a record that is in sync.',
      ],
    }
  },
}
