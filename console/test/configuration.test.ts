import { expect, test } from '@jest/globals'
import { SYNC_TEMPLATES } from '@accord/shared/sync'
import type { SyncConfiguration } from '@accord/shared/schemas'
import { fieldList } from '../src/configuration/field-names.ts'
import { isMissing, neededAccess } from '../src/configuration/needed-access.ts'
import { offsetOfLine } from '../src/configuration/editor/script-lines.ts'
import { savedDraft } from '../src/configuration/draft/draft-content.ts'
import { isPublished } from '../src/configuration/draft/use-sync-draft.ts'

const access = SYNC_TEMPLATES.incident.access.map((table) => ({
  ...table,
  readFields: [...table.readFields],
  writeFields: [...table.writeFields],
  readJournals: [...table.readJournals],
  writeJournals: [...table.writeJournals],
}))
const configuration = (part: Partial<SyncConfiguration> = {}): SyncConfiguration => ({
  connectionId: '7a0c1c5e-3f0e-4a51-9d2b-0f6f5b6f7a01',
  table: 'incident',
  template: { name: 'incident', outgoing: 'out', incoming: 'in', query: 'active=true' },
  outgoing: null,
  incoming: null,
  trigger: null,
  draft: null,
  access: { state: 'known', tables: [], isSyncUserReady: false },
  isPeerReady: null,
  isBasic: false,
  unmapped: [],
  ...part,
})

test('a closed instance needs all tables of the template and the user; an open one needs nothing', () => {
  const closed = neededAccess(configuration())
  expect(closed?.tables.map(({ table }) => table)).toEqual(['incident', 'sys_user', 'sys_user_group'])
  expect(closed?.userRoles).toEqual(['itil'])
  const open = neededAccess(configuration({ access: { state: 'known', tables: access, isSyncUserReady: true } }))
  expect([closed, open].map(isMissing)).toEqual([true, false])
})

test('where nobody can say what is open, or there is nothing to open, nothing is claimed', () => {
  expect(neededAccess(configuration({ access: { state: 'none' } }))).toBeUndefined()
  const unknown = { state: 'unknown', problem: 'instance_unreachable', detail: '' } as const
  expect(neededAccess(configuration({ access: unknown }))).toBeUndefined()
  expect(isMissing(undefined)).toBe(false)
})

test('before anything is published a draft begins with the template, afterwards with what counts', () => {
  const fresh = configuration()
  expect(savedDraft(fresh)).toEqual({
    outgoing: 'out',
    incoming: 'in',
    query: 'active=true',
    isActive: true,
    history: 'visible',
    notes: '',
    mayWiden: false,
  })
  expect(isPublished(fresh)).toBe(false)
  const script = { version: 2, mayWiden: true, publishedAt: '2026-01-01T00:00:00.000Z', publishedBy: 'ada' }
  const published = configuration({
    outgoing: { ...script, source: 'mine' },
    incoming: { ...script, source: 'theirs' },
    trigger: {
      id: fresh.connectionId,
      query: '',
      isActive: false,
      history: 'none',
      notes: '',
      changedAt: script.publishedAt,
      changedBy: 'ada',
    },
  })
  expect(savedDraft(published)).toEqual({
    outgoing: 'mine',
    incoming: 'theirs',
    query: '',
    isActive: false,
    history: 'none',
    notes: '',
    mayWiden: true,
  })
  expect(isPublished(published)).toBe(true)
})

test('a field is called what the instance calls it, else by its name as a person writes it', () => {
  const labels = new Map([['caller_id', 'Caller']])
  expect(fieldList(['caller_id', 'short_description'], labels, 'en')).toBe('Caller and Short description')
  expect(fieldList(['caller_id', 'state'], new Map(), 'de')).toBe('Caller id und State')
})

test('a line begins behind the break of the line before', () => {
  expect([1, 2, 3, 4].map((line) => offsetOfLine('a\nbc\n\nd', line))).toEqual([0, 2, 5, 6])
  expect(offsetOfLine('a', 9)).toBe(1)
})
