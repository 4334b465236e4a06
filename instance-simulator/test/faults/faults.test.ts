import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { systemCaller } from '../../src/access/system-callers.ts'
import { createInstance, type SimulatedInstance } from '../../src/instance.ts'
import { buildFixture, fixtureTimeoutMs } from '../fixture-package.ts'

let instance: SimulatedInstance
const basic = {
  authorization: `Basic ${Buffer.from('admin:admin').toString('base64')}`,
  'content-type': 'application/json',
}
const incidents = '/api/now/table/incident'

beforeAll(async () => {
  const { zip } = await buildFixture()
  instance = await createInstance({ name: 'faulty', port: 0 })
  await instance.installPackage(zip)
}, fixtureTimeoutMs)
afterAll(() => instance.close())
afterEach(async () => {
  await control('DELETE', '/_simulator/faults')
})

const control = (method: string, path: string, body?: object) =>
  fetch(instance.baseUrl + path, {
    method,
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })

async function fault(body: object): Promise<string> {
  const response = await control('POST', '/_simulator/faults', body)
  expect(response.status).toBe(201)
  return ((await response.json()) as { id: string }).id
}

const read = (path = `${incidents}?sysparm_limit=1`) => fetch(instance.baseUrl + path, { headers: basic })

describe('HTTP faults', () => {
  test.each([
    ['unauthorized', 401],
    ['forbidden', 403],
    ['rateLimited', 429],
    ['unavailable', 503],
  ])('%s answers %i as often as asked, then the instance is itself again', async (kind, status) => {
    await fault({ kind, count: 2, retryAfterSeconds: 7 })
    const answers = [await read(), await read(), await read()]
    expect(answers.map((answer) => answer.status)).toEqual([status, status, 200])
    expect(answers[0]?.headers.get('retry-after')).toBe('7')
    expect(await answers[0]?.json()).toMatchObject({ status: 'failure' })
  })

  test('hibernation is a page with status 200, also where JSON was asked for', async () => {
    await fault({ kind: 'hibernation' })
    const answer = await read()
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect(await answer.text()).toContain('hibernating')
  })

  test('a reset connection answers nothing', async () => {
    await fault({ kind: 'connectionReset', count: 1 })
    await expect(read()).rejects.toThrow('fetch failed')
    expect((await read()).status).toBe(200)
  })

  test('latency delays, and the answer is right', async () => {
    await fault({ kind: 'latency', delayMs: 300, count: 1 })
    const started = performance.now()
    expect((await read()).status).toBe(200)
    expect(performance.now() - started).toBeGreaterThanOrEqual(290)
  })

  test('path and method narrow it; the control API is never struck', async () => {
    const id = await fault({ kind: 'unavailable', path: '/api/now/table/problem', method: 'get' })
    expect((await read()).status).toBe(200)
    expect((await read('/api/now/table/problem')).status).toBe(503)
    await fault({ kind: 'unavailable' })
    expect((await control('DELETE', `/_simulator/faults/${id}`)).status).toBe(204)
    expect((await control('DELETE', `/_simulator/faults/${id}`)).status).toBe(404)
  })

  test.each([
    [{ kind: 'gremlin' }, 'kind must be one of'],
    [{ kind: 'latency' }, 'latency needs delayMs'],
    [{ kind: 'abortingRule' }, 'abortingRule needs a table'],
    [{ kind: 'aclDeny', table: 'incident', count: 1 }, 'takes no count'],
  ])('%j is refused', async (body, reason) => {
    const response = await control('POST', '/_simulator/faults', body)
    expect(response.status).toBe(400)
    expect(((await response.json()) as { error: string }).error).toContain(reason)
  })
})

