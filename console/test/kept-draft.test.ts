import { expect, test } from '@jest/globals'
import { emptyDraft } from '../src/initiate/initiate-draft.ts'
import { mergeDraft } from '../src/initiate/kept-draft.ts'

const empty = emptyDraft('Company A')

test('what was typed comes back after a reload, all of it', () => {
  const typed = { ...empty, url: 'https://b.example', remoteShortName: 'B', typedName: 'A and B' }
  expect(mergeDraft(empty, JSON.parse(JSON.stringify(typed)))).toEqual(typed)
})

test('what does not fit is left out: other types, strange members, an older look-up, nonsense', () => {
  const kept = {
    url: 7,
    noUrl: 'yes',
    validForMs: null,
    typedName: {},
    found: { local: true },
    __proto__: 1,
    more: 'x',
  }
  expect(mergeDraft(empty, kept)).toEqual(empty)
  for (const nonsense of [null, 'text', 3, []]) expect(mergeDraft(empty, nonsense)).toEqual(empty)
})
