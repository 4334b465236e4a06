import type { BridgeServices } from '../../services.ts'
import { route } from '../route.ts'

export const confirmConnection = ({ connections }: Pick<BridgeServices, 'connections'>) =>
  route('confirmConnection', ({ params }) => connections.confirm(params.connectionId))
