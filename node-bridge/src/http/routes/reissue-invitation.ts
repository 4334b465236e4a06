import type { BridgeServices } from '../../services.ts'
import { route } from '../route.ts'

export const reissueInvitation = ({ connections }: Pick<BridgeServices, 'connections'>) =>
  route('reissueInvitation', ({ params, body }) => connections.reissue(params.connectionId, body))
