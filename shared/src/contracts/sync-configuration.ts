import type { Contracts } from './contract.js'

/** Two scripts, each letter of which may take six bytes of JSON at worst; what people write takes one. */
const SCRIPTS_BYTES = 400_000

/** What one side of a connection sends and takes: its scripts and its trigger. The other side's are nobody's here. */
export const SYNC_CONFIGURATION = {
  readSyncConfiguration: {
    summary: "This side's scripts, trigger and sync access for a connection, and the template to begin with",
    method: 'GET',
    path: '/instance/v1/connections/{connectionId}/sync',
    audience: 'instance',
    role: 'auditor',
    bytes: SCRIPTS_BYTES,
    answer: 'SyncConfiguration',
    refusals: ['connection_unknown'],
  },
  checkScripts: {
    summary: 'Read both scripts as publishing would, and say what is wrong on which line',
    method: 'POST',
    path: '/instance/v1/connections/{connectionId}/sync/check-scripts',
    audience: 'instance',
    role: 'maintainer',
    asks: true,
    bytes: SCRIPTS_BYTES,
    body: 'CheckScriptsRequest',
    answer: 'ScriptFaults',
    refusals: ['connection_unknown'],
  },
  checkTrigger: {
    summary: 'Have the tracker check the condition of a trigger, and count the records that match it now',
    method: 'POST',
    path: '/instance/v1/connections/{connectionId}/sync/check-trigger',
    audience: 'instance',
    role: 'maintainer',
    asks: true,
    body: 'CheckTriggerRequest',
    answer: 'CheckedTrigger',
    refusals: ['connection_unknown', 'query_invalid', 'access_missing'],
  },
  publishSync: {
    summary: 'Make both scripts and the trigger the ones that count, or none of them where one is wrong',
    method: 'POST',
    path: '/instance/v1/connections/{connectionId}/sync/publish',
    audience: 'instance',
    role: 'admin',
    bytes: SCRIPTS_BYTES,
    body: 'PublishSyncRequest',
    actor: true,
    answer: 'PublishedSync',
    refusals: ['connection_unknown', 'state_conflict', 'query_invalid', 'access_missing'],
  },
} as const satisfies Contracts