describe('record faults', () => {
  test('an aborting rule stops the Table API with its name and its message, and nothing is written', async () => {
    await fault({ kind: 'abortingRule', table: 'incident', message: 'Frozen for the audit' })
    const before = instance.store.count('incident', '', systemCaller)
    const answer = await fetch(instance.baseUrl + incidents, {
      method: 'POST',
      headers: basic,
      body: '{"short_description":"x"}',
    })
    expect(answer.status).toBe(403)
    expect(await answer.json()).toMatchObject({
      error: {
        message: 'Operation Failed',
        detail: "Operation against file 'incident' was aborted by Business Rule: Frozen for the audit",
      },
    })
    expect(instance.store.count('incident', '', systemCaller)).toBe(before)
  })

  test('a denying ACL takes a field away from everybody, until it is removed', async () => {
    const id = await fault({ kind: 'aclDeny', table: 'incident', operation: 'read', field: 'number' })
    const path = `${incidents}?sysparm_limit=1&sysparm_fields=number,state`
    expect(((await (await read(path)).json()) as { result: object[] }).result[0]).not.toHaveProperty('number')
    await control('DELETE', `/_simulator/faults/${id}`)
    expect(((await (await read(path)).json()) as { result: object[] }).result[0]).toHaveProperty('number')
  })
})

describe('the rest of the control API', () => {
  test('the clock moves, and new rows know it', async () => {
    await control('POST', '/_simulator/clock', { setTo: '2031-05-06T07:08:09Z', freeze: true })
    const made = await fetch(instance.baseUrl + incidents, {
      method: 'POST',
      headers: basic,
      body: JSON.stringify({ short_description: 'Later' }),
    })
    const { result: row } = (await made.json()) as { result: Record<string, string> }
    expect(row['sys_created_on']).toBe('2031-05-06 07:08:09')
    const moved = await control('POST', '/_simulator/clock', { advanceMs: 3_600_000 })
    expect(await moved.json()).toEqual({ now: '2031-05-06T08:08:09.000Z' })
    await control('POST', '/_simulator/clock', { freeze: false })
    expect((await control('POST', '/_simulator/clock', { setTo: 'tomorrow' })).status).toBe(400)
  })

  test('every record of the package is on the coverage page with what became of it', async () => {
    const response = await control('GET', '/_simulator/coverage')
    const report = (await response.json()) as {
      records: { scope: string; table: string; status: string; runs: number; file: string }[]
    }
    const installed = instance.store.count('simulator_package_record', '', systemCaller)
    const ofPackages = report.records.filter(({ scope }) => scope !== 'global')
    expect(ofPackages).toHaveLength(installed)
    const statuses = new Map(report.records.map((record) => [record.table, record.status]))
    expect(statuses.get('sn_glider_source_artifact')).toBe('stored only')
    expect(statuses.get('sys_security_acl')).toBe('in effect')
    expect(statuses.get('x_acme_shelf_book')).toBe('data')
    const ofBase = report.records.filter(({ scope }) => scope === 'global')
    expect(new Set(ofBase.map(({ table }) => table))).toEqual(new Set(['sys_script', 'sysrule_quota']))
  })

  test('what was asked for in vain is counted', async () => {
    const answer = await read('/api/now/cmdb/instance/cmdb_ci')
    expect(answer.status).toBe(501)
    expect(await answer.json()).toMatchObject({ error: { detail: 'not simulated: the API /api/now/cmdb' } })
    const report = (await (await control('GET', '/_simulator/coverage')).json()) as { notSimulated: object[] }
    expect(report.notSimulated).toContainEqual({ what: 'the API /api/now/cmdb', times: 1 })
  })

  test('the page is for people', async () => {
    const page = await fetch(`${instance.baseUrl}/_simulator/coverage`, { headers: { accept: 'text/html' } })
    expect(await page.text()).toContain('What faulty did with its packages')
  })

  test('every answer says that this is no real instance', async () => {
    for (const path of [incidents, '/nowhere', '/_simulator/faults', '/api/now/foo']) {
      expect((await read(path)).headers.get('x-instance-simulator')).toBe('accord')
    }
  })

  test('a page in a browser cannot move the clock', async () => {
    const response = await fetch(`${instance.baseUrl}/_simulator/clock`, {
      headers: { 'sec-fetch-site': 'cross-site' },
    })
    expect(response.status).toBe(403)
  })
})
