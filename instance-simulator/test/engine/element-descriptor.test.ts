import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { scriptWorld, type ScriptWorld } from './script-world.ts'

let world: ScriptWorld
beforeAll(() => {
  world = scriptWorld()
})
afterAll(() => world.close())

const run = (source: string) =>
  world.script(`JSON.stringify((function () { ${source} })())`).then((text) => JSON.parse(String(text)) as unknown)

test('the descriptor of a field says what the dictionary says, also of what a parent declares and along a reference', async () => {
  const facts = await run(`var gr = new GlideRecord('incident'); gr.initialize();
    return ['caller_id', 'work_notes', 'active', 'sys_id'].map(function (name) {
      var ed = gr.getElement(name).getED(); return [ed.getName(), ed.getInternalType(), ed.getLabel(), ed.getLength() > 0, ed.getTableName()]
    })`)
  expect(facts).toEqual([
    ['caller_id', 'reference', 'Caller', true, 'incident'],
    ['work_notes', 'journal_input', 'Work notes', true, 'incident'],
    ['active', 'boolean', 'Active', true, 'incident'],
    ['sys_id', 'GUID', 'Sys ID', true, 'incident'],
  ])
  world.add('incident', { number: 'INC-ED', caller_id: world.caller.userSysId })
  const walked = await run(`var gr = new GlideRecord('incident'); gr.get('number', 'INC-ED');
    var ed = gr.caller_id.user_name.getED(); return [ed.getName(), ed.getInternalType(), ed.getTableName()]`)
  expect(walked).toEqual(['user_name', 'string', 'sys_user'])
})

test('what is not simulated of it says so', async () => {
  await expect(run(`return new GlideRecord('incident').getElement('state').getED().isVirtual()`)).rejects.toThrow(
    /not simulated: GlideElementDescriptor.isVirtual/,
  )
})
