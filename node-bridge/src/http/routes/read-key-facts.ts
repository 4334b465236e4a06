import type { BridgeServices } from '../../services.ts'
import { route } from '../route.ts'

export const readKeyFacts = ({ connections }: Pick<BridgeServices, 'connections'>) =>
  route('readKeyFacts', ({ params }) => connections.keyFacts(params.connectionId))
