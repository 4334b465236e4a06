/** An instance is changed after scripts were published: what they name is said before the first record fails. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { DescribedTable } from '@accord/shared/schemas'

import { databaseKinds } from '../databases.ts'
import { eventually } from '../faults/company/eventually.ts'
import { dictionaryOf } from '../trackers/memory/memory-dictionary.ts'
import { type SyncCompanies, startSyncCompanies } from './sync-companies.ts'
import { configureSync, INCIDENT_ONLY, publish, script } from './sync-company.ts'

const TABLES = dictionaryOf(INCIDENT_ONLY)
type Field = DescribedTable['fields'][number]

/** The dictionary with one field of incidents as `change` makes it; undefined: without it. */
const withField = (name: string, change: (field: Field) => Field | undefined): DescribedTable[] =>
  TABLES.map((table) => ({
    ...table,
    fields: table.fields.flatMap((field) => (field.name === name ? (change(field) ?? []) : field)),
  }))

describe.each(databaseKinds())('a dictionary that changes, on $name', (kind) => {
  let both: SyncCompanies
  let shift = 0

  beforeAll(async () => {
    await kind.start()
    both = await startSyncCompanies(kind)
    both.globex.tracker.describeAs(TABLES)
    await configureSync(both.globex, both.ids.globex)
  }, 120_000)
  afterAll(async () => {
    await both.close()
    await kind.stop()
  })

  const read = async () => {
    // What the tracker has said is kept for half a minute.
    both.globex.shiftClock((shift += 31_000))
    const { warnings } = await both.globex.client.call('readDictionaryWarnings', {
      params: { connectionId: both.ids.globex },
    })
    return warnings.map(({ direction, kind: what, field, before, now, line }) => [
      direction,
      what,
      field,
      before,
      now,
      line,
    ])
  }
  const lineOf = (direction: 'outgoing' | 'incoming', text: string) =>
    script(direction)
      .split('\n')
      .findIndex((line) => line.includes(text)) + 1

  test('names a field that is gone, one of another type, one that is closed and a choice that is lost, with its line', async () => {
    expect(await read()).toEqual([])
    both.globex.tracker.describeAs(withField('description', () => undefined))
    expect(await read()).toEqual([
      ['outgoing', 'gone', 'description', 'text', '', lineOf('outgoing', 'entity.description')],
      ['incoming', 'gone', 'description', 'text', '', lineOf('incoming', 'entity.description')],
    ])
    both.globex.tracker.describeAs(
      withField('short_description', (field) => ({ ...field, type: 'choice', choices: [] })),
    )
    expect(await read()).toEqual([
      ['outgoing', 'type', 'short_description', 'text', 'choice', 4],
      ['incoming', 'type', 'short_description', 'text', 'choice', lineOf('incoming', 'entity.short_description')],
    ])
    both.globex.tracker.describeAs(withField('correlation_id', (field) => ({ ...field, mayWrite: false })))
    expect(await read()).toEqual([
      ['incoming', 'closed', 'correlation_id', 'text', 'text', lineOf('incoming', 'correlation_id')],
    ])
    both.globex.tracker.describeAs(
      withField('state', (field) => ({
        ...field,
        choices: (field.choices ?? []).filter(({ value }) => value !== '3'),
      })),
    )
    expect(await read()).toEqual([['incoming', 'choice', 'state', '3 (On Hold)', '', lineOf('incoming', 'On Hold')]])
  })

  test('says nothing of what no script names, of a tracker that does not answer, and of what was set right again', async () => {
    both.globex.tracker.describeAs(withField('close_notes', () => undefined))
    expect(await read()).toEqual([])
    both.globex.tracker.describeAs(withField('description', () => undefined))
    expect(await read()).toHaveLength(2)
    both.globex.tracker.sleep(true)
    expect(await read()).toHaveLength(2)
    both.globex.tracker.sleep(false)
    both.globex.tracker.describeAs(TABLES)
    expect(await read()).toEqual([])
  })

  test('is noticed by itself, once, in the log, the audit log and a metric; other scripts begin anew', async () => {
    const audited = async () => {
      const { entries } = await both.globex.client.call('readAuditTrail', { params: { connectionId: both.ids.globex } })
      const isIt = (details: unknown) => JSON.stringify(details).includes('gone description')
      return entries.filter(({ action, details }) => action === 'sync.dictionaryChanged' && isIt(details)).length
    }
    const count = (await audited()) + 2
    both.globex.tracker.describeAs(withField('description', () => undefined))
    await both.globex.restart()
    const { metrics } = both.globex.bridge.services
    await eventually(
      'the node has said so of both scripts',
      async () =>
        ((await audited()) === count && /^accord_sync_dictionary_warnings 2$/mu.test((await metrics.render()).text)) ||
        undefined,
      { withinMs: 60_000 },
    )
    expect(both.globex.output()).toContain('no longer says what a published script names')
    await read()
    expect(await audited()).toBe(count)
    await publish(both.globex, both.ids.globex, {
      outgoing: script('outgoing').replace(/^.*entity\.description.*\n/mu, ''),
      incoming: script('incoming').replace(/^.*entity\.description.*\n/mu, ''),
    })
    expect(await read()).toEqual([])
  })

  test('names what the compiler says and did not say before, where no field is named: a table that is closed', async () => {
    const [incident] = TABLES
    if (!incident) throw new Error('There are incidents')
    const services = { ...incident, table: 'cmdb_ci_service', fields: incident.fields.slice(0, 1) }
    const open = [...TABLES, services]
    const line = "  if (nodeHelper.getTableByName('cmdb_ci_service', 'Mail')) entity.description = 'It is about mail'"
    // A mistake of the day of publishing was shown to its author then; it is no news of the dictionary.
    const known = "  if (nodeHelper.getTableByName('never_opened', 'x')) entity.description = ''"
    const incoming = script('incoming')
      .replace('commentHelper,', 'commentHelper, nodeHelper,')
      .replace('  commentHelper.', `${known}\n${line}\n  commentHelper.`)
    both.globex.tracker.describeAs(open)
    await publish(both.globex, both.ids.globex, { incoming })
    expect(await read()).toEqual([])
    both.globex.tracker.describeAs(TABLES)
    const at = incoming.split('\n').indexOf(line) + 1
    const message = expect.stringContaining('cmdb_ci_service')
    expect(await read()).toEqual([['incoming', 'compiler', 'cmdb_ci_service', '', message, at]])
    both.globex.tracker.describeAs(open)
    expect(await read()).toEqual([])
  })

  test('a table that is opened right before publishing is known to whoever writes on, at once', async () => {
    const { globex, ids } = both
    const check = async () =>
      globex.client.call('checkScripts', {
        params: { connectionId: ids.globex },
        body: { table: 'incident', outgoing: script('outgoing'), incoming: script('incoming') },
      })
    globex.tracker.describeAs(TABLES.filter(({ table }) => table !== 'incident'))
    globex.shiftClock((shift += 31_000))
    expect(await check()).toMatchObject({ areTablesKnown: false })
    globex.tracker.describeAs(TABLES)
    expect(await check()).toMatchObject({ areTablesKnown: false })
    await publish(globex, ids.globex, { incoming: `${script('incoming')}// once more\n` })
    expect(await check()).toMatchObject({ areTablesKnown: true })
  })
})
