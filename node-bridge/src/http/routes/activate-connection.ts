import type { BridgeServices } from '../../services.ts'
import { route } from '../route.ts'

export const activateConnection = ({ connections }: Pick<BridgeServices, 'connections'>) =>
  route('activateConnection', ({ params, body }) => connections.activate(params.connectionId, body))
