import type { BridgeServices } from '../../services.ts'
import { route } from '../route.ts'

export const deactivateConnection = ({ connections }: Pick<BridgeServices, 'connections'>) =>
  route('deactivateConnection', ({ params, body }) => connections.deactivate(params.connectionId, body))
