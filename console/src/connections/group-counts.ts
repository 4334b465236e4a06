import { STATE_GROUPS } from '@accord/shared/protocol'
import type { StateGroup } from '@accord/shared/protocol'
import type { GroupCounts } from '@accord/shared/schemas'

export const GROUPS = Object.keys(STATE_GROUPS) as readonly StateGroup[]

/** How many a group has, as far as anybody counts. */
export const countText = (count: number, upTo: number, language: string): string =>
  new Intl.NumberFormat(language).format(count) + (count >= upTo ? '+' : '')

/** All groups together; `atLeast` where one of them was not counted to its end. */
export function totalOf(counts: GroupCounts): { readonly total: number; readonly atLeast: boolean } {
  return {
    total: GROUPS.reduce((sum, group) => sum + counts[group], 0),
    atLeast: GROUPS.some((group) => counts[group] >= counts.upTo),
  }
}
