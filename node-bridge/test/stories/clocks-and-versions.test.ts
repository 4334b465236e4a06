import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { accept, type Company, initiate, read, refusalOf, startCompany, untilState } from './company.ts'

const HOUR = 3_600_000

let acme: Company
let globex: Company
let future: Company
let objects: Company

beforeAll(async () => {
  ;[acme, globex, future, objects] = await Promise.all([
    startCompany('Acme'),
    startCompany('Globex'),
    startCompany('Future', undefined, undefined, { restVersions: { min: '2.0.0', max: '3.1.0' } }),
    startCompany('Objects', undefined, undefined, { hubObjectVersions: { min: '2.0.0', max: '2.4.0' } }),
  ])
})
afterAll(() => Promise.all([acme.close(), globex.close(), future.close(), objects.close()]))

const warningOf = async (company: Company, connectionId: string): Promise<string> => {
  const { log } = await company.client.call('readConnection', { params: { connectionId } })
  return log.find(({ event }) => event === 'clockDiffers')?.detail ?? ''
}
const differenceIn = (detail: string): number => Number(/is (\d+) s /u.exec(detail)?.[1])

test.each([
  ['ahead', 5 * HOUR],
  ['behind', -7 * HOUR],
])(
  'a node whose clock is hours %s still connects, and both admins are warned with the difference',
  async (way, byMs) => {
    globex.shiftClock(byMs)
    try {
      const { connection, code } = await initiate(acme)
      const accepted = await accept(globex, code)
      expect(accepted.state).toBe('active')
      await untilState(acme, connection.id, 'active')
      const seconds = Math.abs(byMs) / 1000
      const [atAcme, atGlobex] = [await warningOf(acme, connection.id), await warningOf(globex, accepted.id)]
      expect(Math.abs(differenceIn(atAcme) - seconds)).toBeLessThan(10)
      expect(Math.abs(differenceIn(atGlobex) - seconds)).toBeLessThan(10)
      expect(atAcme).toContain(way === 'ahead' ? 'ahead of' : 'behind')
      expect(atGlobex).toContain(way === 'ahead' ? 'behind' : 'ahead of')
    } finally {
      globex.shiftClock(0)
    }
  },
)

test('clocks that agree are no news', async () => {
  const { code } = await initiate(acme)
  const { id } = await accept(globex, code)
  const { log } = await globex.client.call('readConnection', { params: { connectionId: id } })
  expect(log.map(({ event }) => event)).not.toContain('clockDiffers')
})

test('a destination without a common version shows both ranges and sends nothing', async () => {
  const { connection, code } = await initiate(acme)
  const preview = await future.client.call('previewInvitation', { body: { text: code } })
  expect(preview).toMatchObject({
    version: { ours: { min: '2.0.0', max: '3.1.0' }, theirs: { min: '1.0.0', max: '1.0.0' }, chosen: null },
    warnings: ['no_common_version'],
  })
  const refusal = await refusalOf(accept(future, code))
  expect(refusal).toMatchObject({
    code: 'no_common_version',
    facts: {
      versions: 'rest',
      sourceRange: { min: '1.0.0', max: '1.0.0' },
      destinationRange: { min: '2.0.0', max: '3.1.0' },
    },
  })
  expect((await read(acme, connection.id)).state).toBe('invited')
})

test('ranges of the exchanged objects are compared as those of the protocol are, at both sides', async () => {
  const { connection, code } = await initiate(acme)
  const preview = await objects.client.call('previewInvitation', { body: { text: code } })
  expect(preview).toMatchObject({
    version: { of: 'hubObject', ours: { min: '2.0.0', max: '2.4.0' }, theirs: { min: '1.0.0' }, chosen: null },
    warnings: ['no_common_version'],
  })
  expect(await refusalOf(accept(objects, code))).toMatchObject({
    code: 'no_common_version',
    facts: {
      versions: 'hubObject',
      sourceRange: { min: '1.0.0', max: '1.0.0' },
      destinationRange: { min: '2.0.0', max: '2.4.0' },
    },
  })
  expect((await read(acme, connection.id)).state).toBe('invited')
})
