import { expect, jest, test } from '@jest/globals'
import { environmentManager, focusManager, QueryClient, QueryObserver } from '@tanstack/react-query'
import { changesQuery } from '../src/api/use-changes.ts'
import type { ConsoleHost } from '../src/host/console-host.ts'
import { pauseAfter } from '../src/host/poll-pauses.ts'
import { untilTaken } from '../src/instance-host/until-taken.ts'
import { watchPerson } from '../src/instance-host/watch-person.ts'

test('a page looks each two seconds while something is expected, else twice as late each time, up to thirty', () => {
  const pauses = (isWaiting: boolean) => [0, 1, 2, 3, 4, 500].map((quiet) => pauseAfter({ isWaiting, quiet }))
  expect(pauses(true)).toEqual([2_000, 2_000, 2_000, 2_000, 2_000, 2_000])
  expect(pauses(false)).toEqual([2_000, 4_000, 8_000, 16_000, 30_000, 30_000])
})

test('while its tab is hidden a page does not look at all; shown again it goes on', async () => {
  jest.useFakeTimers()
  environmentManager.setIsServer(() => false)
  let looks = 0
  const call = async () => {
    looks += 1
    return { revision: String(looks), hasChanged: false, connections: [], pairsOf: [], isWaiting: true }
  }
  const queries = new QueryClient()
  const end = new QueryObserver(queries, changesQuery(call as ConsoleHost['call'], queries)).subscribe(() => undefined)
  try {
    await jest.advanceTimersByTimeAsync(6_100)
    expect(looks).toBe(4)
    focusManager.setFocused(false)
    await jest.advanceTimersByTimeAsync(600_000)
    expect(looks).toBe(4)
    focusManager.setFocused(true)
    await jest.advanceTimersByTimeAsync(2_100)
    expect(looks).toBeGreaterThan(4)
  } finally {
    end()
    focusManager.setFocused(undefined)
    jest.useRealTimers()
  }
})

test('what a full session drops is sent again until it is taken', async () => {
  const answers = [202, 202, 200, 200].map((status) => new Response(status === 200 ? '{}' : null, { status }))
  expect((await untilTaken(async () => answers.shift() ?? Response.error(), 0)).status).toBe(200)
  expect(answers).toHaveLength(1)
})

test('but not for ever', async () => {
  let sent = 0
  const drop = async () => {
    sent += 1
    return new Response(null, { status: 202 })
  }
  expect((await untilTaken(drop, 0)).status).toBe(202)
  expect(sent).toBe(6)
})

test('whoever has clicked or typed is there for a while', () => {
  const page = new EventTarget()
  let now = 0
  const person = watchPerson(page as unknown as Window, () => now)
  now = 6_000
  expect(person.isAway()).toBe(true)
  page.dispatchEvent(new Event('keydown'))
  expect(person.isAway()).toBe(false)
  now = 12_000
  expect(person.isAway()).toBe(true)
})

test('a page that nobody uses asks the node no more; whoever comes back is shown everything anew, once', () => {
  const page = new EventTarget()
  let now = 0
  const person = watchPerson(page as unknown as Window, () => now)
  let returns = 0
  const end = person.onReturn(() => (returns += 1))
  now = 119_000
  page.dispatchEvent(new Event('pointerdown'))
  expect([person.isAttended(), returns]).toEqual([true, 0])
  now += 121_000
  expect(person.isAttended()).toBe(false)
  page.dispatchEvent(new Event('keydown'))
  page.dispatchEvent(new Event('keydown'))
  expect([person.isAttended(), returns]).toEqual([true, 1])
  end()
  now += 121_000
  page.dispatchEvent(new Event('keydown'))
  expect(returns).toBe(1)
})
