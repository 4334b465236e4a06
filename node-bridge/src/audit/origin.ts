import { AsyncLocalStorage } from 'node:async_hooks'

/** From where a change came: by which door, from which address, in which request. */
export interface Origin {
  /** The audience of the operation, or `node` where no call from outside is at work. */
  readonly caller: 'public' | 'node' | 'instance' | 'operator' | 'console' | 'self'
  /** The address of who called; `node` for the node's own work. */
  readonly source: string
  readonly requestId: string | null
}

const THE_NODE_ITSELF: Origin = { caller: 'self', source: 'node', requestId: null }

const origins = new AsyncLocalStorage<Origin>()

/** Everything that `work` begins, also later and in transactions, is recorded with this origin. */
export const withOrigin = <T>(origin: Origin, work: () => T): T => origins.run(origin, work)

/** Background work may be woken by a request, but it is the node's own. */
export const asTheNode = <T>(work: () => T): T => origins.run(THE_NODE_ITSELF, work)

export const currentOrigin = (): Origin => origins.getStore() ?? THE_NODE_ITSELF
