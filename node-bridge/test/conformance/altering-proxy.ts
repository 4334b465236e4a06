import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Passing {
  readonly path: string
  readonly requestBody: Buffer
  status: number
  headers: Record<string, string>
  body: string
}

/** What an implementation that is wrong in one thing would do: each answer passes through it, or each request before it is sent. */
export interface Wrong {
  readonly answer?: (answer: Passing) => void
  readonly request?: (path: string, body: string) => string
}

export interface AlteringProxy {
  readonly url: string
  wrong: Wrong
  /** As which address the node sees the caller, so that no limit by address answers in its place. */
  caller: string
  close(): Promise<void>
}

/** A node that is not ours, made out of ours: it stands at the public URL and changes what passes. */
export async function startAlteringProxy(upstream: () => string): Promise<AlteringProxy> {
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const path = request.url ?? ''
    const received = Buffer.concat(parts)
    const requestBody = Buffer.from(proxy.wrong.request?.(path, received.toString('utf8')) ?? received)
    const headers = Object.entries(request.headers).filter(([name]) => /^(?:authorization|content-type)$/u.test(name))
    const found = await fetch(upstream() + path, {
      method: request.method ?? 'GET',
      headers: [...(headers as [string, string][]), ['x-forwarded-for', proxy.caller]],
      ...(requestBody.length > 0 ? { body: requestBody } : {}),
    }).catch(() => undefined)
    if (!found) return void response.destroy()
    const kept = [...found.headers].filter(
      ([name]) => !/^(?:connection|content-length|keep-alive|transfer-encoding)$/u.test(name),
    )
    const answer = {
      path,
      requestBody,
      status: found.status,
      headers: Object.fromEntries(kept),
      body: await found.text(),
    }
    proxy.wrong.answer?.(answer)
    response.writeHead(answer.status, answer.headers).end(answer.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const proxy: AlteringProxy = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    wrong: {},
    caller: '10.0.0.1',
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return proxy
}
