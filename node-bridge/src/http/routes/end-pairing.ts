import type { BridgeServices } from '../../services.ts'
import { route } from '../route.ts'

export const endPairing = ({ pairing }: Pick<BridgeServices, 'pairing'>) =>
  route('endPairing', ({ body }) => pairing.revoke(body.actor))
