import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Said {
  status: number
  headers: Record<string, string>
  text: string
}

/** What another platform would have answered. `calls`: how often this one was asked before, by its facts. */
export type Contrary = (said: Said, path: string, calls: number) => void

export interface ContraryPlatform {
  readonly url: string
  answers(contrary: Contrary | undefined): void
  close(): Promise<void>
}

/** Stands before an instance and changes what it answers. */
export async function contraryPlatform(instanceUrl: string): Promise<ContraryPlatform> {
  let contrary: Contrary | undefined
  let calls = 0
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => void parts.push(part))
    request.on('end', () => {
      void forward().catch((error: unknown) => response.writeHead(502).end(String(error)))
    })
    const forward = async () => {
      const { host: _host, connection: _connection, 'content-length': _length, ...headers } = request.headers
      const answer = await fetch(instanceUrl + request.url, {
        method: request.method ?? 'GET',
        redirect: 'manual',
        headers: headers as Record<string, string>,
        ...(parts.length === 0 ? {} : { body: Buffer.concat(parts) }),
      })
      const said: Said = {
        status: answer.status,
        headers: Object.fromEntries(answer.headers),
        text: await answer.text(),
      }
      contrary?.(said, request.url ?? '', said.text.includes('"facts"') ? calls++ : calls)
      for (const name of ['content-length', 'content-encoding', 'transfer-encoding', 'set-cookie', 'connection'])
        delete said.headers[name]
      response.writeHead(said.status, { ...said.headers, 'set-cookie': answer.headers.getSetCookie() })
      response.end(said.status === 204 ? undefined : said.text)
    }
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answers: (next) => {
      contrary = next
      calls = 0
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
