import { AsyncLocalStorage } from 'node:async_hooks'

import type { Origin } from '../store/audit/audit-entries.ts'

export type { Origin }

const THE_NODE_ITSELF: Origin = { caller: 'self', source: 'node', requestId: null }

const origins = new AsyncLocalStorage<Origin>()

/** Everything that `work` begins, also later and in transactions, is recorded with this origin. */
export const withOrigin = <T>(origin: Origin, work: () => T): T => origins.run(origin, work)

/** Background work may be woken by a request, but it is the node's own. */
export const asTheNode = <T>(work: () => T): T => origins.run(THE_NODE_ITSELF, work)

export const currentOrigin = (): Origin => origins.getStore() ?? THE_NODE_ITSELF
