import type { NodeInfo } from '@accord/shared/schemas'

import { isRefusal, Refusal } from '../refusals/refusal.ts'
import type { ConnectionContext } from '../connections/connection-context.ts'

/**
 * A side that says that it can be called has to be one that this node may call, PROTOCOL.md §5.1: a connection to anybody
 * else would be taken and then never contacted. Throws `address_refused` with the `reason`; the address is not repeated.
 */
export async function requireCallable(
  { validateAddress }: Pick<ConnectionContext, 'validateAddress'>,
  { pollOnly, baseUrl }: NodeInfo,
): Promise<void> {
  if (pollOnly) return
  try {
    await validateAddress(baseUrl)
  } catch (error) {
    if (!isRefusal(error) || error.code !== 'url_refused') throw error
    throw new Refusal('address_refused', undefined, { facts: { reason: error.facts?.['reason'] } })
  }
}
