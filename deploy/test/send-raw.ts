import { once } from 'node:events'
import { connect as connectPlainly } from 'node:net'
import { connect as connectByTls } from 'node:tls'

export interface RawAnswer {
  readonly status: number
  readonly text: string
}

/** One request whose target goes out as it stands: `fetch` would tidy dots and slashes up first. */
export async function sendRaw(
  url: string,
  method: 'GET' | 'POST',
  target: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<RawAnswer> {
  const { protocol, hostname, port } = new URL(url)
  const socket =
    protocol === 'https:'
      ? connectByTls({ host: hostname, port: Number(port), rejectUnauthorized: false })
      : connectPlainly(Number(port), hostname)
  const lines = Object.entries({ host: 'localhost', connection: 'close', 'content-length': '0', ...headers })
  const head = [`${method} ${target} HTTP/1.1`, ...lines.map(([name, value]) => `${name}: ${value}`), '', '']
  let text = ''
  socket.on('data', (chunk: Buffer) => (text += chunk.toString()))
  socket.write(head.join('\r\n'))
  await once(socket, 'close')
  return { status: Number(/^HTTP\/1\.1 (\d{3})/u.exec(text)?.[1] ?? '0'), text }
}
