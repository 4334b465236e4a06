import type { BridgeServices } from '../../services.ts'
import { route } from '../route.ts'

export const readConnection = ({ connections }: Pick<BridgeServices, 'connections'>) =>
  route('readConnection', ({ params }) => connections.read(params.connectionId))
