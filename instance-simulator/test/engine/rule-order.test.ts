import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Row } from '../../src/contracts.ts'
import { scriptWorld, type ScriptWorld } from './script-world.ts'

let world: ScriptWorld
beforeEach(() => {
  world = scriptWorld()
})
afterEach(() => world.close())

const rule = (values: Row) =>
  world.add('sys_script', {
    collection: 'incident',
    active: '1',
    when: 'before',
    order: '100',
    action_insert: '1',
    action_update: '1',
    name: 'r',
    ...values,
  })
const add = (values: Row = {}) =>
  world.engine.mutate('insert', 'incident', undefined, { short_description: 'x', ...values }, world.caller)
const said = () => world.session.messages.map(({ text }) => text)

test('rules run by order; before rules of a parent table run as well', async () => {
  rule({ order: '200', script: `current.description = current.description + 'b'` })
  rule({ order: '100', script: `current.description = 'a'` })
  rule({ order: '300', collection: 'task', script: `current.description += 'c'` })
  expect((await add())['description']).toBe('abc')
})

test('filter, condition script and roles must all hold', async () => {
  rule({
    filter_condition: 'short_description=x^EQ',
    condition: `current.short_description == 'x'`,
    role_conditions: 'itil',
    script: `gs.addInfoMessage('ran')`,
  })
  rule({ filter_condition: 'short_description=y^EQ', script: `gs.addInfoMessage('filter')` })
  rule({ condition: 'previous != null', script: `gs.addInfoMessage('condition')` })
  rule({ role_conditions: 'catalog_admin', script: `gs.addInfoMessage('role')` })
  await add()
  expect(said()).toEqual(['ran'])
})

test('an abort leaves the database as it was and says why; the rules behind it run all the same', async () => {
  rule({ order: '10', script: `gs.addErrorMessage('no'); current.setAbortAction(true)` })
  rule({ order: '20', script: `gs.addInfoMessage('aborted: ' + current.isActionAborted())` })
  rule({ order: '2000', script: `gs.addInfoMessage('behind the engines')` })
  rule({ when: 'after', script: `gs.addInfoMessage('after')` })
  await expect(add()).rejects.toMatchObject({ code: 'mutation_aborted', messages: ['no'] })
  expect(world.store.query('incident', { encoded: 'short_description=x' }, world.caller)).toEqual([])
  expect(said()).toEqual(['no', 'aborted: true', 'behind the engines'])
})

test.each(['descriptionSAMEASshort_description', 'description=javascript:gs.getUserName()'])(
  'a field value of a rule that is more than a value is refused by name: %s',
  async (template) => {
    rule({ template: `${template}^EQ` })
    await expect(add()).rejects.toThrow(`not simulated: the field value ${template}`)
  },
)

test('an application aborts nothing on a table of another scope, and the log says so', async () => {
  world.add('sys_scope', { sys_id: 'acme', scope: 'x_acme', name: 'Acme' })
  const script = `var g = new GlideRecord('incident'); g.initialize(); g.setAbortAction(true); g.isActionAborted()`
  expect([await world.script(script), await world.script(script, 'x_acme')]).toEqual([true, false])
  const refused = { encoded: "messageLIKEapi 'setAbortAction' from scope 'x_acme' has been refused" }
  expect(world.store.query('syslog', refused, world.caller)).toHaveLength(1)
})

test('an after rule compares with previous, and changes() tells what changed', async () => {
  rule({
    when: 'after',
    action_insert: '0',
    script: `gs.addInfoMessage(previous.short_description + '>' + current.short_description + ' ' + current.short_description.changes() + current.description.changes() + current.operation())`,
  })
  const row = await add()
  await world.engine.mutate('update', 'incident', row['sys_id'], { short_description: 'y' }, world.caller)
  expect(said()).toEqual(['x>y truefalseupdate'])
})

test("a rule's own error is logged and the write goes on; what is not simulated stops it", async () => {
  rule({ script: `nosuch.call()` })
  expect((await add())['short_description']).toBe('x')
  expect(world.store.query('syslog', { encoded: 'messageLIKEnosuch' }, world.caller)).toHaveLength(1)
  rule({ script: `gs.getUrlOnStack()` })
  await expect(add()).rejects.toThrow('not simulated: gs.getUrlOnStack')
})

test('rules that write records whose rules write records end loudly, not never', async () => {
  rule({
    when: 'after',
    action_update: '0',
    script: `var gr = new GlideRecord('incident'); gr.short_description = 'again'; gr.insert()`,
  })
  await expect(add()).rejects.toThrow(/nested deeper than 20/)
})

