/** Records of both sides that belong together are found by a rule: no value leaves, and what is ambiguous is never linked. */
import { randomBytes } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { CandidatePage } from '@accord/shared/schemas'
import { type Candidate, matchCandidates } from '@accord/shared/sync'

import { findConnection } from '../../src/store/connections/connections.ts'
import { tellCandidates } from '../../src/sync/matching/tell-candidates.ts'
import { databaseKinds } from '../databases.ts'
import { eventually } from '../faults/company/eventually.ts'
import { runCommand } from '../cli/run-command.ts'
import { refusalOf } from './company.ts'
import { type SyncCompanies, startSyncCompanies } from './sync-companies.ts'
import { INCIDENT_ONLY, pairsOf, publish, script, type SyncCompany, textOfDatabase, valueOf } from './sync-company.ts'

const STARTING_MS = 240_000
const STORY_MS = 120_000
const TOKEN = 'operator-token-of-this-test-and-no-other'
/** More than one page. */
const MANY = 24
const key = randomBytes(32).toString('base64url')

describe.each(databaseKinds())('records that belong together, on $name', (kind) => {
  let both: SyncCompanies
  let shared = ''

  beforeAll(async () => {
    await kind.start()
    both = await startSyncCompanies(kind, INCIDENT_ONLY, { ACCORD_OPERATOR_TOKEN: TOKEN })
    const trigger = { query: 'urgency=1', isActive: true }
    const outgoing = script('outgoing')
      .replace('comments }', 'comments, stop }')
      .replace('=> {', "=> {\n  if (entity.short_description === 'kept here') stop('kept')")
    const scripts = { incoming: script('incoming'), outgoing, trigger }
    // Acme first has them, so that its records are older than the rules.
    for (let at = 0; at < MANY; at++) add(both.acme, `kingfisher ${at}`)
    for (let at = 4; at < MANY + 4; at++) add(both.globex, ` kingfisher ${at} `)
    add(both.acme, 'kept here')
    add(both.acme, 'heron')
    add(both.acme, 'heron')
    add(both.globex, 'heron')
    add(both.globex, 'not meant', '3')
    add(both.globex, '')
    for (const name of ['acme', 'globex'] as const)
      expect((await publish(both[name], both.ids[name], scripts)).faults).toEqual([])
    shared = (await findConnection(both.acme.bridge.services.context.database.db, both.ids.acme))?.sharedId ?? ''
  }, STARTING_MS)
  afterAll(async () => {
    await both.close()
    await kind.stop()
  })

  function add({ tracker }: SyncCompany, summary: string, urgency = '1') {
    return tracker.create('incident', { short_description: summary, urgency })
  }
  const page = (side: 'here' | 'there', field: string, after?: string): Promise<CandidatePage> =>
    both.globex.client.call('listCandidates', {
      params: { connectionId: both.ids.globex },
      body: { side, key, fields: [field], ...(after && { after }) },
    })
  async function all(side: 'here' | 'there', field: string) {
    const records: Candidate[] = []
    let passed = 0
    for (let after: string | undefined | null; after !== null;) {
      const found = await page(side, field, after)
      records.push(...found.records)
      passed += found.passed
      after = found.next
    }
    return { records, passed }
  }
  const run = (...words: readonly string[]) =>
    runCommand(['sync', 'match', both.ids.globex, ...words], {
      ACCORD_URL: both.globex.bridge.listenUrl,
      ACCORD_OPERATOR_TOKEN: TOKEN,
    })

  test(
    'one on each side is a pair, two are doubled, and a record that is not meant, or empty, is none',
    async () => {
      const [here, there] = [await all('here', 'short_description'), await all('there', 'summary')]
      expect([here.records.length, here.passed, there.records.length]).toEqual([MANY + 1, 1, MANY + 2])
      const { pairs, doubled, onlyHere, onlyThere } = matchCandidates(here.records, there.records)
      expect([pairs.length, doubled.length, onlyHere.length, onlyThere.length]).toEqual([MANY - 4, 1, 4, 4])
      expect([doubled[0]?.here.length, doubled[0]?.there.length]).toEqual([1, 2])
      const summaryOf = ({ tracker }: SyncCompany, number: string) =>
        String(
          valueOf(
            tracker.records.all().find((each) => valueOf(each, 'number') === number)!,
            'short_description',
          ),
        ).trim()
      for (const pair of pairs) expect(summaryOf(both.globex, pair.here)).toBe(summaryOf(both.acme, pair.there))
    },
    STORY_MS,
  )

  test(
    'the command looks through both sides and writes nothing, and with --yes connects only what is clear; twice changes nothing',
    async () => {
      const looked = await run('short_description=summary')
      expect(looked.text).toContain(`would_link ${MANY - 4}, doubled 1, only here 4, only there 4`)
      expect([looked.isRefusal, await pairsOf(both.globex, both.ids.globex)]).toEqual([true, []])
      const linked = await run('short_description=summary', '--yes')
      expect(linked.text).toContain(`linked ${MANY - 4}, doubled 1, only here 4, only there 4`)
      await both.settled()
      const again = await run('short_description=summary', '--yes')
      expect(again.text).toMatch(/^doubled 1, only here 4, only there 4/u)
      for (const name of ['acme', 'globex'] as const) {
        expect(await pairsOf(both[name], both.ids[name])).toHaveLength(MANY - 4)
        expect(both[name].tracker.records.all().length).toBe(MANY + 3)
      }
      expect(await textOfDatabase(both.acme)).not.toContain('heron')
    },
    STORY_MS,
  )

  test(
    'all pairs of the connection are unlinked together though they are at rest, and the same rule finds the records again',
    async () => {
      const bulk = (...words: readonly string[]) =>
        runCommand(['sync', 'bulk', 'unlink', '--connection', both.ids.globex, '--state', 'all', ...words], {
          ACCORD_URL: both.globex.bridge.listenUrl,
          ACCORD_OPERATOR_TOKEN: TOKEN,
        })
      expect((await bulk()).text).toContain(`unlink: ${MANY - 4} pairs.`)
      await bulk('--yes')
      const endedAt = async (name: 'acme' | 'globex') =>
        (await pairsOf(both[name], both.ids[name])).every(({ state }) => state === 'unlinked') || undefined
      for (const name of ['acme', 'globex'] as const) await eventually(`all end at ${name}`, () => endedAt(name))
      expect((await run('short_description=summary')).text).toContain(`would_link ${MANY - 4}, doubled 1`)
      expect((await bulk()).text).toContain('unlink: 0 pairs.')
    },
    STORY_MS,
  )

  test(
    'the other side learns of nothing that it would not be sent: no field beside the rules, no record beside the condition',
    async () => {
      const { sync } = both.acme.bridge.services
      const tell = (paths: string[], after?: string) =>
        tellCandidates(sync, shared, { key, paths, ...(after && { after }) })
      expect((await tell(['/urgency'])).records).toEqual([])
      expect((await tell(['/constructor'])).records).toEqual([])
      expect((await tell(['/customKeys/nothing'])).records).toEqual([])
      const kept = both.acme.tracker.records.all().find((each) => valueOf(each, 'short_description') === 'kept here')
      const named = [
        ...(await tell(['key'])).records,
        ...(await tell(['key'], (await tell(['key'])).next ?? '')).records,
      ]
      expect(named.map((each) => each.key)).not.toContain(kept && valueOf(kept, 'number'))
      const text = JSON.stringify(await tell(['/summary']))
      expect(text).not.toMatch(/kingfisher|heron/u)
      await publish(both.acme, both.ids.acme, { trigger: { query: 'urgency=1', isActive: false } })
      await expect(tell(['key'])).rejects.toMatchObject({ code: 'state_conflict' })
      await expect(run('short_description=summary')).rejects.toThrow('condition')
    },
    STORY_MS,
  )

  test('a rule that makes no sense is refused, and a field that sync access does not open', async () => {
    expect(await refusalOf(page('here', 'no_such_field'))).toMatchObject({ code: 'access_missing' })
    expect(await refusalOf(page('there', 'customKeys'))).toMatchObject({ code: 'malformed' })
    await expect(run('number')).rejects.toThrow('is no part of a rule')
    await expect(run('a=b=c')).rejects.toThrow('is no part of a rule')
  })
})
