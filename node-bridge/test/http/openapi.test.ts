import { expect, test } from '@jest/globals'
import { OPERATIONS, type OperationId } from '@accord/shared/contracts'
import * as sharedSchemas from '@accord/shared/schemas'

import { createOpenApi } from '../../src/http/openapi.ts'

const document = createOpenApi('https://node-a.example')
const schemas = (document['components'] as { schemas: Record<string, object> }).schemas
type Operation = { operationId: string; tags: string[]; security: object[]; responses: object }
const paths = document['paths'] as Record<string, Record<string, Operation>>

test('every operation is there, for its audience, and nothing else', () => {
  const documented = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId, tags }]) => [
      operationId,
      method.toUpperCase(),
      path,
      tags[0],
    ]),
  )
  const expected = (Object.keys(OPERATIONS) as OperationId[]).map((name) => [
    name,
    OPERATIONS[name].method,
    OPERATIONS[name].path,
    OPERATIONS[name].audience,
  ])
  expect(documented.toSorted()).toEqual(expected.toSorted())
})

test('every reference leads somewhere, and every schema is JSON', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/gu)].map(
    (match) => match[1] ?? '',
  )
  expect(references.length).toBeGreaterThan(50)
  for (const reference of references) expect(schemas).toHaveProperty(reference)
  expect(JSON.parse(JSON.stringify(document))).toEqual(document)
})

const securityOf = (name: OperationId) =>
  paths[OPERATIONS[name].path]?.[OPERATIONS[name].method.toLowerCase()]?.security

test('the three audiences prove themselves in three ways', () => {
  expect(securityOf('listConnections')).toEqual([{ instanceToken: [] }])
  expect(securityOf('issuePairingCode')).toEqual([{ operatorToken: [] }])
  expect(securityOf('confirmConnection')).toEqual([{ nodeSignature: [] }])
  expect(securityOf('redeemInvitation')).toEqual([])
})

test('the names that the schemas have in code are the names in the document', () => {
  for (const name of ['ConnectionSnapshot', 'InvitationPreview', 'RedeemRequest', 'Problem'])
    expect([name in sharedSchemas, name in schemas]).toEqual([true, true])
  expect(schemas['ConnectionDetail']).toMatchObject({
    properties: { connection: { $ref: '#/components/schemas/ConnectionSnapshot' } },
  })
})
