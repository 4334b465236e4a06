import type { Contracts } from './contract.js'

const PATH = '/instance/v1/sync/bulk'

/** One step with many pairs of the queue, which the node takes page by page. */
export const SYNC_BULK = {
  listBulks: {
    summary: 'What was done with many pairs at once, how far each has come, the newest first',
    method: 'GET',
    path: PATH,
    audience: 'instance',
    role: 'auditor',
    answer: 'Bulks',
  },
  checkBulk: {
    summary: 'With how many pairs a step would be done, and with which, doing nothing',
    method: 'POST',
    path: `${PATH}/check`,
    audience: 'instance',
    role: 'maintainer',
    asks: true,
    body: 'CheckBulkRequest',
    actor: true,
    answer: 'BulkCheck',
  },
  beginBulk: {
    summary: 'Retry, skip or unlink the pairs that a check has named, in the background',
    method: 'POST',
    path: PATH,
    audience: 'instance',
    role: 'maintainer',
    body: 'BeginBulkRequest',
    actor: true,
    answer: 'Bulks',
    refusals: ['state_conflict'],
  },
  changeBulk: {
    summary: 'Pause, resume or cancel what is done with many pairs',
    method: 'POST',
    path: `${PATH}/{bulkId}/change`,
    audience: 'instance',
    role: 'maintainer',
    body: 'ChangeBulkRequest',
    actor: true,
    answer: 'Bulks',
    refusals: ['state_conflict'],
  },
} as const satisfies Contracts
