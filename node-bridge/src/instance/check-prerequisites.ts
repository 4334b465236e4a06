import type { Finding, PrerequisiteCheck } from '@accord/shared/schemas'
import { ERROR_CODES, isErrorCode } from '@accord/shared/protocol'

import { createRateLimiter } from '../limits/rate-limit.ts'
import type { Discovery } from '../nodes/discovery.ts'
import type { InstanceAddress } from '../nodes/instance-address.ts'
import { isNamedForInstance } from '../refusals/named-for-instance.ts'
import { isRefusal, Refusal } from '../refusals/refusal.ts'
import type { InstanceClient } from './instance-client.ts'

export interface PrerequisiteCheckParts {
  readonly discovery: Discovery
  readonly instance: Pick<InstanceClient, 'readDiscovery'>
  readonly instanceUid: string
  readonly publicUrl: string
  readonly pollOnly: boolean
  readonly now: () => Date
  readonly findInstance: () => Promise<InstanceAddress | undefined>
  /** Prerequisites that need no call. */
  readonly findKnown: () => Promise<readonly Finding[]>
}

const RATE = { burst: 20, perSecond: 0.5 }
const REMEDIES = {
  own_address: 'Check ACCORD_PUBLIC_URL, the name server and the proxy in front of the node.',
  instance_reachable:
    'Let the node reach the URL of the instance: check the network, and the private ranges it may call.',
} as const

/** Makes the calls that some prerequisites need, and answers all prerequisites. */
export function createPrerequisiteCheck(parts: PrerequisiteCheckParts): () => Promise<PrerequisiteCheck> {
  const limiter = createRateLimiter(RATE)
  return async () => {
    const at = parts.now()
    const waitS = limiter.take('all', at.getTime())
    if (waitS !== undefined) throw new Refusal('too_many_requests', undefined, { retryAfterS: waitS })
    const tried = await Promise.all([tryOwnAddress(parts), tryInstance(parts)])
    return { at: at.toISOString(), prerequisites: [...(await parts.findKnown()), ...tried.flat()] }
  }
}

/** The node calls its own public URL. That proves nothing about callers from outside, but a failure is worth a warning. */
async function tryOwnAddress({
  discovery,
  publicUrl,
  instanceUid,
  pollOnly,
}: PrerequisiteCheckParts): Promise<Finding[]> {
  if (pollOnly) return []
  return checkBy('own_address', async () => {
    const { document } = await discovery.readDocument(publicUrl)
    return document.node.instanceUid === instanceUid
      ? { state: 'ok', detail: `The node finds itself at ${publicUrl}.` }
      : { state: 'failed', detail: `${publicUrl} leads to another node.` }
  })
}

async function tryInstance({ instance, findInstance, instanceUid }: PrerequisiteCheckParts): Promise<Finding[]> {
  const address = await findInstance()
  if (!address) return []
  const { instanceUrl } = address
  return checkBy('instance_reachable', async () => {
    const answer = await instance.readDiscovery(address)
    return answer.instanceUid === instanceUid
      ? { state: 'ok', detail: `The node reaches the app at ${instanceUrl}.` }
      : { state: 'warning', detail: `The app at ${instanceUrl} names another node as its own.` }
  })
}

type Found = Pick<Finding, 'state' | 'detail' | 'problem'>

async function checkBy(code: keyof typeof REMEDIES, work: () => Promise<Found>): Promise<Finding[]> {
  const found = await work().catch((error: unknown): Found => {
    if (!isRefusal(error)) throw error
    const { title, remedy } = ERROR_CODES[error.code]
    const detail = error.message === remedy ? '' : ` ${error.message}`
    if (code === 'instance_reachable' && isNamedForInstance(error.code))
      return { state: 'warning', detail: `${title} (${error.code}).${detail}`, problem: error.code }
    return { state: 'warning', detail: `${title} (${error.code}). ${remedy}` }
  })
  if (found.state === 'ok') return [{ code, ...found, remedy: null }]
  const remedy = isErrorCode(found.problem) ? ERROR_CODES[found.problem].remedy : REMEDIES[code]
  return [{ code, ...found, remedy }]
}
