import type { DescribedTable } from '@accord/shared/schemas'

type Field = DescribedTable['fields'][number]

const field = (name: string, label: string, rest: Partial<Field> = {}): Field => ({
  name,
  label,
  type: 'text',
  maxLength: 160,
  mayRead: true,
  mayWrite: true,
  ...rest,
})

const choices = (...labels: readonly string[]) => labels.map((label, at) => ({ value: String(at + 1), label }))

/** Incidents as an instance describes them, and people with a name and an address. */
export const DICTIONARY: readonly DescribedTable[] = [
  {
    table: 'incident',
    label: 'Incident',
    mayCreate: true,
    mayReadFiles: false,
    mayWriteFiles: false,
    fields: [
      field('number', 'Number', { mayWrite: false, maxLength: 40 }),
      field('short_description', 'Short description'),
      field('description', 'Description', { maxLength: 4000 }),
      field('active', 'Active', { type: 'boolean', mayWrite: false }),
      field('state', 'State', { type: 'choice', choices: choices('New', 'In Progress', 'On Hold', 'Resolved') }),
      field('impact', 'Impact', { type: 'choice', choices: choices('1 - High', '2 - Medium', '3 - Low') }),
      field('urgency', 'Urgency', { type: 'choice', choices: choices('1 - High', '2 - Medium', '3 - Low') }),
      field('priority', 'Priority', {
        type: 'choice',
        choices: choices('1 - Critical', '2 - High', '3 - Moderate'),
        mayWrite: false,
      }),
      field('close_code', 'Resolution code', { mayRead: false }),
      field('close_notes', 'Resolution notes'),
      field('caller_id', 'Caller', { type: 'reference', table: 'sys_user' }),
      field('assignment_group', 'Assignment group', { type: 'reference', table: 'sys_user_group' }),
      field('correlation_id', 'Correlation ID'),
    ],
    journals: [
      { name: 'comments', label: 'Additional comments', internal: false, mayRead: true, mayWrite: true },
      { name: 'work_notes', label: 'Work notes', internal: true, mayRead: false, mayWrite: true },
    ],
  },
  {
    table: 'sys_user',
    label: 'User',
    mayCreate: false,
    mayReadFiles: false,
    mayWriteFiles: false,
    fields: [field('name', 'Name', { mayWrite: false }), field('email', 'Email', { mayWrite: false })],
    journals: [],
  },
]
