import type { LocalRecord } from '../../trackers/record.ts'
import type { RemoteRecord } from '../pairs/sync-pair.ts'

/** Our record, as a result names it. */
export const remoteOf = ({ table, key, url }: LocalRecord): RemoteRecord => ({
  type: table,
  key,
  ...(url !== undefined && { url }),
})
