import type { BridgeServices } from '../../services.ts'
import { route } from '../route.ts'

export const issuePairingCode = ({ pairing }: Pick<BridgeServices, 'pairing'>) =>
  route('issuePairingCode', () => pairing.issueCode())
