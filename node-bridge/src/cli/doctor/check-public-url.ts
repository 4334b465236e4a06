import { OPERATIONS } from '@accord/shared/contracts'
import { DiscoveryDocument, type Finding, type NodeStatus } from '@accord/shared/schemas'

import { createRemoteNodeClient } from '../../nodes/remote-node-client.ts'
import type { UrlGuard } from '../../network/url-guard.ts'
import { reasonOf } from '../node-client.ts'

const TIMEOUT_MS = 10_000
const REMEDY = 'Check ACCORD_PUBLIC_URL, the name server and the proxy: signatures cover exactly this address.'

/** Does the address that the node tells others lead to this node, seen from here? */
export async function checkPublicUrl({ nodeUrl, instanceUid }: NodeStatus, guard: UrlGuard): Promise<Finding> {
  const client = createRemoteNodeClient(guard, TIMEOUT_MS)
  try {
    const { json } = await client.send({ method: 'GET', url: nodeUrl + OPERATIONS.discover.path })
    const document = DiscoveryDocument.safeParse(json)
    if (!document.success) return found('failed', `${nodeUrl} answers, but not as an Accord node.`)
    if (document.data.node.instanceUid !== instanceUid) return found('failed', `${nodeUrl} leads to another node.`)
    return found('ok', `${nodeUrl} leads to this node, seen from here.`)
  } catch (error) {
    return found('failed', `${nodeUrl} cannot be reached from here: ${reasonOf(error)}`)
  }
}

const found = (state: 'ok' | 'failed', detail: string): Finding => ({
  code: 'public_url',
  state,
  detail,
  remedy: state === 'ok' ? null : REMEDY,
})
