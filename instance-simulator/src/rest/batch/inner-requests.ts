import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** How an instance knows the requests of a batch again: they belong to the transaction that sends them and queue for no session. */
export class InnerRequests {
  readonly header = 'x-simulator-inner-request'
  readonly #key = randomUUID()

  headers(): Readonly<Record<string, string>> {
    return { [this.header]: this.#key }
  }

  isInner(request: IncomingMessage): boolean {
    return request.headers[this.header] === this.#key
  }
}
