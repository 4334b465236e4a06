import type { BridgeServices } from '../../services.ts'
import { route } from '../route.ts'

export const diagnoseConnection = ({ connections }: Pick<BridgeServices, 'connections'>) =>
  route('diagnoseConnection', ({ params, body }) => connections.diagnose(params.connectionId, body))
