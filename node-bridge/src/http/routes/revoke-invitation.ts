import type { BridgeServices } from '../../services.ts'
import { route } from '../route.ts'

export const revokeInvitation = ({ connections }: Pick<BridgeServices, 'connections'>) =>
  route('revokeInvitation', ({ params, body }) => connections.revoke(params.connectionId, body))
