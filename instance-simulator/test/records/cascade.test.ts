import { beforeEach, expect, test } from '@jest/globals'
import { systemCaller } from '../../src/access/system-callers.ts'
import type { ColumnDefinition } from '../../src/contracts.ts'
import type { MemoryStore } from '../../src/records/record-store.ts'
import { newStore } from './new-store.ts'

let store: MemoryStore
const column = (name: string, more: Partial<ColumnDefinition> = {}): ColumnDefinition => ({
  name,
  label: name,
  type: 'string',
  ...more,
})

/** A table whose rows point at incidents, with the rule that is to be tried. */
function defineNotes(cascade?: string): void {
  const reference = column('incident', { type: 'reference', reference: 'incident', ...(cascade ? { cascade } : {}) })
  store.defineTable({ name: 'u_note', label: 'Note', scope: 'global', columns: [reference], webServiceAccess: true })
}

const addIncident = () => store.insert('incident', { short_description: 'Printer' }, systemCaller)['sys_id'] ?? ''
const addNote = (incident: string) => store.insert('u_note', { incident }, systemCaller)['sys_id'] ?? ''

beforeEach(() => {
  store = newStore()
})

test.each(['delete', 'delete_no_workflow'])(
  '%s: what points at a deleted row goes with it, and nothing else',
  (rule) => {
    defineNotes(rule)
    const [gone, kept] = [addIncident(), addIncident()]
    const notes = [addNote(gone), addNote(gone)]
    const other = addNote(kept)
    store.remove('task', gone, systemCaller)
    expect(notes.map((id) => store.find('u_note', id))).toEqual([undefined, undefined])
    expect(store.find('u_note', other)).toBeDefined()
  },
)

test('clear: the row stays and its reference is empty', () => {
  defineNotes('clear')
  const incident = addIncident()
  const note = addNote(incident)
  store.remove('incident', incident, systemCaller)
  expect(store.find('u_note', note)).toMatchObject({ incident: '' })
})

test('without a rule a reference keeps pointing at what is gone', () => {
  defineNotes()
  const incident = addIncident()
  const note = addNote(incident)
  store.remove('incident', incident, systemCaller)
  expect(store.find('u_note', note)).toMatchObject({ incident })
})

test('a rule that is not simulated refuses the deletion by name, and nothing is lost', () => {
  defineNotes('restrict')
  const incident = addIncident()
  addNote(incident)
  expect(() => store.remove('incident', incident, systemCaller)).toThrow(
    'not simulated: the reference_cascade_rule restrict',
  )
  expect(store.find('incident', incident)).toBeDefined()
})
