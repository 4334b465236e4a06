import type { BridgeServices } from '../../services.ts'
import { route } from '../route.ts'

export const initiateConnection = ({ connections }: Pick<BridgeServices, 'connections'>) =>
  route('initiateConnection', ({ body }) => connections.initiate(body))
