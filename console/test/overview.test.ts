import { expect, test } from '@jest/globals'
import { NOTICE_CAUSES, placeOfNotice } from '@accord/shared/protocol'
import { hoursOf, totalsOf } from '../src/overview/activity-words.ts'
import { outlineOf } from '../src/overview/sparkline-paths.ts'

const ID = '3f2a91bc-77d0-4e4a-8501-000000000001'
const NODE_WIDE = ['instance_refuses', 'instance_copied', 'licence_ends', 'licence_ended', 'jobs_dead', 'audit_broken']

test('what a plot says in numbers: sums, and the highest hour of either direction', () => {
  expect(totalsOf({ sent: [1, 0, 4], received: [0, 9, 0] })).toEqual({ sent: 5, received: 9, most: 9 })
  expect(totalsOf({ sent: [0, 0], received: [0, 0] })).toEqual({ sent: 0, received: 0, most: 0 })
})

test('the table has the newest hour first, each with the time at which it began', () => {
  const hours = { sent: [1, 2], received: [3, 4], waited: [5, 6] }
  expect(hoursOf(hours, '2026-05-04T23:00:00.000Z')).toEqual([
    { at: '2026-05-05T00:00:00.000Z', sent: 2, received: 4, waited: 6 },
    { at: '2026-05-04T23:00:00.000Z', sent: 1, received: 3, waited: 5 },
  ])
})

test('what concerns the whole node leads to the page where something is done about it, and never to a list', () => {
  for (const cause of NOTICE_CAUSES)
    expect([cause, placeOfNotice(cause, '', '') === '/connections']).toEqual([cause, !NODE_WIDE.includes(cause)])
})

test('what is of a connection leads to that connection, to the tab or the pairs that are meant', () => {
  for (const cause of NOTICE_CAUSES) expect(placeOfNotice(cause, ID, 'a_word')).toContain(ID)
  expect(placeOfNotice('approval_asked', ID, '')).toBe(`/connections/${ID}`)
  expect(placeOfNotice('peer_away', ID, '')).toBe(`/connections/${ID}?tab=diagnostics`)
  expect(placeOfNotice('dictionary_changed', ID, 'incident')).toBe(`/connections/${ID}/sync`)
  expect(placeOfNotice('pairs_held', ID, 'value_unmapped')).toBe(
    `/queue?filter=held&connectionId=${ID}&cause=value_unmapped`,
  )
})

test('the highest hour is as high as the plot, one change is still seen, and no change is none', () => {
  expect(outlineOf([0, 1000, 1], 1000, -1)).toBe(
    'M0,0L1,0L1,-1L2,-1L2,-0.08L3,-0.08L3,-0.08L3,0L3,0L2,0L2,0L1,0L1,0L0,0Z',
  )
  expect(outlineOf([0, 500], 1000, 1)).toMatch(/^M0,0L1,0L1,0.5L2,0.5L2,0/)
})
