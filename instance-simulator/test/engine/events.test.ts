import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { Row } from '../../src/contracts.ts'
import { scriptWorld, type ScriptWorld } from './script-world.ts'

let world: ScriptWorld
beforeEach(() => {
  world = scriptWorld()
})
afterEach(() => world.close())

const action = (values: Row) =>
  world.add('sysevent_script_action', { event_name: 'x.done', active: '1', name: 'a', ...values })
const append = (text: string) => `current.description = current.description + ${text}; current.update()`
const incident = () => world.add('incident', { short_description: 'Printer' })
const queue = (sysId: string) =>
  world.script(`var gr = new GlideRecord('incident'); gr.get('${sysId}'); gs.eventQueue('x.done', gr, 'one', 'two')`)
const now = ({ sys_id: sysId = '' }: Row) => world.store.find('incident', sysId)?.['description']

test('an event runs its script actions later, by order, with the record and what was handed over', async () => {
  const about = incident()
  action({ order: '200', script: append(`'|' + event.parm2`) })
  action({ order: '100', script: append(`event.parm1 + ' by ' + gs.getUserName()`) })
  action({ event_name: 'x.other', script: append(`'other'`) })
  action({ active: '0', script: append(`'inactive'`) })
  action({ condition_script: `event.parm1 == 'nothing'`, script: append(`'refused'`) })
  await queue(about['sys_id'] ?? '')
  await world.engine.settled()
  expect(now(about)).toBe('one by beth|two')
  const [event] = world.store.query('sysevent', { encoded: 'name=x.done' }, world.caller)
  expect(event).toMatchObject({ state: 'processed', table: 'incident', instance: about['sys_id'], user_name: 'beth' })
})

test('an action that fails does not keep the next one from running', async () => {
  const about = incident()
  action({ order: '1', script: 'throw new Error("broken")' })
  action({ order: '2', script: append(`'still here'`) })
  await queue(about['sys_id'] ?? '')
  await world.engine.settled()
  expect(now(about)).toBe('still here')
})
