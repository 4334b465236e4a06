import { ERROR_CODES, isErrorCode } from '@accord/shared/protocol'
import type { DiagnosisResult } from '@accord/shared/schemas'

import type { ConnectionContext } from '../connections/connection-context.ts'
import type { ConnectionRecord } from '../store/connections/connection-record.ts'
import { findPairing } from '../store/instance/pairings.ts'
import { findCallback, reasonOfRefusedRow } from '../store/jobs/refused-rows.ts'
import { isNamedForInstance } from '../refusals/named-for-instance.ts'
import { Refusal } from '../refusals/refusal.ts'
import { examine, failed, ok, type Outcome, skipped, warning } from './examine.ts'

/** Whether the paired instance stores the rows of this connection, by the outcome of the last callback. Callbacks are repeated by their queue. */
export async function examineRows(
  { database }: ConnectionContext,
  { id }: ConnectionRecord,
): Promise<DiagnosisResult[]> {
  const rows = await examine('rows', async () => {
    if (!(await findPairing(database.db))) return skipped('No instance is paired with this node.')
    const callback = await findCallback(database.db, id)
    return callback
      ? outcomeOfCallback(callback)
      : ok('The instance took everything that it was sent of this connection.')
  })
  return [rows]
}

function outcomeOfCallback({ lastError }: { readonly lastError: string | null }): Outcome {
  if (lastError === null) return ok('The instance refused nothing; a change of this connection is on its way to it.')
  const reason = reasonOfRefusedRow(lastError)
  if (reason !== undefined) return failed(new Refusal('row_refused', reason))
  const [code] = /^[a-z_]+(?=: )/u.exec(lastError) ?? []
  if (isErrorCode(code) && isNamedForInstance(code)) {
    const { remedy, responsible } = ERROR_CODES[code]
    const detail = `The instance was not sent the last change yet: ${lastError}`
    return { ...warning(detail, remedy, responsible), problem: code }
  }
  const remedy = 'The finding “last callback” among the prerequisites says what to do.'
  return warning(
    `The instance was not sent the last change yet: ${lastError}`,
    remedy,
    ERROR_CODES.row_refused.responsible,
  )
}
