import { randomUUID } from 'node:crypto'

import { type Key, makeKey } from './jws.ts'

export type NodeInfo = Readonly<Record<string, unknown>> & { readonly instanceUid: string; readonly baseUrl: string }

/** The node that the runner plays. */
export interface Party {
  readonly instanceUid: string
  readonly identity: Key
  readonly connectionKey: Key
  readonly nodeInfo: NodeInfo
}

/** `baseUrl`: where the runner listens; undefined when nobody can call it (`pollOnly`, §5.12). */
export async function makeParty(baseUrl?: string): Promise<Party> {
  const instanceUid = randomUUID()
  const nodeInfo = {
    instanceUid,
    name: 'Accord conformance',
    baseUrl: baseUrl ?? 'https://conformance.example',
    issueTrackerUrl: 'https://conformance.example',
    nodeType: 'GENERIC',
    issueTrackerVersion: '',
    nodeVersion: '1.0.0',
    pollOnly: baseUrl === undefined,
    minRestVersion: '1.0.0',
    maxRestVersion: '1.0.0',
    minHubObjectVersion: '1.0.0',
    maxHubObjectVersion: '1.0.0',
  }
  return { instanceUid, identity: await makeKey(), connectionKey: await makeKey(), nodeInfo }
}
