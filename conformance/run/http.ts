import { setTimeout as delay } from 'node:timers/promises'

import { equal, isTrue } from './expect.ts'
import { answerSchema, requireShape } from './json-schema.ts'

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly body: Uint8Array
  /** Undefined where the body is no JSON. */
  readonly json: unknown
}

export interface Call {
  readonly method?: string
  readonly url: string
  readonly body?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** Longer than any answer of these calls may take. */
const TIMEOUT_MS = 20_000
/** A node may limit its callers, §9.3: the runner waits as long as it is asked to, so often. */
const ATTEMPTS = 8
const LONGEST_WAIT_S = 60

/** One call over HTTP, not redirected. Whoever is asked to wait waits. */
export async function send({ method = 'POST', url, body, headers = {} }: Call): Promise<Answer> {
  for (let turn = 0; ; turn += 1) {
    const response = await fetch(url, {
      method,
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body }),
    })
    const bytes = new Uint8Array(await response.arrayBuffer())
    const waitS = Number(response.headers.get('retry-after'))
    if (response.status !== 429 || turn >= ATTEMPTS || !(waitS > 0 && waitS <= LONGEST_WAIT_S))
      return { status: response.status, headers: response.headers, body: bytes, json: parse(bytes) }
    await delay(waitS * 1000)
  }
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}

export interface Problem {
  readonly code: string
  readonly requestId: string
  readonly facts?: Readonly<Record<string, unknown>>
  readonly [member: string]: unknown
}

/** A problem document of this status and code, §7. */
export function requireProblem(answer: Answer, status: number, code: string): Problem {
  equal('status and code', [answer.status, (answer.json as Problem | undefined)?.code], [status, code])
  const type = answer.headers.get('content-type') ?? ''
  isTrue(`content type ${type} is not application/problem+json`, type.startsWith('application/problem+json'))
  requireShape('the problem document', answer.json, answerSchema('problem'))
  const problem = answer.json as Problem
  equal('type', problem['type'], `urn:accord:problem:${code}`)
  equal('status in the document', problem['status'], status)
  equal('X-Request-Id', answer.headers.get('x-request-id'), problem.requestId)
  return problem
}

/** JSON of status 200. Other members than those of the schema are allowed. */
export function requireAnswer(answer: Answer, operation: string): Readonly<Record<string, unknown>> {
  equal(
    `status${answer.status === 200 ? '' : ` (${JSON.stringify((answer.json as Problem | undefined)?.code)})`}`,
    answer.status,
    200,
  )
  requireShape('the answer', answer.json, answerSchema(operation))
  return answer.json as Readonly<Record<string, unknown>>
}
