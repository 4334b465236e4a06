import type { Contracts } from './contract.js'

/** After a restore both sides of a connection compare their records before anything is overwritten, PROTOCOL.md §11.8. */
export const SYNC_COMPARISON = {
  readComparison: {
    summary: 'How far the comparison after a restore has come, and which records differ by which paths',
    method: 'GET',
    path: '/instance/v1/connections/{connectionId}/sync/comparison',
    audience: 'instance',
    role: 'auditor',
    answer: 'ComparisonView',
    refusals: ['connection_unknown'],
  },
  goOnComparing: {
    summary: 'Let be overwritten what differs after a restore, as the rules of a conflict say',
    method: 'POST',
    path: '/instance/v1/connections/{connectionId}/sync/comparison/go-on',
    audience: 'instance',
    role: 'maintainer',
    body: 'ActorRequest',
    actor: true,
    answer: 'ComparisonView',
    refusals: ['connection_unknown', 'state_conflict'],
  },
} as const satisfies Contracts
