import { INSTANCE_SYNC_LIMITS } from '@accord/shared/protocol'
import { GlideRecord } from '@servicenow/glide'
import { Refusal } from '../../http/refusal.ts'
import { removeRows, rowRefused } from '../../connection-rows/require-written.ts'
import { TABLES } from '../../names.ts'
import { glideTimeAgo } from '../../platform/glide-time.ts'

/** Takes a nonce once: its column is unique, so that of two calls at once one is refused. */
export function takeNonce(nonce: string): void {
  const row = new GlideRecord(TABLES.nonce)
  row.initialize()
  row.setValue('nonce', nonce)
  if (row.insert()) return
  throw new GlideRecord(TABLES.nonce).get('nonce', nonce) ? new Refusal('request_replayed') : rowRefused(row)
}

/** Those whose signatures are too old by now to be taken again. */
export function forgetOldNonces(): void {
  const rows = new GlideRecord(TABLES.nonce)
  rows.addQuery('sys_created_on', '<', glideTimeAgo(INSTANCE_SYNC_LIMITS.nonceMs))
  removeRows(rows)
}
