import type { CoverageLedger } from '../contracts.ts'
import { NotSimulated } from './not-simulated.ts'

const key = (table: string, sysId: string) => `${table}:${sysId}`

/** Counts what ran, what was refused and what was asked for in vain, since the start of the process. */
export class Ledger implements CoverageLedger {
  readonly #runs = new Map<string, number>()
  readonly #refusals = new Map<string, string>()
  readonly #missing = new Map<string, number>()

  executed(table: string, sysId: string): void {
    this.#runs.set(key(table, sysId), this.runsOf(table, sysId) + 1)
  }

  refused(table: string, sysId: string, reason: string): void {
    this.#refusals.set(key(table, sysId), reason)
  }

  notSimulated(what: string): never {
    this.countMissing(what)
    throw new NotSimulated(what)
  }

  /** For a `not simulated` that was thrown elsewhere, e.g. in a worker. */
  countMissing(what: string): void {
    this.#missing.set(what, (this.#missing.get(what) ?? 0) + 1)
  }

  runsOf(table: string, sysId: string): number {
    return this.#runs.get(key(table, sysId)) ?? 0
  }

  refusalOf(table: string, sysId: string): string | undefined {
    return this.#refusals.get(key(table, sysId))
  }

  missing(): readonly { readonly what: string; readonly times: number }[] {
    return [...this.#missing].map(([what, times]) => ({ what, times }))
  }
}
