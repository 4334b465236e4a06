import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'

import { paceOf } from '../../src/instance/limit-calls.ts'
import { takeAtPace } from '../../src/limits/pace.ts'
import { openDatabase } from '../../src/store/engine/database.ts'
import { takeInstanceCall } from '../../src/store/instance/instance-calls.ts'
import { replacePairing } from '../../src/store/instance/pairings.ts'
import { databaseKinds } from '../databases.ts'

const HOUR_MS = 3_600_000

test('whoever calls whenever it may makes no more calls in any hour than were allowed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 3000 }), fc.array(fc.nat(600_000), { maxLength: 60 }), (perHour, pauses) => {
      const pace = paceOf(perHour)
      const calls: number[] = []
      let paidUntil: Date | null = null
      let at = 0
      for (let tries = 0; tries < 2 * perHour; tries++) {
        const taken = takeAtPace(paidUntil, pace, new Date(at))
        if ('waitMs' in taken) at += taken.waitMs
        else {
          calls.push(at)
          ;({ paidUntil } = taken)
          at += pauses[tries] ?? 0
        }
      }
      return calls.every((from, place) => (calls[place + perHour] ?? Infinity) >= from + HOUR_MS)
    }),
    { numRuns: 50 },
  )
})

const STARTING_MS = 240_000

describe.each(databaseKinds())('calls that are made at the same time, on $name', (kind) => {
  beforeAll(() => kind.start(), STARTING_MS)
  afterAll(() => kind.stop())

  test('are counted together, those of another replica as well', async () => {
    const location = await kind.fresh()
    const own = await openDatabase(location)
    // The embedded database has one process.
    const replicas = [own, own.dialect === 'postgres' ? await openDatabase(location) : own]
    const at = new Date()
    await own.transaction((transaction) =>
      replacePairing(transaction, {
        instanceUrl: 'https://acme.service-now.com',
        apiBase: '/api/x/v1',
        instanceId: null,
        instanceName: 'acme',
        instanceVersion: 'any',
        appVersion: '0.1.0',
        tokenHash: 'hash',
        callbackKeySealed: 'sealed',
        pairedBy: 'admin',
        pairedAt: at,
      }),
    )
    const pay = (paidUntil: Date | null) => takeAtPace(paidUntil, { burst: 10, everyMs: 60_000 }, at)
    const taken = await Promise.all(
      Array.from({ length: 20 }, () => replicas.map((database) => takeInstanceCall(database, pay))).flat(),
    )
    expect(taken.filter((waitMs) => waitMs === undefined)).toHaveLength(10)
    expect(taken.filter((waitMs) => waitMs === 60_000)).toHaveLength(30)
    await Promise.all([...new Set(replicas)].map((database) => database.close()))
  })
})
