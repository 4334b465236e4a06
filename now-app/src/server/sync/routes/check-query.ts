import { INSTANCE_SYNC_LIMITS as LIMITS } from '@accord/shared/protocol'
import { longText, name, nonce, object } from '../call/read-input.ts'
import { syncCall } from '../call/sync-call.ts'
import { findingOf } from '../finding.ts'
import { findMatching } from '../watches/count-matching.ts'

const BODY = object({ nonce, table: name, query: longText(LIMITS.queryChars) })

/** What an admin types as the condition of a trigger: refused as it would be later, or what it finds. Nothing is stored. */
export const checkQuery = syncCall(BODY, ({ table, query }) => findingOf(() => findMatching(table, query)))
