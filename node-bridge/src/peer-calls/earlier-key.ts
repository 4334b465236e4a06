import type { PublicJwk } from '@accord/shared/schemas'

import { findEarlierKey } from '../store/connections/key-rotations.ts'
import type { Db } from '../store/engine/tables.ts'
import { publicJwkOf } from './sealed-keys.ts'

/** The peer's key before its present one, if it is named and still taken, PROTOCOL.md §5.10. */
export async function earlierKeyOf(
  db: Db,
  connectionId: string,
  kid: string,
  now: Date,
): Promise<PublicJwk | undefined> {
  const x = await findEarlierKey(db, connectionId, kid, now)
  return x === undefined ? undefined : publicJwkOf(x)
}
