import type { SyncComment } from '@accord/shared/schemas'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { createSandbox, type Sandbox } from '../../../src/sandbox/index.ts'
import { runOutgoing, type Surroundings } from '../../../src/sync/rules/index.ts'
import type { LocalRecord } from '../../../src/trackers/record.ts'
import { around, comment, faultOf, incident, instance, resultOf, rulesDoing, rulesOf } from './incidents.ts'

let sandbox: Sandbox
beforeAll(() => {
  sandbox = createSandbox({ threads: 2 })
})
afterAll(() => sandbox.close())

async function run(body: string | undefined, record: LocalRecord = incident(), more: Partial<Surroundings> = {}) {
  const rules = body === undefined ? await rulesOf(sandbox, 'outgoing') : await rulesDoing(sandbox, 'outgoing', body)
  return runOutgoing(sandbox, rules, { record, ...around(more) }, { answer: instance })
}

describe('the default script', () => {
  test('tells what it names, and work notes and large files stay', async () => {
    expect(resultOf(await run(undefined))).toEqual({
      record: { type: 'incident', key: 'INC0010001', url: 'https://a.example/incident/1' },
      replica: {
        summary: 'Mail is down',
        description: 'Since nine',
        status: 'In Progress',
        priority: '1 - Critical',
        group: 'Network',
        reporter: { name: 'Ann Author', email: 'ann@a.example' },
        customKeys: { resolution: { code: '', notes: '' } },
      },
      comments: [comment('c1')],
      files: [incident().files[0]],
      syncBack: false,
      unlink: false,
    })
  })

  test('a record without caller and group has none, and one that was closed at the first sync is not sent', async () => {
    const bare = incident({
      caller_id: { type: 'reference', table: 'sys_user', value: '', display: '' },
      assignment_group: { type: 'reference', table: 'sys_user_group', value: '', display: '' },
    })
    expect(Object.keys(resultOf(await run(undefined, bare)).replica)).not.toEqual(expect.arrayContaining(['group']))
    const closed = incident({ active: { type: 'boolean', value: false } })
    expect(await run(undefined, closed, { firstSync: true })).toMatchObject({
      kind: 'stopped',
      reason: 'closed before it was ever sent',
    })
  })
})

describe('nothing internal leaves by accident', () => {
  test.each([
    ['visible() leaves it out', 'use.replica.comments = use.comments.visible()', ['c1']],
    ['a script that says nothing of comments sends none', '', []],
    ['all() keeps each as what it is', 'use.replica.comments = use.comments.all()', ['c1', 'w1']],
    ['internal() has the others', 'use.replica.comments = use.comments.internal()', ['w1']],
  ])('%s', async (_what, body, ids) => {
    expect(resultOf(await run(body)).comments.map(({ id }) => id)).toEqual(ids)
  })

  test('an entry that does not say so is internal', async () => {
    const unsaid = { ...comment('n1'), internal: null } as never
    const body = 'use.replica.comments = use.comments.visible()'
    expect(resultOf(await run(body, incident({}, { comments: [unsaid] }))).comments).toEqual([])
  })

  const WIDENED = 'use.replica.comments = use.comments.all().map((one) => ({ ...one, internal: false }))'
  test('one that a script calls public is refused, unless the version allows it', async () => {
    expect(faultOf(await run(WIDENED))).toMatchObject({ code: 'journal_widened' })
    expect(resultOf(await run(WIDENED, incident(), { mayWiden: true })).comments).toHaveLength(2)
  })

  const SECRET = 'The supplier pays\n  late, do not tell'
  const recordOf = (more: readonly SyncComment[] = []) =>
    incident({}, { comments: [comment('c1'), comment('w1', { internal: true, body: SECRET }), ...more] })
  const NOTE = 'use.comments.internal()[0].body'

  test.each([
    [
      'under another id',
      'use.replica.comments = use.comments.internal().map((one) => ({ ...one, id: "x", internal: false }))',
    ],
    [
      'inside another entry',
      `use.replica.comments = use.comments.visible().map((one) => ({ ...one, body: one.body + ${NOTE} }))`,
    ],
    [
      'as an author',
      `use.replica.comments = use.comments.visible().map((one) => ({ ...one, author: { name: ${NOTE} } }))`,
    ],
    ['in a field', `use.replica.description = "Note: " + ${NOTE}`],
    ['in another layout', `use.replica.customKeys.deep = [{ note: ${NOTE}.replaceAll("\\n  ", " ") }]`],
    [
      'as a name of a file',
      `use.replica.attachments = use.attachments.all().map((one) => ({ ...one, name: ${NOTE} }))`,
    ],
  ])('its words are found %s', async (_where, body) => {
    expect(faultOf(await run(body, recordOf()))).toMatchObject({ code: 'journal_widened' })
    expect(resultOf(await run(body, recordOf(), { mayWiden: true }))).toBeDefined()
  })

  test('what customers may read anyway is no secret', async () => {
    const body = 'use.replica.comments = use.comments.visible(); use.replica.description = use.entity.description'
    const said = recordOf([comment('c2', { body: `> ${SECRET}\nAgreed` })])
    expect(resultOf(await run(body, said)).comments).toHaveLength(2)
    const described = { ...said, fields: { ...said.fields, description: { type: 'text', value: SECRET } as const } }
    expect(resultOf(await run(body, { ...described, comments: recordOf().comments })).replica.description).toBe(SECRET)
  })

  test('changing the language inside does not help', async () => {
    const body = `Array.prototype.find = Array.prototype.filter = () => []; Set.prototype.has = () => false\n${WIDENED}`
    expect(faultOf(await run(body))).toMatchObject({ code: 'journal_widened' })
  })
})

