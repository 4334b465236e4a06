import type { KeptPlan, PlanNames } from '@accord/shared/schemas'

/** What is about to be written here. `names`: without values, for the history; `values`: for as long as messages are kept. */
export interface PlannedChange {
  readonly names: PlanNames
  readonly values: () => KeptPlan
}
