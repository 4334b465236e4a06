import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { Row } from '../../src/contracts.ts'
import { findVisible } from '../../src/engine/find-visible.ts'
import { scriptWorld, type ScriptWorld } from './script-world.ts'

let world: ScriptWorld
beforeEach(() => {
  world = scriptWorld()
  for (const name of ['open 1', 'open 2', 'secret 1']) world.add('incident', { short_description: name })
})
afterEach(() => world.close())

const rule = (values: Row) =>
  world.add('sys_script', {
    collection: 'incident',
    active: '1',
    when: 'before',
    action_query: '1',
    name: 'q',
    ...values,
  })
const hideSecrets = () => rule({ script: `current.addQuery('short_description', 'STARTSWITH', 'open')` })
const found = (query: string) =>
  world.script(`var gr = new GlideRecord('incident'); gr.addEncodedQuery('${query}'); gr.orderBy('short_description'); gr.query();
    var names = []; while (gr.next()) names.push(gr.getValue('short_description')); names.join()`)

test('a query rule narrows what GlideRecord finds, each part of a ^NQ query too', async () => {
  hideSecrets()
  expect(await found('short_descriptionLIKE1')).toBe('open 1')
  expect(await found('short_descriptionLIKE1^NQshort_descriptionLIKE2')).toBe('open 1,open 2')
  expect(await found('short_description=secret 1^NQshort_description=open 2')).toBe('open 2')
})

test('get() and GlideAggregate obey it as well; setWorkflow(false) goes past it', async () => {
  hideSecrets()
  expect(await world.script(`new GlideRecord('incident').get('short_description', 'secret 1')`)).toBe(false)
  const count = `var agg = new GlideAggregate('incident'); agg.addEncodedQuery('short_descriptionLIKE1'); agg.addAggregate('COUNT'); agg.query(); agg.next(); agg.getAggregate('COUNT')`
  expect(await world.script(count)).toBe('1')
  const past = `var gr = new GlideRecord('incident'); gr.setWorkflow(false); gr.addQuery('short_description', 'secret 1'); gr.query(); gr.getRowCount()`
  expect(await world.script(past)).toBe(1)
})

test('roles and conditions decide for whom it holds; an abort finds nothing', async () => {
  rule({ role_conditions: 'catalog_admin', script: `current.addQuery('short_description', 'none')` })
  rule({ condition: `gs.hasRole('catalog_admin')`, script: `current.addQuery('short_description', 'none')` })
  expect(await found('short_descriptionENDSWITH 1')).toBe('open 1,secret 1')
  rule({ abort_action: '1' })
  expect(await found('short_descriptionLIKE1')).toBe('')
})

test('the Table API and forms ask the engine: a hidden row does not exist', async () => {
  const [secret] = world.store.query('incident', { encoded: 'short_description=secret 1' }, world.caller)
  const [open] = world.store.query('incident', { encoded: 'short_description=open 1' }, world.caller)
  const see = (row: Row | undefined) => findVisible(world, 'incident', row?.['sys_id'] ?? '', world.caller)
  expect(await world.engine.restrictQuery('incident', 'active=true', world.caller)).toBe('active=true')
  expect(await see(secret)).toMatchObject({ short_description: 'secret 1' })
  hideSecrets()
  expect(await see(secret)).toBeUndefined()
  expect(await see(open)).toMatchObject({ short_description: 'open 1' })
  rule({ abort_action: '1' })
  expect(await world.engine.restrictQuery('incident', 'active=true', world.caller)).toBeUndefined()
})

test('display rules fill the form and the scratchpad, and write nothing', async () => {
  rule({
    when: 'display',
    action_query: '0',
    script: `g_scratchpad.greeting = 'Hello ' + gs.getUserName(); current.description = 'shown only'`,
  })
  const [row = {}] = world.store.query('incident', { encoded: 'short_description=open 1' }, world.caller)
  const form = await world.engine.prepareForm('incident', row, false, world.caller)
  expect(form.scratchpad).toEqual({ greeting: 'Hello beth' })
  expect(form.row).toMatchObject({ short_description: 'open 1', description: 'shown only' })
  expect(world.store.find('incident', row['sys_id'] ?? '')?.['description']).toBe('')
})
