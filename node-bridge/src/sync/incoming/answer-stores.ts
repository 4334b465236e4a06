import { type Fields, withPlan, type WritePlan } from '../../trackers/record.ts'
import type { StoreAsked } from '../rules/index.ts'
import type { SyncContext } from '../items/sync-context.ts'
import type { Arrival } from './plan-incoming.ts'
import { nextPlaceOf, type RunStart, type SavedPoint } from './saved-points.ts'

/** So often a script may have written what it has planned so far, for one message: each is a round of the run, of eight. */
const MOST_STORES = 5

/** A run stops here: what it has planned so far is written first, and then it is repeated. */
export class WritesFirst extends Error {
  override readonly name = 'WritesFirst'
  readonly asked: StoreAsked
  constructor(asked: StoreAsked) {
    super('The record is written before the script goes on')
    this.asked = asked
  }
}

export interface Stores {
  /** Answers the fields of the record once it is written. Throws `WritesFirst` where it is not yet. */
  store(asked: StoreAsked): Promise<Fields | undefined>
  /** Of a draft nothing is written: what it wanted written on its way stands in its plan. */
  withTried(plan: WritePlan): WritePlan
}

const isEmpty = ({ fields, entries }: StoreAsked) => Object.keys(fields).length + entries.length === 0

export function answerStores(
  { draft }: SyncContext,
  { item, read }: Arrival,
  { input: { record } }: RunStart,
  points: readonly SavedPoint[],
): Stores {
  const tried: StoreAsked[] = []
  const all = ({ fields, writeOnly }: typeof record): Fields => ({ ...writeOnly, ...fields })
  return {
    store: async (asked) => {
      if (draft) {
        tried.push(asked)
        return all(tried.reduce(withPlan, record))
      }
      const known = points.find(({ key }) => key === asked.key)
      if (known) return known.after
      if (isEmpty(asked) && read.kind === 'record') return all(read.record)
      if (nextPlaceOf(item) >= MOST_STORES) return undefined
      throw new WritesFirst(asked)
    },
    withTried: (plan) => ({
      ...plan,
      fields: Object.assign({}, ...tried.map(({ fields }) => fields), plan.fields) as Fields,
      entries: [...tried.flatMap(({ entries }) => entries), ...plan.entries],
    }),
  }
}
