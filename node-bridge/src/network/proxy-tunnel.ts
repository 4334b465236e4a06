import { type ClientRequest, request as plainRequest } from 'node:http'
import { request as tlsRequest } from 'node:https'
import { isIP, type Socket } from 'node:net'

const TIMEOUT_MS = 10_000

export type ProxyFault = 'UNREACHABLE' | 'UNAUTHORIZED' | 'FORBIDDEN' | 'FAILED'

/** Thrown inside a socket, where only `code` survives. It holds no request: that would carry the password of the proxy. */
class ProxyError extends Error {
  override readonly name = 'ProxyError'
  readonly code: `ERR_PROXY_${ProxyFault}`

  constructor(fault: ProxyFault, detail: string) {
    super(`The outbound proxy ${detail}`)
    this.code = `ERR_PROXY_${fault}`
  }
}

/** 401 is no status of a proxy, but tinyproxy's for a wrong password. */
const faultOf = (status: number): ProxyFault =>
  status === 407 || status === 401 ? 'UNAUTHORIZED' : status === 403 ? 'FORBIDDEN' : 'FAILED'

const authorizationOf = ({ username, password }: URL): Record<string, string> => {
  if (username === '' && password === '') return {}
  const text = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
  return { 'Proxy-Authorization': `Basic ${Buffer.from(text).toString('base64')}` }
}

/** A way through a proxy (CONNECT, RFC 9110 §9.3.6) to `host`, an address or name, as a socket. Throws `ProxyError`. */
export const openTunnel = (proxy: URL, host: string, port: number): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const target = `${host.includes(':') ? `[${host}]` : host}:${port}`
    const proxyHost = proxy.hostname.replaceAll(/[[\]]/gu, '')
    const asked: ClientRequest = (proxy.protocol === 'https:' ? tlsRequest : plainRequest)({
      host: proxyHost,
      // Otherwise Node would check the certificate of the proxy by the Host header, which names the other side.
      servername: isIP(proxyHost) === 0 ? proxyHost : '',
      port: Number(proxy.port || (proxy.protocol === 'https:' ? 443 : 80)),
      method: 'CONNECT',
      path: target,
      headers: { Host: target, ...authorizationOf(proxy) },
      agent: false,
      timeout: TIMEOUT_MS,
    })
    asked.once('connect', ({ statusCode = 0 }, socket, head) => {
      if (statusCode < 200 || statusCode > 299) {
        socket.destroy()
        return reject(new ProxyError(faultOf(statusCode), `answered ${statusCode}.`))
      }
      socket.setTimeout(0)
      if (head.length > 0) socket.unshift(head)
      resolve(socket as Socket)
    })
    asked.once('timeout', () => asked.destroy(new ProxyError('UNREACHABLE', 'does not answer.')))
    asked.once('error', (error: NodeJS.ErrnoException) =>
      reject(error instanceof ProxyError ? error : new ProxyError('UNREACHABLE', `cannot be reached (${error.code}).`)),
    )
    asked.end()
  })
