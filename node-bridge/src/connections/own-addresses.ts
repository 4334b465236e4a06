import { LIMITS } from '@accord/shared/protocol'
import type { ReportedAddress } from '@accord/shared/schemas'

import { listPublicUrls } from '../store/node/public-urls.ts'
import type { Db } from '../store/engine/tables.ts'

/** Where this node is and was. */
export interface OwnAddresses {
  /** What every contact tells after a move; undefined for a node that never moved, or cannot be called. */
  readonly reported?: ReportedAddress
  /** Addresses before, over which a signature is still taken. */
  former(): readonly string[]
}

export const NEVER_MOVED: OwnAddresses = { former: () => [] }

const KEPT = 10

/** Read once, at the start: an address changes by a start only. */
export async function readOwnAddresses(
  db: Db,
  { publicUrl, pollOnly, now }: { readonly publicUrl: string; readonly pollOnly: boolean; readonly now: () => Date },
): Promise<OwnAddresses> {
  const newestFirst = await listPublicUrls(db, KEPT)
  const [last] = newestFirst
  const left = newestFirst.slice(1).map(({ url }, index) => ({ url, at: newestFirst[index]?.since.getTime() ?? 0 }))
  const former = () =>
    left.filter(({ url, at }) => url !== publicUrl && now().getTime() - at < LIMITS.formerUrlMs).map(({ url }) => url)
  if (!last || last.seq === 0 || last.url !== publicUrl || pollOnly) return { former }
  return { former, reported: { baseUrl: last.url, since: Math.floor(last.since.getTime() / 1000) } }
}
