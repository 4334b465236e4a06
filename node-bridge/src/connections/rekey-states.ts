import type { ConnectionState } from '@accord/shared/protocol'

import type { ConnectionRecord } from '../store/connection-record.ts'
import type { Change } from './change-connection.ts'
import { CONTACTED_STATES } from './contact-schedule.ts'

/** A source that was restored to before the redeem has only the code of a connection that the other side holds. */
const FORGOTTEN_STATES: ReadonlySet<ConnectionState> = new Set<ConnectionState>([
  'peer_lost',
  'revoked',
  'expired',
  'abandoned',
])

/** States in which a code may bind fresh keys to a connection. */
export const REKEYED_STATES: ReadonlySet<ConnectionState> = new Set([...CONTACTED_STATES, ...FORGOTTEN_STATES])

/** A connection that stands keeps its state; a lost one comes back. */
export const rekeyStep = ({ state }: Pick<ConnectionRecord, 'state'>): Pick<Change, 'transition' | 'onlyIn'> =>
  FORGOTTEN_STATES.has(state) ? { transition: 'rekey' } : { onlyIn: [state] }
