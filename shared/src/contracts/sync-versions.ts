import type { Contracts } from './contract.js'

/** A script, each letter of which may take six bytes of JSON at worst; what people write takes one. */
const SCRIPT_BYTES = 300_000

/** What was published before, and what became of it. */
export const SYNC_VERSIONS = {
  listRulesVersions: {
    summary: 'The versions of both scripts with who published them, why, and what each has done since',
    method: 'GET',
    path: '/instance/v1/connections/{connectionId}/sync/versions',
    audience: 'instance',
    role: 'auditor',
    answer: 'RulesVersions',
    refusals: ['connection_unknown'],
  },
  readRulesVersion: {
    summary: 'The text of one version of a script',
    method: 'POST',
    path: '/instance/v1/connections/{connectionId}/sync/read-version',
    audience: 'instance',
    role: 'auditor',
    asks: true,
    body: 'RulesVersionRequest',
    bytes: SCRIPT_BYTES,
    answer: 'RulesVersionText',
    refusals: ['connection_unknown', 'rules_version_unknown'],
  },
  upgradeToScript: {
    summary: 'Turn the fixed rules of Basic mode into scripts that do the same, for this side',
    method: 'POST',
    path: '/instance/v1/connections/{connectionId}/sync/upgrade-to-script',
    audience: 'instance',
    role: 'rules_author',
    bytes: 400_000,
    body: 'ActorRequest',
    actor: true,
    answer: 'SyncConfiguration',
    refusals: ['connection_unknown', 'state_conflict'],
  },
  readDictionaryWarnings: {
    summary: "What published scripts name and the tracker's dictionary no longer says",
    method: 'GET',
    path: '/instance/v1/connections/{connectionId}/sync/dictionary',
    audience: 'instance',
    role: 'auditor',
    answer: 'DictionaryWarnings',
    refusals: ['connection_unknown'],
  },
} as const satisfies Contracts