describe('a mistake has a name', () => {
  test.each([
    [
      'an unknown word of a map',
      'map("Urgent", { High: 1 })',
      { code: 'value_unmapped', word: 'Urgent', words: ['High'], at: { line: 4 } },
    ],
    ['no word at all', 'map(undefined, { High: 1 })', { code: 'value_unmapped', word: null }],
    [
      'a word that every object has',
      'map("constructor", { High: 1 })',
      { code: 'value_unmapped', word: 'constructor' },
    ],
    [
      'a field that is not there',
      'use.replica.summary = use.entity.sumary',
      { code: 'access_missing', field: 'sumary', at: { line: 4 } },
    ],
    [
      'more than one match',
      'use.nodeHelper.getUserByEmail("namesake@a.example")',
      { code: 'lookup_ambiguous', at: { line: 4 } },
    ],
    [
      'a table that is not allowed',
      'use.nodeHelper.getTableByName("cmdb_ci", "x")',
      { code: 'access_missing', message: 'cmdb_ci is not allowed' },
    ],
    ['writing the record', 'use.entity.state = "New"', { code: 'script_threw', at: { line: 4 } }],
    ['a choice as a text', 'use.replica.status = use.entity.state', { code: 'replica_invalid', paths: ['/status'] }],
    ['a time that is none', 'use.replica.dueAt = "tomorrow"', { code: 'replica_invalid', paths: ['/dueAt'] }],
    [
      'a reference as it is',
      'use.replica.customKeys.who = use.entity.caller_id',
      { code: 'replica_invalid', paths: ['/customKeys/who/get'] },
    ],
    ['half of a character', 'use.replica.summary = "\\ud800"', { code: 'replica_invalid', paths: ['/summary'] }],
    [
      'a text that no message holds',
      'use.replica.description = "x".repeat(300_000)',
      { code: 'too_large', paths: ['/description'] },
    ],
    ['a loop', 'for (;;);', { code: 'script_timed_out' }],
  ])('%s', async (_what, body, fault) => {
    expect(faultOf(await run(body))).toMatchObject(fault)
    const caught = await run(`try { ${body} } catch (error) { throw error }`)
    expect(faultOf(caught).code).toBe(fault.code)
  })

  test('no catch swallows a fault that has a name, and the frame shows the author’s line', async () => {
    const body = 'try {\n  map("Urgent", { High: 1 })\n} catch {}'
    expect(faultOf(await run(body))).toMatchObject({
      code: 'value_unmapped',
      frame: expect.stringContaining('> 5 |   map("Urgent", { High: 1 })'),
    })
  })
})

test.each([
  ['a match', 'use.nodeHelper.find("sys_user", { user_name: "ann" })?.id', 'u1'],
  ['no match', 'String(use.nodeHelper.find("sys_user", { user_name: "nobody" }))', 'null'],
  ['a group by its name', 'use.nodeHelper.getTableByName("sys_user_group", "Service Desk").id', 'g7'],
  ['an address that is missing', 'String(use.nodeHelper.getUserByEmail(undefined))', 'null'],
  ['a default of a map', 'map("Urgent", { High: "1" }, "9")', '9'],
  ['the other record', 'use.syncHelper.remoteKey + use.syncHelper.isUnderSync("B")', 'CS1true'],
  ['the time of the message', 'use.now', '2026-01-01T00:00:00Z'],
])('%s is found', async (_what, expression, expected) => {
  const more = { remote: { key: 'CS1' }, syncedWith: ['B'] }
  expect(resultOf(await run(`use.replica.summary = ${expression}`, incident(), more)).replica.summary).toBe(expected)
})

test('two runs are bit-equal, and the second asks nothing', async () => {
  const rules = await rulesOf(sandbox, 'outgoing')
  const input = { record: incident(), ...around() }
  const first = await runOutgoing(sandbox, rules, input, { answer: instance })
  const second = await runOutgoing(sandbox, rules, input, { answers: first.answered })
  expect(JSON.stringify(second)).toBe(JSON.stringify(first))
})
