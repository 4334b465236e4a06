import { CONFIGURATION_MODES, SUPPORTED_MODES, type VersionRange } from '@accord/shared/protocol'
import type {
  DiscoveryDocument,
  Finding,
  LicenceDetails,
  NodeInfo,
  NodeStatus,
  PrerequisiteCheck,
  RunSettings,
} from '@accord/shared/schemas'

import type { NodeIdentity } from '../identity/node-identity.ts'
import type { Discovery } from '../nodes/discovery.ts'
import { NODE_VERSION } from '../config/node-version.ts'
import type { Database } from '../store/engine/database.ts'
import { findPairing } from '../store/instance/pairings.ts'
import { readLastPublicUrl } from '../store/node/public-urls.ts'
import { findRefusedRows } from '../store/jobs/refused-rows.ts'
import { findTracker } from '../store/instance/trackers.ts'
import { listRestoreEpochs, type RestoreEpoch } from '../store/node/restore-epochs.ts'
import { createPrerequisiteCheck } from './check-prerequisites.ts'
import type { InstanceClient } from './instance-client.ts'
import { findingsOfMove } from './move-findings.ts'
import { findPrerequisites } from './prerequisites.ts'

export interface NodeDetailsContext {
  readonly database: Database
  readonly identity: NodeIdentity
  readonly publicUrl: string
  readonly nodeName: string
  readonly restVersions: VersionRange
  readonly hubObjectVersions: VersionRange
  readonly instance: Pick<InstanceClient, 'readDiscovery'>
  /** Nobody can call this node (ACCORD_POLL_ONLY). */
  readonly pollOnly: boolean
  readonly discovery: Discovery
  readonly licence: () => Promise<LicenceDetails>
  readonly runSettings: () => Promise<RunSettings>
  /** What was found of the host and of the database; nothing in the usual case. */
  readonly notices: () => readonly Finding[]
  readonly now: () => Date
}

/** What this node says about itself, in codes, redeems, grants and discovery. */
export async function readNodeInfo(context: NodeDetailsContext): Promise<NodeInfo> {
  const { database, identity, publicUrl, nodeName, restVersions, hubObjectVersions, pollOnly } = context
  const pairing = await findPairing(database.db)
  const tracker = pairing ? undefined : await findTracker(database.db)
  return {
    instanceUid: identity.instanceUid,
    name: tracker?.name ?? nodeName,
    baseUrl: publicUrl,
    issueTrackerUrl: pairing?.instanceUrl ?? tracker?.url ?? publicUrl,
    nodeType: tracker?.kind ?? 'SERVICENOW',
    issueTrackerVersion: pairing?.instanceVersion ?? '',
    nodeVersion: NODE_VERSION,
    pollOnly,
    minRestVersion: restVersions.min,
    maxRestVersion: restVersions.max,
    minHubObjectVersion: hubObjectVersions.min,
    maxHubObjectVersion: hubObjectVersions.max,
  }
}

const MODES: DiscoveryDocument['modes'] = CONFIGURATION_MODES.map((mode) =>
  SUPPORTED_MODES.includes(mode)
    ? { mode, available: true }
    : {
        mode,
        available: false,
        reason: 'This release of the node has no editor for mappings: it runs Basic and Script mode',
      },
)

async function lastRestore({ database }: NodeDetailsContext): Promise<RestoreEpoch | undefined> {
  const last = (await listRestoreEpochs(database.db)).at(-1)
  return last && last.seq > 0 ? last : undefined
}

export interface NodeDetails {
  discoveryDocument(): Promise<DiscoveryDocument>
  status(): Promise<NodeStatus>
  /** As the status says, and what only a try can tell. Throws `too_many_requests`. */
  checkPrerequisites(): Promise<PrerequisiteCheck>
}

export function createNodeDetails(context: NodeDetailsContext): NodeDetails {
  const { database, identity, discovery, publicUrl, pollOnly, now } = context
  return {
    discoveryDocument: async () => ({
      product: 'accord',
      node: await readNodeInfo(context),
      modes: MODES,
      keys: [identity.key.thumbprint],
      time: now().toISOString(),
    }),
    status: () => describeNode(context),
    checkPrerequisites: createPrerequisiteCheck({
      discovery,
      instance: context.instance,
      publicUrl,
      pollOnly,
      now,
      instanceUid: identity.instanceUid,
      findInstance: () => findPairing(database.db),
      findKnown: async () => (await describeNode(context)).prerequisites,
    }),
  }
}

async function describeNode(context: NodeDetailsContext): Promise<NodeStatus> {
  const { database, identity, publicUrl, pollOnly, now } = context
  const pairing = await findPairing(database.db)
  const tracker = pairing ? undefined : await findTracker(database.db)
  const licence = await context.licence()
  const refusedRows = pairing && (await findRefusedRows(database.db))
  const restore = await lastRestore(context)
  const { invitationValidityMs, approval } = await context.runSettings()
  return {
    instanceUid: identity.instanceUid,
    nodeUrl: publicUrl,
    nodeVersion: NODE_VERSION,
    keyFingerprint: identity.fingerprint,
    time: now().toISOString(),
    instanceUrl: pairing?.instanceUrl ?? null,
    tracker: tracker ?? null,
    licence,
    prerequisites: [
      ...findPrerequisites({ publicUrl, pollOnly, pairing, tracker, licence, restore, refusedRows, now: now() }),
      ...findingsOfMove(await readLastPublicUrl(database.db), now()),
      ...context.notices(),
    ],
    codeDefaults: { invitationValidityMs, approval },
  }
}
