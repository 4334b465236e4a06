import { SYNC_LIMITS } from '../sync/index.js'
import type { Contracts } from './contract.js'
import { SIGNED_REFUSALS } from './refusals.js'

/** Records of both sides are kept equal, PROTOCOL.md §11. */
export const SYNC = {
  exchange: {
    summary: 'Messages and results of both sides, and which of them have arrived',
    method: 'POST',
    path: '/node/v1/connections/{connectionId}/exchange',
    audience: 'node',
    bytes: SYNC_LIMITS.exchangeBytes,
    body: 'ExchangeRequest',
    answer: 'ExchangeAnswer',
    refusals: SIGNED_REFUSALS,
  },
  tellHashes: {
    summary: 'Keyed hashes of what this side holds of some pairs, so that both sides can be compared without a value',
    method: 'POST',
    path: '/node/v1/connections/{connectionId}/hashes',
    audience: 'node',
    bytes: SYNC_LIMITS.exchangeBytes,
    body: 'HashesRequest',
    answer: 'HashedPairs',
    refusals: SIGNED_REFUSALS,
  },
  tellCandidates: {
    summary: 'Keyed hashes of records here that may be halves of pairs, so that both sides find what belongs together',
    method: 'POST',
    path: '/node/v1/connections/{connectionId}/candidates',
    audience: 'node',
    body: 'CandidatesRequest',
    answer: 'CandidatePage',
    refusals: SIGNED_REFUSALS,
  },
  wakeNode: {
    summary: 'Say that there is something to pull: the node asks its tracker at once, and learns nothing by this call',
    method: 'POST',
    path: '/instance/v1/wake',
    audience: 'instance',
    answer: 'NodeWoken',
  },
} as const satisfies Contracts
