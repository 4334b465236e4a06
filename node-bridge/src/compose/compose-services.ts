import { hkdfSync } from 'node:crypto'

import type { VersionRange } from '@accord/shared/protocol'
import type { Finding } from '@accord/shared/schemas'
import type { Logger } from 'pino'

import { createAuditAnchor } from '../audit/audit-anchor.ts'
import { createAuditService } from '../audit/audit-service.ts'
import { type AuditSealer, startAuditSealer } from '../audit/audit-sealer.ts'
import { createAuditWatch } from '../audit/audit-watch.ts'
import { adoptEarlierRelease } from '../audit/begin-audit.ts'
import { recordStart } from '../audit/record-start.ts'
import type { Config } from '../config/config.ts'
import { createConsole } from '../console/console-service.ts'
import type { PasswordCost } from '../console/passwords.ts'
import type { ConnectionContext } from '../connections/connection-context.ts'
import { alreadyStarted, createBackground } from './background.ts'
import { createSyncPart, forgetClaims } from './sync-part.ts'
import { createJobWorkers } from './job-workers.ts'
import { createNoticeContext } from './notice-part.ts'
import { createTracker } from './tracker.ts'
import { createSandbox } from '../sandbox/index.ts'
import { createKnownTables } from '../sync/configuration/known-tables.ts'
import { LanguageService } from '../sync/language/index.ts'
import { createSyncContext, fileLimitsOf, peerShareOf } from '../sync/items/sync-context.ts'
import { startTidyingFiles } from '../sync/files/tidy-files.ts'
import type { Tracker } from '../trackers/tracker.ts'
import { startKeyAgeScan } from '../key-rotation/key-age-scan.ts'
import { startContactScan } from '../contact/contact-scan.ts'
import { createLongPollSlots } from '../connections/long-poll.ts'
import { createDiagnosis } from '../diagnosis/diagnose-connection.ts'
import { loadNodeIdentity } from '../identity/node-identity.ts'
import { createCallers } from '../callers/callers.ts'
import { createInstanceClient } from '../instance/instance-client.ts'
import { createBreaker } from '../instance/instance-breaker.ts'
import { createPostToInstance } from '../instance/post-to-instance.ts'
import { limitCalls } from '../instance/limit-calls.ts'
import { createNodeDetails, readNodeInfo } from '../instance/node-details.ts'
import { createPairingService } from '../instance/pairing-service.ts'
import { createTrackers } from '../instance/tracker-service.ts'
import type { MasterKeys } from '../master-key/master-key.ts'
import { createVault } from '../vault/vault.ts'
import { openLicences } from '../licence/open-licences.ts'
import { createSettingsService } from '../run-settings/settings-service.ts'
import { noticeMove } from '../contact/notice-move.ts'
import { NEVER_MOVED, readOwnAddresses } from '../connections/own-addresses.ts'
import { createDiscovery } from '../nodes/discovery.ts'
import { createNonces, type Nonces } from '../nodes/freshness.ts'
import { createRemoteNodeClient } from '../nodes/remote-node-client.ts'
import { validateAddress } from '../network/validate-address.ts'
import { createUrlGuard } from '../network/url-guard.ts'
import { verifySchema } from './verify-schema.ts'
import { createHealth } from '../observability/health.ts'
import { createJobs } from '../jobs/jobs.ts'
import { startHousekeeping } from '../jobs/housekeeping.ts'
import { createNotices } from '../notices/notice-service.ts'
import { createOwnNotices } from '../notices/own-notices.ts'
import { startLookingForNeeds } from '../notices/look-for-needs.ts'
import { startSavingActivity } from '../overview/save-activity.ts'
import { logMessages } from '../observability/message-log.ts'
import { createMetrics } from '../observability/metrics.ts'
import { createRestoreGuard } from '../backup/restore-guard.ts'
import { CONNECTION_CHANGED } from '../store/connections/connections.ts'
import { SYNC_DUE } from '../store/sync/sync-pairs.ts'
import type { Database } from '../store/engine/database.ts'
import { findPairing } from '../store/instance/pairings.ts'
import type { Tracing } from '../tracing/tracing.ts'
import type { AppServices } from '../http/app.ts'
import { createOperations, type OperationServices } from '../http/operations/index.ts'

