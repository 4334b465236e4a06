import type { AccessControl, AttachmentStore, Log, Quotas, ScriptEngine, SimulatorSettings } from '../contracts.ts'
import type { SessionRegistry } from '../access/session-registry.ts'
import type { Ledger } from '../coverage/ledger.ts'
import type { InnerRequests } from './batch/inner-requests.ts'
import type { MemoryStore } from '../records/record-store.ts'

/** What the REST rooms work with. */
export interface RestParts {
  readonly store: MemoryStore
  readonly attachments: AttachmentStore
  readonly access: AccessControl
  readonly sessions: SessionRegistry
  readonly quotas: Quotas
  readonly engine: ScriptEngine
  readonly ledger: Ledger
  readonly innerRequests: InnerRequests
  readonly settings: SimulatorSettings
  readonly log: Log
}
