import type { Caller, CoverageLedger, RecordStore, Row } from '../contracts.ts'
import { ENGINE_CALLER } from '../engine/metadata.ts'
import { readQuotaRule, type QuotaRule, type TransactionDetails } from './quota-rule.ts'

export interface QuotaParts {
  readonly store: RecordStore
  readonly ledger: CoverageLedger
}

/** Maxima that the platform also knows; a rule that sets one is enforced by its duration alone, and says so. */
const OTHER_MAXIMA = [
  'max_rules',
  'max_events',
  'max_jobs',
  'max_queries',
  'max_db_time',
  'max_stmt_time',
  'max_outbound_http_requests',
  'max_outbound_http_time',
] as const

const isSet = (value: string | undefined) => Number(value ?? '') > 0

/** How long transactions may take by the rows of `sysrule_quota`: of all rules that match, the shortest time holds. */
export class TransactionQuotas {
  readonly #parts: QuotaParts
  #rules: readonly QuotaRule[] = []
  #readAt: number | undefined

  constructor(parts: QuotaParts) {
    this.#parts = parts
  }

  /** The same caller, as who acts in a transaction that begins now. */
  begin(caller: Caller, details: Omit<TransactionDetails, 'user'>): Caller {
    const { endsAtMs: _, ...who } = caller
    const limitMs = this.#limitOf({ ...details, user: caller.userSysId })
    return limitMs === undefined ? who : { ...who, endsAtMs: Date.now() + limitMs }
  }

  #limitOf(details: TransactionDetails): number | undefined {
    const { store } = this.#parts
    const revision = store.revision('sysrule_quota')
    if (this.#readAt !== revision) {
      this.#readAt = revision
      this.#rules = store
        .query('sysrule_quota', { encoded: 'active=true' }, ENGINE_CALLER)
        .flatMap((row) => this.#read(row))
    }
    const matching = this.#rules.filter((rule) => rule.matches(details))
    return matching.length === 0 ? undefined : Math.min(...matching.map((rule) => rule.limitMs))
  }

  #read(row: Row): readonly QuotaRule[] {
    const { ledger } = this.#parts
    const sysId = row['sys_id'] ?? ''
    const rule = readQuotaRule(row)
    if (typeof rule === 'string') {
      ledger.refused('sysrule_quota', sysId, `not simulated: ${rule}`)
      return []
    }
    const others = OTHER_MAXIMA.filter((field) => isSet(row[field]))
    if (others.length > 0) ledger.refused('sysrule_quota', sysId, `not simulated: ${others.join(', ')}`)
    return isSet(row['max_duration']) ? [rule] : []
  }
}