export interface ServiceParts {
  readonly config: Config
  readonly database: Database
  readonly masterKeys: MasterKeys
  /** What was found at the start and stays true while the process runs. */
  readonly notices: readonly Finding[]
  /** Without a trailing slash. */
  readonly publicUrl: string
  /** Where browsers open the console: scheme, host and port. */
  readonly consoleUrl: string
  readonly log: Logger
  readonly now: () => Date
  readonly acceptWaitMs: number
  readonly passwordCost: PasswordCost
  readonly contactEveryMs: number
  /** Between two looks for what needs a person. */
  readonly noticeEveryMs: number
  /** Between two times that the whole audit log is followed. */
  readonly auditEveryMs: number
  readonly restVersions: VersionRange
  readonly hubObjectVersions: VersionRange
  readonly tracing?: Tracing | undefined
  /** Where the records are; undefined: on the paired instance. */
  readonly createTracker?: ((instanceUid: string) => Tracker) | undefined
}

/** The parts that the HTTP side and the start of the node call. */
export type NodeServices = AppServices & OperationServices

export interface ComposedServices {
  readonly services: NodeServices
  readonly nonces: Nonces
  /** Starts the background work. */
  start(): void
  /** From here on the node calls itself not ready, so that a balancer sends nothing new; nothing waits for news any more. */
  drain(): void
  /** Ends it, letting jobs at work finish. The database stays open. */
  stop(): Promise<void>
}

