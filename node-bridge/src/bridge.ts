import { fileURLToPath } from 'node:url'

import { HUB_OBJECT_VERSIONS, LIMITS, REST_VERSIONS, type VersionRange } from '@accord/shared/protocol'
import type { Finding } from '@accord/shared/schemas'
import type { Logger } from 'pino'

import { entrySigner } from './audit/entry-proof.ts'
import { createStopList, type StopList } from './compose/stop-list.ts'
import type { Config } from './config/config.ts'
import { composeServices, type NodeServices } from './compose/compose-services.ts'
import { PASSWORD_COST, type PasswordCost } from './console/passwords.ts'
import { consoleUrlOf } from './config/console-url.ts'
import { guardDataFiles } from './files/guard-data-files.ts'
import { type Listeners, openListeners } from './http/listeners.ts'
import { createApp } from './http/app.ts'
import { createIsProxy } from './http/forwarded-address.ts'
import { loadMasterKeys, type MasterKeys } from './master-key/master-key.ts'
import { masterKeyOriginOf } from './master-key/rotate-master-key.ts'
import { createVault } from './vault/vault.ts'
import { createOutboundProxy } from './network/outbound-proxy.ts'
import { createLog } from './observability/log.ts'
import { consoleNotice } from './observability/console-notice.ts'
import { pairingNotice } from './observability/pairing-notice.ts'
import { requireDataDir } from './files/require-data-dir.ts'
import { type Database, openDatabase } from './store/engine/database.ts'
import { holdDatabase } from './store/engine/hold-database.ts'
import { returnAllLeases } from './store/jobs/serial-queue-leases.ts'
import { storageFailureOf } from './store/engine/storage-failure.ts'
import type { Tracker } from './trackers/tracker.ts'
import type { Tracing } from './tracing/tracing.ts'

/** A running node. */
export interface Bridge {
  /** The public URL, without a trailing slash. */
  readonly baseUrl: string
  /** Where it listens on this machine. */
  readonly listenUrl: string
  /** The same for operator and console, where they have a port of their own. */
  readonly adminUrl: string
  readonly services: NodeServices
  /** Lets requests and jobs at work finish, then closes the database. */
  close(): Promise<void>
}

/** What tests put in the place of the real thing. */
export interface BridgeOverrides {
  readonly log?: Logger
  readonly now?: () => Date
  /** How long accept waits for the source's answer; 8 s when absent. */
  readonly acceptWaitMs?: number
  /** Between two contacts of a connection, on the average; LIMITS.contactEveryMs when absent. */
  readonly contactEveryMs?: number
  /** Between two times that the whole audit log is followed; ten minutes when absent. */
  readonly auditEveryMs?: number
  /** Between two looks for what needs a person. */
  readonly noticeEveryMs?: number
  /** Versions of the node-to-node protocol that this node says it speaks; REST_VERSIONS when absent. */
  readonly restVersions?: VersionRange
  /** The same of the objects that travel by it; HUB_OBJECT_VERSIONS when absent. */
  readonly hubObjectVersions?: VersionRange
  /** What a guess at a password of the console costs; PASSWORD_COST when absent. */
  readonly passwordCost?: PasswordCost
  /** Where the records are, for a node of this instance uid. */
  readonly createTracker?: (instanceUid: string) => Tracker
  /** Where the pairing code is shown to the person at the terminal. */
  readonly show?: (text: string) => void
}

/** Where `npm run build:console` leaves the console's pages. */
const PAGES = fileURLToPath(new URL('../../console/dist', import.meta.url))
const ACCEPT_WAIT_MS = 8000
const AUDIT_EVERY_MS = 600_000
const NOTICE_EVERY_MS = 60_000

/**
 * Starts a node: opens its database, makes its identity at the first start, listens, and begins the background work.
 * While no instance is paired it shows a fresh pairing code. Throws for settings, keys or a database that do not fit.
 */
export async function createBridge(config: Config, overrides: BridgeOverrides = {}): Promise<Bridge> {
  requireDataDir(config.dataDir)
  const open = createStopList()
  try {
    return await startBridge(config, overrides, open)
  } catch (error) {
    await open.stop().catch(() => undefined)
    throw error
  }
}

