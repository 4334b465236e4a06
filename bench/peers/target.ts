import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

import type { IncidentChange } from './peer.ts'

/** The tracker that peers write to, by REST as trackers have it. */
export interface Target {
  readonly url: string
  readonly records: () => number
  readonly comments: () => number
  /** What stands in the record of this origin; undefined where none was made. */
  of(change: IncidentChange): Readonly<Record<string, unknown>> | undefined
  close(): Promise<void>
}

type Fields = Readonly<Record<string, unknown>>

export async function startTarget(): Promise<Target> {
  const records = new Map<string, Fields>()
  let comments = 0
  const take = (method: string, path: string, body: Fields): { readonly status: number; readonly answer: object } => {
    const [, , id = '', rest] = path.split('/')
    if (method === 'POST' && rest === 'comments') {
      comments += 1
      return { status: 201, answer: { id: `C${comments}` } }
    }
    const known = records.get(id)
    if (method === 'PATCH' && known) {
      records.set(id, { ...known, ...body })
      return { status: 200, answer: { id } }
    }
    if (method !== 'POST' || id !== '') return { status: 404, answer: {} }
    const made = `R${records.size + 1}`
    records.set(made, body)
    return { status: 201, answer: { id: made } }
  }
  const server = createServer((message, response) => void serve(take, message, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    records: () => records.size,
    comments: () => comments,
    of: ({ number }) => [...records.values()].find(({ correlation }) => correlation === number),
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function serve(
  take: (method: string, path: string, body: Fields) => { readonly status: number; readonly answer: object },
  message: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const parts: Buffer[] = []
  for await (const part of message) parts.push(part as Buffer)
  const text = Buffer.concat(parts).toString()
  const { status, answer } = take(
    message.method ?? '',
    message.url ?? '',
    text === '' ? {} : (JSON.parse(text) as Fields),
  )
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
}
