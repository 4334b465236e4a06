/** What both sides hold is compared on request, without a value of either, and what differs is brought to rest. */
import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { DriftView } from '@accord/shared/schemas'

import type { Refusal } from '../../src/refusals/refusal.ts'
import { tellHashes } from '../../src/sync/drift/tell-hashes.ts'
import { databaseKinds } from '../databases.ts'
import { eventually } from '../faults/company/eventually.ts'
import { PASS } from '../faults/network/fault.ts'
import { passAll } from '../faults/network/script.ts'
import { startSyncCompanies, type SyncCompanies } from './sync-companies.ts'
import { configureSync, isSettled, pairsOf, storedPairsOf, type SyncCompany, valueOf } from './sync-company.ts'

const STARTING_MS = 240_000
const STORY_MS = 240_000
const PATIENT = { withinMs: STORY_MS }
/** More than one page holds. */
const RECORDS = 23
const ACTOR = { actor: 'beth.anglin' }

describe.each(databaseKinds())('a check of what both sides hold, on $name', (kind) => {
  let both: SyncCompanies

  beforeAll(async () => {
    await kind.start()
    both = await startSyncCompanies(kind)
    const { acme, globex, ids } = both
    await configureSync(acme, ids.acme)
    await configureSync(globex, ids.globex)
    for (let place = 0; place < RECORDS; place++)
      acme.tracker.create('incident', { short_description: `kingfisher ${place}` })
    await eventually('Globex has all', () => globex.tracker.records.all().length === RECORDS || undefined, PATIENT)
    await settled()
  }, STARTING_MS)
  afterAll(async () => {
    await both.close()
    await kind.stop()
  })

  /** As `both.settled`, for as many pairs as here. */
  const settled = () =>
    eventually(
      'all pairs are settled',
      async () => {
        const { acme, globex, ids } = both
        const pairs = [...(await pairsOf(acme, ids.acme)), ...(await pairsOf(globex, ids.globex))]
        return pairs.every(isSettled) || undefined
      },
      PATIENT,
    )
  const read = () => both.acme.client.call('readDrift', { params: { connectionId: both.ids.acme } })
  const untilDone = (): Promise<DriftView> =>
    eventually(
      'the check has ended',
      async () => {
        const view = await read()
        return view.check?.state === 'done' ? view : undefined
      },
      PATIENT,
    )
  const check = async (): Promise<DriftView> => {
    await both.acme.client.call('checkDrift', { params: { connectionId: both.ids.acme }, body: ACTOR })
    return untilDone()
  }
  const settle = async () => {
    await both.acme.client.call('settleDrift', { params: { connectionId: both.ids.acme }, body: ACTOR })
    await untilDone()
  }
  const recordOf = ({ tracker }: SyncCompany, summary: string) => {
    const found = tracker.records.all().find((record) => valueOf(record, 'short_description') === summary)
    if (!found) throw new Error(`There is no ${summary}`)
    return found
  }
  /** As by a script that writes past every rule, without a new version or time stamp. */
  const writeUnseen = (company: SyncCompany, summary: string, next: string) => {
    const { fields } = recordOf(company, summary) as unknown as { fields: Record<string, { value: unknown }> }
    fields['short_description'] = { ...fields['short_description'], value: next }
  }

  test(
    'goes through every pair, and finds equal what is equal',
    async () => {
      expect((await read()).check).toBeNull()
      expect(await check()).toMatchObject({
        check: { total: RECORDS, checked: RECORDS, equal: RECORDS, mapped: 0, different: 0, missing: 0, moving: 0 },
        pairs: [],
      })
    },
    STORY_MS,
  )

  test(
    'finds what nobody else has noticed, at either side, by its path; no value of it travels; and it is brought to rest',
    async () => {
      const { acme, globex } = both
      writeUnseen(acme, 'kingfisher 3', 'unseen here')
      writeUnseen(globex, 'kingfisher 5', 'unseen there')
      const bodies: string[] = []
      globex.proxy.onStep((_, { path, body, answer }) => {
        if (path.endsWith('/hashes')) bodies.push(body.toString(), answer?.body.toString() ?? '')
      })
      const { check: found, pairs } = await check()
      expect(found).toMatchObject({ equal: RECORDS - 2, different: 2, missing: 0, moving: 0 })
      expect(pairs.map(({ verdict, paths }) => [verdict, paths])).toEqual([
        ['different', ['/summary']],
        ['different', ['/summary']],
      ])
      expect(pairs.every(({ localKey, remoteKey }) => localKey !== null && remoteKey !== null)).toBe(true)
      expect(bodies.length).toBeGreaterThan(3)
      for (const body of bodies) expect(body).not.toMatch(/kingfisher|unseen/u)
      await settle()
      for (const company of [acme, globex])
        for (const summary of ['unseen here', 'unseen there'])
          await eventually(`${company.name} has ${summary}`, () => recordOf(company, summary), PATIENT)
      await settled()
      expect((await check()).check).toMatchObject({ equal: RECORDS, different: 0, missing: 0 })
      expect(globex.tracker.records.all()).toHaveLength(RECORDS)
    },
    STORY_MS,
  )

  test(
    'a pair that the other side has lost is missing, and is found again without a second record',
    async () => {
      const { globex, ids } = both
      const { db } = globex.bridge.services.context.database
      const [lost] = await storedPairsOf(db, ids.globex)
      await db
        .deleteFrom('sync_pair')
        .where('id', '=', lost?.id ?? '')
        .execute()
      const { check: found, pairs } = await check()
      expect(found).toMatchObject({ equal: RECORDS - 1, missing: 1 })
      expect(pairs).toMatchObject([{ verdict: 'missing', localKey: lost?.remoteKey }])
      await settle()
      await settled()
      expect((await check()).check).toMatchObject({ equal: RECORDS, missing: 0 })
      expect(globex.tracker.records.all()).toHaveLength(RECORDS)
    },
    STORY_MS,
  )

  test(
    'goes on where it was after the node has died, and says meanwhile that the other side does not answer',
    async () => {
      const { acme, globex, ids } = both
      let asked = 0
      globex.proxy.follow(({ path }) => (path.endsWith('/hashes') && ++asked > 1 ? { kind: 'reset' } : PASS))
      await acme.client.call('checkDrift', { params: { connectionId: ids.acme }, body: ACTOR })
      const waiting = await eventually(
        'it waits for the other side',
        async () => {
          const { check: at } = await read()
          return at && at.problem !== null ? at : undefined
        },
        PATIENT,
      )
      expect(waiting).toMatchObject({ state: 'checking', checked: 20 })
      await acme.restart()
      globex.proxy.follow(passAll)
      expect((await untilDone()).check).toMatchObject({ checked: RECORDS, equal: RECORDS, problem: null })
    },
    STORY_MS,
  )

  test("a stranger's pair is unknown, and who asks without an end is asked to wait", async () => {
    const { globex, ids } = both
    const { sync } = globex.bridge.services
    const key = 'k'.repeat(43)
    const ask = (pairs: string[]) => tellHashes(sync, ids.acme, { key, pairs })
    const stranger = randomUUID()
    expect(await ask([stranger])).toEqual({ pairs: [{ pair: stranger, state: 'unknown' }] })
    const answers = await Promise.allSettled(Array.from({ length: 60 }, () => ask([stranger])))
    const refused = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason as Refusal] : []))
    expect(refused.length).toBeGreaterThan(0)
    for (const { code, retryAfterS } of refused) expect([code, retryAfterS]).toEqual(['too_many_requests', 1])
  })
})
