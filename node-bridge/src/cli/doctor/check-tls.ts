import type { Finding } from '@accord/shared/schemas'

import { readCertificateEnd } from '../../diagnosis/reach.ts'
import type { UrlGuard } from '../../network/url-guard.ts'
import { reasonOf } from '../node-client.ts'

const SOON_DAYS = 14
const DAY_MS = 86_400_000
const REMEDY = 'The other side here is the proxy in front of the node: remedy it there.'

/** The certificate that callers of a URL see. `now`: to check its end. */
export async function checkTls(url: string, now: Date, guard: UrlGuard): Promise<Finding> {
  const { protocol, hostname } = new URL(url)
  if (protocol !== 'https:')
    return found('warning', `${url} is plain http.`, 'Put a proxy with a certificate in front of the node.')
  try {
    const end = await readCertificateEnd(guard, new URL(url))
    const days = Math.floor((end.getTime() - now.getTime()) / DAY_MS)
    const detail = `The certificate of ${hostname} is valid for ${days} more days.`
    return days < SOON_DAYS ? found('warning', detail, 'Renew the certificate.') : found('ok', detail, null)
  } catch (error) {
    return found('failed', `The secure connection to ${hostname} fails: ${reasonOf(error)}`, REMEDY)
  }
}

const found = (state: Finding['state'], detail: string, remedy: string | null): Finding => ({
  code: 'tls',
  state,
  detail,
  remedy,
})
