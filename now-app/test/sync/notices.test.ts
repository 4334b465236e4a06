import { randomUUID } from 'node:crypto'
import { DEFAULT_API_BASE, INSTANCE_API } from '@accord/shared/protocol'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { systemCaller } from '../../../instance-simulator/src/access/system-callers.ts'
import { PROPERTIES, TABLES } from '../../src/server/names.ts'
import { logIn } from '../page-visitor.ts'
import { snapshotOf } from '../snapshots.ts'
import { INCIDENT_ACCESS, syncInstance, type SyncInstance } from './sync-instance.ts'

let sync: SyncInstance

beforeAll(async () => {
  sync = await syncInstance()
}, 300_000)
afterAll(() => sync.close())
beforeEach(async () => {
  await sync.allow('incident', INCIDENT_ACCESS)
  await sync.watch()
  await forgetAll()
})

const forgetAll = async () => sync.pull({ forgetNotices: (await sync.pull()).notices.map(({ id }) => id) })
const noticed = async () => (await sync.pull()).notices.map(({ table, record, kind }) => [table, record, kind])

const pairOf = (record: string) => ({
  pair: randomUUID(), connectionId: randomUUID(), table: 'incident', record, remoteKey: 'ACME-7',
  remoteUrl: 'https://acme.example/ACME-7', state: 'linked', cause: '', lastInAt: null, lastOutAt: '2026-11-20T10:00:00Z',
}) // prettier-ignore
const tellPairs = async (pairs: readonly object[], gone: readonly string[] = []) => {
  const { status, text } = await sync.send('pairs', { pairs, gone })
  expect([status, text]).toEqual([200, expect.stringContaining(`"stored":${pairs.length}`)])
}

describe('pairs', () => {
  test('stand in a table that people read, change with the news, and go', async () => {
    const connection = snapshotOf()
    const event = JSON.stringify({ kind: 'connection.changed', connection, log: [] })
    const url = DEFAULT_API_BASE + INSTANCE_API.events
    await sync.instance.nobody.send('POST', url, { body: event, headers: sync.node.sign(event) })
    const [shown] = await sync.instance.admin.rows(TABLES.connection, `node_connection_id=${connection.id}`)
    const pair = { ...pairOf(await sync.incident()), connectionId: connection.id }
    await tellPairs([pair])
    await tellPairs([
      { ...pair, state: 'quarantined', cause: 'No line of the map fits Urgent', lastInAt: '2026-11-21T10:00:00Z' },
    ])
    const rows = await sync.instance.auditor.rows(TABLES.syncPair, `pair_id=${pair.pair}`)
    expect(rows).toMatchObject([
      {
        record: pair.record, remote_key: 'ACME-7', remote_url: pair.remoteUrl, state: 'quarantined',
        cause: 'No line of the map fits Urgent', last_in_at: '2026-11-21 10:00:00', last_out_at: '2026-11-20 10:00:00',
      },
    ]) // prettier-ignore
    expect(rows[0]?.['connection']).toMatchObject({ value: shown?.['sys_id'] })
    await tellPairs([], [pair.pair])
    expect(await sync.instance.auditor.rows(TABLES.syncPair, `pair_id=${pair.pair}`)).toEqual([])
  })

  test('are read in the form by the numbers of both records, in the language of who looks, and written by nobody', async () => {
    const record = await sync.incident()
    const [incident] = await sync.instance.admin.rows('incident', `sys_id=${record}`)
    const number = incident?.['number'] ?? 'none'
    const pair = pairOf(record)
    await tellPairs([pair])
    const [row] = await sync.instance.auditor.rows(TABLES.syncPair, `pair_id=${pair.pair}`)
    expect(row).toMatchObject({ local_key: number, local_url: `${sync.instance.url}/incident.do?sys_id=${record}` })

    const visitor = await logIn(sync.instance.url, { user: 'admin', password: 'admin' })
    const [admin] = await sync.instance.admin.rows('sys_user', 'user_name=admin')
    for (const [language, words] of [
      ['en', ['Sync pair', 'Our record', 'Their record', 'In sync', 'Last change to them']],
      ['de', ['Sync-Paar', 'Unser Datensatz', 'Ihr Datensatz', 'Abgeglichen', 'Letzte Änderung dorthin']],
    ] as const) {
      await sync.instance.mutate('update', 'sys_user', admin?.['sys_id'] ?? '', { preferred_language: language })
      for (const page of [`${TABLES.syncPair}.do?sys_id=${row?.['sys_id']}`, `${TABLES.syncPair}_list.do`]) {
        const { html } = await visitor.open(`/${page}`)
        for (const word of [number, 'ACME-7', ...words])
          expect([page, word, html.includes(word)]).toEqual([page, word, true])
      }
    }
    const url = `/api/now/table/${TABLES.syncPair}/${row?.['sys_id']}`
    for (const who of [sync.instance.admin, sync.instance.maintainer, sync.instance.auditor]) {
      const written = await who.send('PATCH', url, { body: JSON.stringify({ cause: 'by hand' }) })
      const removed = await who.send('DELETE', url)
      expect([written.status, removed.status]).toEqual([403, 403])
    }
  })

  test('a link that is none is refused', async () => {
    const pair = { ...pairOf('0'.repeat(32)), remoteUrl: 'javascript:alert(1)' }
    expect((await sync.send('pairs', { pairs: [pair], gone: [] })).status).toBe(400)
  })
})

