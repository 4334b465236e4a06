/** How long a node keeps messages that both sides are through with: not at all, or for as many days as its operator wants. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { forgetExpired } from '../../src/jobs/housekeeping.ts'
import { findKeptMessage } from '../../src/store/sync/kept-messages.ts'
import { keptTextOf } from '../../src/sync/items/keep-messages.ts'
import { databaseKinds } from '../databases.ts'
import { startSyncCompanies, type SyncCompanies } from './sync-companies.ts'
import {
  configureSync,
  INCIDENT_ONLY,
  storedPairsOf,
  type SyncCompany,
  textOfDatabase,
  untilRecord,
  valueOf,
} from './sync-company.ts'

const STARTING_MS = 240_000
const STORY_MS = 120_000
const DAY_MS = 86_400_000
const WORD = 'kingfisher-that-is-kept'

describe.each(databaseKinds())('messages that both sides are through with, on $name', (kind) => {
  let both: SyncCompanies

  beforeAll(async () => {
    await kind.start()
    both = await startSyncCompanies(kind, INCIDENT_ONLY, { ACCORD_SYNC_KEEP_MESSAGES_DAYS: '7' })
    await configureSync(both.acme, both.ids.acme)
    await configureSync(both.globex, both.ids.globex)
    both.acme.tracker.create('incident', { short_description: WORD })
    const theirs = await untilRecord(
      'Globex has it',
      both.globex,
      (each) => valueOf(each, 'short_description') === WORD,
    )
    both.globex.tracker.update('incident', theirs.id, { description: `${WORD} answered` })
    await untilRecord('Acme has the answer', both.acme, (each) => valueOf(each, 'description') === `${WORD} answered`)
    await both.settled()
  }, STARTING_MS)
  afterAll(async () => {
    await both.close()
    await kind.stop()
  })

  const dbOf = ({ bridge }: SyncCompany) => bridge.services.context.database.db
  const countOf = async (company: SyncCompany) =>
    (await dbOf(company).selectFrom('kept_message').select('id').execute()).length

  test('nothing is kept by default', async () => {
    expect(await countOf(both.acme)).toBe(0)
  })

  test('where an operator wants seven days, both directions are kept, sealed, and can be opened', async () => {
    const { globex, ids } = both
    const [pair] = await storedPairsOf(dbOf(globex), ids.globex)
    const directions = new Set<string>()
    const texts: string[] = []
    let message = await findKeptMessage(dbOf(globex), pair?.id ?? '')
    while (message) {
      directions.add(message.direction)
      const [, payload = ''] = keptTextOf(globex.bridge.services.sync, message).split('.')
      texts.push(Buffer.from(payload, 'base64url').toString())
      message = await findKeptMessage(dbOf(globex), pair?.id ?? '', message.id)
    }
    expect([...directions].toSorted()).toEqual(['in', 'out'])
    expect(texts.filter((text) => text.includes(WORD)).length).toBeGreaterThanOrEqual(2)
    const rows = await textOfDatabase(globex)
    expect(rows).not.toContain(WORD)
    expect(rows).not.toContain(Buffer.from(WORD).toString('base64').slice(4, -4))
  })

  test('a change has one id at both companies; what it said, and what was planned, can be read where it is kept', async () => {
    const { acme, globex, ids } = both
    const itemOf = async ({ client }: SyncCompany, connectionId: string) => {
      const { items } = await client.call('listSyncItems', { params: { connectionId } })
      return client.call('readSyncItem', { params: { itemId: items[0]?.id ?? '' } })
    }
    const [ours, theirs] = [await itemOf(acme, ids.acme), await itemOf(globex, ids.globex)]
    const sent = ours.messages.find(({ direction, seq }) => direction === 'out' && seq === 1)
    const received = theirs.messages.find(({ mid }) => mid === sent?.mid)
    expect([sent?.outcome, received?.outcome]).toEqual(['appliedThere', 'applied'])
    expect([sent?.content, received?.content]).toEqual(['gone', 'kept'])
    expect([ours.keptDays, theirs.keptDays]).toEqual([0, 7])
    expect(received).toMatchObject({ direction: 'in', kind: 'state', seq: 1, bytes: sent?.bytes })

    const stepsOf = ({ steps }: typeof ours) => steps.filter(({ mid }) => mid === sent?.mid)
    const [sending, ...back] = stepsOf(ours)
    expect(sending).toMatchObject({ event: 'sent', version: 1 })
    expect(sending?.paths).toContain('/summary')
    expect(Date.parse(sending?.readAt ?? '')).toBeLessThanOrEqual(Date.parse(sending?.at ?? ''))
    expect(back.at(-1)?.event).toBe('appliedThere')
    expect(ours.steps[0]).toMatchObject({ event: 'began', cause: 'notice' })
    const planned = stepsOf(theirs).find(({ event }) => event === 'planned')
    expect(planned).toMatchObject({ version: 1, plan: { makes: true } })
    expect(planned?.plan?.fields).toContain('short_description')

    const named = (itemId: string, mid = '') => ({ params: { itemId, mid } })
    const content = await globex.client.call('readSyncMessage', named(theirs.item.id, sent?.mid))
    expect(content.replica).toMatchObject({ summary: WORD })
    expect(content.plan?.fields).toContainEqual({ name: 'short_description', before: null, after: WORD })
    await expect(acme.client.call('readSyncMessage', named(ours.item.id, sent?.mid))).rejects.toThrow(/not kept/u)
  })

  test(
    'each stays for its days, and is gone after that; who wants fewer days loses what is older at once',
    async () => {
      const { globex } = both
      const kept = await countOf(globex)
      const after = (days: number) => new Date(Date.now() + days * DAY_MS)
      await forgetExpired(dbOf(globex), after(6), { keepMessagesDays: 7 })
      expect(await countOf(globex)).toBe(kept)
      await forgetExpired(dbOf(globex), after(8), { keepMessagesDays: 30 })
      expect(await countOf(globex)).toBe(kept)
      await forgetExpired(dbOf(globex), after(8), { keepMessagesDays: 7 })
      expect(await countOf(globex)).toBe(0)
    },
    STORY_MS,
  )
})
