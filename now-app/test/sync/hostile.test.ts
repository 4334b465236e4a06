import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { INSTANCE_SYNC_API } from '@accord/shared/protocol'
import { systemCaller } from '../../../instance-simulator/src/access/system-callers.ts'
import { TABLES } from '../../src/server/names.ts'
import { planOf, syncInstance, type SyncInstance } from './sync-instance.ts'

/** A node that somebody has taken over: it signs as it should, and asks for what it must not have. */
let sync: SyncInstance
let incident: string
let caller: string
let problem: string

/** A word in each place that nobody has opened. None may ever stand in an answer. */
const SECRETS = {
  password: 'secret-password-of-ada',
  phone: 'secret-phone-of-ada',
  notes: 'secret-work-note',
  closed: 'secret-close-notes',
  problem: 'secret-problem',
  property: 'secret-property',
  client: 'secret-oauth-client',
  name: 'Secretia Name',
}

const OPEN = {
  read_fields: 'number,short_description,state,caller_id',
  write_fields: 'short_description,state',
  read_journals: 'comments',
  write_journals: 'comments',
}

beforeAll(async () => {
  sync = await syncInstance()
  const put = async (table: string, values: Record<string, string>) =>
    (await sync.instance.mutate('insert', table, undefined, values))['sys_id'] ?? ''
  caller = await put('sys_user', {
    user_name: 'ada', first_name: SECRETS.name, last_name: '', email: 'ada@acme.example', phone: SECRETS.phone,
    user_password: SECRETS.password,
  }) // prettier-ignore
  await put('sys_properties', { name: 'hostile.secret', value: SECRETS.property })
  problem = await put('problem', { short_description: SECRETS.problem })
  await sync.allow('incident', OPEN)
  incident = await sync.incident({ caller_id: caller, close_notes: SECRETS.closed })
  await sync.change(incident, { work_notes: SECRETS.notes })
}, 300_000)
afterAll(() => sync.close())

const NOWHERE = '0'.repeat(32)

/** Whatever comes back, none of the secrets is in it. */
async function ask(call: keyof typeof INSTANCE_SYNC_API, body: object) {
  const answer = await sync.send(call, body)
  for (const [place, secret] of Object.entries(SECRETS))
    expect([place, answer.text.includes(secret)]).toEqual([place, false])
  return answer
}
const codesOf = (value: unknown): string[] =>
  JSON.stringify(value)
    .match(/"code":"\w+"/g)
    ?.map((text) => text.slice(8, -1)) ?? []

const CLOSED_TABLES = [
  'problem', 'sys_user', 'sys_user_has_role', 'sys_user_grmember', 'sys_properties', 'sys_script', 'sys_security_acl', 'oauth_entity',
  'oauth_credential', 'sys_journal_field', 'sys_attachment', 'sys_attachment_doc', 'sys_audit', 'sys_email', 'sys_dictionary',
  'ldap_server_config', 'saml2_update1_properties', 'http_connection', 'pwd_reset_request', 'user_multifactor_auth',
  'basic_auth_credentials', 'task', TABLES.node, TABLES.syncAccess, TABLES.writePlan, TABLES.effect,
] as const // prettier-ignore

describe.each(CLOSED_TABLES)('%s, which nobody has opened', (table) => {
  test('is not read, looked up, scanned or watched', async () => {
    const read = await ask('read', {
      records: [
        { table, id: NOWHERE },
        { table, id: problem },
        { table, id: caller },
      ],
    })
    expect(codesOf(read.result)).toEqual(['access_missing', 'access_missing', 'access_missing'])
    const find = await ask('find', {
      finds: [
        { table, where: { sys_id: problem } },
        { table, display: 'admin' },
      ],
    })
    expect(codesOf(find.result)).toEqual(['access_missing', 'access_missing'])
    expect((await ask('scan', { table, ids: [problem, caller] })).result?.['code']).toBe('access_missing')
    const watch = await ask('watch', { watches: [{ id: randomUUID(), table, query: '' }] })
    expect(codesOf(watch.result)).toEqual(['access_missing'])
  })

  test('is not written, not even made', async () => {
    const made = planOf({ table, fields: { name: 'x' } })
    const changed = planOf({ table, record: problem, version: 0, fields: { short_description: 'x' } })
    const outcomes = [await sync.outcomeOf(made), await sync.outcomeOf(changed)]
    expect(outcomes.map(({ finding }) => finding?.code)).toEqual(['access_missing', 'access_missing'])
  })
})

