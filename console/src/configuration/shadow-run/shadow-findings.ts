import type { ScriptFault, ShadowedPair } from '@accord/shared/schemas'

export interface FirstPair {
  readonly itemId: string
  /** Null where our record is not known yet. */
  readonly key: string | null
  /** Of the message that is meant, where it is one that is kept. */
  readonly messageId: string | null
}

/** Pairs with which a draft does the same kind of thing, and one of them to look at. */
export interface ShadowGroup {
  readonly kind: ShadowKind
  readonly count: number
  readonly first: FirstPair
  /** Which paths change, the most frequent first. */
  readonly paths: readonly string[]
  /** Of the first that fails. */
  readonly fault: ScriptFault | undefined
}

/**
 * `widens`: work notes leave that did not. `fails`, `stops`: of what is sent; `held`: the message that waits goes on waiting;
 * `goes`: it would be written; `lost`: one that was written and is kept would fail, or stop.
 */
export type ShadowKind = 'widens' | 'fails' | 'held' | 'stops' | 'changes' | 'goes' | 'lost'

/** Why nobody publishes this without a question. */
export type AskReason = 'widens' | 'fails' | 'many'

export interface ShadowFindings {
  readonly total: number
  readonly groups: readonly ShadowGroup[]
  readonly asks: readonly AskReason[]
}

const IS: Readonly<Record<ShadowKind, (pair: ShadowedPair) => boolean>> = {
  widens: ({ outgoing }) => outgoing?.kind === 'changes' && outgoing.widens > 0,
  fails: ({ outgoing }) => outgoing?.kind === 'fails',
  held: ({ incoming, messageId }) => messageId === null && incoming?.kind === 'fails',
  lost: ({ incoming, messageId }) => messageId !== null && (incoming?.kind === 'fails' || incoming?.kind === 'stops'),
  stops: ({ outgoing }) => outgoing?.kind === 'stops' && !outgoing.asToday,
  changes: ({ outgoing }) => outgoing?.kind === 'changes',
  goes: ({ incoming, messageId }) => messageId === null && incoming?.kind === 'goes',
}
const KINDS = Object.keys(IS) as readonly ShadowKind[]

/** More than this share of the pairs changing is seldom what somebody meant. */
const MANY = 0.1

/** What a draft does with the pairs that there are, the most serious first. */
export function shadowFindings(pairs: readonly ShadowedPair[]): ShadowFindings {
  const groups = KINDS.flatMap((kind) => groupOf(kind, pairs.filter(IS[kind])))
  const count = (kind: ShadowKind) => groups.find((group) => group.kind === kind)?.count ?? 0
  const reasons: Readonly<Record<AskReason, boolean>> = {
    widens: count('widens') > 0,
    fails: count('fails') + count('held') + count('lost') > 0,
    many: count('changes') + count('stops') > pairs.length * MANY,
  }
  const asks = (Object.keys(reasons) as AskReason[]).filter((reason) => reasons[reason])
  return { total: pairs.length, groups, asks }
}

function groupOf(kind: ShadowKind, pairs: readonly ShadowedPair[]): readonly ShadowGroup[] {
  const [first] = pairs
  if (!first) return []
  const { itemId, key, messageId, outgoing, incoming } = first
  const failed = [outgoing, incoming].find((each) => each?.kind === 'fails')
  return [
    { kind, count: pairs.length, first: { itemId, key, messageId }, paths: pathsOf(pairs), fault: faultOf(failed) },
  ]
}

const faultOf = (failed: ShadowedPair['outgoing'] | ShadowedPair['incoming'] | undefined) =>
  failed?.kind === 'fails' ? failed.fault : undefined

function pathsOf(pairs: readonly ShadowedPair[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const { outgoing } of pairs)
    for (const path of outgoing?.kind === 'changes' ? outgoing.paths : []) counts.set(path, (counts.get(path) ?? 0) + 1)
  return [...counts].toSorted((one, other) => other[1] - one[1]).map(([path]) => path)
}
