import type { Contracts } from './contract.js'

/** Two scripts, each letter of which may take six bytes of JSON at worst; what people write takes one. */
const SCRIPTS_BYTES = 400_000

/** Rules that some pairs run before all do. */
export const SYNC_CANARY = {
  readCanary: {
    summary: 'The scripts that are tried on some pairs, or were tried last: how many went well, which fail and why',
    method: 'GET',
    path: '/instance/v1/connections/{connectionId}/sync/canary',
    audience: 'instance',
    role: 'auditor',
    answer: 'CanaryView',
    refusals: ['connection_unknown'],
  },
  beginCanary: {
    summary: 'Run the next pairs by these scripts, and all others by those that are published',
    method: 'POST',
    path: '/instance/v1/connections/{connectionId}/sync/begin-canary',
    audience: 'instance',
    role: 'rules_author',
    bytes: SCRIPTS_BYTES,
    body: 'BeginCanaryRequest',
    actor: true,
    answer: 'BegunCanary',
    refusals: ['connection_unknown', 'state_conflict'],
  },
  endCanary: {
    summary: 'Publish the scripts that are tried on some pairs for all of them, or give them up',
    method: 'POST',
    path: '/instance/v1/connections/{connectionId}/sync/end-canary',
    audience: 'instance',
    role: 'rules_author',
    body: 'EndCanaryRequest',
    actor: true,
    answer: 'CanaryView',
    refusals: ['connection_unknown', 'state_conflict'],
  },
} as const satisfies Contracts
