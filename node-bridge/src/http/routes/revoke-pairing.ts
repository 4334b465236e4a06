import type { BridgeServices } from '../../services.ts'
import { route } from '../route.ts'

export const revokePairing = ({ pairing }: Pick<BridgeServices, 'pairing'>) =>
  route('revokePairing', () => pairing.revoke())