test('setWorkflow(false) runs no rules; a rule that updates its own record does not run itself again', async () => {
  rule({ when: 'after', script: `gs.addInfoMessage('after'); current.description = 'd'; current.update()` })
  const row = await add()
  expect(said()).toEqual(['after'])
  expect(world.store.find('incident', row['sys_id'] ?? '')?.['description']).toBe('d')
  await world.script(
    `var gr = new GlideRecord('incident'); gr.get('${row['sys_id']}'); gr.setWorkflow(false); gr.description = 'e'; gr.update()`,
  )
  expect(said()).toEqual(['after'])
})

test('an async rule runs after the transaction, with the caller', async () => {
  rule({
    when: 'async',
    action_insert: '0',
    script: `var gr = new GlideRecord('problem'); gr.short_description = gs.getUserName() + ' ' + current.short_description; gr.insert()`,
  })
  const row = await add()
  await world.engine.mutate('update', 'incident', row['sys_id'], { short_description: 'y' }, world.caller)
  await world.engine.settled()
  expect(world.store.query('problem', { encoded: 'short_description=beth y' }, world.caller)).toHaveLength(1)
})

test('an async rule checks its condition when the record is written, and its script knows no previous', async () => {
  const { sys_id: id = '' } = await add()
  rule({
    when: 'async',
    action_insert: '0',
    condition: `current.short_description.changesTo('y') && previous.short_description == 'x'`,
    script: `current.description = String(previous) + ' ' + current.short_description.changes(); current.update()`,
  })
  await world.engine.mutate('update', 'incident', id, { short_description: 'y' }, world.caller)
  await world.engine.settled()
  expect(world.store.find('incident', id)?.['description']).toBe('null false')
})

test.each(['async', 'async_always'])(
  'an application may have %s rules and field values on another scope’s table, and nothing more',
  async (when) => {
    world.add('sys_scope', { sys_id: 'acme', scope: 'x_acme', name: 'Acme' })
    rule({ sys_scope: 'acme', script: `current.description += 'before'` })
    rule({ sys_scope: 'acme', when: 'after', script: `gs.addInfoMessage('after')` })
    rule({ sys_scope: 'acme', abort_action: 'true', filter_condition: 'active=true' })
    rule({ sys_scope: 'acme', template: 'description=set^EQ' })
    rule({
      sys_scope: 'acme',
      when,
      action_update: '0',
      script: `current.close_notes = 'async'; current.update()`,
    })
    const { sys_id: id = '', description } = await add()
    await world.engine.settled()
    expect([description, said(), world.store.find('incident', id)?.['close_notes']]).toEqual(['set', [], 'async'])
    expect(world.refused.filter((reason) => reason.includes('another scope'))).toHaveLength(3)
  },
)

describe('every write passes the same rules', () => {
  test('a comment is a sys_journal_field record with rules of its own, from REST and from a script', async () => {
    rule({ collection: 'sys_journal_field', when: 'after', script: `gs.addInfoMessage('saw ' + current.value)` })
    await add({ comments: 'one', work_notes: 'two' })
    expect(said()).toEqual(['saw one', 'saw two'])
    expect(world.store.count('sys_journal_field', 'valueINone,two', world.caller)).toBe(2)
  })

  test('an attachment of a script too; a rule that aborts keeps it out, bytes and all', async () => {
    rule({ collection: 'sys_attachment', filter_condition: 'file_nameENDSWITH.exe', abort_action: 'true' })
    const { sys_id: id = '' } = await add()
    const write = (name: string) =>
      world.script(`var gr = new GlideRecord('incident'); gr.get('${id}');
        new GlideSysAttachment().write(gr, '${name}', 'text/plain', 'hello')`)
    expect(await write('bad.exe')).toBeNull()
    const kept = String(await write('good.txt'))
    expect(world.store.count('sys_attachment', `table_sys_id=${id}`, world.caller)).toBe(1)
    expect(world.store.count('sys_attachment_doc', `sys_attachment=${kept}`, world.caller)).toBe(1)
    expect(world.store.count('sys_attachment_doc', 'sys_attachment.file_name=bad.exe', world.caller)).toBe(0)
  })

  test('a property that a script sets', async () => {
    rule({ collection: 'sys_properties', script: `gs.addInfoMessage(current.name + '=' + current.value)` })
    await world.script(`gs.setProperty('x.y', 'z')`)
    expect(world.store.property('x.y')).toBe('z')
  })

  test('what goes with a deleted row by the cascade rule delete', async () => {
    const { sys_id: id = '' } = await add()
    world.store.followDictionary()
    world.add('sys_db_object', { name: 'u_note' })
    const reference = { internal_type: 'reference', reference: 'incident', reference_cascade_rule: 'delete' }
    world.add('sys_dictionary', { name: 'u_note', element: 'u_incident', ...reference })
    world.add('u_note', { u_incident: id })
    rule({ collection: 'u_note', action_delete: '1', when: 'after', script: `gs.addInfoMessage('gone')` })
    await world.engine.mutate('delete', 'incident', id, {}, world.caller)
    expect([said(), world.store.count('u_note', '', world.caller)]).toEqual([['gone'], 0])
  })
})
