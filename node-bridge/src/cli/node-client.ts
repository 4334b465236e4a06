import { type Answer, type ContractOf, type OperationName, OPERATIONS, operatorIdOf } from '@accord/shared/contracts'
import { ERROR_CODES, pathOf } from '@accord/shared/protocol'
import { Problem } from '@accord/shared/schemas'

import { OperatorToken } from '../config/secret-text.ts'
import { refusalOfTransport } from '../network/transport-error.ts'

import { schemaOf } from '../http/schema-of.ts'
import { type Environment, RefusedError, UnreachableError, UsageError } from './command.ts'

const TIMEOUT_MS = 60_000

export interface NodeCall {
  readonly params?: Readonly<Record<string, string>>
  readonly body?: object
  readonly query?: Readonly<Record<string, string>>
}

/** The node as its operator calls it. Throws `RefusedError` with the problem's own words, `UnreachableError` otherwise. */
export interface NodeClient {
  readonly url: string
  call<Name extends OperationName>(name: Name, call?: NodeCall): Promise<Answer<ContractOf<Name>>>
  text(name: OperationName, call?: NodeCall): Promise<string>
}

function nodeUrlOf(environment: Environment): string {
  const url = environment['ACCORD_URL'] || environment['ACCORD_PUBLIC_URL']
  if (!url || !URL.canParse(url))
    throw new UsageError('Set ACCORD_URL (or ACCORD_PUBLIC_URL) to the address of the node.')
  return url.replace(/\/+$/u, '')
}

/** By the node's own rule: what a file or a store has put around it is no part of it. */
function operatorTokenOf(environment: Environment): string {
  const given = environment['ACCORD_OPERATOR_TOKEN']
  if (!given) throw new UsageError('Set ACCORD_OPERATOR_TOKEN to the operator token of the node.')
  const token = OperatorToken.safeParse(given)
  if (!token.success) throw new UsageError(`ACCORD_OPERATOR_TOKEN: ${token.error.issues[0]?.message}`)
  return token.data
}

export function createNodeClient(environment: Environment): NodeClient {
  const url = nodeUrlOf(environment)
  const token = operatorTokenOf(environment)
  const ask = async (name: OperationName, call: NodeCall = {}): Promise<string> => {
    const response = await send(url, name, token, call)
    const text = await response.text().catch(() => '')
    if (!response.ok && !isAnswer(name, response.status)) throw refusalOf(response.status, text, url)
    return text
  }
  return {
    url,
    text: ask,
    call: async (name, call) => {
      const text = await ask(name, call)
      const schema = OPERATIONS[name].answer
      const answer = schema && schemaOf(schema).safeParse(parse(text))
      if (!answer?.success) throw new UnreachableError(`${url} answered something that is not of an Accord node.`)
      return answer.data as Answer<ContractOf<typeof name>>
    },
  }
}

async function send(
  url: string,
  name: OperationName,
  token: string,
  { params, body, query }: NodeCall,
): Promise<Response> {
  const { method, path } = OPERATIONS[operatorIdOf(name)]
  const target = `${url}${pathOf(path, params ?? {})}${query ? `?${new URLSearchParams(query)}` : ''}`
  try {
    return await fetch(target, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
      // The token goes to the address that was given, and nowhere else.
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
  } catch (error) {
    throw new UnreachableError(`${url} cannot be reached: ${reasonOf(error)}`)
  }
}

/** What happened and how it is remedied, in the words of the catalogue; an error that it does not name in its own words. */
export function reasonOf(error: unknown): string {
  const { code } = refusalOfTransport(error)
  if (code !== 'unreachable') return `${ERROR_CODES[code].title} (${code}). ${ERROR_CODES[code].remedy}`
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return cause instanceof Error ? cause.message || cause.name : String(cause)
}

/** A node that is not ready says so with 503, and in its answer why. */
const isAnswer = (name: OperationName, status: number): boolean => OPERATIONS[name].unless?.status === status

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function refusalOf(status: number, text: string, url: string): RefusedError | UnreachableError {
  const problem = Problem.safeParse(parse(text))
  if (!problem.success) return new UnreachableError(`${url} answered ${status}, but not as an Accord node does.`)
  const { code, title, detail, remedy } = problem.data
  return new RefusedError(`${title} (${code}). ${detail === title ? '' : `${detail} `}${remedy}`)
}
