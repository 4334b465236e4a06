import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { scriptsOf, type Scripts } from './evaluate.ts'
import { contractTarget, type ContractTarget } from './target.ts'

type Fields = Readonly<Record<string, string>>

let instance: ContractTarget
let scripts: Scripts
const made: string[] = []
beforeAll(async () => {
  instance = await contractTarget()
  scripts = scriptsOf(instance)
})
afterAll(async () => {
  await scripts.close()
  for (const path of made.toReversed()) await instance.call('DELETE', path)
  await instance.close()
})

async function add(table: string, body: object): Promise<Fields> {
  const answer = await instance.call('POST', `/api/now/table/${table}?sysparm_exclude_reference_link=true`, { body })
  expect(answer.status).toBe(201)
  const { result } = answer.json<{ result: Fields }>()
  made.push(`/api/now/table/${table}/${result['sys_id']}`)
  return result
}

const evaluate = (body: string) => scripts.evaluate(body)

describe('choices', () => {
  test('are found by their label, shown by it and listed', async () => {
    const facts = await evaluate(`var gr = new GlideRecord('incident'); gr.initialize();
      gr.setDisplayValue('state', 'In Progress');
      return [gr.getValue('state'), gr.getDisplayValue('state'), gr.state.getChoices().length > 0, gr.close_code.getChoices().length > 0]`)
    expect(facts).toEqual(['2', 'In Progress', true, true])
  })

  test('come in the language of the person who asks', async () => {
    const german = { name: 'incident', element: 'state', language: 'de', value: '2', label: 'In Arbeit' }
    await add('sys_choice', { ...german, sequence: '2' })
    const person = { user_name: `greta.${Date.now()}`, user_password: 'greta', preferred_language: 'de' }
    const { sys_id: user } = await add('sys_user', person)
    const [role] = (await instance.call('GET', '/api/now/table/sys_user_role?sysparm_query=name=itil')).json<{
      result: Fields[]
    }>().result
    await add('sys_user_has_role', { user, role: role?.['sys_id'] })
    const { sys_id: incident } = await add('incident', { short_description: 'language', state: '2' })
    const authorization = `Basic ${btoa(`${person.user_name}:greta`)}`
    const path = `/api/now/table/incident/${incident}?sysparm_display_value=true`
    const shown = await instance.call('GET', path, { headers: { authorization } })
    expect(shown.json<{ result: Fields }>().result['state']).toBe('In Arbeit')
    expect((await instance.call('GET', path)).json<{ result: Fields }>().result['state']).toBe('In Progress')
  })
})

test('the newest entry of a journal is whole, blank lines and all', async () => {
  const { sys_id: incident } = await add('incident', { short_description: 'journal', comments: 'first' })
  const comments = 'second\n\nwith a blank line\n\n\nand more'
  await instance.call('PATCH', `/api/now/table/incident/${incident}`, { body: { comments } })
  const entry = await evaluate(`var gr = new GlideRecord('incident'); gr.get('${incident}');
    return gr.comments.getJournalEntry(1)`)
  expect(entry).toContain(comments)
  expect(entry).not.toContain('first')
})

test('a join finds the rows that have a match, by REST and in scripts', async () => {
  const { sys_id: caller } = await add('sys_user', { user_name: `joined.${Date.now()}`, last_name: 'Joined' })
  await add('incident', { short_description: 'joined', caller_id: caller })
  const query = `JOINsys_user.sys_id=incident.caller_id!short_description=joined^sys_id=${caller}`
  const list = await instance.call('GET', `/api/now/table/sys_user?sysparm_query=${encodeURIComponent(query)}`)
  expect(list.json<{ result: Fields[] }>().result.map((row) => row['sys_id'])).toEqual([caller])
  const other = query.replace('=joined', '=nobody wrote this')
  const none = await instance.call('GET', `/api/now/table/sys_user?sysparm_query=${encodeURIComponent(other)}`)
  expect(none.json<{ result: Fields[] }>().result).toEqual([])
  const found = await evaluate(`var gr = new GlideRecord('sys_user'); gr.addQuery('sys_id', '${caller}');
    gr.addJoinQuery('incident', 'sys_id', 'caller_id').addCondition('short_description', 'joined'); gr.query();
    return gr.getRowCount()`)
  expect(found).toBe(1)
})

