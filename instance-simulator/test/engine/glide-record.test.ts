import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { scriptWorld, type ScriptWorld } from './script-world.ts'

let world: ScriptWorld
beforeAll(() => {
  world = scriptWorld()
})
afterAll(() => world.close())

const run = (source: string) =>
  world.script(`JSON.stringify((function () { ${source} })())`).then((text) => JSON.parse(String(text)) as unknown)

describe('a field is an element, not a text', () => {
  test('it equals its text by == only, and is true even when empty', async () => {
    world.add('incident', { short_description: 'Printer', number: 'INC1' })
    const facts = await run(`var gr = new GlideRecord('incident'); gr.get('number', 'INC1');
      return [typeof gr.short_description, gr.short_description == 'Printer', gr.short_description === 'Printer',
        String(gr.short_description), gr.short_description + '!', !!gr.description, gr.nosuch === undefined]`)
    expect(facts).toEqual(['object', true, false, 'Printer', 'Printer!', true, true])
  })

  test('it is bound to its record: pushed from a loop, all say the last row', async () => {
    for (const word of ['a', 'b', 'c']) world.add('problem', { short_description: word })
    const facts =
      await run(`var gr = new GlideRecord('problem'); gr.addQuery('short_description', 'IN', 'a,b,c'); gr.orderBy('short_description'); gr.query();
      var elements = [], texts = []; while (gr.next()) { elements.push(gr.short_description); texts.push(gr.getValue('short_description')) }
      return [elements.map(String), texts]`)
    expect(facts).toEqual([
      ['c', 'c', 'c'],
      ['a', 'b', 'c'],
    ])
  })

  test('getValue is text or null, and booleans are "1" and "0" there but true and false as elements', async () => {
    const facts = await run(`var gr = new GlideRecord('incident'); gr.initialize(); gr.active = true;
      return [gr.getValue('active'), gr.active == true, String(gr.active), gr.getValue('description'), gr.description.nil()]`)
    expect(facts).toEqual(['1', true, 'true', null, true])
  })

  test('references are dot-walked, displayed, and followed to their record', async () => {
    world.add('incident', { number: 'INC2', caller_id: world.caller.userSysId })
    const facts = await run(`var gr = new GlideRecord('incident'); gr.get('number', 'INC2');
      return [String(gr.caller_id.user_name), gr.caller_id.getDisplayValue(), gr.caller_id.getRefRecord().getValue('user_name'), gr.getValue('caller_id.user_name')]`)
    expect(facts).toEqual(['beth', 'Beth Anglin', 'beth', 'beth'])
  })

  test('a password2 field is readable as plain text by getDecryptedValue only, and is stored encrypted', async () => {
    world.add('oauth_entity', { name: 'e', client_secret: 's3cret' })
    const facts =
      await run(`var gr = new GlideRecord('oauth_entity'); gr.get('name', 'e'); var before = gr.client_secret.getDecryptedValue();
      gr.client_secret.setDisplayValue('other'); gr.update(); gr.get('name', 'e');
      return [before, gr.client_secret.getDecryptedValue(), gr.getValue('client_secret') === 'other', gr.client_secret.getDisplayValue()]`)
    expect(facts).toEqual(['s3cret', 'other', false, '********'])
    await expect(
      run(`var gr = new GlideRecord('oauth_entity'); gr.get('name', 'e'); gr.setValue('client_secret', 'plain')`),
    ).rejects.toThrow(/setDisplayValue/)
  })
})

describe('queries and writes', () => {
  test('conditions, or-conditions, windows and counts', async () => {
    for (const priority of ['1', '2', '3', '4', '5'])
      world.add('change_request', { short_description: 'window', priority })
    const facts =
      await run(`var gr = new GlideRecord('change_request'); gr.addQuery('short_description', 'window'); gr.addQuery('priority', '>=', 4).addOrCondition('priority', 1); gr.orderByDesc('priority'); gr.query();
      var all = []; while (gr.next()) all.push(gr.getValue('priority'));
      var some = new GlideRecord('change_request'); some.addQuery('short_description', 'window'); some.orderBy('priority'); some.chooseWindow(1, 3); some.query(); var window = []; while (some.next()) window.push(some.getValue('priority'));
      var sum = new GlideAggregate('change_request'); sum.addQuery('short_description', 'window'); sum.addAggregate('COUNT'); sum.addAggregate('MAX', 'priority'); sum.query(); sum.next();
      return [all, gr.getRowCount(), window, sum.getAggregate('COUNT'), sum.getAggregate('MAX', 'priority')]`)
    expect(facts).toEqual([['5', '4', '1'], 3, ['2', '3'], '5', '5'])
  })

  test('insert, update, delete and their many-row forms', async () => {
    const facts =
      await run(`var gr = new GlideRecord('problem'); gr.initialize(); gr.short_description = 'one'; var id = gr.insert();
      var same = new GlideRecord('problem'); var found = same.get(id); same.short_description = 'two'; same.update();
      var many = new GlideRecord('problem'); many.addQuery('sys_id', id); many.setValue('description', 'm'); many.updateMultiple();
      var last = new GlideRecord('problem'); last.get(id); var text = last.getValue('description'); last.deleteRecord();
      return [id.length, found, text, new GlideRecord('problem').get(id), last.isValidRecord()]`)
    expect(facts).toEqual([32, true, 'm', false, false])
  })

  test('GlideRecord ignores ACLs; GlideRecordSecure drops rows and fields that the caller may not read', async () => {
    world.add('incident', { number: 'INC3', short_description: 'secret', description: 'very' })
    world.denied.add('read incident.description')
    const read = `if (!gr.get('number', 'INC3')) return 'nothing'; return [gr.getValue('short_description'), gr.getValue('description')]`
    await expect(run(`var gr = new GlideRecord('incident'); ${read}`)).resolves.toEqual(['secret', 'very'])
    await expect(run(`var gr = new GlideRecordSecure('incident'); ${read}`)).resolves.toEqual(['secret', null])
    world.denied.add('read incident')
    await expect(run(`var gr = new GlideRecordSecure('incident'); ${read}`)).resolves.toBe('nothing')
    world.denied.clear()
  })
})

