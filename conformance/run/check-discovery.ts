import { readFileSync } from 'node:fs'

import { equal, isTrue } from './expect.ts'
import { requireAnswer, requireProblem, send } from './http.ts'
import type { NodeInfo } from './party.ts'
import type { Report } from './report.ts'

export interface Discovered {
  readonly node: NodeInfo
  readonly keys: readonly string[]
}

/** §4, and the exchanges of `http.json`, which need no secret and change nothing. */
export async function checkDiscovery(report: Report, baseUrl: string): Promise<Discovered | undefined> {
  const found = await report.check('4.1', 'discovery answers what the node is', async () => {
    const document = requireAnswer(
      await send({ method: 'GET', url: `${baseUrl}/.well-known/accord-node` }),
      'discover',
    ) as unknown as Discovered & { readonly time: string }
    const offS = Math.abs(new Date(document.time).getTime() - Date.now()) / 1000
    isTrue(`its time is ${offS} s away; §5.6 allows 60`, offS <= 60)
    return document
  })
  if (!found) return undefined
  await report.check('4.2', 'its nodeInfo names the address under which it was asked', () =>
    equal('baseUrl', found.node.baseUrl, baseUrl),
  )
  for (const exchange of exchanges)
    await report.check(exchange.expect.code === null ? '4' : '7', exchange.name, () => tryExchange(baseUrl, exchange))
  return found
}

interface Exchange {
  readonly name: string
  readonly request: {
    readonly method: string
    readonly path: string
    readonly headers: Readonly<Record<string, string>>
    readonly body?: string
  }
  readonly expect: {
    readonly status: number
    readonly code: string | null
    readonly headers: Readonly<Record<string, string>>
  }
}
const file = readFileSync(new URL('../http.json', import.meta.url), 'utf8')
const { exchanges: all } = JSON.parse(file) as { exchanges: Exchange[] }
/** The paths of the two companions of a node, health and its own interface, are ours and no part of the protocol. */
const exchanges = all.filter(({ request }) => /^\/(?:node|\.well-known)\//u.test(request.path))

async function tryExchange(baseUrl: string, { request, expect }: Exchange): Promise<void> {
  const { method, path, headers, body } = request
  const answer = await send({ method, url: baseUrl + path, headers, ...(body ? { body } : {}) })
  if (expect.code === null) equal('status', answer.status, expect.status)
  else requireProblem(answer, expect.status, expect.code)
  for (const [name, value] of Object.entries(expect.headers))
    isTrue(`the header ${name} does not hold ${value}`, (answer.headers.get(name) ?? '').includes(value))
}
