import type { TrackerRefusal } from './tracker-refusal.ts'

/** `newest`: keys of some that match, those that were changed last first; `texts`: in few words what each is about. */
export type CheckedQuery =
  | {
      readonly kind: 'matching'
      readonly count: number
      readonly newest: readonly string[]
      readonly texts: readonly string[]
    }
  | TrackerRefusal
