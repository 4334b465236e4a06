import type { BridgeServices } from '../../services.ts'
import { route } from '../route.ts'

export const listPairings = ({ pairing }: Pick<BridgeServices, 'pairing'>) =>
  route('listPairings', () => pairing.describe())
