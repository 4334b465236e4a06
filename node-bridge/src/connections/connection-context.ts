import type { DiscoveryDocument, NodeInfo, ResolvedDestination, RunSettings } from '@accord/shared/schemas'
import type { Logger } from 'pino'

import type { NodeIdentity } from '../identity/node-identity.ts'
import type { Vault } from '../vault/vault.ts'
import type { Nonces } from '../nodes/freshness.ts'
import type { RemoteNodeClient } from '../nodes/remote-node-client.ts'
import type { Database } from '../store/engine/database.ts'
import type { LongPollSlots } from './long-poll.ts'
import type { OwnAddresses } from './own-addresses.ts'

/** What every step of a connection needs; made once by the composition root. */
export interface ConnectionContext {
  readonly database: Database
  readonly vault: Vault
  readonly identity: NodeIdentity
  /** Without a trailing slash. */
  readonly publicUrl: string
  readonly addresses: () => OwnAddresses
  readonly remote: RemoteNodeClient
  readonly nonces: Nonces
  readonly log: Logger
  /** What this node says about itself. */
  readonly nodeInfo: () => Promise<NodeInfo>
  readonly findDestination: (url: string) => Promise<ResolvedDestination>
  /** What the node at this base URL says of itself; throws the refusals of the network and `not_accord`. */
  readonly readDiscovery: (baseUrl: string) => Promise<DiscoveryDocument>
  /** Throws `url_refused` for an address that the policy forbids; asks nobody, not even the name server. */
  readonly checkUrl: (url: string) => void
  /** As `checkUrl`, and looks the name up: throws `url_refused` where one of its addresses is forbidden. */
  readonly validateAddress: (url: string) => Promise<void>
  /** Nobody can call this node (ACCORD_POLL_ONLY). */
  readonly pollOnly: boolean
  readonly held: LongPollSlots
  /** Throws `licence_ended`, and `licence_limit` where there is no place for one more. `more` is 1 when absent. */
  readonly requireLicence: (more?: 0 | 1) => Promise<void>
  /** The refusal that `requireLicence` would throw, for a warning beforehand. */
  readonly licenceRefusal: () => Promise<'licence_ended' | 'licence_limit' | undefined>
  /** What an admin may have changed while the node runs. */
  readonly runSettings: () => Promise<RunSettings>
  readonly now: () => Date
  /** Between two contacts of a connection, on the average. */
  readonly contactEveryMs: number
  /** How long accept waits for the source's answer. */
  readonly acceptWaitMs: number
}