async function startBridge(config: Config, overrides: BridgeOverrides, open: StopList): Promise<Bridge> {
  if (config.databaseUrl === undefined) open.add(holdDatabase(config.dataDir))
  const log = overrides.log ?? createLog(config)
  const now = overrides.now ?? (() => new Date())
  const masterKeys = loadMasterKeys(masterKeyOriginOf(config))
  const notices = guardDataFiles(config.dataDir, config.settingsFiles, log)
  const isProxy = createIsProxy(config.trustedProxies)
  const signer = entrySigner(createVault(masterKeys.current))
  const onFault = {
    idleConnection: (error: Error) => log.warn({ err: error }, 'an idle connection was lost'),
    listener: (error: unknown) => log.error({ err: error }, 'what follows a commit has failed'),
  }
  const database = await openDatabase(config, onFault, signer)
  open.add(() => database.close())
  const doors = await openListeners(config, isProxy)
  open.add(() => doors.close(0))
  return serve({ config, overrides, log, now, masterKeys, notices, database, doors, open })
}

interface Opened {
  readonly config: Config
  readonly overrides: BridgeOverrides
  readonly log: Logger
  readonly now: () => Date
  readonly masterKeys: MasterKeys
  /** What the operator should know of this start. */
  readonly notices: readonly Finding[]
  readonly database: Database
  readonly doors: Listeners
  readonly open: StopList
}

async function serve(opened: Opened): Promise<Bridge> {
  const { config, overrides, log, now, masterKeys, notices, database, doors, open } = opened
  const baseUrl = config.publicUrl ?? doors.publicUrl
  const consoleUrl = consoleUrlOf(config, baseUrl, Number(new URL(doors.adminUrl).port))
  const special = {
    acceptWaitMs: overrides.acceptWaitMs ?? ACCEPT_WAIT_MS,
    contactEveryMs: overrides.contactEveryMs ?? LIMITS.contactEveryMs,
    auditEveryMs: overrides.auditEveryMs ?? AUDIT_EVERY_MS,
    noticeEveryMs: overrides.noticeEveryMs ?? NOTICE_EVERY_MS,
    passwordCost: overrides.passwordCost ?? PASSWORD_COST,
    restVersions: overrides.restVersions ?? REST_VERSIONS,
    hubObjectVersions: overrides.hubObjectVersions ?? HUB_OBJECT_VERSIONS,
    createTracker: overrides.createTracker,
  }
  const tracing = await startTracing(config, log)
  open.add(() => tracing?.close())
  const parts = { config, database, masterKeys, notices, publicUrl: baseUrl, consoleUrl, log, now, tracing }
  const composed = await composeServices({ ...parts, ...special })
  const { services, nonces } = composed
  const { trustedProxies } = config
  const console = config.console ? { consoleUrl, pagesDirectory: PAGES } : undefined
  const served = { publicUrl: baseUrl, nonces, log, now, trustedProxies, tracing, console }
  doors.receive((half) => createApp(services, { ...served, half, outageOf: storageFailureOf }))
  // The embedded database has one process; a replica on PostgreSQL waits for the leases of a dead one to run out.
  if (database.dialect === 'sqlite') await returnAllLeases(database.db)
  open.add(() => composed.stop())
  composed.start()
  // Whoever is under way is answered first; closing a door that is closed already does nothing.
  open.add(() => {
    composed.drain()
    return doors.close(config.drainSeconds * 1000)
  })
  const listening = doors.areParted ? [doors.publicUrl, doors.adminUrl] : doors.publicUrl
  log.info({ listening, publicUrl: baseUrl, database: database.dialect }, 'the node is ready')
  const { pairing } = await services.pairing.describe()
  const show = overrides.show ?? ((text: string) => void process.stdout.write(text))
  if (!pairing) show(pairingNotice(await services.pairing.issueCode()))
  const link = config.console ? await services.console.issueFirstLink() : undefined
  if (link) show(consoleNotice(link))
  return {
    baseUrl,
    listenUrl: doors.publicUrl,
    adminUrl: doors.adminUrl,
    services,
    close: () => open.stop().then(() => log.info('the node has stopped')),
  }
}

/** What is not asked for is not even loaded. */
async function startTracing(config: Config, log: Logger): Promise<Tracing | undefined> {
  const { otlpEndpoint, otlpHeaders } = config
  if (otlpEndpoint === undefined) return undefined
  const { startOtlpTracing } = await import('./tracing/otlp-tracing.ts')
  return startOtlpTracing({ endpoint: otlpEndpoint, headers: otlpHeaders, proxy: createOutboundProxy(config), log })
}
