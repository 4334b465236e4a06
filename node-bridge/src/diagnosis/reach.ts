import type { LookupAddress } from 'node:dns'
import { isIP } from 'node:net'
import { connect } from 'node:tls'

import { LIMITS } from '@accord/shared/protocol'

import { refusalOfTransport } from '../network/transport-error.ts'
import type { UrlGuard } from '../network/url-guard.ts'
import { Refusal } from '../refusals/refusal.ts'
import { ok, type Outcome, warning } from './examine.ts'

const DAY_MS = 86_400_000
const SOON_DAYS = 14

/** Says how many addresses a name has and never which: what stands inside a network is nobody's business here. */
export async function examineName(guard: UrlGuard, nodeUrl: string): Promise<Outcome> {
  const url = guard.check(nodeUrl)
  const host = hostOf(url)
  if (isIP(host) !== 0) return ok(`${host} is an address; no name has to be found.`)
  const goesByProxy = guard.usesProxy(url)
  const addresses = await new Promise<number>((resolve, reject) => {
    guard.lookupFor(url)(host, { all: true }, (error, found) => {
      if (error && goesByProxy && error.code !== 'ERR_FORBIDDEN_ADDRESS') return resolve(0)
      if (error) return reject(refusalOfTransport(error))
      resolve((found as unknown as LookupAddress[]).length)
    })
  })
  if (addresses === 0) return ok(`${host} cannot be found from this host; the outbound proxy finds it.`)
  return ok(addresses === 1 ? `${host} leads to one address.` : `${host} leads to ${addresses} addresses.`)
}

export async function examineTls(guard: UrlGuard, nodeUrl: string, now: Date): Promise<Outcome> {
  const url = guard.check(nodeUrl)
  if (url.protocol !== 'https:')
    return warning('Plain http, which only this machine may use.', 'Nothing to do in development.', 'nobody')
  const end = await readCertificateEnd(guard, url)
  const days = Math.floor((end.getTime() - now.getTime()) / DAY_MS)
  const detail = `The certificate is valid until ${end.toISOString().slice(0, 10)} (days left: ${days}).`
  if (days >= SOON_DAYS) return ok(detail)
  return warning(detail, 'The operator of the other side renews the certificate of its node.', 'operator')
}

const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/gu, '')

/** Until when the certificate that a caller sees is valid. Throws the refusals of the network. */
export async function readCertificateEnd(guard: UrlGuard, url: URL): Promise<Date> {
  const tunnel = await guard.tunnelTo(url)?.catch((error: unknown) => {
    throw refusalOfTransport(error)
  })
  return new Promise((resolve, reject) => {
    const host = hostOf(url)
    const name = isIP(host) === 0 ? { servername: host } : {}
    const way = tunnel ? { socket: tunnel } : { host, port: Number(url.port || 443), lookup: guard.lookupFor(url) }
    const socket = connect({ host, ...way, ...name }, () => {
      resolve(new Date(socket.getPeerCertificate().valid_to))
      socket.destroy()
    })
    socket.once('error', (error) => reject(refusalOfTransport(error)))
    socket.setTimeout(LIMITS.outboundTimeoutMs, () => socket.destroy(new Refusal('timed_out')))
  })
}
