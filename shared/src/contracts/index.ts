export type {
  Answer,
  Audience,
  Body,
  BytesAnswer,
  Contract,
  Contracts,
  Params,
  Proof,
  Query,
  SchemaName,
  TextAnswer,
} from './contract.js'
export { AUDIT } from './audit.js'
export { CONNECTIONS } from './connections.js'
export { CONSOLE } from './console.js'
export { FILES } from './files.js'
export { HANDSHAKE } from './handshake.js'
export { INVITATIONS } from './invitations.js'
export { JOBS } from './jobs.js'
export { KEYS } from './keys.js'
export { NOTICES } from './notices.js'
export { OVERVIEW } from './overview.js'
export { PAIRING } from './pairing.js'
export { RULES_FILES } from './rules-files.js'
export { SERVICE } from './service.js'
export { SETTINGS } from './settings.js'
export { SYNC } from './sync.js'
export { SYNC_BACKFILL } from './sync-backfill.js'
export { SYNC_BULK } from './sync-bulk.js'
export { SYNC_CANARY } from './sync-canary.js'
export { SYNC_COMPARISON } from './sync-comparison.js'
export { SYNC_DRIFT } from './sync-drift.js'
export { SYNC_CONFIGURATION } from './sync-configuration.js'
export { CALLS_OF_A_RECORD, SYNC_ITEMS } from './sync-items.js'
export { SYNC_VERSIONS } from './sync-versions.js'
export { SYNC_QUEUE } from './sync-queue.js'
export { USERS } from './users.js'
export { CONTRACTS, OPERATIONS, operatorIdOf } from './operations.js'
export type { ContractOf, Operation, OperationId, OperationName } from './operations.js'
export { CONSOLE_CALLS, consoleCallsAt } from './console-calls.js'
export type { AnswerTo, ConsoleCall, ConsoleCallName, InputOf, OwnCallName, SharedCallName } from './console-calls.js'
