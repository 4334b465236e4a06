import type { BridgeServices } from '../../services.ts'
import { route } from '../route.ts'

export const settleAcceptance = ({ connections }: Pick<BridgeServices, 'connections'>) =>
  route('settleAcceptance', ({ params, body, source }) =>
    connections.settleAcceptance(params.invitationId, body, source),
  )
