import type { PublishSyncRequest, ShadowedPair } from '@accord/shared/schemas'
import { SYNC_LIMITS } from '@accord/shared/sync'

import type { NodeClient } from '../node-client.ts'

/** So many pairs tell what rules do: those that changed last. */
const PAIRS = 200
/** More than this share of the pairs changing is seldom what somebody meant. */
const MANY = 0.1

export interface Shadowed {
  readonly pairs: number
  readonly changes: number
  readonly stops: number
  readonly fails: number
  readonly widens: number
  /** Why nobody publishes this without saying so, as the page asks. */
  readonly asks: readonly string[]
}

type Draft = Pick<PublishSyncRequest, 'table' | 'outgoing' | 'incoming' | 'mayWiden'>

/** Runs rules over the newest pairs beside those that are published, and writes nothing. */
export async function shadowRules(
  node: NodeClient,
  connectionId: string,
  { table, outgoing, incoming, mayWiden }: Draft,
): Promise<Shadowed> {
  const params = { connectionId }
  const { items } = await node.call('listSyncItems', { params, query: { limit: String(PAIRS) } })
  const pairs: ShadowedPair[] = []
  for (let at = 0; at < items.length; at += SYNC_LIMITS.shadowPairs) {
    const itemIds = items.slice(at, at + SYNC_LIMITS.shadowPairs).map(({ id }) => id)
    const body = { table, outgoing, incoming, mayWiden, itemIds }
    pairs.push(...(await node.call('shadowScripts', { params, body })).pairs)
  }
  return found(pairs)
}

function found(pairs: readonly ShadowedPair[]): Shadowed {
  const count = (is: (pair: ShadowedPair) => boolean) => pairs.filter(is).length
  const widens = count(({ outgoing }) => outgoing?.kind === 'changes' && outgoing.widens > 0)
  const fails = count(({ outgoing, incoming }) => outgoing?.kind === 'fails' || incoming?.kind === 'fails')
  const changes = count(({ outgoing }) => outgoing?.kind === 'changes')
  const stops = count(({ outgoing }) => outgoing?.kind === 'stops' && !outgoing.asToday)
  const reasons = {
    [`work notes of ${widens} records would leave that did not`]: widens > 0,
    [`${fails} pairs would fail, the first of them ${firstThatFails(pairs)}`]: fails > 0,
    [`${changes + stops} of ${pairs.length} pairs would change`]: changes + stops > pairs.length * MANY,
  }
  const asks = Object.keys(reasons).filter((reason) => reasons[reason])
  return { pairs: pairs.length, changes, stops, fails, widens, asks }
}

function firstThatFails(pairs: readonly ShadowedPair[]): string {
  for (const { key, itemId, outgoing, incoming } of pairs) {
    const failed = [outgoing, incoming].find((each) => each?.kind === 'fails')
    if (failed?.kind === 'fails') return `${key ?? itemId}: ${failed.fault.code}, ${failed.fault.message}`
  }
  return ''
}
