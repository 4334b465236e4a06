import type { Answerer } from '../../sandbox/index.ts'
import { type CanaryPair, joinCanary, leaveCanary, listCanaryPairs } from '../../store/sync/canary-pairs.ts'
import { listRunningCanaries, type RulesCanary } from '../../store/sync/rules-canaries.ts'
import { findRules, type RulesRecord } from '../../store/sync/sync-rules.ts'
import type { Item } from '../items/item.ts'
import type { SyncContext } from '../items/sync-context.ts'
import { hasEnded } from '../pairs/pair-state.ts'

export interface Member {
  readonly canary: RulesCanary
  readonly member: CanaryPair
}

/** Pairs that run by rules which are only tried, by their ids. */
export type Canaries = ReadonlyMap<string, Member>

/** Gives the places that are left to pairs that have something to do. Undefined where nothing is tried for any of them. */
export async function joinCanaries(context: SyncContext, items: readonly Item[]): Promise<Canaries | undefined> {
  const { db } = context.database
  const running = await listRunningCanaries(
    db,
    items.map(({ stored }) => stored),
  )
  if (running.length === 0) return undefined
  const members = new Map<string, Member>()
  for (const canary of running) {
    const wanting = items.filter(
      ({ stored, pair }) =>
        stored.connectionId === canary.connectionId &&
        stored.table === canary.table &&
        // What was planned by the version of before is concluded by it.
        pair.inbound?.phase !== 'planned' &&
        !hasEnded(pair),
    )
    for (const member of await fillPlaces(context, canary, wanting)) members.set(member.itemId, { canary, member })
  }
  return members
}

async function fillPlaces(
  { database: { db }, now }: SyncContext,
  { id: canaryId, ofPairs }: RulesCanary,
  wanting: readonly Item[],
): Promise<readonly CanaryPair[]> {
  let members = await listCanaryPairs(db, canaryId)
  if (members.length >= ofPairs) {
    await leaveCanary(db, canaryId)
    members = await listCanaryPairs(db, canaryId)
  }
  const known = new Set(members.map(({ itemId }) => itemId))
  const taken = new Set(members.map(({ place }) => place))
  let place = 1
  for (const { stored } of wanting.filter((each) => !known.has(each.stored.id))) {
    // A place that another replica takes at the same moment is its own; the next one is tried.
    for (let isIn = false; !isIn && place <= ofPairs; place++)
      if (!taken.has(place))
        isIn = await joinCanary(db, { canaryId, itemId: stored.id, place, faultBefore: stored.fault, at: now() })
  }
  return listCanaryPairs(db, canaryId)
}

/** Does it fail by the version of before as well? `run`: with a context in which that counts; answers whether it fails. */
export async function failsAsBefore(
  context: SyncContext,
  { stored }: Item,
  run: (before: SyncContext) => Promise<boolean>,
): Promise<boolean> {
  const { db } = context.database
  const { connectionId, table } = stored
  const [outgoing, incoming] = await Promise.all([
    findRules(db, { connectionId, table, direction: 'outgoing' }),
    findRules(db, { connectionId, table, direction: 'incoming' }),
  ])
  if (!outgoing || !incoming) return false
  const draft: Readonly<Record<RulesRecord['direction'], RulesRecord>> = { outgoing, incoming }
  const { met: _, ...others } = context
  return run({ ...others, draft })
}

const ACCEPTED = JSON.stringify({ status: 202, body: 'null' })

/** For a run of which nothing may be seen outside: what acts on the world is not done, and the script goes on as if it were. */
export const asIfDone =
  (answer: Answerer): Answerer =>
  async (questions) => {
    const answers = await answer(questions.filter(({ kind }) => kind === 'lookup'))
    let place = 0
    return questions.map(({ kind }) => (kind === 'lookup' ? (answers[place++] ?? 'null') : ACCEPTED))
  }
