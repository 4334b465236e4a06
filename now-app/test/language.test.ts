import { CONSOLE_CALLS } from '@accord/shared/contracts'
import { ConsoleSession } from '@accord/shared/schemas'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { systemCaller } from '../../instance-simulator/src/access/system-callers.ts'
import { installedInstance, paired, type TestInstance } from './installed-instance.ts'
import { buttonsOf, logIn, type PageVisitor } from './page-visitor.ts'
import { startScriptedNode, type ScriptedNode } from './scripted-node.ts'
import { activated, logEntryOf, snapshotOf } from './snapshots.ts'
import { CONSOLE_PAGE, TABLES } from '../src/server/names.ts'

let instance: TestInstance
let node: ScriptedNode
let admin: PageVisitor
const connection = activated(snapshotOf({ name: 'Werk Nord' }), 2)
const LIST = `/${TABLES.connection}_list.do`
let form = ''

beforeAll(async () => {
  instance = await installedInstance()
  node = await startScriptedNode()
  await paired(instance, node.url)
  node.reply('listConnections', { json: { connections: [connection] } })
  node.reply('readConnection', { json: { connection, log: [logEntryOf(connection.id, 'initiated')] } })
  await instance.runJob('Accord: reconcile connections with the node')
  admin = await logIn(instance.url, instance.logins.admin)
  form = `/${TABLES.connection}.do?sys_id=${(await instance.admin.rows(TABLES.connection))[0]?.['sys_id']}`
}, 180_000)

afterAll(async () => {
  await node?.close()
  await instance?.close()
})

async function speak(language: string): Promise<void> {
  const [user] = await instance.admin.rows('sys_user', 'user_name=admin')
  await instance.mutate('update', 'sys_user', user?.['sys_id'], { preferred_language: language })
}
const language = async () =>
  ConsoleSession.parse((await instance.admin.call('GET', CONSOLE_CALLS.readSession.path)).result).language
const htmlOf = async (path: string) => (await admin.open(path)).html

beforeEach(() => speak('de'))

describe('for somebody who has chosen German', () => {
  test('the session says so, since a direct page says nothing', async () => {
    expect(await language()).toBe('de')
    const page = await htmlOf(`/${CONSOLE_PAGE}`)
    expect(page).not.toMatch(/<html[^>]* lang=/)
    expect(page).not.toContain('g_lang')
  })

  test('the navigator names the modules in German', async () => {
    const html = await htmlOf('/navpage.do')
    for (const title of ['Verbindungen', 'Konsole', 'Einrichtung', 'Sync-Paare', 'Sync-Zugriff'])
      expect(html).toContain(`>${title}</a>`)
    expect(html).toContain('title="Wer was mit welcher Verbindung getan hat"')
    expect(html).not.toContain('>Set-up<')
  })

  test('a list has German heads, values and buttons', async () => {
    const page = await admin.open(LIST)
    for (const text of ['Verbindung</h1>', 'Antworten der anderen Seite', 'Aktiv seit', '>Aktiv<', '>Quelle<'])
      expect(page.html).toContain(text)
    expect(buttonsOf(page)).toEqual(['Verbindung einleiten', 'Einladung annehmen'])
    expect(page.html).toContain('title="Den Einladungscode einfügen, den das andere Unternehmen geschickt hat"')
  })

  test('a form has German sections, labels, embedded lists and buttons', async () => {
    const page = await admin.open(form)
    for (const text of ['>Andere Seite<', '>Verbindungsaufbau<', 'Kurzname der lokalen Instanz', '>Handelnder<'])
      expect(page.html).toContain(text)
    expect(buttonsOf(page)).toEqual(
      expect.arrayContaining(['Deaktivieren', 'Schlüssel tauschen', 'Verbindung löschen']),
    )
    for (const english of ['Remote side', 'Local instance short name', 'Deactivate<'])
      expect(page.html).not.toContain(english)
  })

  test('what a button says afterwards is German, and so is a refusal', async () => {
    const standsAs = (state: string, revision: number) => ({
      json: { connection: { ...connection, state, revision }, log: [] },
    })
    node.reply('readConnection', standsAs('deactivated', 3))
    node.reply('listConnections', { json: { connections: [standsAs('deactivated', 3).json.connection] } })
    await instance.runJob('Accord: reconcile connections with the node')
    // The pause of this side goes on, since it has begun again meanwhile.
    node.reply('activateConnection', standsAs('deactivated', 4))
    const done = await admin.press(form, 'Aktivieren')
    expect(await htmlOf(done.location)).toContain('Die Pause dieser Seite ist beendet')
    node.reply('activateConnection', { status: 409, json: { code: 'state_conflict' } })
    const refused = await admin.press(form, 'Aktivieren')
    const html = await htmlOf(refused.location)
    expect(html).toContain('Der Zustand der Verbindung lässt das nicht zu')
    expect(html).not.toContain('Reload its state')
  })

  test('a rule of Accord that refuses a write says why in German, with the names of what it means', async () => {
    const answer = await instance.admin.call('POST', CONSOLE_CALLS.allowSyncAccess.path, {
      tables: [{ table: 'incident', readFields: ['nirgends'], writeFields: [], readJournals: [], writeJournals: [], mayCreate: false, readFiles: false }],
    }) // prettier-ignore
    expect(answer.result?.['detail']).toBe('nirgends: keine Felder von incident, die hinaus dürfen.')
  })

  test('a language that the instance has no plugin of is English, whatever a user has chosen', async () => {
    const [german] = instance.simulator.store.query('sys_language', { encoded: 'id=de' }, systemCaller)
    instance.simulator.store.remove('sys_language', german?.['sys_id'] ?? '', systemCaller)
    try {
      expect(await language()).toBe('en')
      expect(buttonsOf(await admin.open(LIST))).toEqual(['Initiate Connection', 'Accept invitation'])
      expect(await htmlOf(form)).toContain('>Remote side<')
    } finally {
      instance.simulator.store.insert('sys_language', { ...german }, systemCaller)
    }
  })
})

test.each(['en', 'fr', ''])('for somebody whose language is “%s” all is English', async (chosen) => {
  await speak(chosen)
  expect(await language()).toBe('en')
  expect(await htmlOf('/navpage.do')).toContain('>Set-up</a>')
  expect(await htmlOf(form)).toContain('Local instance short name')
})
