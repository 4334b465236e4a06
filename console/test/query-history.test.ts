import { consoleAddress } from '@accord/shared/protocol'
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { placeOf } from '../src/instance-host/query-history.ts'

const PAGE = '/x_accrd_bridge_console.do'

test.each([
  ['/', PAGE],
  ['/setup', `${PAGE}?view=setup`],
  ['/connections/4f7c', `${PAGE}?view=connections%2F4f7c`],
  ['/connections/4f7c?ask=delete&tab=keys', `${PAGE}?view=connections%2F4f7c&ask=delete&tab=keys`],
])('the place %s has the address %s, and back', (place, address) => {
  expect(consoleAddress(PAGE, place)).toBe(address)
  expect(placeOf(new URL(address, 'https://acme.example').search)).toBe(place)
})

test('a code goes behind the #, where no server sees it, and is read from nowhere else', () => {
  const address = consoleAddress(PAGE, '/accept?code=accord1_a.b')
  expect(address).toBe(`${PAGE}?view=accept#code=accord1_a.b`)
  const { search, hash } = new URL(address, 'https://acme.example')
  expect(placeOf(search, hash)).toBe('/accept?code=accord1_a.b')
  expect(placeOf('?view=accept&code=accord1_a.b')).toBe('/accept')
})

test('another fragment is no part of an address', () => {
  expect(consoleAddress(PAGE, '/help#top')).toBe(`${PAGE}?view=help`)
})

test('parameters of the platform belong to no place', () => {
  expect(placeOf('?sysparm_nostack=true&view=setup&tab=a%2Bb&sysparm_stack=no')).toBe('/setup?tab=a%2Bb')
})

/** A module of ours and all that it imports of ours, as texts by address. */
function sourcesFrom(entry: URL, found = new Map<string, string>()): Map<string, string> {
  if (found.has(entry.href) || !existsSync(entry)) return found
  const text = readFileSync(entry, 'utf8')
  found.set(entry.href, text)
  for (const [, specifier = ''] of text.matchAll(/(?:from|import)\s*\(?'(\.[^']+\.tsx?)'/g))
    sourcesFrom(new URL(specifier, entry), found)
  return found
}
const whoNames = (entry: string, name: string) =>
  [...sourcesFrom(new URL(`../src/${entry}`, import.meta.url))]
    .filter(([, text]) => text.includes(name))
    .map(([address]) => address.slice(address.indexOf('/src/') + 5))

test('no place of a page of the instance stands behind the #: the navigation loses it; the node keeps its own there', () => {
  expect(whoNames('instance-host/main.tsx', 'createHashHistory')).toEqual([])
  expect(whoNames('instance-host/main.tsx', 'createQueryHistory(window)')).toEqual(['instance-host/main.tsx'])
  expect(whoNames('node-host/main.tsx', 'createHashHistory')).toEqual(['node-host/main.tsx'])
})
