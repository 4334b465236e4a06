import { isIP } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'

import { refuse, type UrlGuard } from './url-guard.ts'

/** A name server that does not answer must not hold the answer to a redeem. */
const WAIT_MS = 3000

/**
 * May this node call this address, as far as can be known now? Each address of the name is checked. A name that cannot be found at
 * the moment passes: it is checked again whenever it is called. Throws `url_refused`.
 */
export async function validateAddress(guard: UrlGuard, address: string): Promise<void> {
  const url = guard.check(address)
  const host = url.hostname.replaceAll(/[[\]]/gu, '')
  if (isIP(host) !== 0) return
  const looked = new Promise<string | undefined>((resolve) => {
    guard.lookupFor(url)(host, { all: true }, (error) => resolve(error?.code))
  })
  const fault = await Promise.race([looked, delay(WAIT_MS, undefined, { ref: false })])
  if (fault === 'ERR_FORBIDDEN_ADDRESS') throw refuse('address')
}
