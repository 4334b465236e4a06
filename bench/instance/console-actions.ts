import { randomUUID } from 'node:crypto'

import { CONSOLE_CALLS, type ConsoleCallName } from '@accord/shared/contracts'
import { DEFAULT_API_BASE } from '@accord/shared/protocol'

import type { BenchNode } from '../node/bench-node.ts'
import { invite } from '../node/invite.ts'

export interface ConsoleAction {
  readonly call: ConsoleCallName
  /** Made anew for each round, before the clock runs. */
  body(): Promise<object | undefined>
}

const BASIC = `Basic ${Buffer.from('admin:admin').toString('base64')}`

/** What an admin does in the console, from opening it to accepting an invitation of `source`. */
export const consoleActions = (source: BenchNode): ConsoleAction[] => [
  { call: 'readSession', body: async () => undefined },
  { call: 'readStatus', body: async () => undefined },
  { call: 'checkConnectionName', body: async () => ({ name: `Connection ${randomUUID()}` }) },
  { call: 'initiateConnection', body: async () => newConnection() },
  { call: 'listConnections', body: async () => undefined },
  { call: 'previewInvitation', body: async () => ({ text: (await invite(source)).code }) },
  { call: 'acceptInvitation', body: async () => ({ text: (await invite(source)).code }) },
]

const newConnection = () => ({
  requestId: randomUUID(),
  destinationUrl: null,
  mode: 'script',
  localShortName: 'A',
  remoteShortName: 'B',
  name: `Connection ${randomUUID()}`,
  description: 'Incidents both ways',
})

/** Asks the instance as its console page does. Throws when the answer is a refusal. */
export async function callConsole(instanceUrl: string, call: ConsoleCallName, body: object | undefined): Promise<void> {
  const { method, path } = CONSOLE_CALLS[call]
  const answer = await fetch(instanceUrl + DEFAULT_API_BASE + path, {
    method,
    headers: { authorization: BASIC, accept: 'application/json', 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${call} was answered ${answer.status}: ${text.slice(0, 300)}`)
}
