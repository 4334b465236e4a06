import type { BridgeServices } from '../../services.ts'
import { route } from '../route.ts'

export const listConnections = ({ connections }: Pick<BridgeServices, 'connections'>) =>
  route('listConnections', ({ query }) => connections.list(query))
