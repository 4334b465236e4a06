import type { BridgeServices } from '../../services.ts'
import { route } from '../route.ts'

export const deleteConnection = ({ connections }: Pick<BridgeServices, 'connections'>) =>
  route('deleteConnection', ({ params, body }) => connections.delete(params.connectionId, body))
