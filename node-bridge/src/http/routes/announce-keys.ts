import type { BridgeServices } from '../../services.ts'
import { route } from '../route.ts'

export const announceKeys = ({ connections }: Pick<BridgeServices, 'connections'>) =>
  route('announceKeys', ({ params, body }) => connections.announceKeys(params.connectionId, body))
