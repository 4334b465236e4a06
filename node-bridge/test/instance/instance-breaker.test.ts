import { expect, test } from '@jest/globals'

import { createBreaker } from '../../src/instance/instance-breaker.ts'

const URL = 'https://a.example'
const at = (second: number) => new Date(second * 1000)
const failing = (times: number) => {
  const breaker = createBreaker()
  for (let time = 0; time < times; time++) breaker.fail(URL, at(0), 'instance_unreachable')
  return breaker
}

test('four failures stop nothing, and one success forgets them', () => {
  const breaker = failing(4)
  expect(breaker.admit(URL, at(0))).toBeUndefined()
  breaker.succeed(URL)
  breaker.fail(URL, at(0), 'instance_unreachable')
  expect(breaker.admit(URL, at(0))).toBeUndefined()
})

test('after five nobody calls for a while, and it is said until when and why', () => {
  const breaker = failing(5)
  expect(breaker.admit(URL, at(4))).toMatchObject({ until: at(5), code: 'instance_unreachable' })
  expect(breaker.current(at(4))?.message).toContain('5 calls of the instance have failed')
})

test('then one call tries, while the others wait; its failure waits longer, up to half a minute', () => {
  const breaker = failing(5)
  expect(breaker.admit(URL, at(5))).toBeUndefined()
  expect(breaker.admit(URL, at(6))).toBeDefined()
  breaker.fail(URL, at(20), 'callback_failed')
  expect(breaker.admit(URL, at(29))).toMatchObject({ until: at(30), code: 'callback_failed' })
  for (let time = 0; time < 20; time++) breaker.fail(URL, at(0), 'callback_failed')
  expect(breaker.admit(URL, at(0))?.until).toEqual(at(30))
})

test('its success lets all through at once; a trial that never ends lets another one try', () => {
  const breaker = failing(5)
  expect(breaker.admit(URL, at(5))).toBeUndefined()
  expect(breaker.admit(URL, at(79))).toBeDefined()
  expect(breaker.admit(URL, at(81))).toBeUndefined()
  breaker.succeed(URL)
  expect([breaker.admit(URL, at(81)), breaker.admit(URL, at(81)), breaker.current(at(81))]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})

test('an instance that calls us is called at once; what it has asked for stands', () => {
  const breaker = failing(5)
  breaker.trust()
  expect(breaker.admit(URL, at(0))).toBeUndefined()
  breaker.rest(URL, { until: at(60), code: 'callback_rate_limited', message: '' })
  breaker.trust()
  expect(breaker.admit(URL, at(59))).toBeDefined()
})

test('what the instance asks for is obeyed, the longest of several answers', () => {
  const breaker = createBreaker()
  const pause = (second: number) => ({ until: at(second), code: 'callback_rate_limited', message: '' }) as const
  breaker.rest(URL, pause(60))
  breaker.rest(URL, pause(10))
  expect(breaker.admit(URL, at(59))).toEqual(pause(60))
  expect(breaker.admit(URL, at(60))).toBeUndefined()
})

test('an instance that the node is paired with anew has failed at nothing', () => {
  const breaker = failing(5)
  expect(breaker.admit('https://b.example', at(0))).toBeUndefined()
})
