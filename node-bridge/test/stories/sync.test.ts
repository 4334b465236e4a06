import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { findConnection } from '../../src/store/connections/connections.ts'
import { findPeerReadiness, isSyncReady } from '../../src/sync/items/readiness.ts'
import { databaseKinds } from '../databases.ts'
import { eventually } from '../faults/company/eventually.ts'
import { accept, initiate, untilState } from './company.ts'
import {
  configureSync,
  pairsOf,
  textOfDatabase,
  startSyncCompany,
  type SyncCompany,
  untilRecord,
  untilSettled,
  valueOf,
} from './sync-company.ts'

/** Four scripts are compiled, in threads that start for it: a busy machine takes its time. */
const STARTING_MS = 120_000
const PLANTED = 'zanzibar-quartz'
const WORK_NOTE = 'lapis-between-us'

const PRIVATE = { ACCORD_POLL_ONLY: 'true' }
const WAYS = databaseKinds().flatMap((kind) => [
  { name: `on ${kind.name}`, kind, source: {}, destination: {} },
  { name: `on ${kind.name}, where nobody can call the destination`, kind, source: {}, destination: PRIVATE },
  { name: `on ${kind.name}, where nobody can call the source`, kind, source: PRIVATE, destination: {} },
])

describe.each(WAYS)('records of two companies are kept equal $name', ({ kind, source, destination }) => {
  let acme: SyncCompany
  let globex: SyncCompany
  let ids: { readonly acme: string; readonly globex: string }

  beforeAll(async () => {
    await kind.start()
    const [first, second] = [await kind.fresh(), await kind.fresh()]
    ;[acme, globex] = await Promise.all([
      startSyncCompany('Acme', first.databaseUrl, source),
      startSyncCompany('Globex', second.databaseUrl, destination),
    ])
    const { connection, code } = await initiate(acme, source === PRIVATE ? { destinationUrl: globex.proxy.url } : {})
    const accepted = await accept(globex, code)
    await untilState(acme, connection.id, 'active')
    ids = { acme: connection.id, globex: accepted.id }
  }, STARTING_MS)
  afterAll(async () => {
    await Promise.all([acme.close(), globex.close()])
    await kind.stop()
  })

  const settled = () =>
    untilSettled([
      [acme, ids.acme],
      [globex, ids.globex],
    ])

  test('each side learns that the other is ready, whoever is first, and nothing of its rules', async () => {
    const { db } = acme.bridge.services.context.database
    const seenBy = async (company: SyncCompany, id: string) => {
      const connection = await findConnection(company.bridge.services.context.database.db, id)
      return connection ? findPeerReadiness(company.bridge.services.context.database.db, connection) : undefined
    }
    expect(await isSyncReady(db, ids.acme)).toBe(false)
    await configureSync(acme, ids.acme)
    expect(await isSyncReady(db, ids.acme)).toBe(true)
    await eventually(
      'Globex knows that Acme is ready',
      async () => (await seenBy(globex, ids.globex)) === true || undefined,
    )
    expect(await seenBy(acme, ids.acme)).not.toBe(true)
    await configureSync(globex, ids.globex)
    await eventually(
      'Acme knows that Globex is ready',
      async () => (await seenBy(acme, ids.acme)) === true || undefined,
    )
  })

  test('a record that is opened at one side arrives at the other, and both know each other', async () => {
    const ours = acme.tracker.create('incident', { short_description: `Mail is down ${PLANTED}`, impact: '1' })
    const theirs = await untilRecord('Globex has it', globex, (record) => valueOf(record, 'impact') === '1')
    await settled()
    expect(valueOf(theirs, 'short_description')).toBe(`Mail is down ${PLANTED}`)
    expect(valueOf(theirs, 'correlation_id')).toBe(valueOf(ours, 'number'))
    const [[here], [there]] = [await pairsOf(acme, ids.acme), await pairsOf(globex, ids.globex)]
    expect(here).toMatchObject({ state: 'linked', side: 'source', remote: { key: valueOf(theirs, 'number') } })
    expect(there).toMatchObject({ state: 'linked', side: 'destination', remote: { key: valueOf(ours, 'number') } })
  })

  test('what is changed at either side arrives at the other', async () => {
    const [ours] = acme.tracker.records.all()
    const [theirs] = globex.tracker.records.all()
    acme.tracker.update('incident', ours?.id ?? '', { state: '2' })
    await untilRecord('Globex knows the state', globex, (record) => valueOf(record, 'state') === '2')
    globex.tracker.update('incident', theirs?.id ?? '', { description: `Found it ${PLANTED}` })
    await untilRecord(
      'Acme knows the description',
      acme,
      (record) => valueOf(record, 'description') === `Found it ${PLANTED}`,
    )
    await settled()
  })

  test('a comment arrives once at the other side and never comes back; a work note stays', async () => {
    const [ours] = acme.tracker.records.all()
    const [theirs] = globex.tracker.records.all()
    acme.tracker.comment('incident', ours?.id ?? '', `hello ${PLANTED}`)
    acme.tracker.comment('incident', ours?.id ?? '', WORK_NOTE, true)
    globex.tracker.comment('incident', theirs?.id ?? '', `${WORK_NOTE} at Globex`, true)
    await untilRecord('Globex reads it', globex, ({ entries }) => entries.length === 2)
    globex.tracker.comment('incident', theirs?.id ?? '', 'hello yourself')
    await untilRecord('Acme reads the answer', acme, ({ entries }) => entries.length === 3)
    await settled()
    const wordsOf = ({ tracker }: SyncCompany) =>
      tracker.records.all().flatMap(({ entries }) => entries.map(({ body }) => body))
    expect(wordsOf(acme)).toEqual([`hello ${PLANTED}`, WORK_NOTE, 'Ann Author (Globex): hello yourself'])
    expect(wordsOf(globex).toSorted()).toEqual([
      `Ann Author (Acme): hello ${PLANTED}`,
      'hello yourself',
      `${WORK_NOTE} at Globex`,
    ])
  })

  test('nothing goes to and fro once both are equal', async () => {
    await settled()
    const messages = async () =>
      [...(await pairsOf(acme, ids.acme)), ...(await pairsOf(globex, ids.globex))].map(({ sentSeq }) => sentSeq)
    const before = { messages: await messages(), executed: [acme, globex].map(({ tracker }) => tracker.executed()) }
    // Three scans of each side.
    await new Promise((resolve) => setTimeout(resolve, 700))
    const after = { messages: await messages(), executed: [acme, globex].map(({ tracker }) => tracker.executed()) }
    expect(after).toEqual(before)
    expect(acme.tracker.records.all()).toHaveLength(1)
    expect(globex.tracker.records.all()).toHaveLength(1)
  })

  test('no database and no log holds a word of a record, and no record a work note of the other side', async () => {
    for (const company of [acme, globex])
      for (const word of [PLANTED, WORK_NOTE]) {
        expect(company.output()).not.toContain(word)
        expect(await textOfDatabase(company)).not.toContain(word)
      }
    const notes = [acme, globex].map(({ tracker }) =>
      tracker.records
        .all()
        .flatMap(({ entries }) => entries.filter(({ internal }) => internal).map(({ body }) => body)),
    )
    expect(notes).toEqual([[WORK_NOTE], [`${WORK_NOTE} at Globex`]])
    expect(JSON.stringify(globex.tracker.records.all()).match(new RegExp(WORK_NOTE, 'gu'))).toHaveLength(1)
    expect(JSON.stringify(acme.tracker.records.all())).not.toContain('at Globex')
  })
})
