import type { FaultDetail } from '../items/fault-detail.ts'
import type { RanRules } from '../items/ran-rules.ts'
import type { Conclusion } from '../pairs/conclude-incoming.ts'
import type { Direction, RulesFault } from '../rules/index.ts'

/** A conclusion with what helps a person; the other side hears nothing of that. */
export type ExplainedConclusion = Conclusion & {
  readonly detail?: FaultDetail
  /** Which rules have decided so, and by which a person has to look at it. */
  readonly ran?: RanRules
  readonly ranRules?: RanRules
}

/** A script of ours could not say what becomes of the message. */
export function quarantineBy(ranRules: RanRules, fault: RulesFault): ExplainedConclusion {
  const { code, paths } = fault
  return {
    outcome: 'quarantined',
    code,
    ...(paths && { paths }),
    detail: detailOf(ranRules.direction, fault),
    ran: ranRules,
    ranRules,
  }
}

export const detailOf = (script: Direction, { message, at }: RulesFault): FaultDetail => ({ script, message, ...at })
