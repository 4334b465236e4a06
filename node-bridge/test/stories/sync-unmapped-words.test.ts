/** Words that the rules do not know are counted, bounded, sealed and forgotten with the rules that met them. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { SYNC_LIMITS } from '@accord/shared/sync'

import type { Sandbox } from '../../src/sandbox/index.ts'
import { forgetUnmappedWords } from '../../src/store/sync/unmapped-words.ts'
import { createSyncContext } from '../../src/sync/items/sync-context.ts'
import { createMetWords, keepMetWords } from '../../src/sync/items/unmapped-words.ts'
import { databaseKinds } from '../databases.ts'
import { eventually } from '../faults/company/eventually.ts'
import { startSyncCompanies, type SyncCompanies } from './sync-companies.ts'
import { configureSync, publish, script, textOfDatabase, valueOf } from './sync-company.ts'

const NO_SANDBOX = undefined as unknown as Sandbox
const STORY_MS = 120_000
const PATIENT = { withinMs: 60_000 }
const WORD = 'zanzibar'
const LENIENT = script('incoming').replace(
  '=> {',
  `=> {
  const known = map(replica.summary, { sound: 1 }, 0)
  if (known === 1) entity.close_notes = 'known'`,
)

describe.each(databaseKinds())('words without a line, on $name', (kind) => {
  let both: SyncCompanies
  beforeAll(async () => {
    await kind.start()
    both = await startSyncCompanies(kind)
    await configureSync(both.acme, both.ids.acme)
    await configureSync(both.globex, both.ids.globex, { incoming: LENIENT })
  }, STORY_MS)
  afterAll(async () => {
    await both.close()
    await kind.stop()
  })

  /** As the worker has it; nothing is run by it here. */
  const syncContext = () => createSyncContext(both.globex.bridge.services.context, NO_SANDBOX)
  const read = async () => {
    const params = { connectionId: both.ids.globex }
    return (await both.globex.client.call('readSyncConfiguration', { params })).unmapped
  }
  const open = (summary: string) => both.acme.tracker.create('incident', { short_description: summary })

  test(
    'each is counted once for each record that has it, and no database row says it',
    async () => {
      for (const summary of ['sound', WORD, WORD]) open(summary)
      const found = await eventually(
        'both are counted',
        async () => {
          const words = await read()
          return words.some(({ met }) => met === 2) ? words : undefined
        },
        PATIENT,
      )
      expect(found).toEqual([
        {
          direction: 'incoming',
          kind: 'otherwise',
          path: '/summary',
          word: WORD,
          words: ['sound'],
          met: 2,
          lastAt: expect.any(String),
        },
      ])
      await both.settled()
      expect(await textOfDatabase(both.globex)).not.toContain(WORD)
      expect(both.globex.tracker.records.all().map((record) => valueOf(record, 'short_description'))).toHaveLength(3)
    },
    STORY_MS,
  )

  test(
    'what a draft meets is not counted; other rules of that direction begin anew, the same ones do not',
    async () => {
      const params = { connectionId: both.ids.globex }
      const [first] = both.globex.tracker.records.all()
      const key = String(first?.fields['number']?.value)
      const draft = { table: 'incident', outgoing: script('outgoing'), incoming: LENIENT }
      const replica = { summary: 'only tried', customKeys: {} }
      const subject = { kind: 'replica', replica, key } as const
      const tried = await both.globex.client.call('testScripts', { params, body: { ...draft, subject } })
      expect(tried.outcome?.kind).toBe('plan')
      await publish(both.globex, both.ids.globex)
      expect(await read()).toHaveLength(1)
      await publish(both.globex, both.ids.globex, { outgoing: `${script('outgoing')}\n` })
      expect(await read()).toHaveLength(1)
      await publish(both.globex, both.ids.globex, { incoming: `${LENIENT}\n` })
      expect(await read()).toEqual([])
    },
    STORY_MS,
  )

  test(
    'a flood of words stays within bounds: of one path, and of a connection; the newest stay',
    async () => {
      const { unmappedWordsOfPath: ofPath, unmappedWords: all, unmappedWordsShown: shown } = SYNC_LIMITS
      const place = { connectionId: both.ids.globex, table: 'incident', direction: 'incoming' } as const
      const flood = async (paths: number, each: number) => {
        const met = createMetWords()
        for (let path = 0; path < paths; path++)
          for (let at = 0; at < each; at++)
            met.note(place, [{ kind: 'otherwise', word: `${path} ${at}`, from: `/customKeys/${path}`, words: [] }])
        await keepMetWords(await syncContext(), met.all())
      }
      const count = async () => {
        const { db } = both.globex.bridge.services.context.database
        const { count: rows } = await db
          .selectFrom('unmapped_word')
          .select(({ fn }) => fn.countAll().as('count'))
          .where('connection_id', '=', place.connectionId)
          .executeTakeFirstOrThrow()
        return Number(rows)
      }
      await flood(1, ofPath + 30)
      expect(await count()).toBe(ofPath)
      await flood(all / ofPath + 2, ofPath)
      expect(await count()).toBe(all)
      expect(await read()).toHaveLength(shown)
      await forgetUnmappedWords(both.globex.bridge.services.context.database.db, new Date(Date.now() + 86_400_000))
      expect(await count()).toBe(0)
    },
    STORY_MS,
  )
})
