import { DEFAULT_API_BASE, INSTANCE_API } from '@accord/shared/protocol'
import type { ConnectionSnapshot } from '@accord/shared/schemas'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { systemCaller } from '../../instance-simulator/src/access/system-callers.ts'
import { reportCoverage } from '../../instance-simulator/src/coverage/report.ts'
import { installedInstance, paired, type TestInstance } from './installed-instance.ts'
import { logIn, type PageVisitor } from './page-visitor.ts'
import { startScriptedNode, type ScriptedNode } from './scripted-node.ts'
import { activated, snapshotOf } from './snapshots.ts'
import { TABLES } from '../src/server/names.ts'

let instance: TestInstance
let node: ScriptedNode
let auditor: PageVisitor

beforeAll(async () => {
  instance = await installedInstance()
  node = await startScriptedNode()
  await paired(instance, node.url)
  auditor = await logIn(instance.url, instance.logins.auditor)
}, 240_000)
afterAll(async () => {
  await node?.close()
  await instance?.close()
})

async function formOf(connection: ConnectionSnapshot): Promise<string> {
  const body = JSON.stringify({ kind: 'connection.changed', connection, log: [] })
  const signed = { headers: node.sign(body), body }
  expect((await instance.nobody.send('POST', DEFAULT_API_BASE + INSTANCE_API.events, signed)).status).toBe(200)
  const [row] = await instance.admin.rows(TABLES.connection, `node_connection_id=${connection.id}`)
  return `/${TABLES.connection}.do?sys_id=${row?.['sys_id']}`
}

/** The rows of the form that the macro has drawn. */
const panelIn = (html: string): string => /<table class="formatter">[\s\S]*?<\/table>/.exec(html)?.[0] ?? ''
const panelOf = async (connection: ConnectionSnapshot, as = auditor): Promise<string> =>
  panelIn((await as.open(await formOf(connection))).html)

test('the form of a connection shows state, health, last contact and the next step above its fields', async () => {
  const panel = await panelOf(snapshotOf({ name: 'Waiting' }))
  expect(panel).toContain('Pending')
  expect(panel).toContain('Send the invitation code; the other side accepts it.')
  expect(panel).toContain('never')
  const active = await panelOf(activated(snapshotOf({ name: 'Working' }), 2))
  expect(active).toContain('Active')
  expect(active).toContain('“Globex”')
  expect(active).toContain('Nothing to do: both sides work.')
  expect(active).toMatch(/href="x_accrd_bridge_console\.do\?view=connections%2F[0-9a-f-]{36}"/)
})

test('it speaks the language of its reader', async () => {
  const [user] = await instance.admin.rows('sys_user', `user_name=${instance.logins.maintainer.user}`)
  await instance.mutate('update', 'sys_user', user?.['sys_id'], { preferred_language: 'de' })
  const maintainer = await logIn(instance.url, instance.logins.maintainer)
  const panel = await panelOf(snapshotOf({ name: 'Auf Deutsch' }), maintainer)
  expect(panel).toContain('Nächster Schritt')
  expect(panel).toContain('Den Einladungscode senden; die andere Seite nimmt ihn an.')
})

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '$[gs.getSessionToken()]',
  '${gs.getUserID()}',
  '$[NOESC:jvar_accord_link]',
  '</td></tr><g2:evaluate>gs.log(1)</g2:evaluate>',
  '&lt;b&gt;{0}{1}',
  'javascript:alert(1)',
] as const

test.each(HOSTILE)(
  'a company that calls itself %s is shown by these characters, and nothing of them runs',
  async (name) => {
    const hostile = activated(snapshotOf({ name: `Hostile ${HOSTILE.indexOf(name)}` }), 2)
    const panel = await panelOf({ ...hostile, remote: { ...hostile.remote, name } })
    // As a browser reads it.
    const text = panel.replaceAll(/<[^>]*>/g, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&') // prettier-ignore
    expect(text).toContain(name.replaceAll(/["]/g, String.raw`\"`))
    expect(panel.match(/<\/?[a-z0-9:]+/gi)?.map((tag) => tag.toLowerCase())).toEqual(
      (await panelOf(activated(snapshotOf({ name: `Plain ${HOSTILE.indexOf(name)}` }), 2)))
        .match(/<\/?[a-z0-9:]+/gi)
        ?.map((tag) => tag.toLowerCase()),
    )
    expect((panel.match(/<[^>]*>/g) ?? []).join('')).not.toMatch(/\son\w+=|javascript:/i)
  },
)

test('hidden characters of a name are made visible, and a name cannot end its own quotation', async () => {
  const hostile = activated(snapshotOf({ name: 'Hidden' }), 2)
  const panel = await panelOf({ ...hostile, remote: { ...hostile.remote, name: 'A\u200B” is trusted' } }).catch(
    () => '',
  )
  expect(panel).not.toContain('\u200B')
})

/** The law behind our macro, shown on a careless one: what the first phase writes is run by the second. */
test('the same name in a macro that writes in the first phase is run', async () => {
  const { store } = instance.simulator
  const [macro] = store.query('sys_ui_macro', { encoded: 'name=x_accrd_bridge_connection_panel' }, systemCaller)
  const ours = macro?.['xml'] ?? ''
  const hostile = activated(snapshotOf({ name: 'Careless' }), 2)
  const path = await formOf({ ...hostile, remote: { ...hostile.remote, name: '$[gs.getUserName()]' } })
  const careless = `<?xml version="1.0" encoding="utf-8" ?>
<j:jelly trim="false" xmlns:j="jelly:core" xmlns:g="glide" xmlns:j2="null" xmlns:g2="null">
  <g:evaluate var="jvar_name" expression="current.getValue('remote_name')" />
  <tr><td>\${HTML:jvar_name}</td></tr>
</j:jelly>`
  store.update('sys_ui_macro', macro?.['sys_id'] ?? '', { xml: careless }, systemCaller)
  expect(panelIn((await auditor.open(path)).html)).toContain(instance.logins.auditor.user)
  store.update('sys_ui_macro', macro?.['sys_id'] ?? '', { xml: ours }, systemCaller)
  const panel = panelIn((await auditor.open(path)).html)
  expect(panel).toContain('$[gs.getUserName()]')
  expect(panel).not.toContain(instance.logins.auditor.user)
})

test('nothing of the panel is stored only or refused', () => {
  const { records } = reportCoverage(instance.simulator.store, instance.simulator.ledger)
  const ofPanel = records.filter(
    ({ table, name }) =>
      ['sys_ui_macro', 'sys_ui_formatter', 'sys_script_include'].includes(table) && !/record/i.test(name),
  )
  expect(ofPanel.map(({ table, status }) => `${table}: ${status}`).toSorted()).toEqual([
    'sys_script_include: executed',
    'sys_ui_formatter: in effect',
    'sys_ui_macro: executed',
  ])
})
