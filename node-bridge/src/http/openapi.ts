import { type Operation, OPERATIONS, type Proof, type SchemaName } from '@accord/shared/contracts'
import { ERROR_CODES, type ErrorCode } from '@accord/shared/protocol'
import * as sharedSchemas from '@accord/shared/schemas'
import { z } from 'zod'

import { schemaOf } from './schema-of.ts'

type Json = Record<string, unknown>

const SECURITY: Readonly<Record<Proof, readonly Json[]>> = {
  none: [],
  'signed-body': [],
  'key-chain': [],
  'instance-token': [{ instanceToken: [] }],
  'operator-token': [{ operatorToken: [] }],
  'signed-request': [{ nodeSignature: [] }],
  'source-signature': [{ sourceSignature: [] }],
}

const SECURITY_SCHEMES = {
  instanceToken: {
    type: 'http',
    scheme: 'bearer',
    description: 'The token that the instance made when it was paired.',
  },
  operatorToken: { type: 'http', scheme: 'bearer', description: 'ACCORD_OPERATOR_TOKEN.' },
  nodeSignature: {
    type: 'http',
    scheme: 'Accord',
    description: 'A compact JWS of type accord-request+jwt by the connection key, PROTOCOL.md §5.4.',
  },
  sourceSignature: {
    type: 'http',
    scheme: 'Accord',
    description: 'A compact JWS of type accord-source+jwt by the identity key of the source, PROTOCOL.md §5.12.',
  },
}

/** Refusals that an operation can end in because of who calls it and how. */
const BY_PROOF: Readonly<Record<Proof, readonly ErrorCode[]>> = {
  none: ['too_many_requests'],
  'signed-body': ['too_many_requests'],
  'key-chain': ['too_many_requests'],
  'signed-request': ['too_many_requests', 'unauthenticated'],
  'source-signature': ['too_many_requests', 'unauthenticated'],
  'instance-token': ['unauthenticated', 'not_paired'],
  'operator-token': ['unauthenticated'],
}

const named = z.registry<{ id: string }>()
for (const [id, schema] of Object.entries(sharedSchemas)) if (schema instanceof z.ZodType) named.add(schema, { id })

/** This interface as OpenAPI 3.1, for its three audiences, from the very schemas that check what goes in and out. */
export function createOpenApi(publicUrl: string): Json {
  return {
    openapi: '3.1.1',
    info: {
      title: 'Accord bridge node',
      version: '1.0.0',
      description: 'Calls of the instance, of remote nodes and of the operator.',
    },
    servers: [{ url: publicUrl }],
    tags: [...new Set(Object.values(OPERATIONS).map(({ audience }) => audience))].map((name) => ({ name })),
    paths: createPaths(),
    components: { schemas: createSchemas(), securitySchemes: SECURITY_SCHEMES },
  }
}

const HASH = { type: 'string', pattern: '^[A-Za-z0-9_-]{43}$' }
const BYTES = { type: 'string', format: 'binary' }

function createPaths(): Json {
  const paths: Record<string, Json> = {}
  for (const [id, operation] of Object.entries(OPERATIONS)) {
    const methods = (paths[operation.path] ??= {})
    methods[operation.method.toLowerCase()] = describeOperation(id, operation)
  }
  return paths
}

function describeOperation(id: string, operation: Operation): Json {
  const { summary, audience, path, proof, query, body, bodyType } = operation
  const inPath = [...path.matchAll(/\{(\w+)\}/gu)].map((match) => ({
    name: match[1],
    in: 'path',
    required: true,
    schema: match[1] === 'sha256' ? HASH : referTo('Id'),
  }))
  const inQuery = Object.entries(query ? (schemaOf(query.schema) as z.ZodObject).shape : {}).map(
    ([member, schema]) => ({
      name: member,
      in: 'query',
      required: false,
      schema: z.toJSONSchema(schema as z.ZodType),
    }),
  )
  const parameters = [...inPath, ...inQuery]
  return {
    operationId: id,
    summary,
    tags: [audience],
    security: SECURITY[proof],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: { required: true, content: jsonOf(body) } } : {}),
    ...(bodyType ? { requestBody: { required: true, content: { [bodyType]: { schema: BYTES } } } } : {}),
    responses: { ...describeSuccess(operation), ...describeRefusals(operation, parameters.length > 0) },
  }
}

function describeSuccess({ status, answer, answerType = 'application/json', unless }: Operation): Json {
  const isBytes = answerType === 'application/octet-stream'
  const content = answer ? jsonOf(answer) : { [answerType]: { schema: isBytes ? BYTES : { type: 'string' } } }
  const ok = { [status ?? 200]: { description: 'Success', content } }
  return unless ? { ...ok, [unless.status]: { description: unless.title, content } } : ok
}

/** Grouped by status, since OpenAPI has one response for each; `x-accord-codes` names the refusals behind it. */
function describeRefusals({ body, proof, refusals = [] }: Operation, hasParameters: boolean): Json {
  const shape: ErrorCode[] = body ? ['malformed', 'payload_too_large', 'unsupported_media_type'] : []
  const codes = new Set<ErrorCode>([
    ...(hasParameters ? (['malformed'] as const) : []),
    ...shape,
    ...BY_PROOF[proof],
    ...refusals,
    'internal',
  ])
  const statuses = new Set([...codes].map((code) => ERROR_CODES[code].status))
  return Object.fromEntries(
    [...statuses].map((status) => [
      status,
      describeStatus([...codes].filter((code) => ERROR_CODES[code].status === status)),
    ]),
  )
}

const describeStatus = (codes: readonly ErrorCode[]): Json => ({
  description: codes.map((code) => `${code}: ${ERROR_CODES[code].title}`).join('. '),
  content: { 'application/problem+json': { schema: referTo('Problem') } },
  'x-accord-codes': codes,
})

const jsonOf = (name: SchemaName): Json => ({ 'application/json': { schema: referTo(name) } })

const referTo = (name: SchemaName): Json => ({ $ref: uriOf(name) })

const uriOf = (id: string): string => `#/components/schemas/${id}`

function createSchemas(): Json {
  const { schemas } = z.toJSONSchema(named, { uri: uriOf, io: 'input' })
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema: _dialect, $id: _id, ...schema }]) => [id, schema]),
  )
}