describe('a watch', () => {
  test('says how many records match now, and which ones a record matches', async () => {
    const word = randomUUID()
    const id = await sync.incident({ short_description: word })
    await sync.incident({ short_description: `${word} twice`, active: 'false' })
    const [mine, other] = await sync.watch(
      { table: 'incident', query: `short_descriptionSTARTSWITH${word}^active=true` },
      { table: 'incident', query: `short_description=${word}^NQshort_description=nothing at all` },
    )
    expect([mine, other]).toMatchObject([{ matching: 1, noticed: true }, { matching: 1 }])
    expect(await sync.check({ table: 'incident', query: `short_descriptionSTARTSWITH${word}` })).toEqual({
      matching: 2,
      newest: [expect.stringMatching(/^INC\d+$/), expect.stringMatching(/^INC\d+$/)],
      texts: [word, `${word} twice`],
    })
    const [answer] = await sync.read({ table: 'incident', id })
    expect(answer?.record?.watches.toSorted()).toEqual([mine?.id, other?.id].toSorted())
  })

  test.each([
    ['stat=1', 'query_invalid'],
    ['state=1^ORnosuch=2', 'query_invalid'],
    ['state=1^hello', 'query_invalid'],
    ['STATE=1', 'query_invalid'],
    ['caller_id=javascript:gs.getUserID()', 'query_invalid'],
    ['JOINincident.sys_id=task_sla.task!active=true', 'query_invalid'],
    ['stateCHANGES', 'query_invalid'],
    ['prioritySAMEASurgency', 'query_invalid'],
    ['ORDERBYclose_notes', 'query_invalid'],
    ['close_notesSTARTSWITHa', 'access_missing'],
    ['state=1^ORclose_notesISNOTEMPTY', 'access_missing'],
    ['work_notesLIKEsecret', 'access_missing'],
    ['caller_id.user_passwordSTARTSWITHa', 'access_missing'],
    ['assignment_group.manager.user_name=x', 'access_missing'],
  ])('with %s watches nothing and is refused as %s, and the others stand', async (query, code) => {
    const [bad, good] = await sync.watch({ table: 'incident', query }, { table: 'incident', query: 'active=true' })
    expect(await sync.check({ table: 'incident', query })).toMatchObject({ refused: bad?.refused })
    expect([bad?.refused?.code, bad?.matching, good?.refused]).toEqual([code, undefined, undefined])
    const id = await sync.incident()
    const [answer] = await sync.read({ table: 'incident', id })
    expect(answer?.record?.watches).toEqual([good?.id])
  })

  test('may ask along a reference where both ends are open', async () => {
    await sync.allow('sys_user', { read_fields: 'name,email' })
    const [open, closed] = await sync.watch(
      { table: 'incident', query: 'caller_id.email=ada@acme.example' },
      { table: 'incident', query: 'caller_id.phone=1' },
    )
    expect([open?.refused, closed?.refused?.code]).toEqual([undefined, 'access_missing'])
  })

  test('matches nothing any more once a field of its condition is closed', async () => {
    const [watch] = await sync.watch({ table: 'incident', query: 'description=known' })
    const id = await sync.incident({ description: 'known' })
    const watches = async () => (await sync.read({ table: 'incident', id }))[0]?.record?.watches
    expect(await watches()).toEqual([watch?.id])
    await sync.allow('incident', { read_fields: 'number' })
    expect(await watches()).toEqual([])
  })

  test('on a table without access is refused', async () => {
    const [watch] = await sync.watch({ table: 'problem', query: 'active=true' })
    expect(watch?.refused).toMatchObject({ code: 'access_missing', names: ['problem'] })
  })

  test('that is named no longer watches no longer, and the property of the condition follows', async () => {
    const property = async () =>
      (await sync.instance.stored('sys_properties')).find(({ name }) => name === PROPERTIES.watchedTables)?.['value']
    await sync.watch({ table: 'incident', query: '' })
    expect(await property()).toBe(',incident,')
    await sync.watch()
    expect(await property()).toBe(',')
    expect(await sync.instance.stored(TABLES.watch)).toEqual([])
  })
})

