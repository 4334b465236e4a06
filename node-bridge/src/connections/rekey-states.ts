import { hasTrait, stateAfter } from '@accord/shared/protocol'

import type { ConnectionRecord } from '../store/connection-record.ts'
import type { Change } from './change-connection.ts'

type Place = Pick<ConnectionRecord, 'side' | 'state'>

/** A source that was restored to before the redeem has only the code of a connection that the other side holds. */
const isForgotten = (place: Place): boolean => stateAfter(place, 'rekey') !== undefined

/** May a code bind fresh keys to the connection? */
export const canRekey = (place: Place): boolean => hasTrait(place.state, 'contacted') || isForgotten(place)

/** A connection that stands keeps its state; a lost one comes back. */
export const rekeyStep = (place: Place): Pick<Change, 'transition' | 'onlyIn'> =>
  isForgotten(place) ? { transition: 'rekey' } : { onlyIn: [place.state] }
