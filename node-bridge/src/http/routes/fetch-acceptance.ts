import type { BridgeServices } from '../../services.ts'
import { route } from '../route.ts'

export const fetchAcceptance = ({ connections }: Pick<BridgeServices, 'connections'>) =>
  route('fetchAcceptance', ({ params, body, source }) => connections.fetchAcceptance(params.invitationId, body, source))
