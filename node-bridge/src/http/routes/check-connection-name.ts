import type { BridgeServices } from '../../services.ts'
import { route } from '../route.ts'

export const checkConnectionName = ({ connections }: Pick<BridgeServices, 'connections'>) =>
  route('checkConnectionName', ({ body }) => connections.checkName(body))