describe('a change', () => {
  test('of a watched record leaves one notice without any content, and the node says when it may go', async () => {
    await sync.watch({ table: 'incident', query: 'active=true' })
    const id = await sync.incident({ short_description: 'stays with the record' })
    await sync.change(id, { short_description: 'changed' })
    expect(await noticed()).toEqual([
      ['incident', id, 'insert'],
      ['incident', id, 'update'],
    ])
    expect(JSON.stringify(await sync.instance.stored(TABLES.changeNotice))).not.toContain('changed')
    const { notices } = await sync.pull()
    await sync.pull({ forgetNotices: notices.slice(0, 1).map((notice) => notice.id) })
    expect(await noticed()).toEqual([['incident', id, 'update']])
  })

  test('wakes the node once, by a call without content, and again once it has said what it has', async () => {
    const calls = () => sync.node.requests.filter(({ operation }) => operation === 'wakeNode')
    await sync.watch({ table: 'incident', query: 'active=true' })
    await forgetAll()
    const before = calls().length
    const id = await sync.incident({ short_description: 'not in the call' })
    await sync.change(id, { short_description: 'nor this' })
    expect(calls().slice(before)).toEqual([expect.objectContaining({ path: '/instance/v1/wake', body: undefined })])
    await forgetAll()
    await sync.change(id, { short_description: 'once more' })
    expect(calls().length - before).toBe(2)
  })

  test('wakes the node also where what stood there is forgotten by a pull just before its own notice is there', async () => {
    const calls = () => sync.node.requests.filter(({ operation }) => operation === 'wakeNode')
    await sync.watch({ table: 'incident', query: 'active=true' })
    const id = await sync.incident()
    const before = calls().length
    const scope = (await sync.instance.stored('sys_app')).find(({ scope: named }) =>
      TABLES.changeNotice.startsWith(`${named}_`),
    )
    const rule = await sync.instance.mutate('insert', 'sys_script', undefined, {
      name: 'A pull comes between', sys_scope: scope?.['sys_id'] ?? 'none', collection: TABLES.changeNotice, when: 'before', order: '50', active: 'true', advanced: 'true',
      action_insert: 'true', script: `var taken = new GlideRecord('${TABLES.changeNotice}'); taken.query(); taken.deleteMultiple()`,
    }) // prettier-ignore
    await sync.change(id, { short_description: 'just then' })
    await sync.instance.mutate('delete', 'sys_script', rule['sys_id'], {})
    expect(await noticed()).toEqual([['incident', id, 'update']])
    expect(calls().length - before).toBe(1)
  })

  test('is noticed and saved although the node that it wakes does not answer', async () => {
    sync.node.reply('wakeNode', { lost: true })
    await sync.watch({ table: 'incident', query: 'active=true' })
    await forgetAll()
    const id = await sync.incident()
    sync.node.reply('wakeNode', { json: { woken: true } })
    expect(await noticed()).toEqual([['incident', id, 'insert']])
  })

  test('of a record that no trigger finds leaves none, nor one of another table', async () => {
    await sync.watch({ table: 'incident', query: 'active=false' })
    await sync.incident()
    await sync.instance.mutate('insert', 'problem', undefined, { short_description: 'x' })
    await sync.settled()
    expect(await noticed()).toEqual([])
  })

  test('of a record of a pair is noticed also when no trigger finds it any more, and when it is deleted', async () => {
    await sync.watch({ table: 'incident', query: 'active=true' })
    const id = await sync.incident()
    await tellPairs([pairOf(id)])
    await sync.change(id, { state: '7', close_code: 'x', close_notes: 'x' })
    await sync.instance.mutate('delete', 'incident', id, {})
    await sync.settled()
    expect((await noticed()).map(([, , kind]) => kind)).toEqual(['insert', 'update', 'delete'])
  })

  test('a file on a watched record is noticed', async () => {
    await sync.watch({ table: 'incident', query: 'active=true' })
    const id = await sync.incident()
    await sync.instance.admin.send('POST', `/api/now/attachment/file?table_name=incident&table_sys_id=${id}&file_name=a.txt`, {
      headers: { 'content-type': 'text/plain' }, body: 'hello',
    }) // prettier-ignore
    await sync.settled()
    expect(await noticed()).toContainEqual(['incident', id, 'file'])
  })

  test('that the scheduler has not got round to is noticed when it does; saving waits for nothing', async () => {
    await sync.watch({ table: 'incident', query: 'active=true' })
    const { timing } = sync.instance.simulator
    timing.set({ paused: true })
    await sync.instance.mutate('insert', 'incident', undefined, { short_description: 'x' })
    expect(await noticed()).toEqual([])
    timing.set({ paused: false })
    await sync.settled()
    expect(await noticed()).toHaveLength(1)
  })

  test('notices of a node that stays away go after a week', async () => {
    await sync.watch({ table: 'incident', query: 'active=true' })
    await sync.incident()
    const { clock } = sync.instance.simulator
    clock.advance(8 * 86_400_000)
    await sync.instance.runJob('Accord: tidy up after sync')
    clock.advance(-8 * 86_400_000)
    expect(await noticed()).toEqual([])
  })
})

