/** Why a file or a function is longer than its budget: `path` for a file, `path name` for a function. */
export const TOO_LONG: Readonly<Record<string, string>> = {
  // Tables and declarations: they are looked up, not read through, and half of one would be no help.
  'node-bridge/src/store/engine/migrations/0001-connection-tables.ts createConnectionTables':
    'a list of columns; a step of the schema is never edited again',
  'now-app/src/fluent/tables/connection.now.ts':
    'a table of columns and choices, each with its words in both languages',
  'node-bridge/src/config/settings.ts': 'one table of all settings, looked up by name',
  'now-app/src/fluent/generated/keys.ts': 'written by the platform’s SDK',
  'node-bridge/src/sync/rules/scripts/basic-1.incoming.ts anonymous':
    'a script is one function by its API, and half of it are tables with a line for each word',
  'node-bridge/src/sync/rules/scripts/incident-with-incident.incoming.ts anonymous':
    'a script is one function by its API, and half of it are tables with a line for each word',
  'node-bridge/src/sync/rules/scripts/problem.incoming.ts anonymous':
    'a script is one function by its API, and half of it are tables with a line for each word',
  'node-bridge/src/sync/rules/scripts/accord.d.ts': 'the whole API of scripts, each member with its example',
  'instance-simulator/src/contracts.ts': 'the types between the parts of the simulator, without code',
  'instance-simulator/src/records/base/metadata-tables.ts': 'the platform’s own tables, column by column',

  // Closures over state that nothing else may touch.
  'node-bridge/src/http/authenticate.ts createAuthentication': 'one guard per audience over the same counters',
  'node-bridge/src/nodes/remote-node-client.ts createRemoteNodeClient': 'one agent, with what waits on it',
  'node-bridge/src/callers/callers.ts createCallers': 'one way to find a key per audience',

  // One subject, whose halves would only be read together.
  'instance-simulator/src/records/record-store.ts': 'reads and writes share one transaction and its cascade',
  'instance-simulator/src/engine/glide/records/record.ts':
    'GlideRecord as the platform has it: one class, one method per call',
  'instance-simulator/src/engine/glide/rules/rule-pipeline.ts':
    'the order of rules before and after a write, in one place',
  'node-bridge/src/sync/pairs/sync-pair.ts': 'what a pair knows, member by member',
  'instance-simulator/src/instance.ts createInstance': 'the place where the simulator’s parts meet',

  // Where the parts meet.
  'node-bridge/src/compose/compose-services.ts': 'every part is handed to every other here, once',
  'node-bridge/src/compose/compose-services.ts composeServices': 'every part is handed to every other here, once',
}

/** Files that may do what belongs into another room. */
export const AWAY_FROM_HOME: Readonly<Record<string, string>> = {
  'node-bridge/src/main.ts': 'hands the environment to the program, and reads one setting before any code is loaded',
}
