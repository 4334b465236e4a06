import { INSTANCE_SYNC_LIMITS } from '@accord/shared/protocol'
import type { PullAnswer } from '@accord/shared/schemas'

import type { ChangeNotice, Watcher } from '../tracker.ts'
import { outcomeOf } from './plan-outcome.ts'
import { readExisting, type Reading } from './read-records.ts'

type Notice = PullAnswer['notices'][number]

/** What the instance may forget with the next pull: it was taken. */
interface Taken {
  notices: string[]
  plans: string[]
}

export interface Pulled {
  /** Something that the next pull says may be forgotten. */
  readonly hasNews: boolean
  /** More will come soon. */
  readonly isMoving: boolean
}

export type Pull = () => Promise<Pulled>

export function createPull(reading: Reading, watcher: Watcher): Pull {
  const { calls } = reading
  let taken: Taken = { notices: [], plans: [] }
  return async () => {
    const handled = taken
    const answer = await calls.pull({ forgetNotices: handled.notices, forgetPlans: handled.plans })
    taken = { notices: [], plans: [] }
    if (answer.plans.length > 0) {
      await watcher.onWritten(await Promise.all(answer.plans.map((plan) => outcomeOf(reading, plan))))
      taken.plans = answer.plans.map(({ plan }) => plan)
    }
    if (answer.notices.length > 0) {
      await watcher.onNotices(await changesOf(reading, answer.notices))
      taken.notices = answer.notices.map(({ id }) => id).slice(0, INSTANCE_SYNC_LIMITS.forget)
    }
    const hasNews = answer.plans.length > 0 || answer.notices.length > 0
    return { hasNews, isMoving: hasNews || answer.hasMore || answer.waiting > 0 }
  }
}

/** A notice names a record; which version it has, and which triggers it matches, the record says itself. */
async function changesOf({ calls }: Reading, notices: readonly Notice[]): Promise<readonly ChangeNotice[]> {
  const kinds = new Map<string, { readonly table: string; readonly hasFile: boolean }>()
  for (const { table, record, kind } of notices)
    kinds.set(record, { table, hasFile: kind === 'file' || kinds.get(record)?.hasFile === true })
  const places = [...kinds].map(([id, { table }]) => ({ table, id }))
  const answers = await readExisting(calls, places)
  return answers.map(({ table, id, record }) => ({
    table,
    id,
    // A file changes no version of its record, and a record that cannot be read has none.
    ...(record && kinds.get(id)?.hasFile !== true && { version: String(record.version) }),
    triggers: record?.watches ?? [],
  }))
}
