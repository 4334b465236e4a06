import { GlideDateTime } from '@servicenow/glide'
import type { GlideRecord } from '@servicenow/glide'
import type { ErrorCode } from '@accord/shared/protocol'
import type { Reconciling } from '@accord/shared/schemas'
import { updateRow } from '../connection-rows/require-written.ts'
import { findPairedRow } from '../node/pairing-record.ts'
import { writeFields } from '../platform/write-fields.ts'

/** A person looks at it each two seconds; a write for each connection would be most of the work. */
const STEPS_PER_WRITE = 10

/**
 * How far the first reconciliation after a pairing has come, kept in the row of the node: whoever pairs waits for it, and
 * one that dies is gone on with by the next run. Once it is through, later runs leave no trace.
 */
export interface ReconcileProgress {
  /** So many connections the node has, and so many of them are stored as it has them. */
  readonly begin: (known: number, stored: number) => void
  readonly step: () => void
  readonly end: () => void
  readonly refuse: (code: ErrorCode) => void
}

const UNSEEN: ReconcileProgress = { begin: () => {}, step: () => {}, end: () => {}, refuse: () => {} }

/** Undefined where no node is paired, or all is stored already. */
export function findReconciling(): Reconciling | undefined {
  const row = findUnreconciled()
  if (!row) return undefined
  const known = row.getValue('reconcile_known')
  return {
    known: known ? Number(known) : null,
    stored: Number(row.getValue('reconcile_stored') || 0),
    refused: (row.getValue('reconcile_refusal') || null) as ErrorCode | null,
  }
}

export function reconcileProgress(): ReconcileProgress {
  const sysId = findUnreconciled()?.getUniqueValue()
  if (sysId === undefined) return UNSEEN
  let done = 0
  const write = (fields: Readonly<Record<string, string>>): void => {
    // A pairing that was made meanwhile has a row of its own, and a run of its own.
    const row = findUnreconciled()
    if (!row || row.getUniqueValue() !== sysId) return
    writeFields(row, fields)
    updateRow(row)
  }
  return {
    begin: (known, stored) => {
      done = stored
      write({ reconcile_known: String(known), reconcile_stored: String(stored), reconcile_refusal: '' })
    },
    step: () => {
      done++
      if (done % STEPS_PER_WRITE === 0) write({ reconcile_stored: String(done) })
    },
    end: () => write({ reconciled_at: new GlideDateTime().getValue(), reconcile_refusal: '' }),
    refuse: (code) => write({ reconcile_refusal: code }),
  }
}

function findUnreconciled(): GlideRecord<string> | undefined {
  const row = findPairedRow()
  return row && !row.getValue('reconciled_at') ? row : undefined
}
