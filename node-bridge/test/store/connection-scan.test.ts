import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { pageAgedKeys, scanConnectionIds } from '../../src/store/connections/connection-scan.ts'
import { insertConnection } from '../../src/store/connections/connections.ts'
import type { ChangePlace } from '../../src/store/connections/uncontacted-connections.ts'
import { type Database, openDatabase } from '../../src/store/engine/database.ts'
import { insertKeyRotation } from '../../src/store/connections/key-rotations.ts'
import { databaseKinds } from '../databases.ts'
import { newConnection } from './records.ts'

const DAY_MS = 86_400_000
const NOW = new Date('2026-05-06T10:00:00Z')
const daysAgo = (days: number) => new Date(NOW.getTime() - days * DAY_MS)

describe.each(databaseKinds())('scans of all connections on $name', (kind) => {
  let database: Database

  beforeAll(async () => {
    await kind.start()
    database = await openDatabase(await kind.fresh())
    await database.transaction(async (transaction) => {
      for (let at = 0; at < 450; at += 1)
        await insertConnection(
          transaction,
          newConnection({
            name: `Scanned ${at}`,
            state: at % 3 === 0 ? 'terminated' : 'active',
            createdAt: daysAgo(200),
            // Many were changed in the same millisecond: a page may end between them.
            updatedAt: daysAgo(at % 2),
            activatedAt: daysAgo(at < 225 ? 100 : 10),
          }),
        )
    })
  })
  afterAll(async () => {
    await database.close()
    await kind.stop()
  })

  const idsOf = async (states?: readonly string[]) => {
    const pages: (readonly string[])[] = []
    for await (const page of scanConnectionIds(database.db, states)) pages.push(page)
    return { pages: pages.length, ids: pages.flat() }
  }

  const aged = async (days: number) => {
    const ids: string[] = []
    let pages = 0
    for (let after: ChangePlace | undefined = { changedAt: 0, id: '' }; after; pages += 1) {
      const page = await pageAgedKeys(database.db, daysAgo(days), after)
      ids.push(...page.records.map(({ id }) => id))
      after = page.next
    }
    return { ids, pages }
  }

  test('each is met once, in pages, and only in the states that were asked for', async () => {
    const all = await idsOf()
    expect([new Set(all.ids).size, all.ids.length, all.pages]).toEqual([450, 450, 3])
    expect((await idsOf(['active'])).ids).toHaveLength(300)
  })

  test('keys are old by when they were last replaced, and before that by when the connection became active', async () => {
    const old = await aged(90)
    expect([new Set(old.ids).size, old.ids.length, old.pages]).toEqual([150, 150, 2])
    const [fresh = '', stale = ''] = old.ids
    const rotation = { owner: 'local', seq: 1, previousX: 'a', x: 'b', keySealed: null, statement: 's' } as const
    const link = { ...rotation, state: 'done', previousUntil: null, previousKid: null, paidUntil: null } as const
    await insertKeyRotation(database.db, { ...link, connectionId: fresh, at: daysAgo(5) })
    await insertKeyRotation(database.db, { ...link, connectionId: stale, at: daysAgo(95) })
    await insertKeyRotation(database.db, { ...link, owner: 'remote', connectionId: stale, at: daysAgo(1) })
    const { ids } = await aged(90)
    expect([ids.includes(fresh), ids.includes(stale), ids.includes(randomUUID())]).toEqual([false, true, false])
    expect((await aged(300)).ids).toEqual([])
  })
})
