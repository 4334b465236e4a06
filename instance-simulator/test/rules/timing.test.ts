import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { contractTarget, type ContractTarget } from '../contract/target.ts'
import { heldServer } from '../held-server.ts'

/** Time under control, all by HTTP: rows by the Table API, the clock and the scheduler by the control API. */
let instance: ContractTarget
beforeEach(async () => {
  instance = await contractTarget()
})
afterEach(() => instance.close())

type Values = Readonly<Record<string, string>>
const add = async (table: string, body: Values): Promise<string> => {
  const answer = await instance.call('POST', `/api/now/table/${table}`, { body })
  expect(answer.status).toBe(201)
  return answer.json<{ result: { sys_id: string } }>().result.sys_id
}
const count = async (table: string, query: string): Promise<number> => {
  const path = `/api/now/stats/${table}?sysparm_count=true&sysparm_query=${encodeURIComponent(query)}`
  const { result } = (await instance.call('GET', path)).json<{ result: { stats: { count: string } } }>()
  return Number(result.stats.count)
}
const insert = () => add('incident', { short_description: 'x' })
const received = () => count('problem', 'short_description=received')
const say = `var gr = new GlideRecord('problem'); gr.initialize(); gr.short_description = 'received'; gr.insert()`
const set = (body: object) => instance.call('POST', '/_simulator/scheduler', { body })
const advance = (advanceMs: number) => instance.call('POST', '/_simulator/clock', { body: { advanceMs } })
const settled = () => instance.call('POST', '/_simulator/settled')
const run = (job: string) => instance.call('POST', `/_simulator/jobs/${job}/run`)
const now = async () => (await instance.call('GET', '/_simulator/clock')).json<{ now: string }>().now
const asyncRule = () =>
  add('sys_script', {
    name: 'r',
    collection: 'incident',
    when: 'async',
    active: 'true',
    action_insert: 'true',
    script: say,
  })

describe('asynchronous rules', () => {
  test('begin after the delay', async () => {
    await asyncRule()
    await set({ delayMs: 2_000 })
    const before = Date.now()
    await insert()
    expect(await received()).toBe(0)
    await settled()
    expect([await received(), Date.now() - before >= 1_995]).toEqual([1, true])
  })

  test('wait while the scheduler is overdue, and run once it comes to them', async () => {
    await asyncRule()
    await set({ paused: true })
    await insert()
    await settled()
    expect(await received()).toBe(0)
    await set({ paused: false })
    await settled()
    expect(await received()).toBe(1)
  })
})

const jobOf = (script: string, more: Values = {}) =>
  add('sysauto_script', { name: 'j', active: 'true', run_type: 'on_demand', script, ...more })
/** Counted from now on: without a start the minutes of the wall clock count, and one of them may end in the test. */
const minutely = async (more: Values = {}) =>
  jobOf(say, {
    run_type: 'periodically',
    run_period: '1970-01-01 00:01:00',
    run_start: (await now()).slice(0, 19).replace('T', ' '),
    ...more,
  })

describe('scheduled jobs', () => {
  test('may die after so many writes, once: what was written stays, and a script cannot hold it up', async () => {
    const id = await jobOf(`for (var n = 0; n < 5; n++) try { ${say} } catch (error) { gs.info(error) }`)
    await set({ endJobAfterWrites: 2 })
    expect((await run(id)).text).toContain('the job died')
    expect(await received()).toBe(2)
    expect((await run(id)).status).toBe(204)
    expect(await received()).toBe(7)
  })

  test('a number of writes that is none is refused', async () => {
    expect((await set({ endJobAfterWrites: -1 })).status).toBe(400)
  })

  test('run at the time of their zone', async () => {
    const HOUR = 3_600_000
    const kolkata = Date.parse(await now()) + 5.5 * HOUR
    const entered = new Date(kolkata + 2 * HOUR).toISOString().slice(11, 19)
    const job = { run_type: 'daily', run_time: '1970-01-01 00:00:00', entered_time: `1970-01-01 ${entered}` }
    await jobOf(say, { ...job, time_zone: 'Asia/Kolkata' })
    await settled()
    await advance(1.9 * HOUR)
    await settled()
    expect(await received()).toBe(0)
    await advance(0.2 * HOUR)
    await settled()
    expect(await received()).toBe(1)
  })

  test('of an overdue scheduler run once, when it comes to them', async () => {
    await minutely()
    await settled()
    await set({ paused: true })
    await advance(600_000)
    await settled()
    expect(await received()).toBe(0)
    await set({ paused: false })
    await settled()
    expect(await received()).toBe(1)
  })

  test.each([
    [false, 1],
    [true, 2],
  ])('that still run: overlapping %s makes %s runs', async (overlap, runs) => {
    await minutely()
    await settled()
    await set({ overlap, delayMs: 2_000 })
    await advance(60_000)
    await advance(60_000)
    await settled()
    expect(await received()).toBe(runs)
  })

  test('run as the user they name, else as the system', async () => {
    const user = await add('sys_user', { user_name: 'night.shift' })
    const script = say.replace("'received'", 'gs.getUserName()')
    await run(await jobOf(script, { run_as: user }))
    await run(await jobOf(script))
    expect(await count('problem', 'short_description=night.shift')).toBe(1)
    expect(await count('problem', 'short_description=system')).toBe(1)
  })

  test('are started by their own application with gs.executeNow, as the user they run as, beside each other', async () => {
    const user = await add('sys_user', { user_name: 'sync.user' })
    const job = await jobOf(say.replace("'received'", 'gs.getUserName()'), { run_as: user })
    const start = `var job = new GlideRecord('sysauto_script'); job.get('${job}'); gs.executeNow(job); gs.executeNow(job)`
    const scope = await add('sys_app', { name: 'Other', scope: 'x_acme_other' })
    await run(await jobOf(start, { sys_scope: scope }))
    await settled()
    expect(await count('problem', 'short_description=sync.user')).toBe(0)
    await run(await jobOf(start))
    await settled()
    expect(await count('problem', 'short_description=sync.user')).toBe(2)
  })
})

