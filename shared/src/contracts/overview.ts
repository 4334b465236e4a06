import type { Contracts } from './contract.js'

/** What the first page shows. */
export const OVERVIEW = {
  readOverview: {
    summary: 'What needs a person, and of each connection its changes by the hour and how long they take',
    method: 'GET',
    path: '/instance/v1/overview',
    audience: 'instance',
    role: 'auditor',
    answer: 'Overview',
  },
} as const satisfies Contracts
