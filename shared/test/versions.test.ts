import { expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { chooseVersion, compareVersions } from '@accord/shared/protocol'

const version = fc.tuple(fc.nat(20), fc.nat(20), fc.nat(20)).map((parts) => parts.join('.'))
const range = fc
  .tuple(version, version)
  .map(([a, b]) => (compareVersions(a, b) <= 0 ? { min: a, max: b } : { min: b, max: a }))
const inside = (chosen: string, { min, max }: { min: string; max: string }) =>
  compareVersions(min, chosen) <= 0 && compareVersions(chosen, max) <= 0

test('versions compare by number, not by letter', () => {
  expect(compareVersions('1.10.0', '1.9.9')).toBeGreaterThan(0)
  expect(compareVersions('2.0.0', '10.0.0')).toBeLessThan(0)
  expect(compareVersions('1.2.3', '1.2.3')).toBe(0)
})

test('two ranges choose the newest version inside both, whoever asks', () => {
  fc.assert(
    fc.property(range, range, (ours, theirs) => {
      const chosen = chooseVersion(ours, theirs)
      expect(chooseVersion(theirs, ours)).toBe(chosen)
      if (chosen === undefined) {
        expect(compareVersions(ours.max, theirs.min) < 0 || compareVersions(theirs.max, ours.min) < 0).toBe(true)
        return
      }
      expect(inside(chosen, ours) && inside(chosen, theirs)).toBe(true)
      expect([ours.max, theirs.max]).toContain(chosen)
    }),
  )
})
