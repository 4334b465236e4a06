import { systemCaller } from '../access/system-callers.ts'
import type { Clock, Log } from '../contracts.ts'
import { applyPackage, type ApplyOptions, type InstalledPackage } from '../package/apply-package.ts'
import { PackageRefused } from '../package/package-refused.ts'
import { readUpdateSet } from '../package/read-update-set.ts'
import { type ReadPackage, readPackage } from '../package/read-package.ts'
import { uninstallPackage } from '../package/uninstall-package.ts'
import { formatInstant } from '../records/calendar.ts'
import type { MemoryStore } from '../records/record-store.ts'
import { finishTracker, startTracker } from './trackers.ts'
import { previewUpdateSet, type Decide, type PreviewProblem } from './update-sets/preview-update-set.ts'

export interface InstallationStart {
  readonly tracker: string
  readonly rollbackContext: string
}

/** Installs and removes packages and writes down what came of it, where the installer will look for it. */
export class Installations {
  readonly #store: MemoryStore
  readonly #clock: Clock
  readonly #log: Log

  readonly #onInstalled: () => void

  constructor(store: MemoryStore, clock: Clock, log: Log, onInstalled: () => void) {
    this.#onInstalled = onInstalled
    this.#store = store
    this.#clock = clock
    this.#log = log
  }

  /** Rejects with PackageRefused when the package is no good; the instance is then as it was. */
  async install(bytes: Buffer, loadDemoData: boolean): Promise<InstalledPackage> {
    const found = await readPackage(bytes)
    this.#refuseForeignPrefix(found.scope)
    return this.#apply(found, { loadDemoData })
  }

  /** What the preview of an update set as XML asks an administrator. */
  preview(file: string, bytes: Buffer): readonly PreviewProblem[] {
    return previewUpdateSet(this.#store, readUpdateSet(file, bytes))
  }

  /** Previews an update set and commits it. Throws as `install`, and where somebody has to decide first. */
  commitUpdateSet(file: string, bytes: Buffer, decide?: Decide): InstalledPackage {
    const answers = this.preview(file, bytes).map((problem) => ({ ...problem, answer: decide?.(problem) }))
    const open = answers.filter(({ answer }) => answer === undefined).map(({ description }) => description)
    if (open.length > 0)
      throw new PackageRefused(`An update set cannot be committed until all problems are resolved: ${open.join('; ')}`)
    const skipped = new Set(answers.filter(({ answer }) => answer === 'skip').map(({ update }) => update))
    return this.#apply(readUpdateSet(file, bytes), { loadDemoData: false, skipped })
  }

  /** Recent releases take no upload under another company's prefix; the answer does not say so, the system log does. */
  #refuseForeignPrefix(scope: string): void {
    const own = this.#store.property('glide.appcreator.company.code')
    const listed = this.#store.property('sn_appauthor.all_company_keys')?.split(',') ?? []
    if (!own || [own, ...listed].some((key) => scope.startsWith(`x_${key.trim()}_`))) return
    const message = `Third party application not allowed: ${scope}`
    this.#store.insert('syslog', { level: '2', message, source: 'com.snc.apps' }, systemCaller)
    throw new PackageRefused('application was null')
  }

  #apply(found: ReadPackage, options: ApplyOptions): InstalledPackage {
    const startedAt = this.#clock.now()
    const installed = applyPackage(this.#store, found, options)
    this.#store.insert(
      'sys_upgrade_history',
      {
        to_version: installed.scope,
        upgrade_started: formatInstant(startedAt),
        upgrade_finished: formatInstant(this.#clock.now()),
        file_count: String(installed.recordCount),
        status: 'complete',
      },
      systemCaller,
    )
    this.#onInstalled()
    this.#log('info', 'A package was installed', { ...installed })
    return installed
  }

  /** The upload's way: the answer names a tracker, and the tracker carries the outcome. */
  async installTracked(bytes: Buffer, loadDemoData: boolean): Promise<InstallationStart> {
    const tracker = startTracker(this.#store, 'Install application')
    const rollback = this.#store.insert(
      'sys_rollback_context',
      { name: 'Install application', state: 'recorded' },
      systemCaller,
    )
    try {
      const { name, version } = await this.install(bytes, loadDemoData)
      finishTracker(this.#store, tracker, {
        status: 'successful',
        message: `${name} ${version} installed`,
        percent: 100,
      })
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      this.#log('warn', 'A package was refused', { reason })
      finishTracker(this.#store, tracker, { status: 'failed', message: reason, percent: 100 })
    }
    return { tracker, rollbackContext: rollback['sys_id'] ?? '' }
  }

  uninstallTracked(scopeSysId: string): string {
    const tracker = startTracker(this.#store, 'Delete application')
    const done = uninstallPackage(this.#store, scopeSysId)
    finishTracker(
      this.#store,
      tracker,
      done
        ? { status: 'successful', message: 'Application deleted', percent: 100 }
        : { status: 'failed', message: `No application ${scopeSysId} is installed`, percent: 100 },
    )
    return tracker
  }
}
