import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { systemCaller } from '../../src/access/system-callers.ts'
import { heldServer } from '../held-server.ts'
import { createInstance, type SimulatedInstance } from '../../src/instance.ts'

let instance: SimulatedInstance
beforeEach(async () => {
  instance = await createInstance({ name: 'timing', port: 0 })
})
afterEach(() => instance.close())

const add = (table: string, values: Readonly<Record<string, string>>) =>
  instance.store.insert(table, values, systemCaller)['sys_id'] ?? ''
const insert = () => instance.engine.mutate('insert', 'incident', undefined, { short_description: 'x' }, systemCaller)
const received = () => instance.store.count('problem', 'short_description=received', systemCaller)
const say = `var gr = new GlideRecord('problem'); gr.initialize(); gr.short_description = 'received'; gr.insert()`
const set = (body: object) =>
  fetch(`${instance.baseUrl}/_simulator/scheduler`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
const asyncRule = () => {
  const rule = { name: 'r', collection: 'incident', when: 'async', active: 'true', action_insert: 'true', script: say }
  add('sys_script', rule)
}

describe('asynchronous rules', () => {
  test('begin after the delay', async () => {
    asyncRule()
    await set({ delayMs: 300 })
    const before = Date.now()
    await insert()
    expect(received()).toBe(0)
    await instance.settled()
    expect([received(), Date.now() - before >= 295]).toEqual([1, true])
  })

  test('wait while the scheduler is overdue, and run once it comes to them', async () => {
    asyncRule()
    await set({ paused: true })
    await insert()
    await instance.settled()
    expect(received()).toBe(0)
    await set({ paused: false })
    await instance.settled()
    expect(received()).toBe(1)
  })
})

const jobOf = (script: string) => add('sysauto_script', { name: 'j', active: 'true', run_type: 'on_demand', script })

describe('scheduled jobs', () => {
  test('may die after so many writes, once: what was written stays, and a script cannot hold it up', async () => {
    const id = jobOf(`for (var n = 0; n < 5; n++) try { ${say} } catch (error) { gs.info(error) }`)
    await set({ endJobAfterWrites: 2 })
    await expect(instance.engine.runScheduledJob(id)).rejects.toThrow('the job died')
    expect(received()).toBe(2)
    await instance.engine.runScheduledJob(id)
    expect(received()).toBe(7)
  })

  test('a number of writes that is none is refused', async () => {
    expect((await set({ endJobAfterWrites: -1 })).status).toBe(400)
  })

  /** Counted from now on: without a start the minutes of the wall clock count, and one of them may end in the test. */
  const periodic = {
    name: 'j',
    active: 'true',
    run_type: 'periodically',
    run_period: '1970-01-01 00:01:00',
    run_start: new Date().toISOString().slice(0, 19).replace('T', ' '),
  }

  test('of an overdue scheduler run once, when it comes to them', async () => {
    add('sysauto_script', { ...periodic, script: say })
    await instance.settled()
    await set({ paused: true })
    instance.clock.advance(600_000)
    await instance.settled()
    expect(received()).toBe(0)
    await set({ paused: false })
    await instance.settled()
    expect(received()).toBe(1)
  })

  test.each([
    [false, 1],
    [true, 2],
  ])('that still run: overlapping %s makes %s runs', async (overlap, runs) => {
    add('sysauto_script', { ...periodic, script: say })
    await instance.settled()
    await set({ overlap, delayMs: 200 })
    instance.clock.advance(60_000)
    instance.clock.advance(60_000)
    await instance.settled()
    expect(received()).toBe(runs)
  })

  test('are started by their own application with gs.executeNow, as the user they run as, beside each other', async () => {
    const user = add('sys_user', { user_name: 'sync.user' })
    const script = `${say.replace("'received'", 'gs.getUserName()')}`
    const job = add('sysauto_script', { name: 'now', active: 'true', run_type: 'on_demand', run_as: user, script })
    const start = `var job = new GlideRecord('sysauto_script'); job.get('${job}'); gs.executeNow(job); gs.executeNow(job)`
    const run = (scope: string) =>
      instance.engine.run({ kind: 'script', script: { name: 'background', source: start, scope } }, systemCaller)
    await run('x_other')
    await instance.settled()
    expect(instance.store.count('problem', 'short_description=sync.user', systemCaller)).toBe(0)
    await run('global')
    await instance.settled()
    expect(instance.store.count('problem', 'short_description=sync.user', systemCaller)).toBe(2)
  })
})

describe('a transaction beyond its quota', () => {
  const CANCELLED = 'Transaction cancelled: maximum execution time exceeded'
  const headers = { authorization: `Basic ${btoa('admin:admin')}`, 'content-type': 'application/json' }
  const insertByRest = () =>
    fetch(`${instance.baseUrl}/api/now/table/incident`, {
      method: 'POST',
      headers,
      body: '{"short_description":"quota"}',
    })
  const beforeRule = (script: string) =>
    add('sys_script', { name: 'slow', collection: 'incident', when: 'before', active: 'true', action_insert: 'true', script }) // prettier-ignore

  test('is cancelled, its caller hears so, and the next one has a thread', async () => {
    const rule = beforeRule('while (true) {}')
    await set({ quotaMs: 50 })
    const answer = await insertByRest()
    expect([answer.status, await answer.json()]).toEqual([
      500,
      { error: { message: CANCELLED, detail: CANCELLED }, status: 'failure' },
    ])
    expect(instance.store.count('incident', 'short_description=quota', systemCaller)).toBe(0)
    await set({ quotaMs: null })
    instance.store.remove('sys_script', rule, systemCaller)
    expect((await insertByRest()).status).toBe(201)
  })

  test('is cancelled while it waits for another system, too; what it has written stays', async () => {
    const peer = await heldServer()
    beforeRule(`${say}; var m = new sn_ws.RESTMessageV2(); m.setHttpMethod('get'); m.setEndpoint('${peer.url}'); m.execute()`) // prettier-ignore
    await set({ quotaMs: 5_000 })
    const answer = await insertByRest()
    expect([answer.status, peer.held, received()]).toEqual([500, 1, 1])
    peer.close()
  }, 30_000)
})

describe('what waits', () => {
  test('begins when a shorter delay says so', async () => {
    asyncRule()
    await set({ delayMs: 80_000_000 })
    await insert()
    await set({ delayMs: 0 })
    await instance.settled()
    expect(received()).toBe(1)
  })

  test('of a job that was switched off or deleted meanwhile does not run', async () => {
    const start = new Date().toISOString().slice(0, 19).replace('T', ' ')
    const minutely = { active: 'true', run_type: 'periodically', run_period: '1970-01-01 00:01:00', run_start: start, script: say } // prettier-ignore
    const [off = '', gone = ''] = ['off', 'gone', 'stays'].map((name) => add('sysauto_script', { name, ...minutely }))
    await instance.settled()
    await set({ paused: true })
    await set({ paused: false, delayMs: 300 })
    instance.clock.advance(61_000)
    instance.store.update('sysauto_script', off, { active: 'false' }, systemCaller)
    instance.store.remove('sysauto_script', gone, systemCaller)
    await instance.settled()
    expect(received()).toBe(1)
  })

  test('keeps nobody who asks whether all is settled, once the scheduler is overdue', async () => {
    const start = new Date().toISOString().slice(0, 19).replace('T', ' ')
    add('sysauto_script', { name: 'j', active: 'true', run_type: 'periodically', run_period: '1970-01-01 00:01:00', run_start: start, script: say }) // prettier-ignore
    await instance.settled()
    await set({ delayMs: 60_000 })
    instance.clock.advance(61_000)
    const settled = instance.settled()
    await set({ paused: true })
    await settled
    expect(received()).toBe(0)
    await set({ paused: false, delayMs: 0 })
    await instance.settled()
    expect(received()).toBe(1)
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
