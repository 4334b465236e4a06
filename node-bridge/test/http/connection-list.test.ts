import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { OPERATIONS } from '@accord/shared/contracts'
import { ConnectionList, Problem } from '@accord/shared/schemas'

import { initiateConnection } from '../../src/invitations/initiate-connection.ts'
import { type RealNode, startRealNode } from './real-node.ts'
import { OPERATOR_TOKEN } from './stub-services.ts'

let node: RealNode

beforeAll(async () => {
  node = await startRealNode('Acme')
  for (const name of ['Delta', 'Alpha', 'Charlie', 'Bravo'])
    await initiateConnection(node.bridge.services.context, {
      requestId: randomUUID(),
      destinationUrl: null,
      mode: 'script',
      localShortName: 'Acme',
      remoteShortName: `${name} Ltd`,
      name,
      description: '',
      actor: 'abel.tuter',
    })
})
afterAll(() => node.close())

const ask = (query: string) =>
  fetch(`${node.url}${OPERATIONS.listConnectionsAsOperator.path}?${query}`, {
    headers: { authorization: `Bearer ${OPERATOR_TOKEN}` },
  })
const page = async (query: string) => ConnectionList.parse(await (await ask(query)).json())
const refusal = async (query: string) => Problem.parse(await (await ask(query)).json())
const namesOf = ({ connections }: ConnectionList) => connections.map(({ name }) => name)

test('page follows page, and the last one says so', async () => {
  const first = await page('sort=name&limit=3')
  expect(namesOf(first)).toEqual(['Alpha', 'Bravo', 'Charlie'])
  const second = await page(`sort=name&limit=3&after=${first.next}`)
  expect([namesOf(second), second.next]).toEqual([['Delta'], null])
})

test('newest first where nothing is said; the order can be turned', async () => {
  expect(namesOf(await page(''))).toEqual(['Bravo', 'Charlie', 'Alpha', 'Delta'])
  expect(namesOf(await page('sort=name&order=desc'))).toEqual(['Delta', 'Charlie', 'Bravo', 'Alpha'])
})

test('groups are counted on request only', async () => {
  expect((await page('')).counts).toBeNull()
  expect((await page('counts=true')).counts).toMatchObject({ waiting: 4, active: 0, ended: 0 })
})

test('a search takes any words of the names, whatever their case', async () => {
  expect(namesOf(await page('search=LTD%20char'))).toEqual(['Charlie'])
})

test('a place is refused where it means nothing', async () => {
  const { next } = await page('sort=name&limit=1')
  const forged = (place: object) => Buffer.from(JSON.stringify(place)).toString('base64url')
  const id = randomUUID()
  for (const query of [
    'after=nonsense',
    `after=${next}`,
    `sort=name&order=desc&after=${next}`,
    `after=${forged({ order: 'changed', descending: true, key: 'text', id })}`,
    `sort=name&after=${forged({ order: 'name', descending: false, key: 5, id })}`,
    'limit=0',
    'limit=201',
    'sort=mode',
    'group=terminated',
    'colour=red',
  ])
    expect([query, (await refusal(query)).code]).toEqual([query, 'malformed'])
})
