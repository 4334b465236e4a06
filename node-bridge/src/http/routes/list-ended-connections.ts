import type { BridgeServices } from '../../services.ts'
import { route } from '../route.ts'

export const listEndedConnections = ({ connections }: Pick<BridgeServices, 'connections'>) =>
  route('listEndedConnections', ({ query }) => connections.listEnded(query))
