import { expect, test } from '@jest/globals'
import type { SyncConfiguration, SyncDraft } from '@accord/shared/schemas'
import { excessOf, savedDraft } from '../src/configuration/draft/draft-content.ts'
import { afterSaving, edit, isTakenBack, otherDraft, shownDraft } from '../src/configuration/draft/edited.ts'

const ID = '7a0c1c5e-3f0e-4a51-9d2b-0f6f5b6f7a01'
const at = '2026-01-01T00:00:00.000Z'
const stored = (revision: string, outgoing: string): SyncDraft => ({
  revision,
  outgoing,
  incoming: 'in',
  trigger: { query: '', isActive: true, history: 'visible', notes: '' },
  mayWiden: false,
  basedOn: { outgoing: 1, incoming: 1 },
  author: 'bob',
  startedAt: at,
  changedAt: at,
})
const configuration = (draft: SyncDraft | null): SyncConfiguration => ({
  connectionId: ID,
  table: 'incident',
  template: { name: 'incident', outgoing: 'out', incoming: 'in', query: '' },
  outgoing: null,
  incoming: null,
  trigger: null,
  draft,
  access: { state: 'none' },
  isPeerReady: null,
  isBasic: false,
  unmapped: [],
})

test('typing goes on from the draft that the node keeps, with the versions and the revision of it', () => {
  const known = configuration(stored('a', 'of bob'))
  expect(shownDraft(known).outgoing).toBe('of bob')
  const first = edit(null, known, { incoming: 'typed' })
  expect(first).toMatchObject({
    draft: { outgoing: 'of bob', incoming: 'typed' },
    follows: 'a',
    basedOn: { outgoing: 1 },
  })
  // What comes while somebody types is not typed over.
  expect(edit(first, configuration(stored('b', 'newer')), { query: 'x' })).toMatchObject({
    draft: { outgoing: 'of bob', incoming: 'typed', query: 'x' },
    follows: 'a',
  })
})

test('a newer draft of another stands against what was typed; the same text does not', () => {
  const mine = edit(null, configuration(stored('a', 'one')), { outgoing: 'two' })
  expect(otherDraft(mine, configuration(stored('a', 'one')))).toBeUndefined()
  expect(otherDraft(mine, configuration(stored('b', 'three')))).toMatchObject({ revision: 'b', author: 'bob' })
  expect(otherDraft(mine, configuration(stored('b', 'two')))).toBeUndefined()
  expect(otherDraft(mine, configuration(null))).toBeUndefined()
  expect(otherDraft(null, configuration(stored('b', 'three')))).toBeUndefined()
})

test('what was typed while a save was on its way follows what was saved, and is lost by no save', () => {
  const sent = edit(null, configuration(null), { outgoing: 'one' })
  expect(afterSaving(sent, sent, stored('a', 'one'))).toBeNull()
  const later = edit(sent, configuration(null), { outgoing: 'one, two' })
  expect(afterSaving(later, sent, stored('a', 'one'))).toEqual({ ...later, follows: 'a' })
  expect(afterSaving(later, sent, null)).toEqual({ ...later, follows: null })
})

test('what was typed and taken back leaves nothing to save, unless somebody else has written meanwhile', () => {
  const known = configuration(stored('a', 'one'))
  const typed = edit(null, known, { outgoing: 'one, two' })
  expect(isTakenBack(typed, known)).toBe(false)
  const back = edit(typed, known, { outgoing: 'one' })
  expect(isTakenBack(back, known)).toBe(true)
  expect(isTakenBack(back, configuration(stored('b', 'one')))).toBe(false)
  // What counts is another text than the draft: the node has to end that one.
  expect(isTakenBack(edit(typed, known, { outgoing: 'out' }), known)).toBe(false)
  expect(isTakenBack(edit(null, configuration(null), { outgoing: 'out' }), configuration(null))).toBe(true)
})

test('a script of a megabyte is never sent: by how much it is too long is said', () => {
  const fits = savedDraft(configuration(null))
  expect(excessOf(fits)).toBe(0)
  expect(excessOf({ ...fits, incoming: 'x'.repeat(1_048_576) })).toBe(1_048_576 - 65_536)
})
