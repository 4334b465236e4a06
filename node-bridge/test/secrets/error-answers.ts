import { OPERATIONS } from '@accord/shared/contracts'
import { Problem } from '@accord/shared/schemas'

import type { Company } from '../faults/company/company.ts'
import { traceOf, type Trace } from './search.ts'

interface Mistake {
  readonly title: string
  readonly path: string
  readonly bearer: string
  readonly body: string
}

const json = (content: object): string => JSON.stringify(content)

/** Calls that carry secrets to where they are refused: an answer that quotes what it got would give them away. */
function mistakesOf({ secrets }: Company, code: string): Mistake[] {
  const { instanceToken, operatorToken, pairingSecret, callbackKey } = secrets
  const pairing = { pairingSecret, token: instanceToken, callbackKey, instanceUrl: 'not a url' }
  return [
    {
      title: 'a damaged code',
      path: OPERATIONS.previewInvitation.path,
      bearer: instanceToken,
      body: json({ text: `${code.slice(0, -9)}A` }),
    },
    {
      title: 'a code where none belongs',
      path: OPERATIONS.initiateConnection.path,
      bearer: instanceToken,
      body: json({ name: code, [code]: 1 }),
    },
    {
      title: 'a code in JSON that is cut',
      path: OPERATIONS.acceptInvitation.path,
      bearer: instanceToken,
      body: `{"text":"${code}"`,
    },
    {
      title: 'a code as a URL',
      path: OPERATIONS.resolveDestination.path,
      bearer: instanceToken,
      body: json({ url: `https://x.invalid/#${code}` }),
    },
    { title: 'a code as a bearer token', path: OPERATIONS.listConnections.path, bearer: code, body: '{}' },
    {
      title: 'the operator token at the instance’s door',
      path: OPERATIONS.listConnections.path,
      bearer: operatorToken,
      body: '{}',
    },
    {
      title: 'the instance token at the operator’s door',
      path: OPERATIONS.issuePairingCode.path,
      bearer: instanceToken,
      body: '{}',
    },
    { title: 'a pairing with a wrong URL', path: OPERATIONS.pairInstance.path, bearer: '', body: json(pairing) },
    {
      title: 'a code as a redeem',
      path: `/node/v1/invitations/${code}/redeem`,
      bearer: '',
      body: json({ redeem: code }),
    },
    { title: 'a code in the address', path: `/accept?code=${code}`, bearer: '', body: '{}' },
  ]
}

/** The refusals, headers and all, as traces to search. Throws when one of the mistakes was not refused, or was called a defect. */
export async function provokeRefusals(company: Company, code: string): Promise<Trace[]> {
  const traces: Trace[] = []
  for (const { title, path, bearer, body } of mistakesOf(company, code)) {
    const answer = await fetch(company.bridge.url + path, {
      method: 'POST',
      headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
      body,
    })
    const problem = Problem.parse(await answer.clone().json())
    if (problem.code === 'internal') throw new Error(`${title} was answered with ${answer.status}`)
    traces.push(traceOf(`the answer to ${title}`, JSON.stringify([...answer.headers]) + (await answer.text())))
  }
  return traces
}
