import type { ErrorCode } from '@accord/shared/protocol'

import type { ConnectionRecord, RefusedRedeemRecord } from '../../store/connections/connection-record.ts'

/** Attempts are listed by identity key up to this number; a holder of the code can make any number of keys, so the rest is counted together. */
export const NAMED_KEYS = 20

/** Somebody who proved to hold the code and an identity key. The names are its own words. */
export type Redeemer = NonNullable<RefusedRedeemRecord['by']>

export interface Attempt {
  readonly by: Redeemer
  readonly code: ErrorCode
  readonly at: Date
}

type Known = ConnectionRecord['refusedRedeems']

/** The list with this attempt: an entry counts on, a new key makes one while there is room, all further keys share the last. */
export function countAttempt(known: Known, { by, code, at }: Attempt): Known {
  const lastAt = at.toISOString()
  const place = placeOf(known, by, code)
  const entry = known[place]
  if (!entry) return [...known, { code, by: known.length < NAMED_KEYS ? by : null, firstAt: lastAt, lastAt, count: 1 }]
  return known.with(place, { ...entry, code, by: entry.by && by, lastAt, count: entry.count + 1 })
}

/** Where the attempt is counted; the end of the list for a new entry. */
function placeOf(known: Known, by: Redeemer, code: ErrorCode): number {
  const own = known.findIndex((entry) => entry.by?.identityThumbprint === by.identityThumbprint && entry.code === code)
  if (own !== -1) return own
  const others = known.findIndex((entry) => entry.by === null)
  return others === -1 ? known.length : others
}

/** True for an attempt that gets a log entry: by a key that was not listed before, or the first that is only counted. */
export const isNews = (known: Known, { by, code }: Attempt): boolean => placeOf(known, by, code) === known.length
