import { readFileSync } from 'node:fs'

import { OPERATIONS } from '@accord/shared/contracts'
import { expect, test } from '@jest/globals'

import { readReference, searchReference } from '../../console/src/help/read-reference.ts'
import { API_REFERENCE, createApiReference } from '../../scripts/api-reference.ts'

const written = readFileSync(API_REFERENCE, 'utf8')

test('docs/api.md is the OpenAPI document of today; otherwise run npm run docs:api', async () => {
  expect(written).toBe(await createApiReference())
})

test('the page finds every call of the node in it, with its address, its caller and its answers', () => {
  const calls = readReference(written)
  const addressOf = ({ method, path, audience }: { method: string; path: string; audience: string }) =>
    `${audience} ${method} ${path}`
  expect(calls.map(addressOf).toSorted()).toEqual(Object.values(OPERATIONS).map(addressOf).toSorted())
  for (const { title, body } of calls) {
    expect(title).not.toBe('')
    expect(body).toContain('#### Responses')
  }
})

test('a search wants each of its words, wherever they stand', () => {
  const calls = readReference(written)
  expect(searchReference(calls, 'REDEEM invitation').map(({ path }) => path)).toContain(
    '/node/v1/invitations/{invitationId}/redeem',
  )
  expect(searchReference(calls, '  ')).toHaveLength(calls.length)
  expect(searchReference(calls, 'no such words')).toEqual([])
})
