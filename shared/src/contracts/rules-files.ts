import type { Contracts } from './contract.js'

/** Two scripts, each letter of which may take six bytes of JSON at worst; what people write takes one. */
const SCRIPTS_BYTES = 400_000

/** What rules need to be written, tried and kept as files, `accord rules`. */
export const RULES_FILES = {
  readScriptTypes: {
    summary: 'What scripts may name, as declarations: the API, and the tables of this side as sync access opens them',
    method: 'GET',
    path: '/operator/v1/script-types',
    audience: 'operator',
    answer: 'ScriptTypes',
  },
  recordScriptRun: {
    summary: 'Run a draft as a test run does, and answer all that it was given, so that it can be repeated elsewhere',
    method: 'POST',
    path: '/operator/v1/connections/{connectionId}/sync/record-run',
    audience: 'operator',
    bytes: SCRIPTS_BYTES,
    body: 'TestScriptsRequest',
    answer: 'RecordedRun',
    refusals: [
      'connection_unknown',
      'sync_pair_unknown',
      'state_conflict',
      'record_gone',
      'lookup_ambiguous',
      'access_missing',
      'refused_by_instance',
      'retry_later',
    ],
  },
} as const satisfies Contracts