/** Wires every part to every other, once. */
export async function composeServices(parts: ServiceParts): Promise<ComposedServices> {
  const { config, database, masterKeys, publicUrl, log, now, tracing } = parts
  const vault = createVault(masterKeys.current, masterKeys.retired)
  const identity = await loadNodeIdentity(database, vault, now())
  const anchor = createAuditAnchor(config.dataDir, identity.instanceUid)
  await adoptEarlierRelease(database, vault, anchor)
  const schema = await verifySchema(database, log)
  const watch = createAuditWatch({ database, vault, anchor, log, everyMs: parts.auditEveryMs, now })
  await recordStart(database, { config, publicUrl, masterKeyId: vault.keyId, now: now() })
  const guard = createUrlGuard(config)
  const remote = createRemoteNodeClient(guard, undefined, tracing)
  const discovery = createDiscovery({
    client: remote,
    guard,
    selfUid: identity.instanceUid,
    findOwnInstance: () => findPairing(database.db),
    now,
  })
  const { restVersions, hubObjectVersions } = parts
  const { pollOnly, nodeName } = config
  const licences = await openLicences({ config, database, identity, publicUrl, log, now })
  const licence = () => licences.details()
  const settings = createSettingsService({ database, config, publicUrl, restVersions, hubObjectVersions, now })
  const runSettings = () => settings.current()
  const perHour = config.instanceCallsPerHour
  const instance = limitCalls(createInstanceClient(guard, now, tracing), { database, now, perHour })
  const details = {
    database,
    identity,
    publicUrl,
    nodeName,
    discovery,
    instance,
    licence,
    runSettings,
    notices: () => [...parts.notices, ...schema, ...watch.findings()],
    now,
    restVersions,
    hubObjectVersions,
    pollOnly,
  }
  const nonces = createNonces(nonceSecret(masterKeys.current))
  const checkUrl = (url: string) => void guard.check(url)
  const draining = new AbortController()
  let addresses = NEVER_MOVED
  const context: ConnectionContext = {
    database,
    vault,
    identity,
    publicUrl,
    addresses: () => addresses,
    remote,
    nonces,
    log,
    nodeInfo: () => readNodeInfo(details),
    findDestination: (url) => discovery.findDestination(url),
    readDiscovery: async (baseUrl) => (await discovery.readDocument(baseUrl)).document,
    checkUrl,
    validateAddress: (url) => validateAddress(guard, url),
    requireLicence: (more = 1) => licences.require(more),
    licenceRefusal: () => licences.refusal(),
    runSettings,
    now,
    acceptWaitMs: parts.acceptWaitMs,
    contactEveryMs: parts.contactEveryMs,
    pollOnly,
    held: createLongPollSlots(draining.signal),
  }
  const restores = createRestoreGuard(context, config.dataDir)
  await restores.check()
  // Where no public URL is set, it follows a port that may be another each time: no move of a node.
  if (config.publicUrl !== undefined) {
    await noticeMove(context)
    addresses = await readOwnAddresses(database.db, context)
  }
  const sandbox = createSandbox()
  const tracker =
    parts.createTracker?.(identity.instanceUid) ??
    createTracker({ config, identity, database, vault, instance, now, log })
  const language = new LanguageService()
  const sync = {
    ...(await createSyncContext(context, sandbox, fileLimitsOf(config.fileMaxMb, config.fileShareMb), {
      share: peerShareOf({
        waiting: config.syncWaitingMessages,
        records: config.syncNewRecordsPerHour,
        comments: config.syncCommentsPerHour,
        asked: config.filesAskedPerHour,
        deletes: config.syncDeletesPerHour,
      }),
      keepMessagesDays: config.keepMessagesDays,
      scriptHosts: config.scriptHosts,
    })),
    tracker,
    language,
    tables: createKnownTables(),
  }
  await forgetClaims(sync)
  const notices = createNoticeContext({
    config,
    database,
    publicUrl,
    consoleUrl: parts.consoleUrl,
    remote,
    post: createPostToInstance({ database, vault, instance, now, breaker: createBreaker() }),
    log,
    now,
    licence,
    isAuditBroken: () => watch.broken() !== undefined,
    pausedBy: () => tracker.pause?.()?.code,
  })
  const background = createBackground([
    alreadyStarted(() => sandbox.close()),
    alreadyStarted(() => language.close()),
    alreadyStarted(() => remote.close()),
    alreadyStarted(() => restores.stop()),
    { start: () => sealWhatChanges(database, startAuditSealer({ database, vault, anchor, watch, log })) },
    watch,
    // Before whatever moves pairs: what the last of them has moved is counted, too.
    { start: () => startSavingActivity({ database, log }) },
    createJobWorkers({ context, sync, notices, instance, log, tracing }),
    createSyncPart(sync, tracker),
    { start: () => startTidyingFiles(sync) },
    { start: () => startHousekeeping(database.db, now, log, licence, config) },
    { start: () => startContactScan(context) },
    { start: () => startKeyAgeScan(context) },
    { start: () => startLookingForNeeds(notices, parts.noticeEveryMs) },
  ])
  database.onCommitted(CONNECTION_CHANGED, () => restores.note())
  database.onCommitted(SYNC_DUE, () => restores.note())
  logMessages(log, database)
  const services = {
    context,
    sync,
    diagnose: createDiagnosis({ context, guard, discovery }),
    node: createNodeDetails(details),
    pairing: createPairingService({ database, vault, identity, publicUrl, checkUrl, now }),
    health: createHealth({ database, areQueuesRunning: () => background.isRunning() && !draining.signal.aborted }),
    metrics: createMetrics(database, () => watch.broken() === undefined),
    audit: createAuditService(database, vault, { anchor, watch, now }),
    jobs: createJobs(database, now),
    licences,
    notices: createNotices(notices),
    trackers: createTrackers({ database, now }),
    console: createConsole({
      database,
      vault,
      consoleUrl: parts.consoleUrl,
      now,
      masterKey: masterKeys.current,
      passwordCost: parts.passwordCost,
    }),
    settings,
  }
  return {
    nonces,
    services: {
      ...services,
      operations: createOperations(services),
      callers: createCallers(context, config.operatorToken),
      sessions: services.console.sessions,
      ownNotices: createOwnNotices(notices),
    },
    start: () => background.start(),
    drain: () => {
      draining.abort()
      remote.endWaits()
    },
    stop: () => background.stop(),
  }
}

/** A change wakes the sealer, so that its entry does not wait for the next look. */
function sealWhatChanges(database: Database, sealer: AuditSealer): () => Promise<void> {
  const unsubscribe = database.onCommitted(CONNECTION_CHANGED, () => sealer.wake())
  return () => {
    unsubscribe()
    return sealer.stop()
  }
}

/** Replicas share the master key, so any of them takes a nonce of another. */
const nonceSecret = (masterKey: Uint8Array): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', masterKey, new Uint8Array(0), 'accord-nonces', 32))
