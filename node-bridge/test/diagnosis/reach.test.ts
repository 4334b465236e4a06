import { expect, test } from '@jest/globals'

import { examine } from '../../src/diagnosis/examine.ts'
import { examineName, examineTls } from '../../src/diagnosis/reach.ts'
import { createUrlGuard, type UrlPolicy } from '../../src/network/url-guard.ts'
import { answering, serveTls } from '../nodes/stub-server.ts'

const PUBLIC_ONLY: UrlPolicy = { allowHttpLoopback: false, allowedPrivateRanges: [] }
const guardOf = (addresses: readonly string[], policy = PUBLIC_ONLY) =>
  createUrlGuard(policy, (_name, _options, callback) =>
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    ),
  )
const nameOf = (addresses: readonly string[]) =>
  examine('name', () => examineName(guardOf(addresses), 'https://node.acme.example'))

test('a name is shown with how many addresses it has, never by which', async () => {
  const found = await nameOf(['93.184.216.34', '93.184.216.35'])
  expect(found).toMatchObject({ result: 'ok', detail: 'node.acme.example leads to 2 addresses.' })
})

test.each([['10.1.2.3'], ['127.0.0.1'], ['169.254.169.254'], ['fd00::1']])(
  'a name that leads to %s is refused as any other address inside, and the address is not repeated',
  async (address) => {
    const found = await nameOf(['93.184.216.34', address])
    expect(found).toMatchObject({ result: 'failed', problem: 'url_refused', responsible: 'local-admin' })
    expect(JSON.stringify(found)).not.toContain(address)
  },
)

test('TLS is never tried with an address that the guard refuses', async () => {
  const server = await serveTls(answering(200, {}))
  try {
    const found = await examine('tls', () => examineTls(guardOf(['127.0.0.1']), server.origin, new Date()))
    expect(found).toMatchObject({ result: 'failed', problem: 'url_refused' })
    const named = server.origin.replace('127.0.0.1', 'node.acme.example')
    const byName = await examine('tls', () => examineTls(guardOf(['127.0.0.1']), named, new Date()))
    expect(byName).toMatchObject({ result: 'failed', problem: 'url_refused' })
    expect(server.requests).toEqual([])
  } finally {
    await server.close()
  }
})

test('a certificate that nobody vouches for is a fault of the secure connection', async () => {
  const server = await serveTls(answering(200, {}))
  try {
    const guard = guardOf([], { allowHttpLoopback: true, allowedPrivateRanges: [] })
    const found = await examine('tls', () => examineTls(guard, server.origin, new Date()))
    expect(found).toMatchObject({ result: 'failed', problem: 'tls_self_signed', responsible: 'operator' })
  } finally {
    await server.close()
  }
})
