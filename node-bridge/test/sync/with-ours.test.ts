import { expect, test } from '@jest/globals'

import { withOurs } from '../../src/sync/incoming/with-ours.ts'

const THEIRS = { summary: 'theirs', status: 'New', customKeys: { team: 'blue', 'a/b': 1 } }
const OURS = { summary: 'ours', description: 'only here', customKeys: { 'a/b': 2, site: 'Rome' } }

test('where ours stand the script sees ours, and theirs everywhere else', () => {
  expect(withOurs(THEIRS, OURS, ['/summary', '/customKeys/a~1b'])).toEqual({
    summary: 'ours',
    status: 'New',
    customKeys: { team: 'blue', 'a/b': 2 },
  })
})

test('what we have removed is not there; what nobody contests comes as it was sent', () => {
  expect(withOurs(THEIRS, OURS, ['/status', '/customKeys/team', '/description'])).toEqual({
    summary: 'theirs',
    description: 'only here',
    customKeys: { 'a/b': 1 },
  })
  expect(withOurs(THEIRS, OURS, [])).toEqual(THEIRS)
})