describe('a transaction beyond its quota', () => {
  const CANCELLED = 'Transaction cancelled: maximum execution time exceeded'
  const insertByRest = () => instance.call('POST', '/api/now/table/incident', { body: { short_description: 'quota' } })
  const beforeRule = (script: string) =>
    add('sys_script', { name: 'slow', collection: 'incident', when: 'before', active: 'true', action_insert: 'true', script }) // prettier-ignore

  test('is cancelled, its caller hears so, and the next one has a thread', async () => {
    const rule = await beforeRule('while (true) {}')
    await set({ quotaMs: 50 })
    const answer = await insertByRest()
    expect([answer.status, answer.json()]).toEqual([
      500,
      { error: { message: CANCELLED, detail: CANCELLED }, status: 'failure' },
    ])
    await set({ quotaMs: null })
    expect(await count('incident', 'short_description=quota')).toBe(0)
    await instance.call('DELETE', `/api/now/table/sys_script/${rule}`)
    expect((await insertByRest()).status).toBe(201)
  })

  test('is cancelled while it waits for another system, too; what it has written stays', async () => {
    const peer = await heldServer()
    await beforeRule(`${say}; var m = new sn_ws.RESTMessageV2(); m.setHttpMethod('get'); m.setEndpoint('${peer.url}'); m.execute()`) // prettier-ignore
    await set({ quotaMs: 5_000 })
    const answer = await insertByRest()
    expect([answer.status, peer.held, await received()]).toEqual([500, 1, 1])
    peer.close()
  }, 30_000)
})

describe('what waits', () => {
  test('begins when a shorter delay says so', async () => {
    await asyncRule()
    await set({ delayMs: 80_000_000 })
    await insert()
    await set({ delayMs: 0 })
    await settled()
    expect(await received()).toBe(1)
  })

  test('of a job that was switched off or deleted meanwhile does not run', async () => {
    const off = await minutely({ name: 'off' })
    const gone = await minutely({ name: 'gone' })
    await minutely({ name: 'stays' })
    await settled()
    await set({ delayMs: 80_000_000 })
    await advance(61_000)
    await instance.call('PATCH', `/api/now/table/sysauto_script/${off}`, { body: { active: 'false' } })
    await instance.call('DELETE', `/api/now/table/sysauto_script/${gone}`)
    await set({ delayMs: 0 })
    await settled()
    expect(await received()).toBe(1)
  })

  test('keeps nobody who asks whether all is settled, once the scheduler is overdue', async () => {
    await minutely()
    await settled()
    await set({ delayMs: 60_000 })
    await advance(61_000)
    const asked = settled()
    await set({ paused: true })
    await asked
    expect(await received()).toBe(0)
    await set({ paused: false, delayMs: 0 })
    await settled()
    expect(await received()).toBe(1)
  })
})

test.each([
  { delayMs: -1 },
  { delayMs: 3_000_000_000 },
  { paused: 'yes' },
  { quotaMs: 'x' },
  { quotaMs: 0 },
  { overlap: 1 },
])('%j is refused', async (body) => {
  expect((await set(body)).status).toBe(400)
})
