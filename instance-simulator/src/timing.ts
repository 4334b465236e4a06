/** What tests say about when the instance gets round to its background work. */
export interface TimingChanges {
  /** Queued rules, events and jobs begin so much later, in milliseconds of the wall clock. */
  readonly delayMs?: number
  /** The scheduler is overdue: nothing in the background begins until it is resumed. */
  readonly paused?: boolean
  /** A scheduled job may begin again while it still runs. */
  readonly overlap?: boolean
  /** How long one transaction may take, whatever it waits for, before it is cancelled; null: as long as it likes. */
  readonly quotaMs?: number | null
  /** The next scheduled job dies after so many writes, once, as with the node that ran it: what it wrote stays. Null: none. */
  readonly endJobAfterWrites?: number | null
}

/** One instance's background timing; whoever waits learns of every change. */
export class Timing {
  #delayMs = 0
  #paused = false
  #overlap = false
  #quotaMs: number | null = null
  #endJobAfterWrites: number | null = null
  readonly #listeners = new Set<() => void>()

  get delayMs(): number {
    return this.#delayMs
  }
  get paused(): boolean {
    return this.#paused
  }
  get overlap(): boolean {
    return this.#overlap
  }
  get quotaMs(): number | null {
    return this.#quotaMs
  }

  /** Whoever asks is the job that dies. */
  takeEndOfJob(): number | null {
    const writes = this.#endJobAfterWrites
    this.#endJobAfterWrites = null
    return writes
  }

  set(changes: TimingChanges): void {
    this.#delayMs = changes.delayMs ?? this.#delayMs
    this.#paused = changes.paused ?? this.#paused
    this.#overlap = changes.overlap ?? this.#overlap
    if (changes.quotaMs !== undefined) this.#quotaMs = changes.quotaMs
    if (changes.endJobAfterWrites !== undefined) this.#endJobAfterWrites = changes.endJobAfterWrites
    for (const listener of this.#listeners) listener()
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /**
   * Resolves when work that was queued at this moment may begin: after the delay, as it is by then, and not while the
   * scheduler is overdue.
   */
  async turn(queuedAtMs: number): Promise<void> {
    for (;;) {
      const restMs = queuedAtMs + this.#delayMs - Date.now()
      if (this.#paused) await this.changed()
      else if (restMs > 0) await this.changed(restMs)
      else return
    }
  }

  /** Resolves at the next change, at the latest after so many milliseconds. */
  changed(withinMs?: number): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer)
        unlisten()
        resolve()
      }
      const unlisten = this.onChange(done)
      const timer = withinMs === undefined ? undefined : setTimeout(done, withinMs)
      timer?.unref()
    })
  }

  toJSON(): Required<TimingChanges> {
    return {
      delayMs: this.#delayMs,
      paused: this.#paused,
      overlap: this.#overlap,
      quotaMs: this.#quotaMs,
      endJobAfterWrites: this.#endJobAfterWrites,
    }
  }
}

/** Changes as JSON brought them, or what is wrong with them. */
export function readTimingChanges(body: unknown): TimingChanges | string {
  if (typeof body !== 'object' || body === null) return 'An object is expected'
  const { delayMs, paused, overlap, quotaMs, endJobAfterWrites } = body as Record<string, unknown>
  if (delayMs !== undefined && !isDuration(delayMs)) return 'delayMs must be milliseconds, a day at most'
  if (quotaMs !== undefined && quotaMs !== null && !(isDuration(quotaMs) && quotaMs > 0))
    return 'quotaMs must be milliseconds, more than none and a day at most, or null'
  if (paused !== undefined && typeof paused !== 'boolean') return 'paused must be true or false'
  if (overlap !== undefined && typeof overlap !== 'boolean') return 'overlap must be true or false'
  const isCount = Number.isSafeInteger(endJobAfterWrites) && Number(endJobAfterWrites) >= 0
  if (endJobAfterWrites !== undefined && endJobAfterWrites !== null && !isCount)
    return 'endJobAfterWrites must be a number of writes or null'
  return body
}

/** A timer that is set for more than 24 days fires at once. */
const LONGEST_MS = 86_400_000

const isDuration = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value <= LONGEST_MS
