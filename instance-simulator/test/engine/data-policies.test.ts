import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { Row } from '../../src/contracts.ts'
import { scriptWorld, type ScriptWorld } from './script-world.ts'

let world: ScriptWorld
beforeEach(() => {
  world = scriptWorld()
})
afterEach(() => world.close())

function policy(rule: Row, values: Row = {}): void {
  const { sys_id: id = '' } = world.add('sys_data_policy2', {
    model_table: 'incident',
    active: '1',
    reverse_if_false: '1',
    ...values,
  })
  world.add('sys_data_policy_rule', { sys_data_policy: id, table: 'incident', ...rule })
}
const insert = (fields: string, before = '') => `
  var row = new GlideRecord('incident'); row.initialize(); ${before} ${fields}
  var id = row.insert();
  JSON.stringify([id === null ? null : 'inserted', row.getLastErrorMessage(), row.isActionAborted()])`
const outcome = async (source: string) => JSON.parse(String(await world.script(source))) as unknown[]

test('a script receives null from insert(), and why from getLastErrorMessage()', async () => {
  policy({ field: 'description', mandatory: 'true' })
  policy({ field: 'urgency', mandatory: 'true' })
  expect(await outcome(insert(''))).toEqual([
    null,
    'Data Policy Exception: The following fields are mandatory: Description',
    true,
  ])
  expect(await outcome(insert(`row.setValue('description', 'x');`))).toEqual(['inserted', null, false])
  expect(await outcome(`${insert('')}; row.description = 'x'; JSON.stringify([row.insert() !== null, row.getLastErrorMessage()])`)).toEqual([true, null]) // prettier-ignore
})

test('update() gives null, and the row stays as it was', async () => {
  const { sys_id: id = '' } = world.add('incident', { short_description: 'first' })
  policy({ field: 'short_description', disabled: 'true' })
  const source = `var row = new GlideRecord('incident'); row.get('${id}'); row.short_description = 'second';
    JSON.stringify([row.update(), row.getLastErrorMessage()])`
  expect(await outcome(source)).toEqual([null, expect.stringContaining('read only: Short description')])
  expect(world.store.find('incident', id)?.['short_description']).toBe('first')
})

test('rules before 1000 may fill a field yet, those from 1000 on come too late, and setWorkflow(false) passes by', async () => {
  policy({ field: 'description', mandatory: 'true' })
  const rule = (order: string) =>
    world.add('sys_script', { collection: 'incident', active: '1', when: 'before', order, action_insert: '1', name: order, filter_condition: `short_description=${order}^EQ`, script: `current.description = 'filled'` }) // prettier-ignore
  rule('999')
  rule('1000')
  expect((await outcome(insert(`row.short_description = '999';`)))[0]).toBe('inserted')
  expect((await outcome(insert(`row.short_description = '1000';`)))[0]).toBe(null)
  expect((await outcome(insert('', 'row.setWorkflow(false);')))[0]).toBe('inserted')
})

test('a policy of a parent table counts where it is inherited, and its reverse where its conditions are false', async () => {
  policy({ field: 'description', mandatory: 'true' }, { model_table: 'task' })
  expect((await outcome(insert('')))[0]).toBe('inserted')
  policy({ field: 'description', mandatory: 'false' }, { model_table: 'task', inherit: '1', conditions: 'urgency=1' })
  expect((await outcome(insert(`row.urgency = '1';`)))[0]).toBe('inserted')
  expect((await outcome(insert(`row.urgency = '2';`)))[0]).toBe(null)
})

test('a policy of one scope makes no field of another one mandatory, and may make it read only', async () => {
  const { sys_id: scope = '' } = world.add('sys_scope', { scope: 'x_other', name: 'Other' })
  policy({ field: 'description', mandatory: 'true', disabled: 'false' }, { sys_scope: scope })
  expect((await outcome(insert('')))[0]).toBe('inserted')
  policy({ field: 'description', disabled: 'true' }, { sys_scope: scope })
  expect((await outcome(insert(`row.description = 'x';`)))[0]).toBe(null)
})
