import { expect, test } from '@jest/globals'

import { type FileDetails, privacyOf } from '../../src/files/file-privacy.ts'

const NODE = { uid: 10_001, groups: [10_001] }
const OURS: FileDetails = {
  mode: 0o100600,
  uid: 10_001,
  gid: 10_001,
  directory: { mode: 0o40700, gid: 10_001 },
  keepsModes: true,
}
/** A volume of Kubernetes with `fsGroup`: its directories hand their group on, its files are widened to the group. */
const VOLUME = { mode: 0o42770, gid: 10_001 }

const cases: readonly [string, Partial<FileDetails>, string][] = [
  ['a file of mode 0600', {}, 'private'],
  ['one that everybody may read', { mode: 0o100644 }, 'others'],
  ['one that everybody may write', { mode: 0o100602 }, 'others'],
  ['one that a group of the host may read', { mode: 0o100640, gid: 100 }, 'group'],
  ['one that our own group may read, given by no platform', { mode: 0o100640 }, 'group'],
  ['a Secret that root lends to our group', { mode: 0o100440, uid: 0 }, 'platform'],
  ['the same, where our group could write it', { mode: 0o100660, uid: 0 }, 'group'],
  ['a file of root lent to a group that is not ours', { mode: 0o100440, uid: 0, gid: 100 }, 'group'],
  ['a file that fsGroup has widened', { mode: 0o100660, directory: VOLUME }, 'platform'],
  ['the same, where others may read too', { mode: 0o100664, directory: VOLUME }, 'others'],
  [
    'fsGroup of a group that is not ours',
    { mode: 0o100660, gid: 100, directory: { mode: 0o42770, gid: 100 } },
    'group',
  ],
  ['any mode that the system has made up', { mode: 0o100666, keepsModes: false }, 'no-modes'],
]

test.each(cases)('%s is checked by what it is: %j', (_, facts, wanted) => {
  expect(privacyOf({ ...OURS, ...facts }, NODE)).toBe(wanted)
})

test('to root a file of root is not lent', () => {
  expect(privacyOf({ ...OURS, mode: 0o100440, uid: 0 }, { uid: 0, groups: [0, 10_001] })).toBe('group')
})
