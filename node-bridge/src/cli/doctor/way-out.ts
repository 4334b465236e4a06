import { validateSettings } from '../../config/config.ts'
import { createUrlGuard, type UrlGuard } from '../../network/url-guard.ts'
import type { Environment } from '../command.ts'

/** As the node goes out: through its outbound proxy, where this shell has the setting. The operator may look at any address. */
export function wayOutOf(environment: Environment): UrlGuard {
  const anywhere = { allowHttpLoopback: true, allowedPrivateRanges: ['0.0.0.0/0', '::/0'] }
  try {
    const { outboundProxy, noProxy } = validateSettings(environment)
    return createUrlGuard({ ...anywhere, outboundProxy, noProxy })
  } catch {
    return createUrlGuard(anywhere) // what is wrong with the settings is a finding of its own
  }
}
