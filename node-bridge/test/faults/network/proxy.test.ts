import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'

import { EACH_FAULT, PASS, type Fault } from './fault.ts'
import { startFaultProxy, type FaultProxy } from './proxy.ts'
import { drawFaults, inTurn } from './script.ts'
import { readBody } from './upstream.ts'

let upstream: Server
let proxy: FaultProxy
let arrived: string[]

beforeEach(async () => {
  arrived = []
  upstream = createServer(async (request, response) => {
    const body = await readBody(request)
    arrived.push(`${request.url ?? ''} ${body.toString()}`)
    response.writeHead(201, { 'x-count': String(arrived.length) }).end(`answer ${arrived.length}`)
  })
  await new Promise<void>((resolve) => upstream.listen(0, '127.0.0.1', resolve))
  proxy = await startFaultProxy(() => `http://127.0.0.1:${(upstream.address() as AddressInfo).port}`)
})

afterEach(async () => {
  await proxy.close()
  upstream.closeAllConnections()
  await new Promise((resolve) => upstream.close(resolve))
})

const post = (path: string, body = 'x') => fetch(proxy.url + path, { method: 'POST', body })
const once = (fault: Fault) => proxy.follow(inTurn(/./u, [fault]))

test('without a fault the request and the answer go through unchanged', async () => {
  const answer = await post('/a?b=c', 'body')
  expect([answer.status, answer.headers.get('x-count'), await answer.text()]).toEqual([201, '1', 'answer 1'])
  expect(arrived).toEqual(['/a?b=c body'])
})

describe('a caller that receives nothing', () => {
  test.each([
    ['drop-before', 0],
    ['reset', 0],
    ['drop-answer', 1],
    ['truncate', 1],
  ] as const)('%s: the upstream got the request %i times', async (kind, times) => {
    once(EACH_FAULT[kind])
    await expect(post('/a').then((answer) => answer.text())).rejects.toThrow()
    expect(arrived).toHaveLength(times)
    expect(await (await post('/a')).text()).toBe(`answer ${times + 1}`)
  })
})

describe('a duplicate', () => {
  test.each(['first', 'second'] as const)(
    'reaches the upstream twice and is answered with the %s',
    async (answerWith) => {
      once({ kind: 'duplicate', answerWith })
      expect(await (await post('/a', 'twice')).text()).toBe(answerWith === 'first' ? 'answer 1' : 'answer 2')
      expect(arrived).toEqual(['/a twice', '/a twice'])
      expect(proxy.seen[0]?.upstreamStatuses).toEqual([201, 201])
    },
  )
})

test('a delay holds the request back before it reaches the upstream', async () => {
  once({ kind: 'delay', ms: 120 })
  const answer = post('/a')
  await new Promise((resolve) => setTimeout(resolve, 60))
  expect(arrived).toEqual([])
  expect((await answer).status).toBe(201)
})

describe('reordering', () => {
  test('the second request overtakes the first', async () => {
    proxy.follow(({ index }) => (index === 0 ? { kind: 'reorder', maxHoldMs: 5000, hangUp: false } : PASS))
    const first = post('/first')
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(await (await post('/second')).text()).toBe('answer 1')
    expect(await (await first).text()).toBe('answer 2')
    expect(arrived).toEqual(['/second x', '/first x'])
  })

  test('a caller that was hung up on repeats, and its first request arrives after the repetition', async () => {
    once({ kind: 'reorder', maxHoldMs: 5000, hangUp: true })
    await expect(post('/a', 'old')).rejects.toThrow()
    await post('/a', 'new')
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(arrived).toEqual(['/a new', '/a old'])
  })

  test('with nobody to overtake it, a held request goes on after its time', async () => {
    once({ kind: 'reorder', maxHoldMs: 80, hangUp: false })
    expect((await post('/a')).status).toBe(201)
  })
})

test('503 comes with Retry-After and without the upstream', async () => {
  once(EACH_FAULT.unavailable)
  const answer = await post('/a')
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '1'])
  expect(arrived).toEqual([])
})

test('garbage is a 200 that is no answer, although the upstream did its work', async () => {
  once(EACH_FAULT.garbage)
  const answer = await post('/a')
  expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('Please wait')])
  expect(arrived).toHaveLength(1)
})

test('each path has turns of its own, so that parallel stories do not take each other faults', async () => {
  proxy.follow(inTurn(/./u, [EACH_FAULT.unavailable]))
  expect([(await post('/a')).status, (await post('/b')).status, (await post('/a')).status]).toEqual([503, 503, 201])
})

test('steps are awaited: nothing is sent on while the step at arrival is acting', async () => {
  const steps: string[] = []
  proxy.onStep(async (step) => {
    await new Promise((resolve) => setTimeout(resolve, 30))
    steps.push(`${step} after ${arrived.length}`)
  })
  await post('/a')
  expect(steps).toEqual(['arrived after 0', 'answered after 1'])
})

test('an upstream that is away is a connection that breaks', async () => {
  upstream.closeAllConnections()
  await new Promise((resolve) => upstream.close(resolve))
  await expect(post('/a')).rejects.toThrow()
  upstream.listen(0)
})

test('a seed tells the same faults again, and another seed tells others', () => {
  expect(drawFaults('seed 1', 20)).toEqual(drawFaults('seed 1', 20))
  expect(drawFaults('seed 1', 20)).not.toEqual(drawFaults('seed 2', 20))
  const kinds = new Set(drawFaults('all kinds', 400).map(({ kind }) => kind))
  expect([...kinds].toSorted()).toEqual(Object.keys(EACH_FAULT).toSorted())
})
