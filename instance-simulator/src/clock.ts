import type { Clock } from './contracts.ts'

/** Real time plus an offset that tests set; it never runs backwards by itself. */
export class MovableClock implements Clock {
  #offsetMs = 0
  #frozenAt: number | undefined
  readonly #listeners = new Set<() => void>()

  now(): number {
    return this.#frozenAt ?? Date.now() + this.#offsetMs
  }

  /** Tells whoever waits for a due time (scheduled jobs) that time has jumped. Returns how to stop listening. */
  onMove(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  advance(ms: number): void {
    if (this.#frozenAt === undefined) this.#offsetMs += ms
    else this.#frozenAt += ms
    this.#tell()
  }

  set(ms: number): void {
    if (this.#frozenAt === undefined) this.#offsetMs = ms - Date.now()
    else this.#frozenAt = ms
    this.#tell()
  }

  freeze(): void {
    this.#frozenAt = this.now()
  }

  thaw(): void {
    if (this.#frozenAt === undefined) return
    this.#offsetMs = this.#frozenAt - Date.now()
    this.#frozenAt = undefined
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}
