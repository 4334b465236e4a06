import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { scriptWorld, type ScriptWorld } from './script-world.ts'

let world: ScriptWorld
beforeAll(() => {
  world = scriptWorld()
  world.add('sys_language', { id: 'de', name: 'German' })
  const german = { name: 'incident', element: 'state', language: 'de' }
  world.add('sys_choice', { ...german, value: '2', label: 'In Arbeit', sequence: '2' })
})
afterAll(() => world.close())

const run = (source: string) =>
  world.script(`JSON.stringify((function () { ${source} })())`).then((text) => JSON.parse(String(text)) as unknown)

const speak = (language: string) =>
  void world.store.update('sys_user', world.caller.userSysId, { preferred_language: language }, world.caller)

describe('choices are the rows of sys_choice, for scripts too', () => {
  test('setDisplayValue finds the value, getDisplayValue the label, getChoices the list', async () => {
    const facts = await run(`var gr = new GlideRecord('incident'); gr.initialize();
      gr.setDisplayValue('state', 'In Progress');
      return [gr.getValue('state'), gr.getDisplayValue('state'), gr.state.getChoices()]`)
    expect(facts).toEqual(['2', 'In Progress', ['1', '2', '3', '6', '7', '8']])
  })

  test('a child table that has a list of its own does not offer its parent’s', async () => {
    expect(
      await run(`return [new GlideRecord('task').state.getChoices().indexOf('-5') >= 0,
      new GlideRecord('incident').state.getChoices().indexOf('-5') >= 0]`),
    ).toEqual([true, false])
  })

  test('labels come in the language of the user, English where there is no translation', async () => {
    speak('de')
    const facts =
      await run(`var gr = new GlideRecord('incident'); gr.initialize(); gr.setDisplayValue('state', 'In Arbeit');
      var value = gr.getValue('state'); gr.setValue('state', '6');
      var resolved = gr.getDisplayValue('state'); gr.setValue('state', '2'); return [value, resolved, gr.getDisplayValue('state')]`)
    speak('')
    expect(facts).toEqual(['2', 'Resolved', 'In Arbeit'])
  })

  test('an inactive choice keeps its label and is offered no more', async () => {
    const [choice] = world.store.query('sys_choice', { encoded: 'name=incident^element=state^value=8' }, world.caller)
    world.store.update('sys_choice', choice?.['sys_id'] ?? '', { inactive: 'true' }, world.caller)
    const facts = await run(`var gr = new GlideRecord('incident'); gr.setValue('state', '8');
      return [gr.getDisplayValue('state'), gr.state.getChoices().indexOf('8')]`)
    world.store.update('sys_choice', choice?.['sys_id'] ?? '', { inactive: 'false' }, world.caller)
    expect(facts).toEqual(['Canceled', -1])
  })
})

describe('journals', () => {
  test('the newest entry is whole, blank lines and all', async () => {
    const text = await run(`var gr = new GlideRecord('incident'); gr.initialize(); gr.insert();
      gr.comments = 'first'; gr.update(); gr.comments = 'second\\n\\nwith a blank line\\n\\n\\nand more'; gr.update();
      return gr.comments.getJournalEntry(1)`)
    expect(text).toMatch(/\(Additional comments\)\nsecond\n\nwith a blank line\n\n\nand more\n\n$/)
    expect(text).not.toContain('first')
  })

  test('an entry is assigned: setValue is refused by name, since the documents support none', async () => {
    const set = run(
      `var gr = new GlideRecord('incident'); gr.initialize(); gr.setValue('work_notes', 'lost'); gr.insert();`,
    )
    await expect(set).rejects.toThrow('setValue of the journal work_notes')
  })

  test('comments_and_work_notes tells both, newest first, each with its kind', async () => {
    const text = await run(`var gr = new GlideRecord('incident'); gr.initialize(); gr.insert();
      gr.work_notes = 'inside'; gr.update(); gr.comments = 'outside'; gr.update();
      return [gr.comments_and_work_notes.getJournalEntry(-1), gr.comments_and_work_notes.getJournalEntry(1)]`)
    const [all, newest] = text as [string, string]
    expect(all).toMatch(/\(Additional comments\)\noutside\n\n[^\n]*\(Work notes\)\ninside\n\n$/)
    expect(newest).toMatch(/outside\n\n$/)
  })
})
