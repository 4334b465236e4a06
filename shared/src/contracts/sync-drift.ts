import type { Contracts } from './contract.js'

/** What both sides of a connection hold is compared on request, without a value of either, PROTOCOL.md §11.12. */
export const SYNC_DRIFT = {
  readDrift: {
    summary: 'How far the check of what both sides hold has come, and which pairs are not equal by which paths',
    method: 'GET',
    path: '/instance/v1/connections/{connectionId}/sync/drift',
    audience: 'instance',
    role: 'auditor',
    answer: 'DriftView',
    refusals: ['connection_unknown'],
  },
  checkDrift: {
    summary: 'Compare what both sides hold of every pair of a connection, page by page in the background',
    method: 'POST',
    path: '/instance/v1/connections/{connectionId}/sync/drift',
    audience: 'instance',
    role: 'maintainer',
    body: 'ActorRequest',
    actor: true,
    answer: 'DriftView',
    refusals: ['connection_unknown', 'state_conflict'],
  },
  settleDrift: {
    summary: 'Bring to rest what a check has found: whole states are sent again, by the rules of a conflict',
    method: 'POST',
    path: '/instance/v1/connections/{connectionId}/sync/drift/settle',
    audience: 'instance',
    role: 'maintainer',
    body: 'ActorRequest',
    actor: true,
    answer: 'DriftView',
    refusals: ['connection_unknown', 'state_conflict'],
  },
} as const satisfies Contracts
