import { z } from 'zod'
import { Nonce, SysId, TableName } from './instance-names.js'
import { SyncFinding } from './instance-record.js'
import { Id } from './primitives.js'

/** The file of this record with this hash, in hex, is sent to the node under `upload`. */
export const SendRequest = z.strictObject({
  nonce: Nonce,
  table: TableName,
  record: SysId,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  upload: Id,
})
export type SendRequest = z.infer<typeof SendRequest>

/** `sent` false: the record has no such file. `refused`: `access_missing`, `record_gone` or `file_failed`. */
export const SendAnswer = z.object({ sent: z.boolean(), refused: SyncFinding.optional() })
export type SendAnswer = z.infer<typeof SendAnswer>