describe('a closed field of an open table', () => {
  test.each([
    'close_notes=x', 'close_notesSTARTSWITHsecret', 'state=1^close_notesLIKEs', 'state=1^ORclose_notesISNOTEMPTY',
    'state=1^NQclose_notesLIKEs', 'work_notesLIKEs', 'comments_and_work_notesLIKEs', 'caller_id.phoneSTARTSWITHs',
    'caller_id.user_passwordISNOTEMPTY', 'caller_id.manager.user_name=x', 'parent.close_notesLIKEs',
  ])('is not asked for by the condition %s', async (query) => {
    const watch = { id: randomUUID(), table: 'incident', query }
    const answer = await ask('watch', { watches: [watch] })
    expect(codesOf(answer.result)).toEqual(['access_missing'])
    expect(answer.text).not.toContain('matching')
    expect((await ask('scan', { watch: watch.id, since: '2000-01-01T00:00:00Z' })).result?.['code']).toBe('record_gone')
  }) // prettier-ignore

  test.each(['close_notes', 'work_notes', 'sys_created_by', 'sys_updated_by', 'nosuch'])(
    'is not looked up: %s',
    async (field) => {
      const answer = await ask('find', {
        finds: [{ table: 'incident', where: { [field]: SECRETS.closed.slice(0, 6) } }],
      })
      expect(codesOf(answer.result)).toHaveLength(1)
    },
  )

  test('does not leave with its record, and neither does the name of whom a reference points at', async () => {
    const answer = await ask('read', { records: [{ table: 'incident', id: incident }] })
    expect(answer.result).toMatchObject({
      records: [{ record: { fields: { caller_id: { value: caller, display: '' } }, entries: [], files: [] } }],
    })
  })

  test.each([
    ['close_notes', { close_notes: 'x' }],
    ['sys_created_by', { sys_created_by: 'admin' }],
    ['sys_class_name', { sys_class_name: 'problem' }],
    ['sys_domain', { sys_domain: 'global' }],
    ['work_notes', { work_notes: 'x' }],
    ['comments as a field', { comments: 'x' }],
  ])('is not written: %s', async (_what, fields) => {
    const version = (await sync.scan({ table: 'incident', ids: [incident] })).records[0]?.version ?? 0
    const outcome = await sync.outcomeOf(planOf({ record: incident, version, fields }))
    expect([outcome.outcome, outcome.finding?.code]).toEqual(['refused', 'access_missing'])
  })

  test('an internal journal takes no entry', async () => {
    const version = (await sync.scan({ table: 'incident', ids: [incident] })).records[0]?.version ?? 0
    const entries = [{ key: 'k', journal: 'work_notes', body: 'x' }]
    expect((await sync.outcomeOf(planOf({ record: incident, version, entries }))).finding?.code).toBe('access_missing')
  })
})

describe('a parent of the class', () => {
  const PARENT = { read_fields: 'number,short_description,parent', read_journals: 'comments,work_notes' }

  test('that is open opens no class below it: not to look-ups, versions, conditions or plans', async () => {
    await sync.allow('task', PARENT)
    const { result } = await ask('find', {
      finds: [{ table: 'task', where: { short_description: SECRETS.problem } }],
    })
    expect(result).toEqual({ finds: [{ matches: [] }] })
    expect((await sync.scan({ table: 'task', ids: [problem] })).records).toEqual([])
    const [watch] = await sync.watch({ table: 'task', query: `short_description=${SECRETS.problem}` })
    expect(watch?.matching).toBe(0)
    expect(codesOf((await ask('read', { records: [{ table: 'task', id: problem }] })).result)).toEqual([
      'access_missing',
    ])
    const plan = planOf({ table: 'task', record: problem, version: 0, fields: { short_description: 'x' } })
    expect((await sync.outcomeOf(plan)).finding?.code).toBe('access_missing')
  })

  test('shows of a class that is open, too, what that class lets leave', async () => {
    await sync.allow('problem', { read_fields: 'short_description' })
    const finds = await sync.find({ table: 'task', where: { short_description: SECRETS.problem } })
    expect(finds).toEqual([{ matches: [{ id: problem, display: '' }] }])
    for (const row of await sync.instance.stored(TABLES.syncAccess))
      if (row['table_name'] !== 'incident')
        await sync.instance.mutate('delete', TABLES.syncAccess, row['sys_id'] ?? '', {})
  })
})

