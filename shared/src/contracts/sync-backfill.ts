import type { Contracts } from './contract.js'

const PATH = '/instance/v1/connections/{connectionId}/sync/backfill'

/** Records that match the trigger and existed before it are brought in, at a rate that somebody has chosen. */
export const SYNC_BACKFILL = {
  readBackfill: {
    summary: 'How far bringing in records of before the trigger has come, and why it waits',
    method: 'GET',
    path: PATH,
    audience: 'instance',
    role: 'auditor',
    answer: 'BackfillView',
    refusals: ['connection_unknown'],
  },
  countBackfill: {
    summary: 'How many records match the published trigger, and how many of them are in a pair already',
    method: 'POST',
    path: `${PATH}/count`,
    audience: 'instance',
    role: 'maintainer',
    asks: true,
    body: 'ActorRequest',
    actor: true,
    answer: 'BackfillCount',
    refusals: ['connection_unknown', 'state_conflict', 'query_invalid', 'access_missing'],
  },
  beginBackfill: {
    summary: 'Begin a pair for every record that matches the published trigger and is in none, at a rate',
    method: 'POST',
    path: PATH,
    audience: 'instance',
    role: 'maintainer',
    body: 'BeginBackfillRequest',
    actor: true,
    answer: 'BackfillView',
    refusals: ['connection_unknown', 'state_conflict', 'query_invalid', 'access_missing'],
  },
  changeBackfill: {
    summary: 'Pause, resume or end bringing in records, or change how many a minute begin',
    method: 'POST',
    path: `${PATH}/change`,
    audience: 'instance',
    role: 'maintainer',
    body: 'ChangeBackfillRequest',
    actor: true,
    answer: 'BackfillView',
    refusals: ['connection_unknown', 'state_conflict'],
  },
} as const satisfies Contracts
