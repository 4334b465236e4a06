import type { SyncFinding } from '@accord/shared/schemas'
import { Refusal } from '../http/refusal.ts'

/** Runs what may be refused for one item of a list: the others go on. */
export function findingOf<T extends object>(work: () => T): T | { readonly refused: SyncFinding } {
  try {
    return work()
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown
    const { code, detail, facts } = thrown
    const names = facts?.['names']
    return { refused: { code, detail, ...(Array.isArray(names) ? { names: names.map(String) } : {}) } }
  }
}
