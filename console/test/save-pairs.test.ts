import type { SyncItem } from '@accord/shared/schemas'
import { csvLine, pairLines, PAIRS_HEAD, unmarkedCell } from '@accord/shared/sync'
import { expect, test } from '@jest/globals'

import { pairsFile } from '../src/items/save-pairs.ts'

const item = (local: string | null, remote: string): SyncItem => ({
  id: '00000000-0000-4000-8000-000000000000',
  connectionId: '00000000-0000-4000-8000-000000000001',
  table: 'incident',
  state: 'linked',
  status: 'synced',
  local: { key: local, url: null },
  remote: { key: remote, url: 'https://globex.example/7' },
  lastOutAt: '2026-11-30T07:00:00.000Z',
  lastInAt: null,
  faults: [],
  createdAt: '2026-11-29T07:00:00.000Z',
  changedAt: '2026-11-30T07:00:00.000Z',
})

test('a pair is a line whose first two cells are both keys; what is not known is empty; pages follow each other', async () => {
  const pages = [[item('INC1', 'ACC-7')], [item(null, 'ACC-8')]].map((each) => new Blob([pairLines(each)]))
  expect(await pairsFile(pages).text()).toBe(
    [
      'local,remote,local_url,remote_url,table,state,since,last_out,last_in',
      'INC1,ACC-7,,https://globex.example/7,incident,linked,2026-11-29T07:00:00.000Z,2026-11-30T07:00:00.000Z,',
      ',ACC-8,,https://globex.example/7,incident,linked,2026-11-29T07:00:00.000Z,2026-11-30T07:00:00.000Z,',
      '',
    ].join('\r\n'),
  )
  expect(PAIRS_HEAD.startsWith('local,remote,')).toBe(true)
})

test('a key of the other side ends no cell, and no spreadsheet runs it', () => {
  const [row = ''] = pairLines([item('A "b", c', '=HYPERLINK("x")')]).split('\r\n')
  expect(row.startsWith(`"A ""b"", c","'=HYPERLINK(""x"")",`)).toBe(true)
})

test.each(['INC1', '=1+1', "'=1+1", '-7', '@x', "it's", "'quoted'"])(
  '%s is read as it was before it was written',
  (key) => {
    expect(unmarkedCell(csvLine([key]).trimEnd())).toBe(key)
  },
)
