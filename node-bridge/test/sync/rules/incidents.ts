import { readFileSync } from 'node:fs'

import type { SyncComment, SyncFile } from '@accord/shared/schemas'

import type { Answerer, Sandbox } from '../../../src/sandbox/index.ts'
import {
  compileRules,
  type Direction,
  type Rules,
  type RulesFault,
  type RulesOutcome,
  type Surroundings,
} from '../../../src/sync/rules/index.ts'
import type { Field, Fields, LocalRecord } from '../../../src/trackers/record.ts'

export const defaultScript = (direction: Direction): string =>
  readFileSync(new URL(`../../../src/sync/rules/scripts/incident.${direction}.ts`, import.meta.url), 'utf8')

export async function rulesOf(
  sandbox: Sandbox,
  direction: Direction,
  source = defaultScript(direction),
): Promise<Rules> {
  const compiled = await compileRules(sandbox, { direction, table: 'incident', source })
  if (compiled.kind === 'failed') throw new Error(JSON.stringify(compiled.failure))
  return compiled.rules
}

/** Rules of a few lines: the body of the function that gets everything as `use`. */
export const rulesDoing = (sandbox: Sandbox, direction: Direction, body: string): Promise<Rules> =>
  rulesOf(
    sandbox,
    direction,
    `import { ${direction}, map } from 'accord'\nvoid map\nexport default ${direction}('incident', (use: any) => {\n${body}\n})`,
  )

const text = (value: string): Field => ({ type: 'text', value })
const choice = (value: string, choices: Record<string, string>): Field => ({
  type: 'choice',
  value,
  label: choices[value] ?? '',
  choices: Object.entries(choices).map(([one, label]) => ({ value: one, label })),
})
const reference = (table: string, value = '', display = ''): Field => ({ type: 'reference', table, value, display })

const STATES = { 1: 'New', 2: 'In Progress', 3: 'On Hold', 6: 'Resolved', 7: 'Closed', 8: 'Canceled' }
const LEVELS = { 1: '1 - High', 2: '2 - Medium', 3: '3 - Low' }
const CLOSE_CODES = { 'Solved (Permanently)': 'Solved (Permanently)' }
const PRIORITIES = { 1: '1 - Critical', 2: '2 - High', 3: '3 - Moderate', 4: '4 - Low', 5: '5 - Planning' }

const FIELDS: Fields = {
  number: text('INC0010001'),
  short_description: text('Mail is down'),
  description: text('Since nine'),
  active: { type: 'boolean', value: true },
  state: choice('2', STATES),
  impact: choice('1', LEVELS),
  urgency: choice('1', LEVELS),
  priority: choice('1', PRIORITIES),
  close_code: choice('', CLOSE_CODES),
  close_notes: text(''),
  caller_id: reference('sys_user', 'u1', 'Ann Author'),
  assigned_to: reference('sys_user'),
  assignment_group: reference('sys_user_group', 'g1', 'Network'),
  correlation_id: text(''),
  correlation_display: text(''),
}

export const comment = (id: string, more: Partial<SyncComment> = {}): SyncComment => ({
  id,
  body: `body of ${id}`,
  author: { name: 'Ann Author' },
  at: '2026-01-01T00:00:00Z',
  internal: false,
  edited: false,
  ...more,
})

export const file = (id: string, bytes: number): SyncFile => ({
  id,
  name: `${id}.txt`,
  type: 'text/plain',
  bytes,
  sha256: 'A'.repeat(43),
  author: { name: 'Ann Author' },
  at: '2026-01-01T00:00:00Z',
})

export const incident = (fields: Fields = {}, more: Partial<LocalRecord> = {}): LocalRecord => ({
  table: 'incident',
  key: 'INC0010001',
  url: 'https://a.example/incident/1',
  fields: { ...FIELDS, ...fields },
  comments: [comment('c1'), comment('w1', { internal: true })],
  files: [file('f1', 10), file('f2', 30_000_000)],
  ...more,
})

/** An incident before anybody has written anything. */
export const newIncident = (): LocalRecord => ({
  table: 'incident',
  key: '',
  fields: {
    ...FIELDS,
    number: text(''),
    short_description: text(''),
    description: text(''),
    state: choice('1', STATES),
    impact: choice('3', LEVELS),
    urgency: choice('3', LEVELS),
    priority: choice('5', PRIORITIES),
    caller_id: reference('sys_user'),
    assignment_group: reference('sys_user_group'),
  },
  comments: [],
  files: [],
})

export const around = (more: Partial<Surroundings> = {}): Surroundings => ({
  connection: { name: 'A with B', local: 'A', remote: 'B' },
  now: '2026-01-01T00:00:00Z',
  firstSync: false,
  syncedWith: [],
  mayWiden: false,
  ...more,
})

const USERS = [
  { id: 'u1', display: 'Ann Author', email: 'ann@a.example', user_name: 'ann' },
  { id: 'u9', display: 'Partner Desk', email: '', user_name: 'partner.desk' },
  { id: 'u7', display: 'Namesake', email: 'namesake@a.example', user_name: 'namesake.1' },
  { id: 'u8', display: 'Namesake', email: 'namesake@a.example', user_name: 'namesake.2' },
]

/** A small instance that answers look-ups. */
export const instance: Answerer = async (questions) =>
  questions.map(({ name, request }) => JSON.stringify(answerTo(name, JSON.parse(request))))

function answerTo(
  name: string,
  request: { id?: string; where?: Record<string, string>; display?: string; table?: string; body?: unknown },
) {
  if (name === 'http') return request.body ? { status: 201, body: '{}' } : { status: 200, body: '{"owner":"Network"}' }
  if (name === 'record') {
    const user = USERS.find(({ id }) => id === request.id)
    return user ? { fields: { name: text(user.display), email: text(user.email) } } : null
  }
  const wanted = Object.entries(request.where ?? {})
  if (name === 'find')
    return { matches: USERS.filter((user) => wanted.every(([key, value]) => user[key as 'email'] === value)) }
  if (request.table === 'cmdb_ci') return { fault: { code: 'access_missing', message: 'cmdb_ci is not allowed' } }
  return { matches: request.display === 'Service Desk' ? [{ id: 'g7', display: 'Service Desk' }] : [] }
}

export function resultOf<T>(outcome: RulesOutcome<T>): T {
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
  return outcome.result
}

export function faultOf(outcome: RulesOutcome<unknown>): RulesFault {
  if (outcome.kind !== 'failed') throw new Error(JSON.stringify(outcome))
  return outcome.fault
}
