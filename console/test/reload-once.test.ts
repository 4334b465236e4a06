import { expect, test } from '@jest/globals'
import { reloadOnce } from '../src/host/reload-once.ts'

function fakePage(storage: Partial<Storage>) {
  const page = {
    reloads: 0,
    sessionStorage: storage as Storage,
    location: { reload: () => void page.reloads++ } as Location,
  }
  return page
}

function withStorage() {
  const kept = new Map<string, string>()
  return fakePage({ getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) })
}

test('a page is loaded afresh once, and again only when a minute has passed', () => {
  const page = withStorage()
  expect([1_000_000, 1_000_500, 1_059_999].map((at) => reloadOnce(page, () => at))).toEqual([true, false, false])
  expect(page.reloads).toBe(1)
  expect(reloadOnce(page, () => 1_060_000)).toBe(true)
  expect(page.reloads).toBe(2)
})

test('where nothing can be noted down the page is not loaded afresh: it might be for ever', () => {
  const refuse = () => {
    throw new Error('storage is off')
  }
  const page = fakePage({ getItem: refuse, setItem: refuse })
  expect(reloadOnce(page)).toBe(false)
  expect(page.reloads).toBe(0)
})
