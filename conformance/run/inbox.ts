import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

import { Mismatch } from './expect.ts'

/** A call that the node under test makes to the runner, and the way to answer it. */
export interface Arrived {
  readonly method: string
  readonly path: string
  readonly authorization: string | undefined
  readonly contentType: string | undefined
  readonly body: Buffer
  answer(status: number, value: object, headers?: Readonly<Record<string, string>>): void
}

type Responder = (call: Arrived) => Promise<void> | void

/** The runner's own server: calls wait here until the script that checks them takes them one by one. */
export class Inbox {
  readonly #waiting: Arrived[] = []
  #byThemselves: { matches: RegExp; respond: Responder }[] = []
  readonly #server = createServer((request, response) => void this.#receive(request, response))
  #wake: () => void = () => undefined

  listen(port: number): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject)
      this.#server.listen(port, () => resolve())
    })
  }

  /** Calls that match are answered by themselves, the newest rule first, and never wait. */
  always(matches: RegExp, respond: Responder): void {
    this.#byThemselves.unshift({ matches, respond })
  }

  /** Calls of a rule before wait again, to be taken. */
  byHand(rule: RegExp): void {
    this.#byThemselves = this.#byThemselves.filter(({ matches }) => matches !== rule)
  }

  /** The next call whose path matches. Throws a `Mismatch` when none comes in time. */
  async take(matches: RegExp, what: string, withinMs: number): Promise<Arrived> {
    const until = Date.now() + withinMs
    for (;;) {
      const place = this.#waiting.findIndex(({ path }) => matches.test(path))
      const [found] = place < 0 ? [] : this.#waiting.splice(place, 1)
      if (found) return found
      if (Date.now() >= until) throw new Mismatch(`${what} did not come within ${Math.round(withinMs / 1000)} s`)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, until - Date.now())
        this.#wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  }

  close(): void {
    this.#server.close()
    this.#server.closeAllConnections()
  }

  async #receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const call: Arrived = {
      method: request.method ?? '',
      path: request.url ?? '',
      authorization: request.headers.authorization,
      contentType: request.headers['content-type'],
      body: Buffer.concat(parts),
      answer: (status, value, headers = {}) => {
        const type = status >= 400 ? 'application/problem+json' : 'application/json'
        response.writeHead(status, { 'content-type': type, ...headers }).end(JSON.stringify(value))
      },
    }
    const rule = this.#byThemselves.find(({ matches }) => matches.test(call.path))
    if (rule) return void (await rule.respond(call))
    this.#waiting.push(call)
    this.#wake()
  }
}

/** A problem document as §7 describes it. */
export const problem = (status: number, code: string, facts?: object): object => ({
  type: `urn:accord:problem:${code}`,
  title: code,
  status,
  detail: 'The runner tries how this is taken.',
  code,
  remedy: 'Nothing to do.',
  responsible: 'nobody',
  retry: status === 503,
  requestId: randomUUID(),
  ...(facts ? { facts } : {}),
})
