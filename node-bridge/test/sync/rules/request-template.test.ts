/** A catalogue task says in its text what was requested; that line is of the side that made it, and does not come back. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { createSandbox, type Sandbox } from '../../../src/sandbox/index.ts'
import { TEMPLATE_SCRIPTS } from '../../../src/sync/configuration/template-scripts.ts'
import { compileRules, type Direction, runIncoming, runOutgoing } from '../../../src/sync/rules/index.ts'
import type { Field, LocalRecord } from '../../../src/trackers/record.ts'
import { around, instance, resultOf } from './incidents.ts'

let sandbox: Sandbox
beforeAll(() => {
  sandbox = createSandbox({ threads: 1 })
})
afterAll(() => sandbox.close())

const text = (value: string): Field => ({ type: 'text', value })
const open: Field = { type: 'choice', value: '1', label: 'Open', choices: [{ value: '1', label: 'Open' }] }
const nothing = (table: string): Field => ({ type: 'reference', table, value: '', display: '' })
const task = (description: string): LocalRecord => ({
  table: 'sc_task',
  key: 'SCTASK0010001',
  fields: {
    number: text('SCTASK0010001'),
    active: { type: 'boolean', value: true },
    short_description: text('Laptop'),
    description: text(description),
    state: open,
    close_notes: text(''),
    correlation_id: text(''),
    correlation_display: text(''),
    assignment_group: nothing('sys_user_group'),
    request_item: nothing('sc_req_item'),
  },
  comments: [],
  files: [],
})

async function rulesFor(direction: Direction) {
  const source = TEMPLATE_SCRIPTS.request[direction]
  const compiled = await compileRules(sandbox, { direction, table: 'sc_task', source })
  if (compiled.kind === 'failed') throw new Error(JSON.stringify(compiled.failure))
  return compiled.rules
}

const ITEM: Record<string, string | number> = { requestedItem: 'RITM0010001', item: 'Laptop (13 inch)', quantity: 3 }

async function descriptionOf(
  customKeys: Record<string, string | number>,
  description: string | undefined,
): Promise<unknown> {
  const replica = { summary: 'Laptop', status: 'Open', customKeys, ...(description !== undefined && { description }) }
  const theirs = { type: 'sc_task', key: 'SCTASK7', replica }
  const input = { record: task(''), theirs, changed: ['/description'], comments: [], files: [], ...around() }
  const { plan } = resultOf(await runIncoming(sandbox, await rulesFor('incoming'), input, { answer: instance }))
  return plan.fields['description']?.value ?? ''
}

test.each([
  [ITEM, 'By Monday', '3 × Laptop (13 inch) (RITM0010001)\nBy Monday'],
  [ITEM, undefined, '3 × Laptop (13 inch) (RITM0010001)'],
  [{}, 'By Monday', 'By Monday'],
])('with %j and %j the text is %j, and what goes back is theirs again', async (customKeys, theirs, written) => {
  expect(await descriptionOf(customKeys, theirs)).toBe(written)
  const rules = await rulesFor('outgoing')
  const { replica } = resultOf(
    await runOutgoing(sandbox, rules, { record: task(written), ...around() }, { answer: instance }),
  )
  expect(replica.description).toBe(theirs ?? '')
})
