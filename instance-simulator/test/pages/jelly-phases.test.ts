import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { systemCaller } from '../../src/access/system-callers.ts'
import { createInstance, type SimulatedInstance } from '../../src/instance.ts'
import { renderPhase, type Phase } from '../../src/pages/macros/render-phase.ts'

let instance: SimulatedInstance
beforeAll(async () => {
  instance = await createInstance({ name: 'jelly', port: 0 })
}, 60_000)
afterAll(() => instance.close())

const run = async (source: string) => {
  const script = { name: 'template', source, scope: 'global' }
  const record = { table: 'incident', row: { short_description: '<b>Printer</b> $[gs.getUserName()]' } }
  const { value } = await instance.engine.run({ kind: 'jelly', script, record, isNew: false }, systemCaller)
  return value as Record<string, unknown>
}
const render = (body: string, phase: Phase = 2, escapesAll = true) => {
  const root = phase === 1 ? 'j' : 'j2'
  return renderPhase(`<${root}:jelly>${body}</${root}:jelly>`, { phase, run, escapesAll })
}
const NAME = `<g2:evaluate var="jvar_name" expression="current.getValue('short_description')" />`

test('a value is written where its expression stands, escaped, and not read again in its phase', async () => {
  expect(await render(`${NAME}<p title="$[HTML:jvar_name]">$[HTML:jvar_name]</p>`)).toBe(
    '<p title="&lt;b&gt;Printer&lt;/b&gt; $[gs.getUserName()]">&lt;b&gt;Printer&lt;/b&gt; $[gs.getUserName()]</p>',
  )
})

test('without a prefix the property decides, NOESC writes what there is', async () => {
  expect(await render(`${NAME}<p>$[jvar_name]</p>`)).toContain('&lt;b&gt;')
  expect(await render(`${NAME}<p>$[jvar_name]</p>`, 2, false)).toContain('<b>')
  expect(await render(`${NAME}<p>$[NOESC:jvar_name]</p>`)).toContain('<b>')
})

test('the second phase runs what the first has written', async () => {
  const first = await render(
    `<g:evaluate var="jvar_name" expression="current.getValue('short_description')" /><p>\${HTML:jvar_name}</p>`,
    1,
  )
  expect(first).toContain('$[gs.getUserName()]')
  expect(await renderPhase(first, { phase: 2, run, escapesAll: true })).toContain(' system</p>')
})

test('conditions, scripts with entities, and tags of the other phase', async () => {
  const body = `<g2:evaluate>var few = 1 &lt; 2;</g2:evaluate><g2:evaluate var="jvar_few" expression="few" />`
  expect(await render(`${body}<j2:if test="$[jvar_few]"><i>few</i></j2:if>`)).toBe('<i>few</i>')
  expect(await render(`${body}<j2:if test="$[!jvar_few]"><i>few</i></j2:if>`)).toBe('')
  expect(await render(`${body}<j2:if test="$[jvar_few == 'true']"><i>few</i></j2:if>`)).toBe('<i>few</i>')
  expect(await render('<p>$[gs.getUserName()]</p>', 1)).toContain('$[gs.getUserName()]')
})

test.each([
  ['a tag', '<g2:ui_form />', 'Jelly tag <g2:ui_form>'],
  ['a tag of the first phase', '<g:evaluate>1</g:evaluate>', 'Jelly tag <g:evaluate>'],
  ['an expression', '<p>$[new Date()]</p>', 'Jelly expression $[new Date()]'],
  ['another escape', '<p>$[JS:jvar_x]</p>', 'Jelly expression $[JS:jvar_x]'],
  ['a condition', '<j2:if test="$[jvar_a gt 2]">x</j2:if>', 'Jelly condition'],
  ['an evaluation that depends on a condition', `<j2:if test="$[jvar_a]">${NAME}</j2:if>`, 'inside a condition'],
  ['an object', '<g2:evaluate var="jvar_o" object="true" expression="current" />', 'with object'],
  ['what is no XML', '<p>a < b</p>', 'no XML'],
  ['CDATA', '<p><![CDATA[x]]></p>', 'CDATA'],
])('%s is refused by its name', async (_what, body, words) => {
  await expect(render(body)).rejects.toThrow(words)
})
