import { describeAccess } from '../access/describe-access.ts'
import { syncCall } from '../call/sync-call.ts'
import { nonce, object } from '../call/read-input.ts'
import { rightsIn } from '../user/describe-sync-user.ts'
import { isSyncUserReady } from '../user/sync-user.ts'

/** What sync access opens, by table, field and journal, and what ACLs let the sync user do. */
export const describeTables = syncCall(object({ nonce }), () => ({
  tables: describeAccess().map((table) => ({ ...table, syncUser: rightsIn(table.table) })),
  isSyncUserReady: isSyncUserReady(),
}))
