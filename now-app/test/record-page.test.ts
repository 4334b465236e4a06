import { randomUUID } from 'node:crypto'
import { DEFAULT_API_BASE, ERROR_CODES, INSTANCE_API, pathOf } from '@accord/shared/protocol'
import { RecordSync, type ReportedPair } from '@accord/shared/schemas'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { problems } from '../../console/src/i18n/de/problems.ts'
import { addFormatter, addUser, installedInstance, paired, placePairs } from './installed-instance.ts'
import { createHttpClient, type Credentials, type HttpClient } from './http-client.ts'
import { logIn } from './page-visitor.ts'
import { startScriptedNode } from './scripted-node.ts'
import { activated, snapshotOf } from './snapshots.ts'
import { reportCoverage } from '../../instance-simulator/src/coverage/report.ts'
import { RECORD_PAGE, TABLES } from '../src/server/names.ts'

let instance: Awaited<ReturnType<typeof installedInstance>>
let node: Awaited<ReturnType<typeof startScriptedNode>>
let agent: HttpClient
let agentLogin: Credentials

const connection = activated(snapshotOf({ name: 'Acme and Globex' }), 2)

beforeAll(async () => {
  instance = await installedInstance()
  node = await startScriptedNode()
  await paired(instance, node.url)
  await signed('/events', { kind: 'connection.changed', connection, log: [] })
  agentLogin = await addUser(instance.admin, 'agent', 'itil')
  agent = createHttpClient(instance.url, agentLogin)
}, 240_000)
afterAll(async () => {
  await node?.close()
  await instance?.close()
})

async function signed(path: string, content: object): Promise<void> {
  const body = JSON.stringify(content)
  const { status } = await instance.nobody.send('POST', DEFAULT_API_BASE + path, { body, headers: node.sign(body) })
  expect(status).toBe(200)
}

async function incident(): Promise<string> {
  const row = await instance.mutate('insert', 'incident', undefined, { short_description: 'Printer' })
  return row['sys_id'] ?? ''
}

const report = (record: string, some: Partial<ReportedPair> = {}): Promise<void> =>
  signed('/sync/pairs', {
    nonce: randomUUID(),
    gone: [],
    pairs: [
      {
        pair: randomUUID(),
        connectionId: connection.id,
        table: 'incident',
        record,
        remoteKey: 'ACC-7',
        remoteUrl: 'https://globex.example/ACC-7',
        state: 'linked',
        cause: '',
        lastInAt: '2026-11-30T07:00:00Z',
        lastOutAt: null,
        ...some,
      },
    ],
  })

const read = (as: HttpClient, id: string, table = 'incident') =>
  as.call('GET', pathOf(INSTANCE_API.record, { table, id }))
const syncOf = async (as: HttpClient, id: string) => RecordSync.parse((await read(as, id)).result)

test('whoever may read the record reads its sync: with whom, how it stands, when, and who must act; roles decide what they may do', async () => {
  const id = await incident()
  expect(await syncOf(agent, id)).toMatchObject({
    pairs: [],
    connections: [],
    may: { open: false, act: false, design: false },
  })
  await report(id)
  const { pairs, key, url } = await syncOf(agent, id)
  expect([key, url]).toEqual([expect.stringMatching(/^INC\d+$/), `${instance.url}/incident.do?sys_id=${id}`])
  expect(pairs).toEqual([
    {
      connectionId: connection.id,
      remote: 'Globex',
      key: 'ACC-7',
      url: 'https://globex.example/ACC-7',
      state: 'In sync',
      tone: 'good',
      since: expect.stringMatching(/^20\d\d-/),
      lastOut: '',
      lastIn: expect.stringMatching(/^2026-11-30/),
      cause: '',
      step: 'Nothing to do: changes travel to Globex and back.',
    },
  ])
  const ofMaintainer = await syncOf(instance.admin, id)
  expect(ofMaintainer).toMatchObject({
    may: { open: true, act: true, design: true },
    list: { table: 'incident', pairTable: TABLES.syncPair },
    connections: [{ id: connection.id, name: 'Acme and Globex' }],
    paths: { queue: '/console/sync/queue', syncNow: '/console/sync-items/{itemId}/sync-now' },
  })
})

