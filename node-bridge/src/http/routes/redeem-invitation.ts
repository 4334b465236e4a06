import type { BridgeServices } from '../../services.ts'
import { route } from '../route.ts'

export const redeemInvitation = ({ connections }: Pick<BridgeServices, 'connections'>) =>
  route('redeemInvitation', ({ params, body }) => connections.redeem(params.invitationId, body))
