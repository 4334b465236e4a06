import type { SyncComment } from '@accord/shared/schemas'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { createSandbox, type Sandbox } from '../../../src/sandbox/index.ts'
import { type IncomingInput, runIncoming, runOutgoing } from '../../../src/sync/rules/index.ts'
import { withPlan } from '../../../src/trackers/record.ts'
import {
  around,
  comment,
  faultOf,
  file,
  incident,
  instance,
  newIncident,
  resultOf,
  rulesDoing,
  rulesOf,
} from './incidents.ts'

let sandbox: Sandbox
beforeAll(() => {
  sandbox = createSandbox({ threads: 2 })
})
afterAll(() => sandbox.close())

const REPLICA = {
  summary: 'Printer burns',
  description: 'In the hall',
  status: 'In Progress',
  priority: 'High',
  reporter: { name: 'Ann', email: 'ann@a.example' },
  customKeys: { team: 'blue' },
}

const input = (more: Partial<IncomingInput> = {}): IncomingInput => ({
  record: incident(),
  theirs: { type: 'issue', key: 'CS-1', url: 'https://b.example/CS-1', replica: REPLICA },
  changed: [],
  comments: [],
  files: [],
  ...around(),
  ...more,
})

async function run(body: string | undefined, more: Partial<IncomingInput> = {}) {
  const rules = body === undefined ? await rulesOf(sandbox, 'incoming') : await rulesDoing(sandbox, 'incoming', body)
  return runIncoming(sandbox, rules, input(more), { answer: instance })
}

const valuesOf = (fields: Record<string, { value: unknown }>) =>
  Object.fromEntries(Object.entries(fields).map(([name, { value }]) => [name, value]))

