import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { contractTarget, type ContractTarget } from './target.ts'

let instance: ContractTarget
let sysId: string

type Row = Readonly<Record<string, string>>
const rows = async (table: string, query: string) =>
  (await instance.call('GET', `/api/now/table/${table}?sysparm_query=${encodeURIComponent(query)}`)).json<{
    result: Row[]
  }>().result
const patch = (values: Row) => instance.call('PATCH', `/api/now/table/incident/${sysId}`, { body: values })

beforeAll(async () => {
  instance = await contractTarget()
  const made = await instance.call('POST', '/api/now/table/incident', { body: { short_description: 'first' } })
  sysId = made.json<{ result: Row }>().result['sys_id'] ?? ''
})
afterAll(async () => {
  await instance.call('DELETE', `/api/now/table/incident/${sysId}`)
  await instance.close()
})

test('an update of an audited record leaves one row for each field that changed, with who, before and after', async () => {
  await patch({ short_description: 'second', urgency: '1' })
  const audit = await rows('sys_audit', `documentkey=${sysId}^fieldname=short_description`)
  expect(audit).toMatchObject([
    { tablename: 'incident', oldvalue: 'first', newvalue: 'second', user: instance.user, record_checkpoint: '1' },
  ])
  const fields = (await rows('sys_audit', `documentkey=${sysId}`)).map((row) => row['fieldname'])
  expect(fields).toEqual(expect.arrayContaining(['short_description', 'urgency', 'priority']))
  expect(fields).not.toContain('sys_mod_count')
})

test('an entry of a journal is audited, too', async () => {
  await patch({ comments: 'said aloud' })
  const audit = await rows('sys_audit', `documentkey=${sysId}^fieldname=comments`)
  expect(audit).toMatchObject([{ oldvalue: 'JOURNAL FIELD ADDITION', newvalue: 'said aloud' }])
})

test('the history of the record tells the same', async () => {
  await patch({ short_description: 'third' })
  const [set] = await rows('sys_history_set', `id=${sysId}`)
  expect(set).toMatchObject({ table: 'incident' })
  const lines = await rows('sys_history_line', `set=${set?.['sys_id']}^field=short_description`)
  expect(lines.map((line) => [line['label'], line['old'], line['new']])).toEqual([
    ['Short description', 'first', 'second'],
    ['Short description', 'second', 'third'],
  ])
})

test('a table is audited when its dictionary says so, and not before', async () => {
  const made = await instance.call('POST', '/api/now/table/sys_user_group', { body: { name: 'before' } })
  const group = made.json<{ result: Row }>().result['sys_id'] ?? ''
  const rename = (name: string) => instance.call('PATCH', `/api/now/table/sys_user_group/${group}`, { body: { name } })
  await rename('unaudited')
  const [entry] = await rows('sys_dictionary', 'name=sys_user_group^elementISEMPTY')
  const audited = (audit: string) =>
    instance.call('PATCH', `/api/now/table/sys_dictionary/${entry?.['sys_id']}`, { body: { audit } })
  await audited('true')
  await rename('audited')
  const audit = await rows('sys_audit', `documentkey=${group}`)
  expect(audit).toMatchObject([{ fieldname: 'name', oldvalue: 'unaudited', newvalue: 'audited' }])
  await instance.call('DELETE', `/api/now/table/sys_user_group/${group}`)
  expect(await rows('sys_audit_delete', `documentkey=${group}`)).toHaveLength(1)
  await audited('false')
})
