import type { BridgeServices } from '../../services.ts'
import { route } from '../route.ts'

export const setTracker = ({ trackers }: Pick<BridgeServices, 'trackers'>) =>
  route('setTracker', ({ body }) => trackers.set(body))