test('a record is asked by the names that stay free where a column is called query or next', async () => {
  const found = await evaluate(`var gr = new GlideRecord('sys_user'); gr.addQuery('user_name', '${instance.user}');
    gr._query(); return [gr._next(), gr._next()]`)
  expect(found).toEqual([true, false])
})

describe('figures', () => {
  test('of a field that is counted come one for each of its values, and one for all where a script says so', async () => {
    const marker = `counted ${Date.now()}`
    for (const category of ['network', 'network', 'hardware'])
      await add('incident', { short_description: marker, category })
    const count = (calls: string) =>
      evaluate(`var agg = new GlideAggregate('incident'); agg.addQuery('short_description', '${marker}');
        agg.addAggregate('COUNT', 'category'); ${calls}; agg.query(); var found = [];
        while (agg.next()) found.push([String(agg.category), agg.getAggregate('COUNT', 'category')]); return found.sort()`)
    expect(await count('')).toEqual([['hardware', '1'], ['network', '2']]) // prettier-ignore
    expect(await count('agg.setGroup(false)')).toEqual([[expect.any(String), '3']])
  })

  test('are grouped by what stands at the end of a path, by REST and in scripts', async () => {
    const marker = `walked ${Date.now()}`
    const [one, other] = [await add('sys_user', { user_name: `${marker}1`, title: 'A' }), await add('sys_user', { user_name: `${marker}2`, title: 'B' })] // prettier-ignore
    for (const caller of [one, one, other])
      await add('incident', { short_description: marker, caller_id: caller['sys_id'], impact: '1' })
    const grouped = await evaluate(`var agg = new GlideAggregate('incident');
      agg.addQuery('short_description', '${marker}'); agg.addAggregate('COUNT'); agg.groupBy('caller_id.title');
      agg.query(); var found = [];
      while (agg.next()) found.push([agg.getValue('caller_id.title'), agg.getAggregate('COUNT')]); return found.sort()`)
    expect(grouped).toEqual([['A', '2'], ['B', '1']]) // prettier-ignore
    const query = `sysparm_count=true&sysparm_group_by=caller_id.title&sysparm_query=short_description=${marker}`
    const { result } = (await instance.call('GET', `/api/now/stats/incident?${query}`)).json<{
      result: { stats: { count: string }; groupby_fields: { field: string; value: string }[] }[]
    }>()
    expect(result.map(({ stats, groupby_fields: [field] }) => [field?.value, stats.count]).toSorted()).toEqual(grouped)
    expect(await evaluate(`var agg = new GlideAggregate('incident'); agg.groupBy('no_field'); agg.query()`)).toContain(
      'not simulated',
    )
  })
})

describe('business rules', () => {
  test('that run async have no previous, whatever their condition could compare', async () => {
    const { sys_id: incident } = await add('incident', { short_description: 'before' })
    const rule = { collection: 'incident', active: 'true', action_update: 'true', filter_condition: `sys_id=${incident}` }
    const script = `current.setWorkflow(false); current.description = String(previous); current.update()`
    const condition = `previous.short_description == 'before'`
    await add('sys_script', { ...rule, name: 'async', when: 'async', condition, script })
    const path = `/api/now/table/incident/${incident}`
    await instance.call('PATCH', path, { body: { short_description: 'after' } })
    const described = async () =>
      (await instance.call('GET', path)).json<{ result: Fields }>().result['description'] ?? ''
    // A scheduler takes its time, on a real instance longer.
    for (let seconds = 0; seconds < 20 && (await described()) === ''; seconds += 1) await sleep(1000)
    expect(await described()).toBe('null')
  })
}) // prettier-ignore
