import type { SyncErrorCode } from '../protocol/errors/sync.js'
import type { QuarantineClass } from './words.js'

const CLASSES: Partial<Record<SyncErrorCode, QuarantineClass>> = {
  choice_unknown: 'data',
  lookup_ambiguous: 'data',
  replica_invalid: 'data',
  unsupported: 'data',
  access_missing: 'permission',
  refused_by_instance: 'permission',
  link_refused: 'permission',
  comparison_differs: 'permission',
  many_deletes: 'permission',
  too_large: 'size',
  record_gone: 'gone',
}

/** What the other side is informed of a fault here. Everything that is not named is an affair of the rules. */
export const quarantineClassOf = (code: SyncErrorCode): QuarantineClass => CLASSES[code] ?? 'rules'