describe('what the node holds opens nothing else of the instance', () => {
  const TRICKS =
    'sysparm_display_value=all&sysparm_fields=close_notes,caller_id.phone,caller_id.user_password&sysparm_query=close_notesLIKEs&sysparm_view=ess'

  test.each([
    ['GET', '/api/now/table/incident'],
    ['GET', '/api/now/table/sys_user'],
    ['GET', '/api/now/table/sys_journal_field'],
    ['GET', '/api/now/attachment'],
    ['GET', '/api/x_accrd_bridge/v1/console/sync-access'],
    ['POST', '/api/x_accrd_bridge/v1/console/sync-access/replace'],
    ['POST', '/api/now/table/x_accrd_bridge_sync_access'],
  ] as const)('its signature is none for %s %s', async (method, url) => {
    const body = JSON.stringify({
      nonce: randomUUID(),
      table_name: 'sys_user',
      table: 'problem',
      readFields: ['number'],
    })
    const signed = { headers: sync.node.sign(method === 'GET' ? '' : body) }
    const answer = await sync.instance.nobody.send(
      method,
      `${url}?${TRICKS}`,
      method === 'GET' ? signed : { ...signed, body },
    )
    expect([401, 403, 404]).toContain(answer.status)
    for (const secret of Object.values(SECRETS)) expect(answer.text).not.toContain(secret)
    const open = (await sync.instance.stored(TABLES.syncAccess)).map((row) => row['table_name'])
    expect(open).toEqual(['incident'])
  })

  test('parameters of the Table API change nothing of what a call answers', async () => {
    const read = async (query: string) => {
      const body = JSON.stringify({ nonce: randomUUID(), records: [{ table: 'incident', id: incident }] })
      const url = `/api/x_accrd_bridge/v1/sync/read${query}`
      return sync.instance.nobody.send('POST', url, { body, headers: sync.node.sign(body) })
    }
    const [plain, tricked] = [await read(''), await read(`?${TRICKS}`)]
    expect(plain.status).toBe(200)
    for (const secret of Object.values(SECRETS)) expect(tricked.text).not.toContain(secret)
    expect(tricked.result?.['records']).toEqual(plain.result?.['records'])
  })

  test.each([
    ['a dotted field in a look-up', 'find', { finds: [{ table: 'incident', where: { 'caller_id.phone': 'x' } }] }],
    ['a dotted table', 'read', { records: [{ table: 'incident.caller_id', id: NOWHERE }] }],
    ['an order', 'read', { records: [], orderBy: 'close_notes' }],
    ['a list of fields', 'read', { records: [], fields: ['close_notes'] }],
    ['a display value', 'read', { records: [], displayValue: 'all' }],
  ] as const)('%s is malformed', async (_what, call, body) => {
    const answer = await ask(call, body)
    expect([answer.status, answer.result?.['code']]).toEqual([400, 'malformed'])
  })

  test.each([{ 'caller_id.phone': 'x' }, { 'caller_id.user_password': 'x' }])(
    'a plan with %j is malformed',
    async (fields) => {
      const { version = 0 } = (await sync.scan({ table: 'incident', ids: [incident] })).records[0] ?? {}
      expect((await ask('apply', { plans: [planOf({ record: incident, version, fields })] })).status).toBe(400)
    },
  )

  test('entries and files of another record do not come with this one', async () => {
    await sync.allow('incident', { ...OPEN, read_files: 'true' })
    const other = await sync.incident({ short_description: 'Another' })
    await sync.change(other, { comments: 'a comment of another record' })
    await sync.instance.admin.send('POST', `/api/now/attachment/file?table_name=incident&table_sys_id=${other}&file_name=another.txt`, {
      headers: { 'content-type': 'text/plain' }, body: 'x',
    }) // prettier-ignore
    const answer = await ask('read', { records: [{ table: 'incident', id: incident }] })
    expect(answer.text).not.toContain('another')
    await sync.allow('incident', OPEN)
  })

  test('who wrote an entry leaves only where sync access lets it leave: not even a name for signing in', async () => {
    const login = 'login.of.grace'
    await sync.allow('incident', { ...OPEN, read_files: 'true' })
    sync.instance.simulator.store.insert('sys_journal_field', { name: 'incident', element: 'comments', element_id: incident, value: 'hello', sys_created_by: login }, systemCaller) // prettier-ignore
    const answer = await ask('read', { records: [{ table: 'incident', id: incident }] })
    expect(answer.text).toContain('hello')
    expect(answer.text).not.toContain(login)
    await sync.allow('incident', OPEN)
  })
})

describe('a condition that would find every record finds none', () => {
  test.each([
    'nosuch=1', 'state', 'state=1^^active', '=1', '^NQ=', 'state=1^ORnosuch=1', 'state=1^NQnosuch=1', 'GOTOnumber=1',
    '123TEXTQUERY321=secret', 'SUBQUERYsys_id,caller_id,sys_user=user_passwordISNOTEMPTY', 'RLQUERYsys_journal_field.element_id,>=1^ENDRLQUERY',
    'JOINincident.caller_id=sys_user.sys_id!user_passwordISNOTEMPTY', 'stateNSAMEASpriority', 'stateVALCHANGES', 'javascript:gs.log(1)',
    'short_description=javascript:gs.getProperty("hostile.secret")', 'short_description= JavaScript:1', 'ORDERBYclose_notes',
    'state=1^ORDERBYDESCclose_notes', 'state=1^GROUPBYclose_notes', 'state=1^TRENDBYclose_notes,month', 'stateDYNAMIC', 'caller_idDYNAMIC90d1921e5f510100a9ad2572f2b477fe', 'number=1^HAVINGCOUNT>0',
  ])('%s', async (query) => {
    const watch = { id: randomUUID(), table: 'incident', query }
    const answer = await ask('watch', { watches: [watch] })
    const [state] = (answer.result?.['watches'] ?? []) as readonly { refused?: { code: string }; matching?: number }[]
    if (state?.refused) expect(['query_invalid', 'access_missing']).toContain(state.refused.code)
    else expect(state?.matching).toBe(0)
    const [read] = await sync.read({ table: 'incident', id: incident })
    expect(read?.record?.watches).toEqual([])
  }) // prettier-ignore
})

