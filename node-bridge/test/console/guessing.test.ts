import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { createSignInLimits } from '../../src/console/sign-in-limits.ts'
import { openBrowser } from './console-browser.ts'
import { type ConsoleNode, PASSWORD, startConsoleNode } from './console-node.ts'

let node: ConsoleNode
beforeAll(async () => {
  node = await startConsoleNode()
})
afterAll(() => node.close())

const attempts = (times: number, take: (number: number) => void): number => {
  for (let number = 0; number < times; number += 1) {
    try {
      take(number)
    } catch {
      return number
    }
  }
  return times
}

test('one address tries twenty times, then once in five seconds; another is not held up', () => {
  let at = 0
  const limits = createSignInLimits(() => new Date(at))
  expect(attempts(100, () => limits.takeForAddress('192.0.2.1'))).toBe(20)
  expect(() => limits.takeForAddress('192.0.2.2')).not.toThrow()
  at = 5000
  expect(attempts(100, () => limits.takeForAddress('192.0.2.1'))).toBe(1)
})

test('many addresses together try one account ten times; a browser that its owner has used before still gets in', () => {
  const limits = createSignInLimits(() => new Date(0))
  expect(attempts(100, () => limits.takeForAccount('mia', undefined))).toBe(10)
  expect(() => limits.takeForAccount('mia', 'a known browser')).not.toThrow()
  expect(() => limits.takeForAccount('noah', undefined)).not.toThrow()
})

test('whoever guesses is asked to wait, also with the right password and for a name that nobody has; the owner gets in', async () => {
  const owner = await node.signedIn('mia', 'admin')
  for (const name of ['mia', 'nobody at all']) {
    const received: unknown[] = []
    const thief = openBrowser(node.bridge.listenUrl)
    for (let number = 0; number < 10; number += 1)
      received.push((await thief.call('signIn', { name, password: `guess ${number}` })).body['code'])
    expect(new Set(received)).toEqual(new Set(['sign_in_failed']))
    const late = await thief.call('signIn', { name, password: PASSWORD })
    expect([late.status, late.body['code'], late.headers.has('retry-after')]).toEqual([429, 'sign_in_throttled', true])
    node.shiftClock(name === 'mia' ? 200_000 : 400_000)
  }
  expect((await owner.call('signIn', { name: 'mia', password: PASSWORD })).status).toBe(200)
})
