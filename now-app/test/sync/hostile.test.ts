import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { INSTANCE_SYNC_API } from '@accord/shared/protocol'
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