test('a unique key stops no script: the second insert gives null, and a write from outside is refused', async () => {
  const insert = `var gr = new GlideRecord('sys_user'); gr.user_name = 'only.once'; gr.insert()`
  expect(await world.script(insert)).toMatch(/^[0-9a-f]{32}$/)
  expect(await world.script(insert)).toBeNull()
  world.add('sys_script', { collection: 'sys_user', active: '1', when: 'before', action_insert: '1', name: 'any' })
  const again = world.engine.mutate('insert', 'sys_user', undefined, { user_name: 'only.once' }, world.caller)
  await expect(again).rejects.toMatchObject({ code: 'unique_key_violation' })
})

describe('queries over two tables', () => {
  test('addJoinQuery finds what the other table points at, with a condition on it', async () => {
    world.add('sys_user', { sys_id: 'joined', user_name: 'joined' })
    world.add('incident', { short_description: 'joined', caller_id: 'joined' })
    const facts = await run(`var users = new GlideRecord('sys_user');
      users.addJoinQuery('incident', 'sys_id', 'caller_id').addCondition('short_description', 'joined'); users.query();
      var names = []; while (users.next()) names.push(users.getValue('user_name'));
      return [names, users.getEncodedQuery()]`)
    expect(facts).toEqual([['joined'], 'JOINsys_user.sys_id=incident.caller_id!short_description=joined'])
  })

  test('without fields a join follows the reference; without a reference it is refused', async () => {
    world.add('problem', { sys_id: 'cause', short_description: 'cause' })
    world.add('incident', { problem_id: 'cause' })
    const source = `var gr = new GlideRecord('problem'); gr.addJoinQuery('incident'); gr.query();
      return [gr.getRowCount(), gr.getEncodedQuery()]`
    expect(await run(source)).toEqual([1, 'JOINproblem.sys_id=incident.problem_id'])
    await expect(run(`new GlideRecord('sys_user_role').addJoinQuery('incident')`)).rejects.toThrow('not simulated')
  })

  test('deleteMultiple with a query that is not simulated deletes nothing', async () => {
    world.add('sys_user_group', { name: 'kept' })
    const source = `var gr = new GlideRecord('sys_user_group'); gr.addEncodedQuery('SUBQUERYmanager,sys_id,sys_user^active=true^ENDSUBQUERY');
      gr.deleteMultiple()`
    await expect(run(source)).rejects.toThrow('not simulated: the query part SUBQUERY')
    expect(world.store.count('sys_user_group', 'name=kept', world.caller)).toBe(1)
  })

  test('isEncodedQueryValid tells a typing error from a query', async () => {
    const source = `var gr = new GlideRecord('incident');
      return [gr.isEncodedQueryValid('active=true^caller_id.name=x'), gr.isEncodedQueryValid('actve=true'), gr.isValidEncodedQuery('active')]`
    expect(await run(source)).toEqual([true, false, false])
  })
})

test('a record is walked through its history; what setWorkflow(false) wrote is not in it', async () => {
  const text = await world.script(`
    var gr = new GlideRecord('incident'); gr.initialize(); gr.short_description = 'one'; var id = gr.insert();
    gr.get(id); gr.short_description = 'two'; gr.update();
    gr.get(id); gr.short_description = 'three'; gr.update();
    gr.get(id); gr.setWorkflow(false); gr.category = 'network'; gr.update();
    var walker = new sn_hw.HistoryWalker('incident', id); var seen = [];
    for (var on = walker.walkTo(0); on; on = walker.walkForward()) seen.push(walker.getWalkedRecordCopy().getValue('short_description'));
    var audit = new GlideAggregate('sys_audit'); audit.addQuery('documentkey', id); audit.addQuery('fieldname', 'category');
    audit.addAggregate('COUNT'); audit.query(); audit.next();
    JSON.stringify([seen, audit.getAggregate('COUNT')])`)
  expect(JSON.parse(String(text))).toEqual([['one', 'two', 'three', 'three'], '0'])
})
