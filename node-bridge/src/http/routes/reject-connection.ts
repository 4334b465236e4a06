import type { BridgeServices } from '../../services.ts'
import { route } from '../route.ts'

export const rejectConnection = ({ connections }: Pick<BridgeServices, 'connections'>) =>
  route('rejectConnection', ({ params, body }) => connections.reject(params.connectionId, body))
