import type { SyncErrorCode } from '@accord/shared/protocol'

/** Why a tracker does not do what it is asked, for a reason that does not pass by itself. */
export interface TrackerRefusal {
  readonly kind: 'refused'
  readonly code: SyncErrorCode
  readonly message: string
}

/** Until when a tracker is not called, by what it asked for or since it fails, in words for people. `code`: of the catalogue. */
export interface TrackerPause {
  readonly until: Date
  readonly code: string
  readonly message: string
}
