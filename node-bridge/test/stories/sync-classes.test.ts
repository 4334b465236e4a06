/** Each cause of quarantine, from a message on the wire to what its sender receives of it. */
import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { TYP } from '@accord/shared/protocol'

import { readJws } from '../../src/jws/compact-jws.ts'
import { findPairByName } from '../../src/store/sync/sync-pairs.ts'
import { startPair, type SyncPair } from '../../src/sync/pairs/sync-pair.ts'
import { databaseKinds } from '../databases.ts'
import { eventually } from '../faults/company/eventually.ts'
import { type Claims, forger, nextOf } from './forged-messages.ts'
import { type SyncCompanies, startSyncCompanies } from './sync-companies.ts'
import { configureSync, script, untilRecord, valueOf } from './sync-company.ts'

const STARTING_MS = 120_000
const STORY_MS = 60_000
const SECRET = 'zanzibar-of-globex'

/** What the incoming script of Globex does with a record that bears the name, and what its sender receives. */
const CAUSES = [
  ['script_threw', 'rules', `throw new Error('${SECRET}')`],
  ['script_timed_out', 'rules', 'for (;;);'],
  [
    'script_out_of_memory',
    'rules',
    'const all: string[] = []; for (;;) all.push(all.join("x").padEnd(9_000_000, "y"))',
  ],
  ['value_unmapped', 'rules', `map('${SECRET}', { known: 1 })`],
  ['journal_widened', 'rules', "commentHelper.mergeComments({ into: () => 'comments' }); return"],
  ['choice_unknown', 'data', `entity.state = '${SECRET}' as never`],
  ['lookup_ambiguous', 'data', "nodeHelper.find('incident', { short_description: 'same' })"],
  ['access_missing', 'permission', `void (entity as any)['${SECRET}']`],
  ['too_large', 'size', "commentHelper.add('comments', 'x'.repeat(80_001))"],
  ['record_gone', 'gone', "void nodeHelper.find('sys_user', { user_name: 'ghost' })?.get().name"],
] as const

const CASES = CAUSES.map(([code, , line]) => `if (replica.summary === '${code}') { ${line} }`).join('\n  ')
const INCOMING = script('incoming')
  .replace('({ replica,', '({ nodeHelper, replica,')
  .replace('=> {', `=> {\n  ${CASES}`)

describe.each(databaseKinds())('each cause of quarantine on $name', (kind) => {
  let both: SyncCompanies
  const passed: string[] = []

  beforeAll(async () => {
    await kind.start()
    both = await startSyncCompanies(kind)
    await configureSync(both.acme, both.ids.acme)
    await configureSync(both.globex, both.ids.globex, { incoming: INCOMING })
    for (let times = 0; times < 2; times++) both.globex.tracker.create('incident', { short_description: 'same' })
    both.globex.tracker.forget('somebody', true)
    both.acme.proxy.onStep((step, { path, body }) => {
      if (step === 'arrived' && path.endsWith('/exchange')) passed.push(body.toString())
    })
  }, STARTING_MS)
  afterAll(async () => {
    await both.close()
    await kind.stop()
  })

  const itemsAt = async () =>
    (await both.globex.client.call('listSyncItems', { params: { connectionId: both.ids.globex }, query: {} })).items
  /** What Globex has reported of a pair, as it came over the wire. */
  const resultOf = (pair: string): Claims | undefined =>
    passed
      .flatMap((body) => (JSON.parse(body) as { results: string[] }).results)
      .map((text) => {
        const read = readJws(text, TYP.result, 'kid')
        return 'fault' in read ? {} : (read.jws.payload as Claims)
      })
      .find((claims) => claims['pair'] === pair)

  test.each(CAUSES.map(([code, received]) => [code, received] as const))(
    '%s is named to the people here, and its sender receives “%s” and nothing else',
    async (code, expected) => {
      const pair = randomUUID()
      const note = {
        id: 'x:1',
        body: 'an internal note, which is long enough',
        author: { name: 'Ann' },
        internal: true,
      }
      const { forge, exchange } = forger(both.acme, both.ids.acme)
      const first = nextOf(pair, startPair({ side: 'source', epoch: 1 }))
      const message = await forge({
        ...first,
        peerEpoch: 0,
        key: code,
        replica: { ...first.replica, summary: code },
        comments: [{ ...note, at: '2026-01-01T00:00:00Z', edited: false }],
      })
      expect((await exchange(message)).received).toHaveLength(1)
      const { db } = both.globex.bridge.services.context.database
      await eventually(
        'Globex holds it',
        async () => {
          const there = (await findPairByName(db, both.ids.globex, pair))?.pair as SyncPair | undefined
          return there?.inbound?.phase === 'quarantined' || undefined
        },
        { withinMs: STORY_MS },
      )
      const held = (await itemsAt()).find(({ remote }) => remote.key === code)
      expect(held?.faults).toMatchObject([{ side: 'here', direction: 'incoming', code }])

      const reported = await eventually('it is reported', async () => resultOf(pair), { withinMs: STORY_MS })
      const { iat: _, iss: __, aud: ___, connectionId: ____, ...said } = reported
      const place = { pair, epoch: 1, peerEpoch: expect.any(Number), seq: 1 }
      expect(said).toEqual({ ...place, outcome: 'quarantined', class: expected })
      expect(JSON.stringify(reported)).not.toContain(SECRET)
    },
    STORY_MS,
  )

  test(
    'beside all of them a sound one goes through',
    async () => {
      both.acme.tracker.create('incident', { short_description: 'sound' })
      await untilRecord('Globex has it', both.globex, (record) => valueOf(record, 'short_description') === 'sound')
      expect((await itemsAt()).filter(({ status }) => status === 'held')).toHaveLength(CAUSES.length)
    },
    STORY_MS,
  )
})