test('a record that one may not read is as absent as one that is not there, and as a table that is none', async () => {
  const id = await incident()
  await report(id, { remoteKey: 'SECRET-1' })
  const refused = await read(instance.nobody, id)
  expect(refused.status).toBe(401)
  const answers = [
    await read(agent, '0'.repeat(32)),
    await read(agent, 'x'),
    await read(agent, id, 'no_such_table'),
    await read(agent, id, 'problem'),
    // Somebody with an account who is neither its caller nor works on incidents.
    await read(instance.stranger, id),
  ]
  for (const { status, text } of answers) {
    expect(status).toBe(404)
    expect(text).not.toContain('SECRET-1')
  }
})

test('what waits says its cause and who must act, in German, too', async () => {
  const id = await incident()
  await report(id, { state: 'quarantined', cause: ERROR_CODES.record_gone.title })
  const { pairs } = await syncOf(agent, id)
  expect(pairs[0]).toMatchObject({ tone: 'waiting', state: 'Waiting for a person' })
  expect(pairs[0]?.step).toContain('an Accord maintainer removes the cause')
  const [user] = await instance.admin.rows('sys_user', 'user_name=agent')
  await instance.mutate('update', 'sys_user', user?.['sys_id'], { preferred_language: 'de' })
  const german = await syncOf(createHttpClient(instance.url, agentLogin), id)
  await instance.mutate('update', 'sys_user', user?.['sys_id'], { preferred_language: 'en' })
  expect(german).toMatchObject({ language: 'de', words: { syncNow: 'Jetzt abgleichen', back: 'Zurück zum Datensatz' } })
  expect(german.pairs[0]).toMatchObject({ state: 'Wartet auf einen Menschen', cause: problems.record_gone.title })
  expect(german.pairs[0]?.step).toContain('Wartet auf einen Menschen')
})

test('the button of a form opens the page where there is something to see, and the page is there for everybody with an account', async () => {
  const [inPair, lonely] = [await incident(), await incident()]
  await report(inPair)
  const visitor = await logIn(instance.url, agentLogin)
  const pressed = await visitor.press(`/incident.do?sys_id=${inPair}`, 'Accord')
  expect(pressed.location).toContain(`${RECORD_PAGE}?sysparm_table=incident&sysparm_record=${inPair}`)
  await expect(visitor.press(`/incident.do?sys_id=${lonely}`, 'Accord')).rejects.toThrow('no button Accord')
  const admin = await logIn(instance.url, instance.logins.admin)
  expect((await admin.press(`/incident.do?sys_id=${lonely}`, 'Accord')).location).toContain(lonely)
  const page = await visitor.open(`/${RECORD_PAGE}`)
  expect([page.status, page.html.includes('id="accord-record"')]).toEqual([200, true])
})

test('the panel that an admin puts into a form frames the page, where there is something to see', async () => {
  const [inPair, lonely] = [await incident(), await incident()]
  await report(inPair)
  await addFormatter(instance, 'incident', 'Accord: sync of the record')
  const visitor = await logIn(instance.url, agentLogin)
  const { html } = await visitor.open(`/incident.do?sys_id=${inPair}`)
  const address = `${RECORD_PAGE}?sysparm_table=incident&amp;sysparm_record=${inPair}&amp;sysparm_embedded=true`
  expect(html).toContain(`<iframe title="Accord" src="${address}"`)
  expect((await visitor.open(`/incident.do?sys_id=${lonely}`)).html).not.toContain('<iframe title="Accord"')
})

test('the list of pairs stands below the form of a record once an admin has placed it, with the rows of this record only', async () => {
  const [inPair, other] = [await incident(), await incident()]
  await report(inPair, { remoteKey: 'ACC-LISTED' })
  await report(other, { remoteKey: 'ACC-OTHER' })
  const visitor = await logIn(instance.url, agentLogin)
  const form = async (id: string) => (await visitor.open(`/incident.do?sys_id=${id}`)).html
  expect(await form(inPair)).not.toContain('ACC-LISTED')
  expect(await placePairs(instance, agent)).toBe(403)
  expect(await placePairs(instance, instance.admin)).toBe(201)
  const html = await form(inPair)
  expect(html).toContain('<section class="card" aria-label="Sync pairs">')
  expect(html).toContain('ACC-LISTED')
  expect(html).not.toContain('ACC-OTHER')
  const { records } = reportCoverage(instance.simulator.store, instance.simulator.ledger)
  expect(records.filter(({ table }) => table === 'sys_relationship').map(({ status }) => status)).toEqual(['executed'])
})
