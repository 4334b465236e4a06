import type { Field } from '../../../src/trackers/record.ts'
import type { MemoryTable } from './memory-records.ts'

const text = (): Field => ({ type: 'text', value: '' })
const reference = (table: string): Field => ({ type: 'reference', table, value: '', display: '' })
const choice = (value: string, choices: Readonly<Record<string, string>>): Field => ({
  type: 'choice',
  value,
  label: choices[value] ?? '',
  choices: Object.entries(choices).map(([each, label]) => ({ value: each, label })),
})

const STATES = { 1: 'New', 2: 'In Progress', 3: 'On Hold', 6: 'Resolved' }
const LEVELS = { 1: '1 - High', 2: '2 - Medium', 3: '3 - Low' }

const incident: MemoryTable = {
  prefix: 'INC',
  draft: {
    number: text(),
    short_description: text(),
    description: text(),
    state: choice('1', STATES),
    impact: choice('3', LEVELS),
    urgency: choice('3', LEVELS),
    caller_id: reference('sys_user'),
    correlation_id: text(),
    correlation_display: text(),
    close_notes: text(),
  },
}

const PRIORITIES = { 1: '1 - Critical', 2: '2 - High', 3: '3 - Moderate', 4: '4 - Low', 5: '5 - Planning' }

/** As many fields as the template of SYNC_TEMPLATES opens, and no more; the priority follows from two others. */
export const INCIDENT_TABLE: MemoryTable = {
  prefix: 'INC',
  draft: {
    ...incident.draft,
    state: choice('1', { ...STATES, 7: 'Closed', 8: 'Canceled' }),
    active: { type: 'boolean', value: true },
    priority: choice('5', PRIORITIES),
    assignment_group: reference('sys_user_group'),
    close_code: choice('', { 'Solved (Permanently)': 'Solved (Permanently)' }),
  },
  derive: ({ impact, urgency }) => ({ priority: String(Number(impact?.value) + Number(urgency?.value) - 1) }),
}

/** What a company has. */
export const COMPANY_TABLES: Readonly<Record<string, MemoryTable>> = { incident }
