import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { RecordAccess } from './access/access-control.ts'
import { SessionRegistry } from './access/session-registry.ts'
import { TransactionQuotas } from './access/transaction-quotas.ts'
import { SessionRules } from './access/session-rules.ts'
import { MovableClock } from './clock.ts'
import type { EngineParts, Log, ScriptEngine, SimulatorParts } from './contracts.ts'
import { Ledger } from './coverage/ledger.ts'
import { createScriptEngine } from './engine/script-engine.ts'
import { Faults } from './faults/faults.ts'
import { createApplication } from './application.ts'
import { Installations } from './installer/installations.ts'
import type { Decide } from './installer/update-sets/preview-update-set.ts'
import type { InstalledPackage } from './package/apply-package.ts'
import { nameInstance } from './name-instance.ts'
import { AttachmentFiles } from './records/attachment-files.ts'
import { grantRoles } from './records/base/grant-roles.ts'
import { defaultUsers, type SimulatedUser } from './records/base/seed-people.ts'
import { activateLanguages } from './records/base/seed-languages.ts'
import { openStore } from './records/open-store.ts'
import type { MemoryStore } from './records/record-store.ts'
import { InnerRequests } from './rest/batch/inner-requests.ts'
import { createScheduler } from './rules/scheduler.ts'
import { NEWEST_RELEASE, type Release } from './releases.ts'
import { Timing } from './timing.ts'

export interface InstanceOptions {
  /** Shown on every page; also part of the cookie's name. */
  readonly name: string
  /** 0: any free port. */
  readonly port: number
  readonly host?: string
  /** Address by which others reach it, where a proxy stands before it; else the one at which it listens. */
  readonly publicUrl?: string
  /** Where the instance keeps its data. Absent: it forgets everything when it ends. */
  readonly dataDir?: string
  /** Data directory of another instance, of which this one begins as a copy. */
  readonly cloneOf?: string
  /** Some thousand generated rows of people, configuration items and work. */
  readonly demoSet?: boolean
  /** Sessions as on the platform: one transaction at a time, a bounded queue, an end when nobody is there. False switches it off. */
  readonly strict?: boolean
  /** Whose engine and session rules hold; the newest unless asked. */
  readonly release?: Release
  /** Languages beside English whose plugins are active, by id: `de`. */
  readonly languages?: readonly string[]
  readonly users?: readonly SimulatedUser[]
  readonly clock?: MovableClock
  /** Milliseconds until queued rules, events and jobs begin; 0 unless asked. */
  readonly schedulerDelayMs?: number
  readonly log?: Log
}

export interface SimulatedInstance {
  /** Where it listens. */
  readonly baseUrl: string
  readonly store: MemoryStore
  readonly engine: ScriptEngine
  /** Resolves when due jobs have run and no queued business rule is left. */
  settled(): Promise<void>
  readonly clock: MovableClock
  readonly timing: Timing
  readonly faults: Faults
  readonly ledger: Ledger
  /** Installs a zip that `now-sdk pack` made. Rejects with PackageRefused; the instance is then as it was. */
  installPackage(zipPath: string, options?: { readonly demoData?: boolean }): Promise<InstalledPackage>
  /**
   * Previews an update set saved as XML and commits it. Rejects with PackageRefused, also where `decide` has no answer to
   * what the preview asks; the instance is then as it was.
   */
  commitUpdateSet(xmlPath: string, decide?: Decide): Promise<InstalledPackage>
  close(): Promise<void>
}

/** Starts an instance: records, rights, scripts, installer and HTTP, ready when the promise is. */
export async function createInstance(options: InstanceOptions): Promise<SimulatedInstance> {
  const log: Log = options.log ?? (() => undefined)
  const clock = options.clock ?? new MovableClock()
  const timing = new Timing()
  timing.set({ delayMs: options.schedulerDelayMs ?? 0 })
  const ledger = new Ledger()
  const users = options.users ?? defaultUsers
  const notSimulated = (what: string) => ledger.notSimulated(what)
  const opened = openStore({
    clock,
    notSimulated,
    dropped: (what) => ledger.countMissing(what),
    users,
    ...(options.dataDir === undefined ? {} : { dataDir: options.dataDir }),
    demoSet: options.demoSet ?? false,
    ...(options.cloneOf === undefined ? {} : { cloneOf: options.cloneOf }),
  })
  const { store } = opened
  activateLanguages(store, options.languages ?? [])
  const release = options.release ?? NEWEST_RELEASE
  const settings = { instanceName: options.name, baseUrl: '', release }
  const sessionRules = new SessionRules(options.strict ?? true, release)
  const sessions = new SessionRegistry(store, options.name, () => clock.now(), sessionRules)
  /** Rights need scripts and scripts need rights: the engine is looked up when the first rule has a script. */
  const late: { engine?: ScriptEngine } = {}
  const engineOf = () => late.engine ?? notSimulated('a script before the engine has started')
  const access = new RecordAccess({
    store,
    notSimulated,
    engine: engineOf,
    ancestry: (table) => store.schema.ancestry(table),
    writes: () => store.rows.writes,
  })
  const engineParts: EngineParts = {
    store,
    attachments: new AttachmentFiles(store),
    access,
    sessions,
    quotas: new TransactionQuotas({ store, ledger }),
    clock,
    ledger,
    settings,
    timing,
    log,
  }
  const engine = createScriptEngine(engineParts)
  late.engine = engine
  const parts: SimulatorParts = { ...engineParts, engine }
  const scheduler = createScheduler(parts)
  scheduler.start()
  const faults = new Faults(store)
  const installations = new Installations(store, clock, log, () => grantRoles(store, users))
  const server = createServer(
    createApplication({
      ...parts,
      innerRequests: new InnerRequests(),
      store,
      sessions,
      sessionRules,
      ledger,
      clock,
      faults,
      installations,
      settled: () => scheduler.settled(),
    }),
  )
  const stop = async () => {
    await engine.close()
    opened.close()
  }
  await listen(server, options).catch(async (error: unknown) => {
    await stop()
    throw error
  })
  const { address, port } = server.address() as AddressInfo
  const listensAt = `http://${address}:${port}`
  settings.baseUrl = options.publicUrl ?? listensAt
  nameInstance(store, settings)

  return {
    baseUrl: listensAt,
    store,
    engine,
    settled: () => scheduler.settled(),
    clock,
    timing,
    faults,
    ledger,
    installPackage: async (zipPath, { demoData = true } = {}) => {
      const installed = await installations.install(await readFile(zipPath), demoData)
      store.flush()
      return installed
    },
    commitUpdateSet: async (xmlPath, decide) => {
      const installed = installations.commitUpdateSet(xmlPath, await readFile(xmlPath), decide)
      store.flush()
      return installed
    },
    close: async () => {
      faults.clear()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      scheduler.stop()
      await stop()
    },
  }
}

const listen = (server: Server, { port, host = '127.0.0.1' }: InstanceOptions): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