describe('the default script', () => {
  test('writes nothing over a value of this side that stands, at the first sync as little as later', async () => {
    for (const firstSync of [true, false]) {
      const { plan } = resultOf(
        await run(undefined, { firstSync, changed: ['/description'], kept: ['/summary', '/customKeys/team'] }),
      )
      expect(Object.keys(valuesOf(plan.fields))).not.toContain('short_description')
      expect(valuesOf(plan.fields)).toMatchObject({ description: 'In the hall' })
    }
  })

  test('makes an incident of a record that is new', async () => {
    const outcome = await run(undefined, {
      record: newIncident(),
      firstSync: true,
      changed: ['/summary', '/description', '/status', '/priority', '/reporter', '/customKeys/team'],
      comments: [comment('c9', { author: { name: 'Bob' } }), comment('n9', { internal: true })],
      files: [file('f9', 5), file('f10', 30_000_000)],
    })
    const { plan, ignored } = resultOf(outcome)
    expect(valuesOf(plan.fields)).toEqual({
      caller_id: 'u1',
      assignment_group: 'g7',
      correlation_id: 'CS-1',
      correlation_display: 'B',
      short_description: 'Printer burns',
      description: 'In the hall',
      impact: '2',
      urgency: '1',
      state: '2',
    })
    expect(plan.entries).toEqual([
      { key: 'c9', origin: 'c9', journal: 'comments', body: 'Bob (B):\nbody of c9' },
      { key: 'n9', origin: 'n9', journal: 'work_notes', body: 'Ann Author (B):\nbody of n9' },
    ])
    expect(plan.files?.map(({ id }) => id)).toEqual(['f9'])
    expect([plan.syncBack, plan.unlink]).toEqual([true, false])
    expect(ignored).toEqual(['/customKeys/team'])
  })

  test('writes only what the sender has changed, and nothing of what is so already', async () => {
    const { plan } = resultOf(await run(undefined, { changed: ['/summary', '/status'] }))
    expect(valuesOf(plan.fields)).toEqual({ short_description: 'Printer burns' })
  })

  test('resolves with code and notes, and a word that nobody mapped is named', async () => {
    const replica = { ...REPLICA, status: 'Done' }
    const theirs = { type: 'issue', key: 'CS-1', replica }
    const { plan } = resultOf(await run(undefined, { theirs, changed: ['/status'] }))
    expect(valuesOf(plan.fields)).toEqual({
      state: '6',
      close_code: 'Solved (Permanently)',
      close_notes: 'Resolved by B',
    })
    const unknown = { ...theirs, replica: { ...REPLICA, status: 'Parked' } }
    expect(faultOf(await run(undefined, { theirs: unknown, changed: ['/status'] }))).toMatchObject({
      code: 'value_unmapped',
      word: 'Parked',
      words: ['To Do', 'In Progress', 'Blocked', 'Done'],
      frame: expect.stringMatching(/^> .*map\(replica\.status/m),
    })
  })

  test('its plan and the outgoing script make what the record will be sent as', async () => {
    const { plan } = resultOf(await run(undefined, { changed: ['/summary', '/status', '/priority'] }))
    const outgoing = await rulesOf(sandbox, 'outgoing')
    const record = withPlan(incident(), plan)
    const sent = resultOf(await runOutgoing(sandbox, outgoing, { record, ...around() }, { answer: instance }))
    expect(sent.replica).toMatchObject({ summary: 'Printer burns', description: 'Since nine', status: 'In Progress' })
  })
})

describe('a field takes', () => {
  test.each([
    ['a choice by its label', 'use.entity.state = "Resolved"', { state: '6' }],
    ['a choice by its value', 'use.entity.state = "6"', { state: '6' }],
    ['a choice of the record', 'use.entity.urgency = use.entity.impact; use.entity.impact = "3"', { impact: '3' }],
    ['a reference', 'use.entity.assigned_to = use.entity.caller_id', { assigned_to: 'u1' }],
    ['an id', 'use.entity.assigned_to = "u5"', { assigned_to: 'u5' }],
    ['null', 'use.entity.caller_id = null', { caller_id: '' }],
    ['a boolean', 'use.entity.active = false', { active: false }],
    ['its old value again, which is no change', 'use.entity.state = "6"; use.entity.state = "In Progress"', {}],
  ])('%s', async (_what, body, fields) => {
    expect(valuesOf(resultOf(await run(body)).plan.fields)).toEqual(fields)
  })

  test.each([
    [
      'an unknown choice',
      'use.entity.state = "Done"',
      {
        code: 'choice_unknown',
        field: 'state',
        word: 'Done',
        words: expect.arrayContaining(['Resolved']),
        at: { line: 4 },
      },
    ],
    ['a journal', 'use.entity.work_notes += "x"', { code: 'access_missing', field: 'work_notes' }],
    ['a field that is not there', 'use.entity.sumary = "x"', { code: 'access_missing', field: 'sumary' }],
    [
      'nothing',
      'use.entity.short_description = undefined',
      { code: 'script_threw', message: expect.stringContaining('takes a string') },
    ],
    ['an object for a reference', 'use.entity.caller_id = {}', { code: 'script_threw' }],
    ['the replica', 'use.replica.summary = "x"', { code: 'script_threw' }],
    ['a part of the replica', '"use strict"; use.replica.reporter.name = "x"', { code: 'script_threw' }],
  ])('not %s', async (_what, body, fault) => {
    expect(faultOf(await run(body))).toMatchObject(fault)
  })

  test('what was set is read as set', async () => {
    const body = 'use.entity.state = "Resolved"; use.entity.close_notes = use.entity.state.label'
    expect(valuesOf(resultOf(await run(body)).plan.fields)).toEqual({ state: '6', close_notes: 'Resolved' })
  })
})

describe('an internal entry stays internal', () => {
  const note: SyncComment = comment('n1', { internal: true })
  const WIDENING = 'use.commentHelper.mergeComments({ into: () => "comments" })'

  test('one that would become public is refused, unless the version allows it', async () => {
    expect(faultOf(await run(WIDENING, { comments: [note] }))).toMatchObject({ code: 'journal_widened' })
    const allowed = resultOf(await run(WIDENING, { comments: [note], mayWiden: true }))
    expect(allowed.plan.entries.map(({ journal }) => journal)).toEqual(['comments'])
  })

  const SECRET: SyncComment = comment('n2', { internal: true, body: 'The supplier pays\n  late, do not tell' })
  const NOTE = 'use.replica.comments.find(({ internal }) => internal).body'
  test.each([
    ['as an entry of its own', `use.commentHelper.add("comments", ${NOTE})`],
    ['as another entry', `use.commentHelper.mergeComments({ format: () => ${NOTE} })`],
    ['in a field', `use.entity.description = "Note: " + ${NOTE}.replaceAll("\\n  ", " ")`],
  ])('its words are found %s', async (_where, body) => {
    const comments = [comment('c2'), SECRET]
    expect(faultOf(await run(body, { comments }))).toMatchObject({ code: 'journal_widened' })
    expect(resultOf(await run(body, { comments, mayWiden: true }))).toBeDefined()
  })

  test('what the other side says openly is no secret', async () => {
    const body = 'use.entity.description = use.replica.description; use.commentHelper.mergeComments()'
    const theirs = { type: 'issue', key: 'CS-1', replica: { ...REPLICA, description: SECRET.body } }
    expect(resultOf(await run(body, { comments: [SECRET], theirs })).plan.entries).toHaveLength(1)
  })

  test('one that does not say so is internal', async () => {
    const unsaid = { ...note, internal: null } as never
    const { plan } = resultOf(await run('use.commentHelper.mergeComments()', { comments: [unsaid] }))
    expect(plan.entries.map(({ journal }) => journal)).toEqual(['work_notes'])
  })
})

test('entries are each there once, whatever the script does', async () => {
  const body = `use.commentHelper.mergeComments(); use.commentHelper.mergeComments({ into: ({ id }) => (id === 'c1' ? 'comments' : null) })
    use.commentHelper.add('work_notes', 'a'); use.commentHelper.add('work_notes', 'a')`
  const { plan } = resultOf(await run(body, { comments: [comment('c1'), comment('c2')] }))
  expect(plan.entries.map(({ key }) => key).toSorted()).toEqual(['added 0', 'added 1', 'c1', 'c2'])
})

test.each([
  [
    'what was never read is ignored',
    'use.entity.short_description = use.replica.summary',
    ['/summary', '/group'],
    ['/group'],
  ],
  ['asking whether it changed is not reading it', 'use.changed("summary")', ['/summary'], ['/summary']],
  [
    'a custom key by itself',
    'void use.replica.customKeys.team',
    ['/customKeys/team', '/customKeys/a~1b'],
    ['/customKeys/a~1b'],
  ],
])('%s', async (_what, body, changed, ignored) => {
  expect(resultOf(await run(body, { changed })).ignored).toEqual(ignored)
})

test.each([
  ['summary', ['/summary'], true],
  ['summary', ['/group'], false],
  ['customKeys.a/b', ['/customKeys/a~1b'], true],
])('changed(%j) of %j is %j', async (name, changed, expected) => {
  const { plan } = resultOf(await run(`use.entity.active = use.changed(${JSON.stringify(name)})`, { changed }))
  expect(plan.fields['active']?.value ?? true).toBe(expected)
})

test('store writes once, answers the record with its number, and what comes after it is a plan of its own', async () => {
  const asked: string[] = []
  const answer: typeof instance = async (questions) =>
    questions.map(({ kind, name, request }) => {
      asked.push(`${kind} ${name}`)
      expect(JSON.parse(request).fields.short_description.value).toBe('Printer burns')
      const fields = { ...incident().fields, number: { type: 'text', value: 'INC77' } }
      return JSON.stringify({ fields })
    })
  const rules = await rulesDoing(
    sandbox,
    'incoming',
    'use.entity.short_description = use.replica.summary; use.entity.correlation_id = use.store().number',
  )
  const outcome = await runIncoming(sandbox, rules, input(), { answer })
  expect(valuesOf(resultOf(outcome).plan.fields)).toEqual({ correlation_id: 'INC77' })
  expect(asked).toEqual(['step store'])
})

test('what the script asks of the pair stands in the plan', async () => {
  const { plan } = resultOf(await run('use.syncHelper.unExalateAfterProcessing()'))
  expect(plan.unlink).toBe(true)
  expect(await run('use.stop("not ours")')).toMatchObject({ kind: 'stopped', reason: 'not ours' })
})

test('an entry that is longer than a journal takes is too large, and so are too many', async () => {
  const long = 'use.commentHelper.add("comments", "x".repeat(80_001))'
  expect(faultOf(await run(long))).toMatchObject({ code: 'too_large', paths: ['/plan/entries/0/body'] })
  const many = 'for (let at = 0; at <= 1000; at++) use.commentHelper.add("comments", `entry ${at}`)'
  expect(faultOf(await run(many))).toMatchObject({ code: 'too_large', paths: ['/plan/entries'] })
})

describe('a number', () => {
  const record = incident({ reassignment_count: { type: 'number', value: null } })
  const count = async (value: string) =>
    run(`use.log(use.entity.reassignment_count); use.entity.reassignment_count = ${value}`, { record })

  test('that is empty is null, and takes a number', async () => {
    const outcome = await count('3')
    expect(outcome.logs).toEqual(['null'])
    expect(valuesOf(resultOf(outcome).plan.fields)).toEqual({ reassignment_count: 3 })
    const zero = resultOf(await count('0')).plan.fields
    expect(valuesOf(zero)).toEqual({ reassignment_count: 0 })
  })

  test('is emptied by null, and is no text and not infinite', async () => {
    const full = incident({ reassignment_count: { type: 'number', value: 3 } })
    const emptied = await run('use.entity.reassignment_count = null', { record: full })
    expect(valuesOf(resultOf(emptied).plan.fields)).toEqual({ reassignment_count: null })
    expect(valuesOf(resultOf(await count('null')).plan.fields)).toEqual({})
    for (const value of ['""', '"3"', 'Infinity', 'NaN', 'undefined'])
      expect(faultOf(await count(value))).toMatchObject({ code: 'script_threw' })
  })
})
