import { connect } from 'node:tls'

import type { Finding } from '@accord/shared/schemas'

import { Refusal } from '../../refusal.ts'
import { reasonOf } from '../node-client.ts'

const PATIENCE_MS = 10_000
const SOON_DAYS = 14
const DAY_MS = 86_400_000
const MEND = 'The other side here is the proxy in front of the node: mend it there.'

/** The certificate that callers of a URL see. `now`: to judge its end. */
export async function checkTls(url: string, now: Date): Promise<Finding> {
  const { protocol, hostname, port } = new URL(url)
  if (protocol !== 'https:')
    return found('warning', `${url} is plain http.`, 'Put a proxy with a certificate in front of the node.')
  try {
    const end = await readCertificateEnd(hostname.replaceAll(/[[\]]/gu, ''), Number(port || '443'))
    const days = Math.floor((end.getTime() - now.getTime()) / DAY_MS)
    const detail = `The certificate of ${hostname} is valid for ${days} more days.`
    return days < SOON_DAYS ? found('warning', detail, 'Renew the certificate.') : found('ok', detail, null)
  } catch (error) {
    return found('failed', `The secure connection to ${hostname} fails: ${reasonOf(error)}`, MEND)
  }
}

const found = (state: Finding['state'], detail: string, mend: string | null): Finding => ({
  code: 'tls',
  state,
  detail,
  mend,
})

const readCertificateEnd = (host: string, port: number): Promise<Date> =>
  new Promise((resolve, reject) => {
    const socket = connect({ host, port, servername: host, timeout: PATIENCE_MS }, () => {
      resolve(new Date(socket.getPeerCertificate().valid_to))
      socket.destroy()
    })
    socket.once('error', reject)
    socket.once('timeout', () => socket.destroy(new Refusal('timed_out')))
  })
