/** What a script could not translate comes with its result, and changes nothing of it. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { createSandbox, type Sandbox } from '../../../src/sandbox/index.ts'
import { runIncoming, runOutgoing } from '../../../src/sync/rules/index.ts'
import { around, incident, instance, rulesDoing } from './incidents.ts'

let sandbox: Sandbox
beforeAll(() => {
  sandbox = createSandbox({ threads: 1 })
})
afterAll(() => sandbox.close())

const REPLICA = {
  status: 'Pending',
  priority: '2 - High',
  reporter: { name: 'Nobody', email: 'nobody@a.example' },
  customKeys: { team: 'blue' },
}

async function incoming(body: string, replica: object = REPLICA) {
  const rules = await rulesDoing(sandbox, 'incoming', `const { replica, entity, nodeHelper, previous } = use\n${body}`)
  const theirs = { type: 'issue', key: 'CS-1', replica: { customKeys: {}, ...replica } }
  const input = { record: incident(), theirs, changed: [], comments: [], files: [], ...around() }
  return runIncoming(sandbox, rules, input, { answer: instance })
}

test('a table with a default, an address that nobody has', async () => {
  const { kind, unmapped } = await incoming(`
    entity.urgency = map(replica.priority, { Low: '3 - Low' }, '2 - Medium')
    entity.caller_id = nodeHelper.getUserByEmail(replica.reporter?.email)
    map(replica.customKeys.team, { red: 1 }, 2)`)
  expect(kind).toBe('done')
  expect(unmapped).toEqual([
    { kind: 'otherwise', word: '2 - High', from: '/priority', words: ['Low'] },
    { kind: 'user', word: 'nobody@a.example', from: '/reporter', words: [] },
    { kind: 'otherwise', word: 'blue', from: '/customKeys/team', words: ['red'] },
  ])
})

test('what ends the run: a table without a default, a choice that the field does not have', async () => {
  expect(await incoming(`map(replica.status, { Done: 'Resolved' })`)).toMatchObject({
    kind: 'failed',
    unmapped: [{ kind: 'value', word: 'Pending', from: '/status', words: ['Done'] }],
  })
  const choice = await incoming(`entity.state = replica.status`)
  expect(choice.unmapped).toEqual([expect.objectContaining({ kind: 'choice', word: 'Pending', from: 'state' })])
})

test('a part of a word is found where the word came from', async () => {
  const { unmapped } = await incoming(`map(replica.priority.slice(0, 1), { 1: 'x' }, 'y')`)
  expect(unmapped).toEqual([{ kind: 'otherwise', word: '2', from: '/priority', words: ['1'] }])
})

test('nothing is said of what goes through as it is, of no word at all, and of the same word twice', async () => {
  const { unmapped } = await incoming(`
    map(replica.status, { Done: 'Resolved' }, replica.status)
    map(replica.resolution, { Fixed: 'x' }, 'y')
    map('', { Fixed: 'x' }, 'y')
    for (let at = 0; at < 50; at++) map('twice', { Fixed: 'x' }, 'y')`)
  expect(unmapped).toEqual([expect.objectContaining({ word: 'twice' })])
})

test('however many there are and however long they are, few and short ones are named', async () => {
  const { kind, unmapped } = await incoming(`
    for (let at = 0; at < 500; at++) map(at + 'x'.repeat(10000), { Fixed: 'x' }, 'y')`)
  expect([kind, unmapped.length]).toEqual(['done', 20])
  expect(unmapped.every(({ word }) => word.length <= 200)).toBe(true)
})

test('outgoing rules name the field', async () => {
  const rules = await rulesDoing(
    sandbox,
    'outgoing',
    `use.replica.status = map(use.entity.state.label, { New: 'To Do' }, 'Else')`,
  )
  const { kind, unmapped } = await runOutgoing(
    sandbox,
    rules,
    { record: incident(), ...around() },
    { answer: instance },
  )
  expect(kind).toBe('done')
  expect(unmapped).toEqual([{ kind: 'otherwise', word: 'In Progress', from: 'state', words: ['New'] }])
})
