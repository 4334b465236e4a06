import { describeAccess } from '../access/describe-access.ts'
import { syncCall } from '../call/sync-call.ts'
import { nonce, object } from '../call/read-input.ts'
import { isSyncUserReady } from '../user/sync-user.ts'

/** What sync access opens, by table, field and journal. */
export const describeTables = syncCall(object({ nonce }), () => ({
  tables: describeAccess(),
  isSyncUserReady: isSyncUserReady(),
}))
