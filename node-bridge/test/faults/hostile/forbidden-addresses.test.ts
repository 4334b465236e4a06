import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { createInvitationCode } from '../../../src/invitations/invitation-code.ts'
import { createKeyPair } from '../../../src/keys/key-pair.ts'
import { eventually } from '../company/eventually.ts'
import { COMPANY_A, CONNECTION } from '../../handshake/messages/parties.ts'
import { FORBIDDEN, namesOf, spellingsOf, startCanary, type Canary } from './canary.ts'
import { outcomeOf, startStrictNode, type StrictNode } from './strict-node.ts'

let canary: Canary
let node: StrictNode

beforeAll(async () => {
  ;[canary, node] = await Promise.all([startCanary(), startStrictNode()])
}, 60_000)

afterAll(async () => {
  await node.close()
  await canary.close()
})

const addresses = () => [...spellingsOf(canary.port), ...FORBIDDEN]
/** `malformed`: the URL is no URL to the schema already. `not_accord` would mean that somebody was asked. */
const REFUSED = ['url_refused', 'malformed', 'code_malformed']

async function outcomes(ask: (url: string) => Promise<string>): Promise<string[]> {
  const taken: string[] = []
  for (const url of addresses()) {
    const outcome = await ask(url)
    if (!REFUSED.includes(outcome)) taken.push(`${url}: ${outcome}`)
  }
  return taken
}

async function codeOf(change: { readonly baseUrl?: string; readonly issueTrackerUrl?: string }): Promise<string> {
  const nodeInfo = { ...COMPANY_A, ...change }
  return (await createInvitationCode({ nodeInfo, connection: CONNECTION }, await createKeyPair(), new Date())).code
}

test('as the URL of the instance in a pairing', async () => {
  expect(await outcomes((url) => node.pair(url))).toEqual([])
})

test('what is allowed is taken, so that the refusals below are about the addresses', async () => {
  expect(await node.pair('https://instance-b.example')).toBe('taken')
})

const resolve = (url: string) => outcomeOf(node.client, 'resolveDestination', { body: { url } })

test('as a destination that a person asks about', async () => {
  expect(await outcomes(resolve)).toEqual([])
  for (const url of namesOf(canary.port)) expect(await resolve(url)).toBe('url_refused')
})

test('as the destination of a connection', async () => {
  const body = {
    requestId: '',
    mode: 'script',
    localShortName: 'A',
    remoteShortName: 'B',
    description: '',
    actor: 'admin',
  }
  const ask = (destinationUrl: string) => {
    const requestId = randomUUID()
    return outcomeOf(node.client, 'initiateConnection', {
      body: { ...body, requestId, name: requestId, destinationUrl },
    })
  }
  expect(await outcomes(ask)).toEqual([])
})

test.each(['previewInvitation', 'acceptInvitation'] as const)(
  'as the node in a code that is signed well: %s',
  async (operation) => {
    const ask = async (baseUrl: string) => {
      const text = await codeOf({ baseUrl })
      return outcomeOf(node.client, operation, {
        body: operation === 'previewInvitation' ? { text } : { text, actor: 'admin' },
      })
    }
    expect(await outcomes(ask)).toEqual([])
  },
)

test('as the tracker in a code: it may stand there, but nobody calls it', async () => {
  for (const issueTrackerUrl of spellingsOf(canary.port)) {
    const body = { text: await codeOf({ issueTrackerUrl }) }
    expect(['taken', ...REFUSED]).toContain(await outcomeOf(node.client, 'previewInvitation', { body }))
  }
})

test('as a name in a code: the acceptance fails with url_refused before anything is sent', async () => {
  const [baseUrl = '', ...others] = namesOf(canary.port)
  const body = { text: await codeOf({ baseUrl }), actor: 'admin', name: randomUUID() }
  const { connection } = await node.client.call('acceptInvitation', { body })
  expect([connection.state, connection.stateReason?.code]).toEqual(['failed', 'url_refused'])
  // Another spelling of it is no URL that a node may name.
  expect(others).toHaveLength(1)
  for (const spelling of others) {
    const text = await codeOf({ baseUrl: spelling })
    expect(await outcomeOf(node.client, 'acceptInvitation', { body: { text, actor: 'admin' } })).toBe('code_malformed')
  }
})

test('as a name of the instance: its callbacks are not sent', async () => {
  const { port } = canary
  expect(await node.pair(`https://localhost:${port}`)).toBe('taken')
  const names = { localShortName: 'A', remoteShortName: 'B', name: randomUUID(), description: '' }
  const body = { requestId: randomUUID(), destinationUrl: null, mode: 'script', actor: 'admin', ...names }
  await node.client.call('initiateConnection', { body })
  const callback = await eventually('the node reports its callbacks', async () => {
    const { prerequisites } = await node.client.call('readStatus')
    return prerequisites.find(({ state, detail }) => state !== 'ok' && /does not answer/u.test(detail))
  })
  expect(callback.detail).toMatch(/not allowed/u)
})

test('in all of that nobody knocked inside the house, and the canary would have noticed', async () => {
  expect(canary.knocks()).toBe(0)
  await expect(fetch(`http://127.0.0.1:${canary.port}`)).rejects.toThrow()
  expect(canary.knocks()).toBe(1)
})
