import type { Database } from '../../store/engine/database.ts'
import { addTally, type Tally, type TalliedRules } from '../../store/sync/rules-tallies.ts'

/** What one run of published rules came to. */
export interface RulesRun extends TalliedRules {
  readonly kind: 'wrote' | 'failed' | 'rested'
}

/** Counts of what versions have done: kept in memory, since a row of its own for each run would be what every pair waits for. */
export interface RulesTallies {
  readonly note: (run: RulesRun) => void
  /** Writes what was counted since the last time. What could not be written is written the next time. */
  readonly save: (database: Pick<Database, 'transaction'>) => Promise<void>
}

export function createRulesTallies(now: () => Date): RulesTallies {
  let counted = new Map<string, Tally>()
  const note = (run: RulesRun) => add(counted, tallyOf(run, now()))
  return {
    note,
    save: async ({ transaction }) => {
      if (counted.size === 0) return
      const saved = counted
      counted = new Map()
      try {
        // In one order, so that two replicas never wait for each other.
        const tallies = [...saved].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, tally]) => tally)
        await transaction(async (within) => {
          for (const tally of tallies) await addTally(within, tally)
        })
      } catch (error) {
        for (const tally of saved.values()) add(counted, tally)
        throw error
      }
    },
  }
}

const tallyOf = ({ kind, ...rules }: RulesRun, at: Date): Tally => ({
  ...rules,
  runs: 1,
  writes: kind === 'wrote' ? 1 : 0,
  failures: kind === 'failed' ? 1 : 0,
  firstAt: at,
  lastAt: at,
})

function add(counted: Map<string, Tally>, more: Tally): void {
  const name = [more.connectionId, more.table, more.direction, more.version].join(' ')
  const known = counted.get(name)
  counted.set(name, known ? sumOf(known, more) : more)
}

const sumOf = (one: Tally, other: Tally): Tally => ({
  ...one,
  runs: one.runs + other.runs,
  writes: one.writes + other.writes,
  failures: one.failures + other.failures,
  firstAt: one.firstAt < other.firstAt ? one.firstAt : other.firstAt,
  lastAt: one.lastAt > other.lastAt ? one.lastAt : other.lastAt,
})
