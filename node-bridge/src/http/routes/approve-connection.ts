import type { BridgeServices } from '../../services.ts'
import { route } from '../route.ts'

export const approveConnection = ({ connections }: Pick<BridgeServices, 'connections'>) =>
  route('approveConnection', ({ params, body }) => connections.approve(params.connectionId, body))
