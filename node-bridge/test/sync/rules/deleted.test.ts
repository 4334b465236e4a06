import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { createSandbox, type Sandbox } from '../../../src/sandbox/index.ts'
import { type DeletedInput, runDeleted, runIncoming } from '../../../src/sync/rules/index.ts'
import { around, defaultScript, faultOf, incident, instance, resultOf, rulesOf } from './incidents.ts'

let sandbox: Sandbox
beforeAll(() => {
  sandbox = createSandbox({ threads: 2 })
})
afterAll(() => sandbox.close())

const input = (more: Partial<DeletedInput> = {}): DeletedInput => ({
  record: incident(),
  madeBySync: true,
  ...around({ remote: { key: 'CS-1' } }),
  ...more,
})

/** Rules for states that do nothing, and these lines for the record that is gone. `state`: what they do with a state. */
const rulesSaying = (deleted: string, state = '') =>
  rulesOf(
    sandbox,
    'incoming',
    `import { incoming, map } from 'accord'\nvoid map\nexport default incoming('incident', (use: any) => {\n${state}\n}, {\n  deleted(use: any) {\n${deleted}\n  },\n})`,
  )
const run = async (deleted: string, more: Partial<DeletedInput> = {}) =>
  runDeleted(sandbox, await rulesSaying(deleted), input(more), { answer: instance })

test('rules of before have no word for it', async () => {
  const rules = await rulesOf(sandbox, 'incoming', defaultScript('incoming'))
  expect(resultOf(await runDeleted(sandbox, rules, input()))).toBeNull()
})

describe('a function for it', () => {
  test('that does nothing plans nothing', async () => {
    expect(resultOf(await run(''))).toMatchObject({ fields: {}, entries: [] })
  })

  test('writes fields and entries, looks things up, and knows the other record by its number', async () => {
    const plan = resultOf(
      await run(`
        use.entity.state = 'Canceled'
        use.entity.assignment_group = use.nodeHelper.getTableByName('sys_user_group', 'Service Desk')
        use.commentHelper.add('work_notes', use.syncHelper.remoteKey + ' of ' + use.connection.remote + ' is gone')`),
    )
    expect(plan).toMatchObject({
      fields: { state: { value: '8' }, assignment_group: { display: 'Service Desk' } },
      entries: [{ journal: 'work_notes', body: 'CS-1 of B is gone' }],
      syncBack: false,
      unlink: false,
    })
    expect(plan?.deletes).toBeUndefined()
  })

  test('deletes the record, and then writes nothing else', async () => {
    const plan = resultOf(
      await run(`
        use.entity.state = 'Canceled'
        use.commentHelper.add('work_notes', 'gone')
        use.deleteRecord()`),
    )
    expect(plan).toMatchObject({ deletes: true, fields: {}, entries: [] })
  })

  test('stops, with its reason', async () => {
    expect(await run(`use.stop('kept')`)).toMatchObject({ kind: 'stopped', reason: 'kept' })
  })

  test.each([
    ['a replica', 'use.replica.summary'],
    ['comments of the other side', 'use.commentHelper.mergeComments()'],
    ['files', 'use.attachmentHelper.mergeAttachments()'],
    ['a second plan', 'use.store()'],
    ['a way back to the other side', 'use.syncHelper.syncBackAfterProcessing()'],
  ])('has not %s', async (_what, line) => {
    expect(faultOf(await run(line)).code).toBe('script_threw')
  })

  test('knows whether the pair has made the record', async () => {
    const rules = 'if (use.madeBySync) use.deleteRecord()'
    expect(resultOf(await run(rules))?.deletes).toBe(true)
    expect(resultOf(await run(rules, { madeBySync: false }))?.deletes).toBeUndefined()
  })
})

describe('a hostile script', () => {
  const REPLICA = { summary: 'Printer burns', customKeys: {} }

  test.each([
    ['names another record', `use.deleteRecord('0123456789abcdef0123456789abcdef')`],
    [
      'names another record and its table',
      `use.deleteRecord({ table: 'sys_user', id: '6816f79cc0a8016401c5a33be04be441' })`,
    ],
    ['calls it as the method of another one', `use.deleteRecord.call(use.entity.caller_id)`],
  ])('%s: the plan knows no other record than that of the pair', async (_what, line) => {
    const plan = resultOf(await run(line))
    expect(plan).toEqual({
      fields: {},
      entries: [],
      files: null,
      removesFiles: false,
      syncBack: false,
      unlink: false,
      deletes: true,
    })
  })

  test('reaches no `deleteRecord` of a record that it looks up', async () => {
    expect(faultOf(await run('use.entity.caller_id.get().deleteRecord()')).code).toBe('access_missing')
  })

  test.each([
    ['is given none', 'use.deleteRecord()'],
    [
      'bends what every object becomes as JSON',
      `Object.prototype.toJSON = function () { return 'removesFiles' in this ? { ...this, deletes: true } : this }`,
    ],
    ['bends every object', `Object.prototype.deletes = true`],
  ])('deletes nothing by a state of the other side: it %s', async (_what, line) => {
    const rules = await rulesSaying('', line)
    const outcome = await runIncoming(sandbox, rules, {
      record: incident(),
      theirs: { type: 'issue', key: 'CS-1', replica: REPLICA },
      changed: [],
      comments: [],
      files: [],
      ...around(),
    })
    expect(outcome.kind === 'done' ? Object.hasOwn(outcome.result.plan, 'deletes') : false).toBe(false)
  })
})
