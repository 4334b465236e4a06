import type { PreparedRequest } from '../load/load.ts'

const HEADERS = {
  authorization: `Basic ${Buffer.from('admin:admin').toString('base64')}`,
  'content-type': 'application/json',
}

/** The sys_id of the new row. */
async function add(url: string, table: string, values: object): Promise<string> {
  const body = JSON.stringify(values)
  const answer = await fetch(`${url}/api/now/table/${table}`, { method: 'POST', headers: HEADERS, body })
  if (answer.status !== 201) throw new Error(`${table} answered ${answer.status}: ${await answer.text()}`)
  const { result } = (await answer.json()) as { result: { sys_id: string } }
  return result.sys_id
}

/** Each client changes an incident of its own, by a method override: the generator of loads knows GET and POST. */
export async function preparePatches(url: string, count: number, clients = 10): Promise<readonly PreparedRequest[]> {
  const rule = { collection: 'incident', active: 'true', action_update: 'true' }
  const before = 'current.description = current.short_description + " seen"'
  await add(url, 'sys_script', { ...rule, name: 'before', when: 'before', script: before })
  await add(url, 'sys_script', { ...rule, name: 'async', when: 'async', script: 'gs.info("seen {0}", current.number)' })
  const incidents = await Promise.all(Array.from({ length: clients }, () => add(url, 'incident', { impact: '2' })))
  return Array.from({ length: count }, (_, index) => ({
    url: `${url}/api/now/table/incident/${incidents[index % clients]}`,
    method: 'POST',
    headers: { ...HEADERS, 'x-http-method-override': 'PATCH' },
    body: JSON.stringify({ short_description: `change ${index}` }),
    group: 'patch',
  }))
}
