import { expect, test } from '@jest/globals'
import type { DescribedTable } from '@accord/shared/schemas'

import { fieldsOf } from '../../src/sync/configuration/condition-fields.ts'

type Field = DescribedTable['fields'][number]
const field = (name: string, label: string, more: Partial<Field> = {}): Field => ({
  name,
  label,
  type: 'text',
  maxLength: 40,
  mayRead: true,
  mayWrite: false,
  ...more,
})
const table = (name: string, fields: readonly Field[]): DescribedTable => ({
  table: name,
  label: name,
  mayCreate: false,
  mayReadFiles: false,
  mayWriteFiles: false,
  fields: [...fields],
  journals: [],
})

const TABLES = [
  table('incident', [
    field('short_description', 'Short description'),
    field('assignment_group', 'Assignment group', { type: 'reference', table: 'sys_user_group' }),
    field('parent_incident', 'Parent', { type: 'reference', table: 'problem' }),
    field('close_notes', 'Close notes', { mayRead: false, mayWrite: true }),
    field('state', 'State', { type: 'choice', choices: [{ value: '1', label: 'New' }] }),
    field('sys_updated_on', 'Updated'),
  ]),
  table('sys_user_group', [
    field('name', 'Name'),
    field('manager', 'Manager', { type: 'reference', table: 'sys_user' }),
    field('email', 'Group email', { mayRead: false }),
  ]),
]

test('what may leave is offered by its label, with what is one reference away, and the times of every record', () => {
  const fields = fieldsOf(TABLES, 'incident')
  expect(fields.map(({ path, label, type }) => [path, label, type])).toEqual([
    ['assignment_group', 'Assignment group', 'reference'],
    ['assignment_group.manager', 'Assignment group › Manager', 'reference'],
    ['assignment_group.name', 'Assignment group › Name', 'text'],
    ['sys_created_on', 'Created', 'time'],
    ['parent_incident', 'Parent', 'reference'],
    ['short_description', 'Short description', 'text'],
    ['state', 'State', 'choice'],
    ['sys_updated_on', 'Updated', 'time'],
  ])
  expect(fields.find(({ path }) => path === 'state')?.choices).toEqual([{ value: '1', label: 'New' }])
})

test('a table that is closed offers nothing', () => {
  expect(fieldsOf(TABLES, 'problem')).toEqual([])
})
