import type { BridgeServices } from '../../services.ts'
import { route } from '../route.ts'

export const pairInstance = ({ pairing }: Pick<BridgeServices, 'pairing'>) =>
  route('pairInstance', ({ body }) => pairing.pair(body))
