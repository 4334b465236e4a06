import path from 'node:path'

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import SqliteDatabase from 'better-sqlite3'

import { untilBothActive } from './agreement.ts'
import { shakeHands, type Invited } from './handshake.ts'
import { findBrokenLaws } from './laws.ts'
import { startPair, type Pair, type Party } from './pair.ts'

let pair: Pair
let handshake: Invited

beforeAll(async () => {
  // Broken by hand in the file of the embedded database.
  pair = await startPair({ source: { replicas: 1 } })
  const done = await shakeHands(pair)
  await untilBothActive(pair, done)
  handshake = done
  await Promise.all([pair.source.bridge.stop(), pair.destination.bridge.stop()])
}, 60_000)

afterAll(() => pair.close())

/** Changes a stopped bridge's table, looks at the laws, and puts the table back. */
async function brokenAfter({ dataDir }: Party, change: string): Promise<string[]> {
  const database = new SqliteDatabase(path.join(dataDir, 'accord.sqlite'))
  database.exec(
    `create table kept_c as select * from connection; create table kept_i as select * from invitation; ${change}`,
  )
  const broken = await findBrokenLaws(pair, [handshake])
  for (const [table, kept] of [
    ['connection', 'kept_c'],
    ['invitation', 'kept_i'],
  ])
    database.exec(`delete from ${table}; insert into ${table} select * from ${kept}; drop table ${kept}`)
  database.close()
  return broken
}

test('after a good handshake no law is broken', async () => {
  expect(await findBrokenLaws(pair, [handshake])).toEqual([])
})

test.each([
  ['an acknowledged connection that is gone', 'source', 'delete from connection', /is lost/u],
  [
    'a destination that lost its connection',
    'destination',
    'delete from connection',
    /one connection at the destination/u,
  ],
  [
    'an activation that B never learnt of',
    'destination',
    `update connection set state = 'redeeming'`,
    /active at A implies active at B/u,
  ],
  [
    'a source that went back',
    'source',
    `update connection set state = 'invited'`,
    /active at B implies redeemed at A/u,
  ],
  ['a second holder', 'source', `update invitation set redeemed_by = 'somebody'`, /spent by its holder/u],
  ['a code that can be used again', 'source', `update invitation set state = 'open'`, /spent by its holder/u],
  ['a key that does not fit', 'destination', `update connection set remote_key_x = 'another'`, /keys of each other/u],
] as const)('the laws notice %s', async (_, side, change, sentence) => {
  expect(await brokenAfter(pair[side], change)).toEqual(expect.arrayContaining([expect.stringMatching(sentence)]))
})
