import { INSTANCE_SYNC_LIMITS as LIMITS } from '@accord/shared/protocol'
import { longText, name, nonce, object, optional } from '../call/read-input.ts'
import { syncCall } from '../call/sync-call.ts'
import { findingOf } from '../finding.ts'
import { findMatching } from '../watches/count-matching.ts'

const BODY = object({ nonce, table: name, query: longText(LIMITS.queryChars), words: optional(longText(100)) })

/** What an admin types as the condition of a trigger: refused as it would be later, or what it finds, with these words. Nothing is stored. */
export const checkQuery = syncCall(BODY, ({ table, query, words = '' }) =>
  findingOf(() => findMatching(table, query, words)),
)
