import type { Row, SimulatorParts } from '../contracts.ts'
import { isOn, rowsOf, scheduledEvents } from '../engine/metadata.ts'
import { parseInstant } from '../records/calendar.ts'
import { mannersOf } from '../records/manners.ts'
import { nextRun, unsimulatedSchedule } from './next-run.ts'

/** Longest sleep: jobs that appear meanwhile are found at the latest then. */
const MAX_SLEEP_MS = 15_000

export interface Scheduler {
  /** Watches the clock from now on. */
  start(): void
  stop(): void
  /** Runs what is due by the clock and waits for it, and for everything that it queued. */
  settled(): Promise<void>
}

const SCHEDULE_FIELDS = [
  'run_type',
  'run_time',
  'run_period',
  'run_start',
  'run_end',
  'run_dayofweek',
  'run_daysofweek',
  'run_dayofmonth',
  'time_zone',
  'entered_time',
  'repeat_every',
]
const writtenAt = (job: Row) => Date.parse(`${(job['sys_updated_on'] ?? '').replace(' ', 'T')}Z`) || 0

interface Plan {
  readonly stamp: string
  readonly dueAt: number | undefined
}

/** Runs scheduled jobs by the simulator's clock: a jump over several periods runs a job once, as a late node would. */
class ClockScheduler implements Scheduler {
  readonly #parts: SimulatorParts
  readonly #plans = new Map<string, Plan>()
  #timer: NodeJS.Timeout | undefined
  readonly #active = new Map<string, Promise<unknown>>()
  #unlisten: (() => void)[] = []
  #startedAt = 0

  constructor(parts: SimulatorParts) {
    this.#parts = parts
  }

  start(): void {
    const tick = () => this.#tick()
    this.#unlisten = [this.#parts.clock.onMove(tick), this.#parts.timing.onChange(tick)]
    this.#startedAt = this.#parts.clock.now()
    this.#tick()
  }

  stop(): void {
    clearTimeout(this.#timer)
    for (const unlisten of this.#unlisten) unlisten()
    this.#unlisten = []
  }

  async settled(): Promise<void> {
    this.#tick()
    const { timing } = this.#parts
    while (!timing.paused && this.#active.size > 0)
      await Promise.race([Promise.all(this.#active.values()), timing.changed()])
    await this.#parts.engine.settled()
  }

  #jobs(): readonly Row[] {
    const { store, ledger } = this.#parts
    return rowsOf(store, 'sysauto_script', '').filter((job) => {
      if (!isOn(job['active'])) return false
      const reason = unsimulatedSchedule(job)
      if (reason !== undefined) ledger.refused('sysauto_script', job['sys_id'] ?? '', `not simulated: ${reason}`)
      return reason === undefined
    })
  }

  /** Jobs whose time has come. A new or changed one counts from when it was written, not from when we noticed. */
  #plan(now: number): Row[] {
    const due: Row[] = []
    const { zone } = mannersOf(undefined, (name) => this.#parts.store.property(name))
    for (const job of this.#jobs()) {
      const sysId = job['sys_id'] ?? ''
      const stamp = JSON.stringify([zone, ...SCHEDULE_FIELDS.map((field) => job[field])])
      const known = this.#plans.get(sysId)
      const dueAt = known?.stamp === stamp ? known.dueAt : nextRun(job, Math.max(this.#startedAt, writtenAt(job)), zone)
      const isDue = dueAt !== undefined && dueAt <= now
      if (isDue) due.push(job)
      this.#plans.set(sysId, { stamp, dueAt: isDue ? nextRun(job, now, zone) : dueAt })
    }
    return due
  }

  #tick(): void {
    // An overdue scheduler notices later what has become due.
    if (!this.#parts.timing.paused) {
      for (const job of this.#plan(this.#parts.clock.now())) this.#begin(job)
      this.#parts.engine.runDueEvents()
    }
    this.#sleep()
  }

  /** Jobs run beside each other; one that still runs is left out, or begins again where overlapping is asked for. */
  #begin(job: Row): void {
    const sysId = job['sys_id'] ?? ''
    const earlier = this.#active.get(sysId)
    if (earlier && !this.#parts.timing.overlap) return
    const run: Promise<unknown> = Promise.all([earlier, this.#run(job, sysId)]).finally(() => {
      if (this.#active.get(sysId) === run) this.#active.delete(sysId)
    })
    this.#active.set(sysId, run)
  }

  async #run(job: Row, sysId: string): Promise<void> {
    await this.#parts.timing.turn(Date.now())
    // Nothing is left of the schedule of a job that was switched off or deleted while it waited.
    if (!isOn(this.#parts.store.find('sysauto_script', sysId)?.['active'])) return
    try {
      await this.#parts.engine.runScheduledJob(sysId)
    } catch (error) {
      this.#parts.log('error', `Scheduled job ${job['name']} failed`, { reason: String(error) })
    }
  }

  #eventTimes(): readonly number[] {
    return scheduledEvents(this.#parts.store).map((event) => parseInstant(event['process_on'] ?? ''))
  }

  #sleep(): void {
    clearTimeout(this.#timer)
    if (this.#unlisten.length === 0) return
    const now = this.#parts.clock.now()
    const times = [...[...this.#plans.values()].map(({ dueAt }) => dueAt), ...this.#eventTimes()]
    const waits = times.flatMap((at) => (at === undefined ? [] : [at - now]))
    this.#timer = setTimeout(() => this.#tick(), Math.max(0, Math.min(...waits, MAX_SLEEP_MS)))
    this.#timer.unref()
  }
}

export const createScheduler = (parts: SimulatorParts): Scheduler => new ClockScheduler(parts)
