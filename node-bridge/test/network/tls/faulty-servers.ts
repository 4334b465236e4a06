import { createServer as createPlainServer, type Server as PlainServer } from 'node:http'
import { createServer, type Server as TlsServer, type ServerOptions } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { TLSSocket } from 'node:tls'

import { type Authority, daysFromNow, makeCertificate } from './certificates.ts'

export interface FaultyServers {
  /** Certificate of the authority that issued what is not faulty, PEM. */
  readonly authority: string
  /** Origin of a server for each fault, by the code that names it. `fine`: nothing is wrong. */
  readonly origins: Readonly<Record<string, string>>
  close(): Promise<void>
}

const NAMES = ['127.0.0.1', 'localhost']
const options = ({ cert, keyPem }: ReturnType<typeof makeCertificate>, chain = ''): ServerOptions => ({
  key: keyPem,
  cert: cert + chain,
})

function faults(authority: Authority): Readonly<Record<string, ServerOptions>> {
  const stranger = makeCertificate({ names: ['Stranger Root'], isAuthority: true })
  const middle = makeCertificate({ names: ['Middle'], isAuthority: true, issuer: authority })
  const issued = (more: object = {}) => makeCertificate({ names: NAMES, issuer: authority, ...more })
  return {
    fine: options(issued()),
    'fine with its chain': options(issued({ issuer: middle }), middle.cert),
    tls_expired: options(issued({ notBefore: daysFromNow(-40), notAfter: daysFromNow(-2) })),
    tls_not_yet_valid: options(issued({ notBefore: daysFromNow(2) })),
    tls_other_name: options(issued({ names: ['other.example'] })),
    tls_self_signed: options(makeCertificate({ names: NAMES })),
    tls_unknown_issuer: options(issued({ issuer: stranger })),
    'tls_unknown_issuer: root sent along': options(issued({ issuer: stranger }), stranger.cert),
    'tls_unknown_issuer: chain cut': options(issued({ issuer: middle })),
    tls_version: { ...options(issued()), minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'ALL:@SECLEVEL=0' },
    tls_failed: { ...options(issued()), requestCert: true, rejectUnauthorized: true, maxVersion: 'TLSv1.2' },
  }
}

/** Real TLS servers, each with one fault, and one that speaks no TLS. */
export async function startFaultyServers(): Promise<FaultyServers> {
  const authority = makeCertificate({ names: ['Test Root'], isAuthority: true })
  const servers: (PlainServer | TlsServer)[] = []
  const origins: Record<string, string> = {}
  const start = async (name: string, server: PlainServer | TlsServer) => {
    servers.push(server)
    server.on('tlsClientError', (_: Error, socket: TLSSocket) => socket.destroy())
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    origins[name] = `https://127.0.0.1:${(server.address() as AddressInfo).port}`
  }
  for (const [name, wish] of Object.entries(faults(authority)))
    await start(
      name,
      createServer(wish, (_, response) => response.end('{}')),
    )
  await start(
    'tls_not_spoken',
    createPlainServer((_, response) => response.end('{}')),
  )
  const close = async () => {
    for (const server of servers) {
      server.closeAllConnections()
      server.close()
    }
  }
  return { authority: authority.cert, origins, close }
}
