import { consoleAddress } from '@accord/shared/protocol'
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
