import { connect } from 'node:net'
import type { AddressInfo } from 'node:net'
import { createServer, type TLSSocket } from 'node:tls'

import { makeCertificate } from '../network/tls/certificates.ts'

export interface TlsFront {
  readonly port: number
  /** Certificate of the authority that issued its own, PEM. */
  readonly authority: string
  close(): Promise<void>
}

/** Ends TLS before a loopback port. `names`: of its certificate. */
export async function startTlsFront(port: number, names: readonly string[]): Promise<TlsFront> {
  const authority = makeCertificate({ names: ['Front Root'], isAuthority: true })
  const { keyPem, cert } = makeCertificate({ names, issuer: authority })
  const open = new Set<TLSSocket>()
  const server = createServer({ key: keyPem, cert }, (client) => {
    const behind = connect(port, '127.0.0.1')
    open.add(client)
    client.once('close', () => (open.delete(client), behind.destroy()))
    behind.once('close', () => client.destroy())
    for (const socket of [client, behind]) socket.on('error', () => undefined)
    client.pipe(behind).pipe(client)
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    authority: authority.cert,
    close: async () => {
      for (const client of open) client.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
