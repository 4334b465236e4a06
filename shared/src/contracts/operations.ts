import { AUDIT } from './audit.js'
import { CONNECTIONS } from './connections.js'
import type { Contract, Proof } from './contract.js'
import { FILES } from './files.js'
import { HANDSHAKE } from './handshake.js'
import { INVITATIONS } from './invitations.js'
import { JOBS } from './jobs.js'
import { KEYS } from './keys.js'
import { NOTICES } from './notices.js'
import { OVERVIEW } from './overview.js'
import { PAIRING } from './pairing.js'
import { RULES_FILES } from './rules-files.js'
import { SERVICE } from './service.js'
import { SETTINGS } from './settings.js'
import { SYNC_BACKFILL } from './sync-backfill.js'
import { SYNC_BULK } from './sync-bulk.js'
import { SYNC_CANARY } from './sync-canary.js'
import { SYNC_COMPARISON } from './sync-comparison.js'
import { SYNC_DRIFT } from './sync-drift.js'
import { SYNC_CONFIGURATION } from './sync-configuration.js'
import { SYNC_ITEMS } from './sync-items.js'
import { SYNC_VERSIONS } from './sync-versions.js'
import { SYNC_QUEUE } from './sync-queue.js'
import { SYNC } from './sync.js'
import { USERS } from './users.js'

/** Every operation of the node. */
export const CONTRACTS = {
  ...SERVICE,
  ...HANDSHAKE,
  ...SYNC,
  ...FILES,
  ...SYNC_CONFIGURATION,
  ...SYNC_VERSIONS,
  ...SYNC_CANARY,
  ...RULES_FILES,
  ...SYNC_ITEMS,
  ...SYNC_QUEUE,
  ...SYNC_BULK,
  ...SYNC_COMPARISON,
  ...SYNC_DRIFT,
  ...SYNC_BACKFILL,
  ...KEYS,
  ...INVITATIONS,
  ...CONNECTIONS,
  ...AUDIT,
  ...SETTINGS,
  ...JOBS,
  ...NOTICES,
  ...OVERVIEW,
  ...PAIRING,
  ...USERS,
}

export type OperationName = keyof typeof CONTRACTS
export type ContractOf<Name extends OperationName> = (typeof CONTRACTS)[Name]

/** What an instance may ask of its node an operator may, too: for a side that is no ServiceNow, and for the command line. */
type AlsoForOperators = {
  [Name in OperationName]: ContractOf<Name> extends { readonly audience: 'instance'; readonly proof?: never }
    ? Name
    : never
}[OperationName]

/** As the OpenAPI document names it. */
export type OperationId = OperationName | `${AlsoForOperators}AsOperator`

/** A contract with all that goes without saying. `name`: of the contract, also where an operator calls. */
export type Operation = Contract & {
  readonly name: OperationName
  readonly proof: Proof
}

const USUAL_PROOF: Readonly<Record<Contract['audience'], Proof>> = {
  public: 'none',
  node: 'signed-request',
  instance: 'instance-token',
  operator: 'operator-token',
  console: 'none',
}

const FOR_OPERATORS = 'AsOperator'

function listOperations(): Readonly<Record<OperationId, Operation>> {
  const operations: [string, Operation][] = []
  const forOperators: [string, Operation][] = []
  for (const [name, contract] of Object.entries(CONTRACTS) as [OperationName, Contract][]) {
    const proof = contract.proof ?? USUAL_PROOF[contract.audience]
    operations.push([name, { ...contract, name, proof }])
    if (proof !== 'instance-token') continue
    const path = contract.path.replace('/instance/', '/operator/')
    forOperators.push([
      name + FOR_OPERATORS,
      { ...contract, name, path, audience: 'operator', proof: USUAL_PROOF.operator },
    ])
  }
  return Object.fromEntries([...operations, ...forOperators]) as Record<OperationId, Operation>
}

/** What the node answers, each by its id. */
export const OPERATIONS = /* @__PURE__ */ listOperations()

/** The same operation, where an operator calls it. */
export const operatorIdOf = (name: OperationName): OperationId =>
  name + FOR_OPERATORS in OPERATIONS ? ((name + FOR_OPERATORS) as OperationId) : name
