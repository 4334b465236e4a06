import type { BridgeServices } from '../../services.ts'
import { route } from '../route.ts'

export const rotateKeys = ({ connections }: Pick<BridgeServices, 'connections'>) =>
  route('rotateKeys', ({ params, body }) => connections.rotateKeys(params.connectionId, body))
