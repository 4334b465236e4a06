import { randomUUID } from 'node:crypto'

import type { LicenceClaims } from '@accord/shared/schemas'
import { expect, test } from '@jest/globals'

import { currentEntitlement } from '../../src/licence/entitlement.ts'

const DAY_S = 86_400
const NOW = new Date('2026-05-10T10:00:00.000Z')
const dayOf = (days: number) => new Date(NOW.getTime() + days * DAY_S * 1000)
const evaluation = (fromDays: number, seenDays = 0) => ({ from: dayOf(fromDays), seenAt: dayOf(seenDays) })
const licence = (days: number, changes: Partial<LicenceClaims> = {}): LicenceClaims => {
  const nowS = NOW.getTime() / 1000
  return {
    v: 1,
    jti: randomUUID(),
    customer: 'Acme',
    plan: 'standard',
    iat: nowS,
    exp: nowS + days * DAY_S,
    ...changes,
  }
}

test('an evaluation has thirty days, counted down to none', () => {
  expect(currentEntitlement([], evaluation(0), NOW)).toMatchObject({ kind: 'evaluation', daysLeft: 30, ended: false })
  expect(currentEntitlement([], evaluation(-29.5), NOW)).toMatchObject({ daysLeft: 1, ended: false })
  expect(currentEntitlement([], evaluation(-30), NOW)).toMatchObject({ daysLeft: 0, ended: true })
})

test('a clock that is set back gives no day back', () => {
  expect(currentEntitlement([], evaluation(-20, 9), NOW)).toMatchObject({ daysLeft: 1, ended: false })
  expect(currentEntitlement([], evaluation(-20, 10), NOW)).toMatchObject({ daysLeft: 0, ended: true })
})

test('a paid licence that runs beats the evaluation, whichever ends later', () => {
  expect(currentEntitlement([licence(3)], evaluation(0), NOW)).toMatchObject({
    kind: 'paid',
    daysLeft: 3,
    customer: 'Acme',
  })
})

test('of several the one for more connections counts, and of two alike the one that runs longer', () => {
  const [small, long, endless] = [licence(900, { maxConnections: 3 }), licence(700, { maxConnections: 9 }), licence(5)]
  const shorter = licence(600, { maxConnections: 9 })
  const best = (...all: LicenceClaims[]) => currentEntitlement(all, evaluation(-90), NOW).id
  expect(best(small, long, shorter)).toBe(long.jti)
  expect(best(endless, small, long)).toBe(endless.jti)
  expect(best(licence(-1), small)).toBe(small.jti)
})

test('when all have ended the last one is named, unless the evaluation still runs', () => {
  const lapsed = licence(-2, { customer: 'Lapsed' })
  expect(currentEntitlement([licence(-9), lapsed], evaluation(-60), NOW)).toMatchObject({
    kind: 'paid',
    customer: 'Lapsed',
    ended: true,
    daysLeft: 0,
  })
  expect(currentEntitlement([lapsed], evaluation(-3), NOW)).toMatchObject({ kind: 'evaluation', ended: false })
})
