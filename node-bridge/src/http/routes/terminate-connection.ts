import type { BridgeServices } from '../../services.ts'
import { route } from '../route.ts'

export const terminateConnection = ({ connections }: Pick<BridgeServices, 'connections'>) =>
  route('terminateConnection', ({ params }) => connections.terminate(params.connectionId))