describe('a value that is more than a value', () => {
  test.each([
    'x^ORnumberISNOTEMPTY',
    'x^NQstate=1',
    'javascript:gs.getProperty("hostile.secret")',
    ' javascript:1',
    '',
  ])('is not looked up: %j', async (value) => {
    const answer = await ask('find', {
      finds: [
        { table: 'incident', where: { short_description: value } },
        { table: 'incident', display: value },
      ],
    })
    expect(codesOf(answer.result)).toEqual(['query_invalid', 'query_invalid'])
  })

  test.each(['javascript:gs.getUserID()', 'javascript:gs.log(1)', 'x^ORsys_idISNOTEMPTY', 'a b'])(
    'is no reference: %s',
    async (value) => {
      await sync.allow('incident', { ...OPEN, write_fields: `${OPEN.write_fields},caller_id` })
      const { version = 0 } = (await sync.scan({ table: 'incident', ids: [incident] })).records[0] ?? {}
      const outcome = await sync.outcomeOf(planOf({ record: incident, version, fields: { caller_id: value } }))
      expect([outcome.outcome, outcome.finding?.cause]).toEqual(['refused', 'reference'])
      await sync.allow('incident', OPEN)
    },
  )

  test('an entry shows no HTML, and tells nobody that he is meant', async () => {
    const version = (await sync.scan({ table: 'incident', ids: [incident] })).records[0]?.version ?? 0
    const body = 'Look: [code]<a href="https://evil.example">log in</a>[/code] [CODE] @[System Administrator]'
    const plan = planOf({ record: incident, version, entries: [{ key: 'html', journal: 'comments', body }] })
    expect((await sync.outcomeOf(plan)).outcome).toBe('applied')
    const rows = await sync.instance.stored('sys_journal_field')
    const written = rows.find(({ value }) => value?.startsWith('Look:'))?.['value'] ?? ''
    expect(written).toBe(
      'Look: [ code]<a href="https://evil.example">log in</a>[/ code] [ code] @ [System Administrator]',
    )
    const again = { ...planOf({ record: incident, version: version + 1, entries: plan.entries }), pair: plan.pair }
    await sync.outcomeOf(again)
    expect((await sync.instance.stored('sys_journal_field')).filter(({ value }) => value === written)).toHaveLength(1)
  })

  test('a link of a pair that is a script is malformed', async () => {
    const pair = {
      pair: randomUUID(),
      connectionId: randomUUID(),
      table: 'incident',
      record: incident,
      remoteKey: 'X',
      state: 'linked',
    }
    const sent = { ...pair, cause: '', lastInAt: null, lastOutAt: null, remoteUrl: 'javascript:alert(1)' }
    expect((await ask('pairs', { pairs: [sent], gone: [] })).status).toBe(400)
  })
})

test('what was open and is closed again is closed at once, for watches and plans that wait, too', async () => {
  await sync.allow('incident', { ...OPEN, read_fields: `${OPEN.read_fields},close_notes` })
  const watch = { id: randomUUID(), table: 'incident', query: 'close_notesSTARTSWITHsecret' }
  expect((await sync.watch(watch))[0]).toMatchObject({ matching: 1 })
  const { timing } = sync.instance.simulator
  const { version = 0 } = (await sync.scan({ table: 'incident', ids: [incident] })).records[0] ?? {}
  timing.set({ paused: true })
  const plan = planOf({ record: incident, version, fields: { short_description: 'written too late' } })
  await sync.apply(plan)
  await sync.allow('incident', { read_fields: 'number' })
  timing.set({ paused: false })
  await sync.settled()
  expect((await sync.pull()).plans.find((each) => each.plan === plan.id)?.finding?.code).toBe('access_missing')
  expect((await ask('scan', { watch: watch.id, since: '2000-01-01T00:00:00Z' })).result?.['code']).toBe(
    'access_missing',
  )
  expect((await sync.read({ table: 'incident', id: incident }))[0]?.record?.watches).toEqual([])
})