describe('a scan', () => {
  const since = () => new Date(Date.now() - 60_000).toISOString()

  test('finds what a trigger finds, by version, in pages that end', async () => {
    const word = randomUUID()
    const ids: string[] = []
    for (let at = 0; at < 3; at += 1) ids.push(await sync.incident({ short_description: word }))
    await sync.change(ids[1] ?? '', { description: 'changed' })
    const [watch] = await sync.watch({ table: 'incident', query: `short_description=${word}^NQshort_description=none` })
    const { records, next } = await sync.scan({ watch: watch?.id, since: since() })
    expect(records.map(({ id }) => id).toSorted()).toEqual(ids.toSorted())
    expect(records.find(({ id }) => id === ids[1])?.version).toBe(1)
    expect(next).toBeNull()
    const first = records[0]
    const rest = await sync.scan({ watch: watch?.id, since: since(), after: { at: first?.updatedAt, id: first?.id } })
    expect(rest.records).toEqual(records.slice(1))
    const future = await sync.scan({ watch: watch?.id, since: new Date(Date.now() + 60_000).toISOString() })
    expect(future.records).toEqual([])
  })

  test('tells the versions of known records, and by their absence which are gone', async () => {
    const id = await sync.incident()
    const { records } = await sync.scan({ table: 'incident', ids: [id, '0'.repeat(32)] })
    expect(records.map((record) => record.id)).toEqual([id])
  })

  test('finds the records of a table to which files were attached, in pages, if files of it may leave', async () => {
    const [one, other] = [await sync.incident(), await sync.incident()]
    const { store } = sync.instance.simulator
    for (const id of [one, one, other])
      store.insert('sys_attachment', { table_name: 'incident', table_sys_id: id, file_name: 'a.txt' }, systemCaller)
    const filesSince = async (more: object = {}) => sync.scan({ filesOf: 'incident', since: since(), ...more })
    const { records, next } = await filesSince()
    expect(
      records
        .map(({ id }) => id)
        .filter((id) => id === one || id === other)
        .toSorted(),
    ).toEqual([one, other].toSorted())
    expect(next).toBeNull()
    const future = new Date(Date.now() + 60_000).toISOString()
    expect((await filesSince({ since: future })).records).toEqual([])
    await sync.allow('incident', { ...INCIDENT_ACCESS, read_files: 'false' })
    expect((await filesSince()).records).toEqual([])
    await sync.allow('incident', INCIDENT_ACCESS)
  })

  test.each([{}, { watch: randomUUID() }, { filesOf: 'incident' }, { filesOf: 'incident', table: 'incident' }])(
    'of %j is none',
    async (body) => {
      const refused = await sync.send('scan', body)
      expect([refused.status, refused.result?.['code']]).toEqual([400, 'malformed'])
    },
  )

  test('of a table without access is refused, and so is one whose access was taken since', async () => {
    const refused = await sync.send('scan', { table: 'problem', ids: ['0'.repeat(32)] })
    expect([refused.status, refused.result?.['code']]).toEqual([403, 'access_missing'])
    const [watch] = await sync.watch({ table: 'incident', query: 'description=x' })
    await sync.allow('incident', { read_fields: 'number' })
    const taken = await sync.send('scan', { watch: watch?.id, since: since() })
    expect(taken.result?.['code']).toBe('access_missing')
  })
})
